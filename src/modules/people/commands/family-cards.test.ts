import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor, systemOnly } from '#kernel/access/access.ts'
import { dayOf, FixedClock } from '#kernel/clock/clock.ts'
import { type CommandContext, command, runCommand } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { isAdult } from '../family-head.ts'
import { getFamily, listFamilyMembers, listFamilyVersions } from '../queries/families.ts'
import { listHistoryOf, personAsOf } from '../queries/history.ts'
import { getPerson } from '../queries/persons.ts'
import { kkNumberContext, nikContext } from '../queries/rows.ts'
import { changeHead } from './change-head.ts'
import { kinOf } from './event/places.ts'
import { voidEvent } from './event/void-event.ts'
import { joinFamily } from './join-family.ts'
import { renewFamily } from './renew-family.ts'
import { splitFamily } from './split-family.ts'

let place: TestTenant
const clock = new FixedClock('2026-11-23T02:00:00Z')
const village = '99.01.02.2003'
const dwelling = { address: 'Jalan Kenanga 3', rt: '001', rw: '002', villageCode: village }
const origin = ({ now }: CommandContext, reason: string) =>
  ({ now, source: { kind: 'desk' }, reason, territoryCode: village }) as const

/** Runs a function of this module as a higher module's command would. */
function run<Result>(work: (tx: WriteHandle, context: CommandContext) => Promise<Result>): Promise<Result> {
  const definition = command<unknown, Result>({
    name: 'people.arrange-cards-in-test',
    event: 'people.cards-arranged-in-test.v1',
    access: systemOnly,
    input: { safeParse: () => ({ success: true, data: undefined }) } as never,
    run: async (tx, _, context) => ({ result: await work(tx, context), event: undefined }),
  })
  return runCommand(definition, undefined, { tenant: place.tenant, actor: systemActor('test'), clock })
}
type Split = Partial<Parameters<typeof splitFamily>[2]> & { memberIds: string[]; headId: string }
const split = (draft: Split) =>
  run((tx, context) =>
    splitFamily(tx, context.tenant, {
      ...origin(context, 'Pisah KK'),
      kind: 'family-split',
      place: dwelling,
      ...draft,
    }),
  )
const join = (familyId: string, memberIds: string[], relations = {}) =>
  run((tx, context) =>
    joinFamily(tx, context.tenant, { ...origin(context, 'Numpang'), familyId, memberIds, relations }),
  )
const head = (familyId: string, headId: string) =>
  run((tx, context) => changeHead(tx, context.tenant, { ...origin(context, 'Ganti kepala'), familyId, headId }))
const takeBack = (eventId: string) =>
  run((tx, { tenant, now }) => voidEvent(tx, tenant, eventId, { now, source: { kind: 'desk' }, reason: 'Pembatalan' }))
const refusal = (attempt: Promise<unknown>): Promise<AppError> =>
  attempt.then(
    () => Promise.reject(new Error('not refused')),
    (error: AppError) => error,
  )

type Member = readonly [name: string, sex: 'male' | 'female', birthOn: string, relation: string, marital?: string]
let families = 0

async function household(...members: Member[]): Promise<{ familyId: string; ids: string[] }> {
  const { cipher, pools } = place.tenant
  families += 1
  const sealed = (text: string, context: string) => [cipher.seal(text, context), cipher.fingerprint(text, context)]
  const familyId = newId()
  const kk = `9901021406${String(families).padStart(6, '0')}`
  await pools.writePool.query(
    `insert into people.family (id, kk_number_sealed, kk_number_print, address, rt, rw, village_code, issued_on)
     values ($1, $2, $3, 'Jalan Melati 14', '003', '007', $4, '2021-06-14')`,
    [familyId, ...sealed(kk, kkNumberContext), village],
  )
  const ids: string[] = []
  for (const [name, sex, birthOn, relation, marital = 'single'] of members) {
    const id = newId()
    const nik = `99010201${String(families).padStart(4, '0')}${String(ids.length + 1).padStart(4, '0')}`
    await pools.writePool.query(
      `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
         occupation, marital_status, family_id, family_relation, family_order)
       values ($1, $2, $3, $4, $5, 'Arunika', $6, 'Islam', '-', '-', $7, $8, $9, $10)`,
      [id, ...sealed(nik, nikContext), name, sex, birthOn, marital, familyId, relation, ids.length + 1],
    )
    ids.push(id)
  }
  await pools.writePool.query('update people.family set head_person_id = $2 where id = $1', [familyId, ids[0]])
  return { familyId, ids }
}
const family = () =>
  household(
    ['Wira', 'male', '1970-01-01', 'head', 'married'],
    ['Sari', 'female', '1974-01-01', 'wife', 'married'],
    ['Dewi', 'female', '1996-01-01', 'child'],
    ['Bima', 'male', '2015-01-01', 'child'],
  )
const read = () => place.tenant.pools.read
const cardOf = async (familyId: string) =>
  (await listFamilyMembers(read(), familyId)).map((member) => `${member.fullName} ${member.familyRelation}`)

