import { expect } from 'vitest'
import { type Actor, systemActor, systemOnly } from '../src/kernel/access/access.ts'
import { FixedClock } from '../src/kernel/clock/clock.ts'
import { type Command, command, runCommand } from '../src/kernel/command/command.ts'
import type { AppError } from '../src/kernel/errors.ts'
import { newId } from '../src/kernel/ids.ts'
import { type TestTenant, testTenant } from '../src/kernel/testing/database.ts'
import { testOffice } from '../src/modules/organization/testing.ts'
import { findPersonByNik } from '../src/modules/people/index.ts'
import {
  addPeer,
  answerMessage,
  deliverTransfer,
  fingerprintOf,
  issueMovedCard,
  openTransfer,
  ownKeys,
  type Post,
  packPeople,
  verifyPeer,
} from '../src/modules/population/testing-moving.ts'

/** Two regions, each with its own database and secret, and a network between them that does what it likes. */
export interface Region extends TestTenant {
  readonly code: string
  readonly village: string
}
export let east: Region
export let west: Region
export const clock = new FixedClock('2026-11-23T02:00:00Z')
export const officer: Actor = {
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
export const head: Actor = {
  ...officer,
  accountId: '018f0000-0000-7000-8000-000000000002',
  name: 'Wening',
  grants: [{ permission: 'population.confirm-move-end', unitPath: '', territory: '' }],
}

export const run = <I, R>(at: Region, act: Command<I, R>, input: unknown, actor: Actor = officer) =>
  runCommand(act, input, { tenant: at.tenant, actor, clock })
export const bySystem =
  (at: Region) =>
  <I, R>(act: Command<I, R>, input: unknown) =>
    run(at, act, input, systemActor('test'))
export const other = (at: Region) => (at === east ? west : east)

export async function region(id: string, code: string): Promise<Region> {
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

export async function connect(at: Region): Promise<void> {
  const { keys } = ownKeys(other(at).tenant)
  const { code } = other(at)
  await run(at, addPeer, { regionCode: code, name: `Kabupaten ${code}`, baseUrl: `https://${code}.example`, keys })
  await run(at, verifyPeer, { regionCode: code, heard: await fingerprintOf(keys) })
}

let made = 0
/** A couple with a child; their transfer waits to be sent. */
export async function family(
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

export const answering = (at: Region) => (message: string) =>
  answerMessage({ tenant: at.tenant, db: at.tenant.pools.read, run: bySystem(at) }, message)
export const honest: (at: Region) => Post = (at) => (_url, message) => answering(other(at))(message)
export const deliver = (at: Region, transferId: string, post: Post = honest(at)) =>
  deliverTransfer({ tenant: at.tenant, db: at.tenant.pools.read, post, run: bySystem(at) }, transferId)
export const stateOf = async (at: Region, id: string) =>
  (await at.tenant.pools.writePool.query('select state from population.transfer where id = $1', [id])).rows[0]?.state as
    | string
    | undefined
export const activeAt = async (at: Region, nik: string) =>
  (await findPersonByNik(at.tenant, at.tenant.pools.write, nik))?.status === 'active'
/** What the job does that the command enqueued. */
export const issueCard = async (at: Region, transferId: string, familyId: string | undefined) =>
  run(at, issueMovedCard, { transferId, familyId }, systemActor('test'))
export const printsAt = async (at: Region, transferId: string) =>
  (
    await at.tenant.pools.writePool.query(
      `select title, signer_manner, revoked_at is null as stands from documents.issued
       where source_type = 'move' and source_id = $1 order by issued_at, id`,
      [transferId],
    )
  ).rows as { title: string; signer_manner: string; stands: boolean }[]
export const queuedAt = async (at: Region, transferId: string) =>
  (
    await at.tenant.pools.writePool.query(
      `select payload->>'familyId' as family from graphile_worker._private_jobs
       where payload->>'transferId' = $1 order by id`,
      [transferId],
    )
  ).rows.map((row) => row.family as string)
export const home = (at: Region) => ({
  destination: 'own',
  street: 'Jalan Baru 1',
  rt: '001',
  rw: '001',
  villageCode: at.village,
  kkNumber: '',
})
export const refusal = (attempt: Promise<unknown>): Promise<AppError> =>
  attempt.then(
    () => expect.fail('it was done'),
    (error: AppError) => error,
  )

export async function openRegions(): Promise<void> {
  ;[east, west] = await Promise.all([region('timur', '99.01'), region('barat', '98.02')])
  await Promise.all([connect(east), connect(west)])
}

export async function closeRegions(): Promise<void> {
  await east.close()
  await west.close()
}
