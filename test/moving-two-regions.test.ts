import fc from 'fast-check'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../src/app.ts'
import { type Actor, systemActor } from '../src/kernel/access/access.ts'
import type { AppError } from '../src/kernel/errors.ts'
import { findPersonByNik, getFamily, openNik } from '../src/modules/people/index.ts'
import {
  answerAsked,
  askOrigin,
  claimArrival,
  confirmEnd,
  fingerprintOf,
  hashOfCode,
  lapseTransfer,
  ownKeys,
  ownStatement,
  type Post,
  proposeEnd,
  refuseArrival,
  registerArrival,
  retryTransfer,
  sealStatement,
  suspendPeer,
  undoArrival,
  verifyPeer,
  withdrawTransfer,
} from '../src/modules/population/testing-moving.ts'
import {
  activeAt,
  answering,
  closeRegions,
  deliver,
  east,
  family,
  head,
  home,
  openRegions,
  other,
  type Region,
  refusal,
  run,
  stateOf,
  west,
} from './two-regions.ts'

beforeAll(openRegions)
afterAll(closeRegions)

describe('a family that moves between two regions', () => {
  it('stays active where it lives until the other has registered it, then leaves with its NIK', async () => {
    const { niks, transferId, familyId } = await family(east)
    await deliver(east, transferId)
    expect([await stateOf(east, transferId), await stateOf(west, transferId)]).toEqual(['accepted', 'announced'])
    expect(await activeAt(east, niks[0] as string)).toBe(true)
    await run(west, registerArrival, { transferId, ...home(west) })
    expect([await activeAt(east, niks[0] as string), await activeAt(west, niks[0] as string)]).toEqual([true, true])
    await deliver(west, transferId)
    expect([await stateOf(east, transferId), await stateOf(west, transferId)]).toEqual(['settled', 'settled'])
    expect((await getFamily(east.tenant.pools.write, familyId)).status).toBe('moved')
    for (const nik of niks) {
      expect([await activeAt(east, nik), await activeAt(west, nik)]).toEqual([false, true])
      const there = await findPersonByNik(west.tenant, west.tenant.pools.write, nik)
      expect(openNik(west.tenant, there as never)).toBe(nik)
    }
  })

  it('that was registered by mistake returns to where it lived, under the same rows', async () => {
    const { niks, transferId } = await family(east)
    const before = await findPersonByNik(east.tenant, east.tenant.pools.write, niks[0] as string)
    await deliver(east, transferId)
    await run(west, registerArrival, { transferId, ...home(west) })
    await deliver(west, transferId)
    await run(west, undoArrival, { transferId, reason: 'salah orang, bukan keluarga ini' })
    await deliver(west, transferId)
    expect([await activeAt(east, niks[0] as string), await activeAt(west, niks[0] as string)]).toEqual([true, false])
    expect((await findPersonByNik(east.tenant, east.tenant.pools.write, niks[0] as string))?.id).toBe(before?.id)
  })

  it('comes back the same way later, to the row that knows it', async () => {
    const { niks, transferId } = await family(east)
    await deliver(east, transferId)
    await run(west, registerArrival, { transferId, ...home(west) })
    await deliver(west, transferId)
    const id = await run(east, askOrigin, {
      peerCode: '98.02',
      niks: niks.join('\n'),
      headName: 'Bima',
      villageCode: east.village,
      movedOn: '2026-11-22',
    })
    await deliver(east, id.transferId)
    expect([await stateOf(east, id.transferId), await stateOf(west, id.transferId)]).toEqual(['asked', 'asked'])
    await run(west, answerAsked, { transferId: id.transferId, grants: true, reason: '' })
    await deliver(west, id.transferId)
    expect(await stateOf(east, id.transferId)).toBe('announced')
    await run(east, registerArrival, { transferId: id.transferId, ...home(east) })
    await deliver(east, id.transferId)
    for (const nik of niks) expect([await activeAt(east, nik), await activeAt(west, nik)]).toEqual([true, false])
  })

  it('is not asked for when a NIK is not theirs, nor when they are on the move already', async () => {
    const { niks } = await family(west)
    const ask = { peerCode: '98.02', headName: 'Bima', villageCode: east.village, movedOn: '2026-11-22' }
    for (const list of [['9999999999999999'], niks]) {
      const { transferId } = await run(east, askOrigin, { ...ask, niks: list.join('\n') })
      await deliver(east, transferId)
      expect([await stateOf(east, transferId), await stateOf(west, transferId)]).toEqual(['refused', 'refused'])
    }
    expect((await refusal(run(east, askOrigin, { ...ask, niks: '123' }))).fields[0]?.path).toBe('niks')
  })

  it('whose member died in between waits on the desk with the reason, and settles when that is put right', async () => {
    const { niks, transferId } = await family(east)
    await deliver(east, transferId)
    await run(west, registerArrival, { transferId, ...home(west) })
    const set = (reason: string | null) =>
      east.tenant.pools.writePool.query(`update people.person set check_reason = $1 where nik_print = $2`, [
        reason,
        east.tenant.cipher.fingerprint(niks[1] as string, 'people.person.nik'),
      ])
    await set('Diperiksa')
    await deliver(west, transferId)
    const { rows } = await east.tenant.pools.writePool.query(
      'select state, trouble from population.transfer where id = $1',
      [transferId],
    )
    expect(rows[0]).toMatchObject({ state: 'registered', trouble: expect.stringContaining('sedang diperiksa') })
    await set(null)
    await run(east, retryTransfer, { transferId })
    await deliver(east, transferId)
    expect([await stateOf(east, transferId), await stateOf(west, transferId)]).toEqual(['settled', 'settled'])
  })
})