beforeAll(async () => {
  place = await testTenant()
  await place.tenant.pools.writePool.query(
    `insert into territory.area values ('99', null, 'province', 'Nusa Kencana', 'nusa kencana', true),
      ('99.01', '99', 'regency', 'Arunika', 'arunika', true), ('99.01.02', '99.01', 'district', 'Mekarsari', 'mekarsari', true),
      ('99.01.02.2003', '99.01.02', 'village', 'Sukawening', 'sukawening', true)`,
  )
})
afterAll(() => place.close())

describe('splitting a card', () => {
  it('opens one with a number of its own; both have a new version and say why', async () => {
    const { familyId, ids } = await family()
    const [, , dewi = ''] = ids
    const done = await split({ memberIds: [dewi], headId: dewi })
    expect(await cardOf(done.familyId)).toEqual(['Dewi head'])
    expect(await cardOf(familyId)).toEqual(['Wira head', 'Sari wife', 'Bima child'])
    expect(await getFamily(read(), done.familyId)).toMatchObject({
      version: 1,
      address: 'Jalan Kenanga 3',
      status: 'active',
    })
    expect((await listFamilyVersions(read(), familyId)).map((row) => row.reason)).toEqual([
      'Pisah KK',
      'Kartu keluarga sebelumnya',
    ])
    expect(done.left).toEqual(new Map([[familyId, 2]]))
  })

  it('with the head himself: somebody named, or the next in line, heads who stays', async () => {
    const one = await family()
    const [wira = '', , dewi = ''] = one.ids
    await split({ memberIds: [wira], headId: wira, remainingHeadId: dewi })
    expect((await cardOf(one.familyId))[0]).toBe('Dewi head')
    const other = await family()
    await split({ memberIds: [other.ids[0] as string], headId: other.ids[0] as string })
    expect((await cardOf(other.familyId))[0]).toBe('Sari head')
  })

  it('never leaves children alone, makes no child a head, and splits nothing where all would leave', async () => {
    const { ids } = await family()
    const [wira = '', sari = '', dewi = '', bima = ''] = ids
    expect((await refusal(split({ memberIds: [wira, sari, dewi], headId: dewi }))).fields[0]?.path).toBe('members')
    expect((await refusal(split({ memberIds: [bima], headId: bima }))).fields[0]?.path).toBe('head')
    expect((await refusal(split({ memberIds: ids, headId: dewi }))).fields[0]?.path).toBe('members')
    expect((await refusal(split({ memberIds: [dewi], headId: sari }))).fields[0]?.path).toBe('head')
  })

  it('takes nobody who has moved away or is under check', async () => {
    const { ids } = await family()
    const dewi = ids[2] as string
    await place.tenant.pools.writePool.query("update people.person set check_reason = 'NIK ganda' where id = $1", [
      dewi,
    ])
    expect((await refusal(split({ memberIds: [dewi], headId: dewi }))).code).toBe('conflict')
    await place.tenant.pools.writePool.query(
      "update people.person set check_reason = null, status = 'moved', family_id = null where id = $1",
      [dewi],
    )
    expect((await refusal(split({ memberIds: [dewi], headId: dewi }))).code).toBe('conflict')
  })

  it('is taken back whole: people and head return, the new card is closed', async () => {
    const { familyId, ids } = await family()
    const [wira = '', , dewi = ''] = ids
    const done = await split({ memberIds: [wira, dewi], headId: wira })
    expect((await cardOf(done.familyId)).toSorted()).toEqual(['Dewi relative', 'Wira head'].toSorted())
    await takeBack(done.eventId)
    expect(await cardOf(familyId)).toEqual(['Wira head', 'Sari wife', 'Dewi child', 'Bima child'])
    expect((await getFamily(read(), done.familyId)).status).toBe('closed')
    expect((await getFamily(read(), familyId)).headPersonId).toBe(wira)
  })
})

describe('a new family', () => {
  it('takes a couple from two cards and closes one on which nobody is left', async () => {
    const parents = await family()
    const alone = await household(['Galih', 'male', '1994-01-01', 'head', 'married'])
    const dewi = parents.ids[2] as string
    const galih = alone.ids[0] as string
    await place.tenant.pools.writePool.query(
      "update people.person set marital_status = 'married', spouse_person_id = case id when $1 then $2 else $1 end where id in ($1, $2)",
      [dewi, galih],
    )
    const done = await split({ kind: 'family-new', memberIds: [dewi, galih], headId: galih })
    expect(await cardOf(done.familyId)).toEqual(['Galih head', 'Dewi wife'])
    expect((await getFamily(read(), alone.familyId)).status).toBe('closed')
    expect(done.left).toEqual(
      new Map([
        [parents.familyId, 2],
        [alone.familyId, undefined],
      ]),
    )
    await takeBack(done.eventId)
    expect(await cardOf(alone.familyId)).toEqual(['Galih head'])
    expect((await getFamily(read(), alone.familyId)).status).toBe('active')
  })
})

