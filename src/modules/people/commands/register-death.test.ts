import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemActor, systemOnly } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { command, runCommand } from '#kernel/command/command.ts'
import type { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { familyCardSnapshot, getFamily, getFamilyVersion, listFamilyVersions } from '../queries/families.ts'
import { getPerson } from '../queries/persons.ts'
import { kkNumberContext, nikContext } from '../queries/rows.ts'
import { voidEvent } from './event/void-event.ts'
import { registerDeath } from './register-death.ts'

let place: TestTenant
const clock = new FixedClock('2026-11-23T02:00:00Z')

/** Commands of the test: what a higher module's command does with the functions of this module. */
const die = command({
  name: 'people.announce-death-in-test',
  event: 'people.death-announced-in-test.v1',
  access: systemOnly,
  input: z.object({ personId: z.string(), diedOn: z.string(), newHeadId: z.string().optional() }),
  async run(tx, input, { tenant, now }) {
    const origin = { now, source: { kind: 'desk' }, reason: 'Kematian', territoryCode: '99.01.02.2003' } as const
    return { result: await registerDeath(tx, tenant, { ...input, ...origin }), event: undefined }
  },
})
const revive = command({
  name: 'people.take-back-death-in-test',
  event: 'people.death-taken-back-in-test.v1',
  access: systemOnly,
  input: z.object({ eventId: z.string() }),
  async run(tx, { eventId }, { tenant, now }) {
    await voidEvent(tx, tenant, eventId, { now, source: { kind: 'desk' }, reason: 'Pembatalan' })
    return { result: undefined, event: undefined }
  },
})

const invocation = () => ({ tenant: place.tenant, actor: systemActor('test'), clock })
const died = (personId: string, newHeadId?: string, diedOn = '2026-11-20') =>
  runCommand(die, { personId, diedOn, newHeadId }, invocation())
const refusal = (attempt: Promise<unknown>): Promise<AppError> =>
  attempt.then(
    () => Promise.reject(new Error('not refused')),
    (error: AppError) => error,
  )

type Member = readonly [name: string, sex: 'male' | 'female', birthOn: string, relation: string, marital: string]
let families = 0

/** A family of its own for each test. @returns ids in the order given */
async function household(...members: Member[]): Promise<{ familyId: string; ids: string[] }> {
  const { cipher, pools } = place.tenant
  families += 1
  const sealed = (text: string, context: string) => [cipher.seal(text, context), cipher.fingerprint(text, context)]
  const familyId = newId()
  const kk = `99010214062100${String(families).padStart(2, '0')}`
  await pools.writePool.query(
    `insert into people.family (id, kk_number_sealed, kk_number_print, address, rt, rw, village_code, issued_on)
     values ($1, $2, $3, 'Jalan Kenanga 14', '003', '005', '99.01.02.2003', '2021-06-14')`,
    [familyId, ...sealed(kk, kkNumberContext)],
  )
  const ids: string[] = []
  for (const [index, [name, sex, birthOn, relation, marital]] of members.entries()) {
    const id = newId()
    const nik = `9901020101${String(families).padStart(3, '0')}${String(index).padStart(3, '0')}`
    const mother = relation === 'child' ? (ids[1] ?? null) : null
    await pools.writePool.query(
      `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
         occupation, marital_status, family_id, family_relation, family_order, marriage_certificate_number, mother_person_id)
       values ($1, $2, $3, $4, $5, 'Arunika', $6, 'Islam', 'SLTA/Sederajat', 'Wiraswasta', $7, $8, $9, $10, $11, $12)`,
      [
        id,
        ...sealed(nik, nikContext),
        name,
        sex,
        birthOn,
        marital,
        familyId,
        relation,
        index + 1,
        marital === 'married' ? `KW-${families}` : null,
        mother,
      ],
    )
    ids.push(id)
  }
  await pools.writePool.query('update people.family set head_person_id = $2 where id = $1', [familyId, ids[0]])
  return { familyId, ids }
}

const couple: Member[] = [
  ['Bima Prasetyo', 'male', '1988-03-12', 'head', 'married'],
  ['Sekar Wulandari', 'female', '1992-11-07', 'wife', 'married'],
  ['Arka Prasetyo', 'male', '2020-05-08', 'child', 'single'],
]

beforeAll(async () => {
  place = await testTenant()
  for (const [code, parent, level, name] of [
    ['99', null, 'province', 'Nusa Kencana'],
    ['99.01', '99', 'regency', 'Kabupaten Arunika'],
    ['99.01.02', '99.01', 'district', 'Mekarsari'],
    ['99.01.02.2003', '99.01.02', 'village', 'Sukawening'],
  ]) {
    await place.tenant.pools.writePool.query('insert into territory.area values ($1, $2, $3, $4, lower($4), true)', [
      code,
      parent,
      level,
      name,
    ])
  }
})
afterAll(() => place.close())

const db = () => place.tenant.pools.read
const card = async (familyId: string) => {
  const { headName, version, members } = await familyCardSnapshot(place.tenant, db(), familyId)
  return {
    headName,
    version,
    members: members.map((member) => `${member.name}: ${member.relation}, ${member.maritalStatus}`),
  }
}

describe('a recorded death', () => {
  it('of a child leaves everybody else as he was, on a new version of the card', async () => {
    const { familyId, ids } = await household(...couple)
    const done = await died(ids[2] as string)
    expect(done).toMatchObject({ familyVersion: 2, newHeadId: undefined, widowedPersonId: undefined })
    expect(await card(familyId)).toEqual({
      headName: 'Bima Prasetyo',
      version: 2,
      members: ['Bima Prasetyo: head, married', 'Sekar Wulandari: wife, married'],
    })
    expect((await getFamilyVersion(place.tenant, db(), familyId, 1)).members).toHaveLength(3)
    expect((await getPerson(db(), ids[2] as string)).diedOn).toBe('2026-11-20')
  })

  it('of the wife widows the husband, who stays head', async () => {
    const { familyId, ids } = await household(...couple)
    expect(await died(ids[1] as string)).toMatchObject({ widowedPersonId: ids[0], newHeadId: undefined })
    expect((await card(familyId)).members).toEqual(['Bima Prasetyo: head, widowed', 'Arka Prasetyo: child, single'])
  })

  it('of the head makes the widow head; his mother becomes her mother-in-law', async () => {
    const { familyId, ids } = await household(...couple, ['Mbah Putri', 'female', '1960-02-02', 'parent', 'widowed'])
    expect(await died(ids[0] as string)).toMatchObject({
      newHeadId: ids[1],
      widowedPersonId: ids[1],
      onlyMinors: false,
    })
    expect(await card(familyId)).toEqual({
      headName: 'Sekar Wulandari',
      version: 2,
      members: ['Sekar Wulandari: head, widowed', 'Arka Prasetyo: child, single', 'Mbah Putri: parent-in-law, widowed'],
    })
    expect((await getFamily(db(), familyId)).headPersonId).toBe(ids[1])
  })

  it('of the head makes whoever the family named head, if he is of age', async () => {
    const grown: Member = ['Dimas Prasetyo', 'male', '2004-01-01', 'child', 'single']
    const { familyId, ids } = await household(...couple, grown)
    expect((await refusal(died(ids[0] as string, ids[2]))).fields[0]?.path).toBe('newHead')
    await died(ids[0] as string, ids[3])
    expect((await card(familyId)).members).toEqual([
      'Dimas Prasetyo: head, single',
      'Sekar Wulandari: parent, widowed',
      'Arka Prasetyo: relative, single',
    ])
  })

  it('that leaves only children says so', async () => {
    const { ids } = await household(['Fitri Handayani', 'female', '1990-02-14', 'head', 'widowed'], ...couple.slice(2))
    expect(await died(ids[0] as string)).toMatchObject({ onlyMinors: true, newHeadId: ids[1] })
  })

  it('of the last member closes the card', async () => {
    const { familyId, ids } = await household(['Suryo Pranoto', 'male', '1950-09-16', 'head', 'widowed'])
    const done = await died(ids[0] as string)
    expect(done.familyVersion).toBeUndefined()
    expect((await getFamily(db(), familyId)).closedOn).toBe('2026-11-23')
    await runCommand(revive, { eventId: done.eventId }, invocation())
    expect((await getFamily(db(), familyId)).closedOn).toBeUndefined()
    expect((await card(familyId)).headName).toBe('Suryo Pranoto')
  })

  it('is recorded once, not before birth and not in the future', async () => {
    const { ids } = await household(...couple)
    expect((await refusal(died(ids[2] as string, undefined, '2020-05-07'))).fields[0]?.path).toBe('diedOn')
    expect((await refusal(died(ids[2] as string, undefined, '2026-11-24'))).fields[0]?.path).toBe('diedOn')
    const results = await Promise.all(
      [0, 1, 2].map(() =>
        died(ids[2] as string).then(
          () => 'done',
          (error) => error.code,
        ),
      ),
    )
    expect(results.sort()).toEqual(['conflict', 'conflict', 'done'])
  })
})

describe('a death taken back', () => {
  it('brings back the person, the head, the marriage and the order, as a further version', async () => {
    const { familyId, ids } = await household(...couple)
    const before = await card(familyId)
    const done = await died(ids[0] as string)
    await runCommand(revive, { eventId: done.eventId }, invocation())
    expect(await card(familyId)).toEqual({ ...before, version: 3 })
    expect((await getPerson(db(), ids[0] as string)).diedOn).toBeUndefined()
    const versions = await listFamilyVersions(db(), familyId)
    expect(versions.map((version) => version.reason)).toEqual(['Pembatalan', 'Kematian', 'Kartu keluarga sebelumnya'])
  })

  it('is refused when the widow has married again', async () => {
    const { ids } = await household(...couple)
    const done = await died(ids[0] as string)
    await place.tenant.pools.writePool.query(`update people.person set marital_status = 'married' where id = $1`, [
      ids[1],
    ])
    const attempt = runCommand(revive, { eventId: done.eventId }, invocation())
    expect((await refusal(attempt)).code).toBe('conflict')
    expect((await getPerson(db(), ids[0] as string)).diedOn).toBe('2026-11-20')
  })
})
