import fc from 'fast-check'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../src/app.ts'
import { type Actor, systemActor, systemOnly } from '../src/kernel/access/access.ts'
import { FixedClock } from '../src/kernel/clock/clock.ts'
import { type Command, command, runCommand } from '../src/kernel/command/command.ts'
import type { AppError } from '../src/kernel/errors.ts'
import { newId } from '../src/kernel/ids.ts'
import { type TestTenant, testTenant } from '../src/kernel/testing/database.ts'
import { testOffice } from '../src/modules/organization/testing.ts'
import { findPersonByNik, getFamily, openNik } from '../src/modules/people/index.ts'
import {
  addPeer,
  answerAsked,
  answerMessage,
  askOrigin,
  claimArrival,
  confirmEnd,
  deliverTransfer,
  fingerprintOf,
  hashOfCode,
  issueMovedCard,
  lapseTransfer,
  openTransfer,
  ownKeys,
  ownStatement,
  type Post,
  packPeople,
  proposeEnd,
  refuseArrival,
  registerArrival,
  rejectEnd,
  retryTransfer,
  sealStatement,
  suspendPeer,
  undoArrival,
  verifyPeer,
  withdrawTransfer,
} from '../src/modules/population/testing-moving.ts'

/** Two regions, each with its own database and secret, and a network between them that does what it likes. */
interface Region extends TestTenant {
  readonly code: string
  readonly village: string
}
let east: Region
let west: Region
const clock = new FixedClock('2026-11-23T02:00:00Z')
const officer: Actor = {
  kind: 'staff',
  accountId: '018f0000-0000-7000-8000-000000000001',
  name: 'Laras',
  grants: ['population.settle-moves', 'population.keep-peers'].map((permission) => ({
    permission,
    unitPath: '',
    territory: '',
  })),
  elevatedUntil: Number.MAX_SAFE_INTEGER,
}

/** The second of two officers. */
const head: Actor = {
  ...officer,
  accountId: '018f0000-0000-7000-8000-000000000002',
  name: 'Wening',
  grants: [{ permission: 'population.confirm-move-end', unitPath: '', territory: '' }],
}

const run = <I, R>(at: Region, act: Command<I, R>, input: unknown, actor: Actor = officer) =>
  runCommand(act, input, { tenant: at.tenant, actor, clock })
const bySystem =
  (at: Region) =>
  <I, R>(act: Command<I, R>, input: unknown) =>
    run(at, act, input, systemActor('test'))
const other = (at: Region) => (at === east ? west : east)

async function region(id: string, code: string): Promise<Region> {
  const place = await testTenant({ id, hosts: [`${id}.example`] })
  const village = `${code}.01.2001`
  const areas: [string, string | null, string][] = [
    [code.slice(0, 2), null, 'province'],
    [code, code.slice(0, 2), 'regency'],
    [`${code}.01`, code, 'district'],
    [village, `${code}.01`, 'village'],
  ]
  for (const [area, parent, level] of areas) {
    await place.tenant.pools.writePool.query(
      `insert into territory.area (code, parent_code, level, name, search_name, own) values ($1, $2, $3, $1, $1, $4)`,
      [area, parent, level, level !== 'province'],
    )
  }
  await place.tenant.pools.writePool.query(
    `insert into rules.rule (key, value, unit, title_id, title_en, citation, status, valid_from)
     values ('moving.letter-valid', '100', 'calendar-day', 'x', 'x', 'x', 'unverified', '2019-01-01') on conflict do nothing`,
  )
  await place.tenant.pools.writePool.query(
    `insert into rules.rule (key, value, unit, title_id, title_en, citation, status, valid_from)
     values ('moving.withdrawal-answer-within', '14', 'calendar-day', 'x', 'x', 'x', 'unverified', '2018-04-02') on conflict do nothing`,
  )
  await testOffice(place.tenant).unit('disdukcapil', { name: 'Dinas Kependudukan dan Pencatatan Sipil' })
  return { ...place, code, village }
}

async function connect(at: Region): Promise<void> {
  const { keys } = ownKeys(other(at).tenant)
  const { code } = other(at)
  await run(at, addPeer, { regionCode: code, name: `Kabupaten ${code}`, baseUrl: `https://${code}.example`, keys })
  await run(at, verifyPeer, { regionCode: code, heard: await fingerprintOf(keys) })
}