describe('joining a card', () => {
  it('believes the register on who is whose child, and otherwise what was said', async () => {
    const host = await household(['Sulastri', 'female', '1950-01-01', 'head', 'widowed'])
    const { familyId, ids } = await family()
    const [wira = '', , dewi = '', bima = ''] = ids
    await place.tenant.pools.writePool.query('update people.person set mother_person_id = $2 where id = $1', [
      wira,
      host.ids[0],
    ])
    const done = await join(host.familyId, [wira, dewi, bima], { [wira]: 'other', [dewi]: 'grandchild' })
    expect(await cardOf(host.familyId)).toEqual(['Sulastri head', 'Wira child', 'Dewi grandchild', 'Bima relative'])
    expect(done).toMatchObject({ members: 4, crowded: false })
    expect((await cardOf(familyId))[0]).toBe('Sari head')
    await takeBack(done.eventId)
    expect(await cardOf(familyId)).toEqual(['Wira head', 'Sari wife', 'Dewi child', 'Bima child'])
  })

  it('warns of a crowd, closes a card that is left empty, and leaves no children behind', async () => {
    const people = Array.from(
      { length: 200 },
      (_, index): Member => [`Anggota ${index}`, 'male', '1990-01-01', 'relative'],
    )
    const host = await household(['Kepala', 'male', '1960-01-01', 'head'], ...people)
    const guest = await household(['Tamu', 'male', '1990-01-01', 'head'])
    expect(await join(host.familyId, guest.ids)).toMatchObject({ members: 202, crowded: true })
    expect((await getFamily(read(), guest.familyId)).status).toBe('closed')
    const { familyId, ids } = await family()
    expect((await refusal(join(host.familyId, ids.slice(0, 3)))).fields[0]?.path).toBe('members')
    expect((await refusal(join(familyId, [ids[3] as string]))).fields[0]?.path).toBe('members')
    expect((await refusal(join(guest.familyId, ids))).code).toBe('conflict')
  })
})

describe('another head, and another print', () => {
  it('works out the relations anew, and both times are kept', async () => {
    const { familyId, ids } = await family()
    const [wira = '', sari = '', dewi = '', bima = ''] = ids
    await head(familyId, sari)
    expect(await cardOf(familyId)).toEqual(['Sari head', 'Wira husband', 'Dewi child', 'Bima child'])
    expect((await refusal(head(familyId, bima))).fields[0]?.path).toBe('head')
    expect((await refusal(head(familyId, sari))).fields[0]?.path).toBe('head')
    const before = await personAsOf(read(), dewi, { recordedAt: Temporal.Instant.from('2026-11-22T00:00:00Z') })
    expect(before?.familyRelation).toBe('child')
    expect((await getPerson(read(), wira)).familyRelation).toBe('husband')
  })

  it('a lost card is renewed under its number; the history says so', async () => {
    const { familyId } = await family()
    const renew = (tx: WriteHandle, context: CommandContext) =>
      renewFamily(tx, context.tenant, { ...origin(context, 'KK hilang'), familyId })
    const done = await run(renew)
    expect(done.familyVersion).toBe(2)
    expect((await listHistoryOf(read(), { familyId })).map((row) => row.reason)).toEqual(['KK hilang'])
    await takeBack(done.eventId)
  })
})

describe('whatever is asked in whatever order', () => {
  it('every card in force has one head who may be it, and nobody is on two', async () => {
    const step = fc.record({
      kind: fc.constantFrom('split', 'join', 'head', 'void'),
      who: fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 4 }),
      at: fc.nat({ max: 6 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        const one = await family()
        const two = await household(
          ['Rini', 'female', '1980-01-01', 'head'],
          ['Tono', 'male', '2012-01-01', 'child'],
          ['Nana', 'female', '1999-01-01', 'relative'],
        )
        const all = [...one.ids, ...two.ids]
        const events: string[] = []
        for (const { kind, who, at } of steps) {
          const ids = who.map((index) => all[index] as string)
          const target = all[at] as string
          const familyId = (await getPerson(read(), target)).familyId as string
          const attempt =
            kind === 'split'
              ? split({ memberIds: ids, headId: ids[0] as string })
              : kind === 'join'
                ? join(familyId, ids)
                : kind === 'head'
                  ? head(familyId, target)
                  : takeBack(events.at(-1) ?? newId())
          // Refusals are part of it; faults of the database are not.
          const done = await attempt.catch((error: AppError) => {
            expect(['invalid-input', 'conflict', 'not-found']).toContain(error.code)
          })
          if (done) events.push(done.eventId)
        }
        const people = await Promise.all(all.map((id) => getPerson(read(), id)))
        for (const familyId of new Set(people.map((person) => person.familyId as string))) {
          const members = await listFamilyMembers(read(), familyId)
          const card = await getFamily(read(), familyId)
          const heads = members.filter((member) => member.familyRelation === 'head')
          expect(heads.map((member) => member.id)).toEqual([card.headPersonId])
          expect(
            isAdult(kinOf(heads[0] as (typeof heads)[number]), dayOf(clock.now(), place.tenant.profile.zone)),
          ).toBe(true)
          expect(card.status).toBe('active')
        }
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})