describe('messages', () => {
  it('that are forged, cut, for somebody else or sealed to another key are refused without a word why', async () => {
    const { transferId } = await family(east)
    const { peer, statement } = await ownStatement(east.tenant, east.tenant.pools.read, transferId)
    const genuine = await sealStatement(east.tenant, peer, statement)
    const forged = await sealStatement({ key: () => Buffer.alloc(32, 7) }, peer, statement)
    const stolen = await sealStatement(west.tenant, peer, statement)
    const misled = await sealStatement(east.tenant, peer, { ...statement, aud: '97.01' })
    const elsewhere = await sealStatement(east.tenant, { keys: ownKeys(east.tenant).keys }, statement)
    for (const message of [forged, stolen, misled, elsewhere, genuine.slice(0, -3), '', 'x'.repeat(2_000_000)]) {
      const error = await refusal(answering(west)(message))
      expect([error.code, error.say('en')]).toEqual([
        'unreadable',
        'This request cannot be read. Check its form, then send it again.',
      ])
    }
    expect(await stateOf(west, transferId)).toBeUndefined()
    await answering(west)(genuine)
    expect(await stateOf(west, transferId)).toBe('announced')
  })

  it('of a region that is suspended are not believed, and nothing is sent to it', async () => {
    const { transferId } = await family(east)
    await run(west, suspendPeer, { regionCode: '99.01', reason: 'kunci diduga dicuri' })
    await deliver(east, transferId)
    expect([await stateOf(east, transferId), await stateOf(west, transferId)]).toEqual(['sent', undefined])
    await run(west, verifyPeer, { regionCode: '99.01', heard: await fingerprintOf(ownKeys(east.tenant).keys) })
    await deliver(east, transferId)
    expect(await stateOf(west, transferId)).toBe('announced')
  })

  it('a fingerprint that was heard differently connects nobody', async () => {
    const error = await refusal(run(west, verifyPeer, { regionCode: '99.01', heard: '0000 1111 2222 3333 4444 5555' }))
    expect(error.fields[0]?.path).toBe('heard')
  })
})

describe('over HTTP', () => {
  it('a family claims its arrival by number, NIK and code; whatever of them is wrong, the answer is the same', async () => {
    const code = '4821-0937'
    const { niks, transferId } = await family(east, hashOfCode(code))
    await deliver(east, transferId)
    const app = await startApp({
      config: west.config,
      tenants: [east.tenant, west.tenant],
      log: pino({ level: 'silent' }),
      withJobs: false,
    })
    try {
      const at = { host: 'barat.example' }
      const shown = await app.server.inject({ url: '/antar-daerah/kunci', headers: at })
      expect(shown.json()).toMatchObject({ code: '98.02', keys: ownKeys(west.tenant).keys })
      const { peer, statement } = await ownStatement(east.tenant, east.tenant.pools.read, transferId)
      const message = await sealStatement(east.tenant, peer, statement)
      const send = (payload: object) =>
        app.server.inject({ method: 'POST', url: '/antar-daerah/perpindahan', headers: at, payload })
      expect((await send({ message })).statusCode).toBe(200)
      expect((await send({ message: 'palsu' })).statusCode).toBe(400)
      expect((await send({})).statusCode).toBe(400)
    } finally {
      await app.stop()
    }
    const number = (
      await west.tenant.pools.writePool.query('select number from population.transfer where id = $1', [transferId])
    ).rows[0].number
    const claim = { number, nik: niks[1], code: '48210937', ...home(west) }
    const anybody: Actor = { kind: 'anonymous', name: 'x', grants: [] }
    for (const wrong of [{ number: 'SKPWNI/1' }, { nik: '9999999999999999' }, { code: '0000-0000' }]) {
      const error = await refusal(run(west, claimArrival, { ...claim, ...wrong }, anybody))
      expect(error.fields).toEqual([{ path: 'number', message: expect.anything() }])
    }
    expect(await run(west, claimArrival, claim, anybody)).toEqual({ people: 3 })
    await deliver(west, transferId)
    expect([await stateOf(east, transferId), await stateOf(west, transferId)]).toEqual(['accepted', 'claimed'])
  })
})