let made = 0
/** A couple with a child; their transfer waits to be sent. */
async function family(
  at: Region,
  claimCode = '0'.repeat(64),
): Promise<{ niks: string[]; transferId: string; familyId: string }> {
  const { cipher } = at.tenant
  made += 1
  const sealed = (text: string, context: string) => [cipher.seal(text, context), cipher.fingerprint(text, context)]
  const familyId = newId()
  const query = (text: string, values: unknown[]) => at.tenant.pools.writePool.query(text, values)
  await query(
    `insert into people.family (id, kk_number_sealed, kk_number_print, address, rt, rw, village_code, issued_on)
     values ($1, $2, $3, 'Jalan Melati 14', '003', '007', $4, '2021-06-14')`,
    [
      familyId,
      ...sealed(`${at.code.replace('.', '')}01140621${String(made).padStart(4, '0')}`, 'people.family.kk_number'),
      at.village,
    ],
  )
  const niks: string[] = []
  const ids: string[] = []
  for (const [name, sex, birthOn, relation, marital] of [
    ['Bima', 'male', '1990-01-01', 'head', 'married'],
    ['Sekar', 'female', '1992-01-01', 'wife', 'married'],
    ['Arka', 'male', '2020-01-01', 'child', 'single'],
  ]) {
    const id = newId()
    const nik = `${at.code.replace('.', '')}01${String(made).padStart(6, '0')}${String(ids.length + 1).padStart(4, '0')}`
    await query(
      `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education, occupation,
         marital_status, family_id, family_relation, family_order)
       values ($1, $2, $3, $4, $5, 'Arunika', $6, 'Islam', 'SLTA/Sederajat', 'Guru', $7, $8, $9, $10)`,
      [id, ...sealed(nik, 'people.person.nik'), name, sex, birthOn, marital, familyId, relation, ids.length + 1],
    )
    ids.push(id)
    niks.push(nik)
  }
  await query('update people.family set head_person_id = $2 where id = $1', [familyId, ids[0]])
  const start = command<unknown, string>({
    name: 'population.start-in-test',
    event: 'population.started-in-test.v1',
    access: systemOnly,
    input: { safeParse: () => ({ success: true, data: undefined }) } as never,
    async run(tx, _, context) {
      const people = await Promise.all(niks.map((nik) => findPersonByNik(at.tenant, tx, nik)))
      const number = `SKPWNI/${at.code.replace('.', '')}/23112026/${made}`
      const place = { street: 'Jalan Baru 1', rt: '001', rw: '001' }
      const id = await openTransfer(
        tx,
        context,
        {
          direction: 'out',
          channel: 'peer',
          state: 'drafted',
          peerCode: other(at).code,
          number,
          headName: 'Bima',
          peopleCount: 3,
          otherPlace: other(at).code,
          villageCode: at.village,
          movedOn: '2026-11-20',
          validTo: '2027-03-03',
          personIds: ids,
          says: true,
          package: {
            number,
            issuedOn: '2026-11-23',
            movedOn: '2026-11-20',
            validTo: '2027-03-03',
            reason: 'Pekerjaan',
            kkNumber: '9901011406210001',
            headNik: niks[0] as string,
            from: { ...place, area: at.village },
            to: { ...place, area: other(at).village },
            claimCode,
            people: await packPeople(at.tenant, tx, people as never),
          },
        },
        'drafted',
      )
      return { result: id, event: undefined }
    },
  })
  return { niks, familyId, transferId: await bySystem(at)(start, undefined) }
}

const answering = (at: Region) => (message: string) =>
  answerMessage({ tenant: at.tenant, db: at.tenant.pools.read, run: bySystem(at) }, message)
const honest: (at: Region) => Post = (at) => (_url, message) => answering(other(at))(message)
const deliver = (at: Region, transferId: string, post: Post = honest(at)) =>
  deliverTransfer({ tenant: at.tenant, db: at.tenant.pools.read, post, run: bySystem(at) }, transferId)
const stateOf = async (at: Region, id: string) =>
  (await at.tenant.pools.writePool.query('select state from population.transfer where id = $1', [id])).rows[0]?.state as
    | string
    | undefined
const activeAt = async (at: Region, nik: string) =>
  (await findPersonByNik(at.tenant, at.tenant.pools.write, nik))?.status === 'active'
/** What the job does that the command enqueued. */
const issueCard = async (at: Region, transferId: string, familyId: string | undefined) =>
  run(at, issueMovedCard, { transferId, familyId }, systemActor('test'))
const printsAt = async (at: Region, transferId: string) =>
  (
    await at.tenant.pools.writePool.query(
      `select title, signer_manner, revoked_at is null as stands from documents.issued
       where source_type = 'move' and source_id = $1 order by issued_at, id`,
      [transferId],
    )
  ).rows as { title: string; signer_manner: string; stands: boolean }[]
const queuedAt = async (at: Region, transferId: string) =>
  (
    await at.tenant.pools.writePool.query(
      `select payload->>'familyId' as family from graphile_worker._private_jobs
       where payload->>'transferId' = $1 order by id`,
      [transferId],
    )
  ).rows.map((row) => row.family as string)
const home = (at: Region) => ({
  destination: 'own',
  street: 'Jalan Baru 1',
  rt: '001',
  rw: '001',
  villageCode: at.village,
  kkNumber: '',
})
const refusal = (attempt: Promise<unknown>): Promise<AppError> =>
  attempt.then(
    () => expect.fail('it was done'),
    (error: AppError) => error,
  )

beforeAll(async () => {
  ;[east, west] = await Promise.all([region('timur', '99.01'), region('barat', '98.02')])
  await Promise.all([connect(east), connect(west)])
})
afterAll(async () => {
  await east.close()
  await west.close()
})

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
