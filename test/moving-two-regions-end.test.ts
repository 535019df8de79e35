import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../src/kernel/ids.ts'
import { findPersonByNik } from '../src/modules/people/index.ts'
import {
  confirmEnd,
  type Post,
  proposeEnd,
  refuseArrival,
  registerArrival,
  rejectEnd,
  undoArrival,
  withdrawTransfer,
} from '../src/modules/population/testing-moving.ts'
import {
  activeAt,
  closeRegions,
  deliver,
  east,
  family,
  head,
  home,
  issueCard,
  officer,
  openRegions,
  printsAt,
  queuedAt,
  refusal,
  run,
  stateOf,
  west,
} from './two-regions.ts'

beforeAll(openRegions)
afterAll(closeRegions)

describe('papers of a move between two regions', () => {
  it('are a family card there, sealed once, and nothing that holds any more here', async () => {
    const { niks, transferId, familyId } = await family(east)
    await deliver(east, transferId)
    await run(west, registerArrival, { transferId, ...home(west) })
    const there = await findPersonByNik(west.tenant, west.tenant.pools.write, niks[0] as string)
    expect(await queuedAt(west, transferId)).toEqual([there?.familyId])
    await issueCard(west, transferId, there?.familyId)
    await issueCard(west, transferId, there?.familyId)
    expect(await printsAt(west, transferId)).toEqual([
      { title: 'Kartu Keluarga, versi 1', signer_manner: 'seal', stands: true },
    ])
    await deliver(west, transferId)
    expect(await queuedAt(east, transferId)).toEqual([familyId])
    await run(west, undoArrival, { transferId, reason: 'salah orang, bukan keluarga ini' })
    for (const card of await queuedAt(west, transferId)) await issueCard(west, transferId, card)
    expect((await printsAt(west, transferId)).map((print) => print.stands)).toEqual([false])
    await deliver(west, transferId)
    await issueCard(east, transferId, familyId)
    expect(await printsAt(east, transferId)).toMatchObject([{ stands: true }])
  })

  it('the letter and its entry hold no longer once the other region refuses', async () => {
    const { transferId } = await family(east)
    const { rows } = await east.tenant.pools.writePool.query('select number from population.transfer where id = $1', [
      transferId,
    ])
    const { number } = rows[0]
    await east.tenant.pools.writePool.query(
      `insert into population.entry (id, register, number, case_id, happened_on, territory_code, registered_at)
       values ($1, 'move', $2, $1, '2026-11-20', $3, now())`,
      [newId(), number, east.village],
    )
    await east.tenant.pools.writePool.query(
      `insert into documents.issued select (jsonb_populate_record(d, jsonb_build_object('id', $1::text, 'code', left($1::text, 14),
         'template', 'moving-letter', 'number', $2::text, 'revoked_at', null))).* from documents.issued d limit 1`,
      [newId(), number],
    )
    await deliver(east, transferId)
    await run(west, refuseArrival, { transferId, reason: 'alamatnya bukan di sini' })
    await deliver(west, transferId)
    const standing = async (table: string, column: string) =>
      (
        await east.tenant.pools.writePool.query(`select ${column} is null as stands from ${table} where number = $1`, [
          number,
        ])
      ).rows
    expect(await standing('population.entry', 'voided_at')).toEqual([{ stands: false }])
    expect(await standing('documents.issued', 'revoked_at')).toEqual([{ stands: false }])
  })
})

describe('a withdrawal that is never answered', () => {
  const lost: Post = async () => {
    throw new Error('no route to host')
  }
  async function withdrawn() {
    const made = await family(east)
    await deliver(east, made.transferId)
    await run(east, withdrawTransfer, { transferId: made.transferId, reason: 'keluarga tidak jadi pindah' })
    await deliver(east, made.transferId, lost)
    return made
  }
  const later = async (transferId: string) =>
    east.tenant.pools.writePool.query(
      `update population.transfer set withdrawing_since = withdrawing_since - interval '16 days' where id = $1`,
      [transferId],
    )
  const propose = (transferId: string, endAs: 'stay' | 'gone') =>
    run(east, proposeEnd, { transferId, endAs, reason: 'ditanyakan lewat surat 470/12, dijawab tertulis' })
  const places = async (nik: string | undefined) => [
    await activeAt(east, nik as string),
    await activeAt(west, nik as string),
  ]

  it('is ended by two officers only, after the time that the other region has', async () => {
    const { transferId } = await withdrawn()
    expect((await refusal(propose(transferId, 'stay'))).code).toBe('conflict')
    await later(transferId)
    const short = run(east, proposeEnd, { transferId, endAs: 'stay', reason: 'ya' })
    expect((await refusal(short)).fields[0]?.path).toBe('reason')
    expect((await refusal(run(east, confirmEnd, { transferId }, head))).code).toBe('wrong-state')
    await propose(transferId, 'stay')
    expect((await refusal(run(east, confirmEnd, { transferId }))).code).toBe('forbidden')
    const alone = { ...head, accountId: officer.accountId as string }
    expect((await refusal(run(east, confirmEnd, { transferId }, alone))).code).toBe('conflict')
    await run(east, rejectEnd, { transferId, reason: 'suratnya belum terlampir' }, head)
    expect((await refusal(run(east, confirmEnd, { transferId }, head))).code).toBe('wrong-state')
    await propose(transferId, 'stay')
    await run(east, confirmEnd, { transferId }, head)
    expect(await stateOf(east, transferId)).toBe('cancelled')
  })

  it('they stay; when it turns out that they were registered there, they leave after all', async () => {
    const { niks, transferId } = await withdrawn()
    await run(west, registerArrival, { transferId, ...home(west) })
    await later(transferId)
    await propose(transferId, 'stay')
    await run(east, confirmEnd, { transferId }, head)
    expect(await places(niks[0])).toEqual([true, true])
    await deliver(west, transferId)
    expect(await places(niks[0])).toEqual([false, true])
    expect(await stateOf(east, transferId)).toBe('settled')
  })

  it('they are gone; when it turns out that they were never registered there, they return', async () => {
    const { niks, transferId } = await withdrawn()
    await later(transferId)
    await propose(transferId, 'gone')
    await run(east, confirmEnd, { transferId }, head)
    expect([await stateOf(east, transferId), await places(niks[0])]).toEqual(['settled', [false, false]])
    for (let round = 0; round < 3; round += 1) {
      await deliver(east, transferId)
      await deliver(west, transferId)
    }
    expect(await places(niks[0])).toEqual([true, false])
    expect(await stateOf(west, transferId)).toBe('withdrawn')
  })
})