describe('a hostile network', () => {
  it('never leaves anybody active in both or in none once all messages have settled', async () => {
    const step = fc.constantFrom(
      'east-sends',
      'east-lost',
      'east-answer-lost',
      'west-sends',
      'west-lost',
      'west-answer-lost',
      'replay',
      'replay',
      'register',
      'register',
      'register',
      'withdraw',
      'refuse',
      'undo',
      'withdraw',
      'lapse-east',
      'lapse-west',
      'end-stay',
      'end-gone',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('east-sends', 'east-answer-lost', 'east-lost'),
        fc.array(step, { minLength: 2, maxLength: 9 }),
        async (first, more) => {
          const steps = [first, ...more]
          const { niks, transferId } = await family(east)
          const kept: { to: Region; message: string }[] = []
          const through =
            (at: Region, fate: 'sent' | 'lost' | 'answer-lost'): Post =>
            async (_url, message) => {
              kept.push({ to: other(at), message })
              if (fate === 'lost') throw new Error('connection reset')
              const answer = await answering(other(at))(message)
              kept.push({ to: at, message: answer })
              if (fate === 'answer-lost') throw new Error('timeout')
              return answer
            }
          const known = async (at: Region) => (await stateOf(at, transferId)) !== undefined
          const may = (attempt: Promise<unknown>) =>
            attempt.catch((error: AppError) =>
              expect(error.code).toMatch(/wrong-state|conflict|not-found|invalid-input/),
            )
          for (const [index, what] of steps.entries()) {
            const reason = 'alasan yang cukup panjang'
            if (what.startsWith('east-')) {
              await deliver(
                east,
                transferId,
                through(east, what === 'east-lost' ? 'lost' : what === 'east-sends' ? 'sent' : 'answer-lost'),
              )
            } else if (what.startsWith('west-') && (await known(west))) {
              await deliver(
                west,
                transferId,
                through(west, what === 'west-lost' ? 'lost' : what === 'west-sends' ? 'sent' : 'answer-lost'),
              )
            } else if (what === 'replay' && kept.length > 0) {
              const old = kept[(index * 7) % kept.length] as (typeof kept)[number]
              await answering(old.to)(old.message)
            } else if (what === 'register') await may(run(west, registerArrival, { transferId, ...home(west) }))
            else if (what === 'refuse') await may(run(west, refuseArrival, { transferId, reason }))
            else if (what === 'undo') await may(run(west, undoArrival, { transferId, reason }))
            else if (what === 'withdraw') await may(run(east, withdrawTransfer, { transferId, reason }))
            else if (what === 'end-stay' || what === 'end-gone') await may(endAt(east, transferId, what))
            else if (what === 'lapse-east') await may(lapseAt(east, transferId))
            else if (what === 'lapse-west' && (await known(west))) await may(lapseAt(west, transferId))
          }
          // The network heals: both say their word until the other has heard it.
          for (let round = 0; round < 6; round += 1) {
            await deliver(east, transferId)
            if (await known(west)) await deliver(west, transferId)
          }
          for (const old of kept) await answering(old.to)(old.message)
          for (const nik of niks) {
            const places = [await activeAt(east, nik), await activeAt(west, nik)]
            expect(
              places.filter(Boolean),
              `${steps.join(', ')}: ${await stateOf(east, transferId)} / ${await stateOf(west, transferId)}`,
            ).toHaveLength(1)
          }
        },
      ),
      { numRuns: 40 },
    )
  }, 240_000)

  async function endAt(at: Region, transferId: string, what: 'end-stay' | 'end-gone'): Promise<void> {
    await at.tenant.pools.writePool.query(
      `update population.transfer set withdrawing_since = '2026-01-01' where id = $1 and state = 'withdrawing'`,
      [transferId],
    )
    const endAs = what === 'end-stay' ? 'stay' : 'gone'
    await run(at, proposeEnd, { transferId, endAs, reason: 'ditanyakan lewat surat, dijawab tertulis' })
    await run(at, confirmEnd, { transferId }, head)
  }

  async function lapseAt(at: Region, transferId: string): Promise<void> {
    await at.tenant.pools.write
      .transaction()
      .execute((tx) => sql`update population.transfer set valid_to = '2026-01-01' where id = ${transferId}`.execute(tx))
    await run(at, lapseTransfer, { transferId }, systemActor('test'))
  }
})
