import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor, systemOnly } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type CommandContext, command, runCommand } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { AppError } from '#kernel/errors.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { findKinship } from '../queries/kinship.ts'
import { getPerson } from '../queries/persons.ts'
import type { NewPerson } from './event/fields.ts'
import { openEvent } from './event/open-event.ts'
import { marry } from './marry.ts'
import { separate } from './separate.ts'

/** A family over four generations, by the events through which everybody enters the register. */
let place: TestTenant
const clock = new FixedClock('2026-11-23T02:00:00Z')
const village = '99.01.02.2003'
const dwelling = { address: 'Jalan Kenanga 3', rt: '001', rw: '002', villageCode: village }
const id: Record<string, string> = {}

function run<Result>(work: (tx: WriteHandle, context: CommandContext) => Promise<Result>): Promise<Result> {
  const definition = command<unknown, Result>({
    name: 'people.marry-in-test',
    event: 'people.married-in-test.v1',
    access: systemOnly,
    input: { safeParse: () => ({ success: true, data: undefined }) } as never,
    run: async (tx, _, context) => ({ result: await work(tx, context), event: undefined }),
  })
  return runCommand(definition, undefined, { tenant: place.tenant, actor: systemActor('test'), clock })
}
const origin = ({ now }: CommandContext) =>
  ({ now, source: { kind: 'desk' }, reason: 'Uji', territoryCode: village }) as const
const person = (name: string) => getPerson(place.tenant.pools.read, id[name] ?? '')
const kinship = async (one: string, other: string) =>
  findKinship(place.tenant.pools.read, await person(one), await person(other))
const wed = (husband: string, wife: string, more: { minimumAge?: number; marriedOn?: string } = {}) =>
  run((tx, context) =>
    marry(tx, context.tenant, {
      ...origin(context),
      husbandId: id[husband],
      wifeId: id[wife],
      marriedOn: '2026-11-20',
      certificateNumber: `${husband}-${wife}`,
      minimumAge: 19,
      home: { kind: 'stay' },
      ...more,
    }),
  )
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.code,
  )

type Row = readonly [
  name: string,
  sex: 'male' | 'female',
  birthOn: string,
  mother?: string | undefined,
  father?: string,
]
const rows: readonly Row[] = [
  ['Nenek', 'female', '1940-01-01'],
  ['Ibu', 'female', '1965-01-01', 'Nenek'],
  ['Paman', 'male', '1970-01-01', 'Nenek'],
  ['Putri', 'female', '1995-01-01', 'Ibu'],
  ['Putra', 'male', '1997-01-01', 'Ibu'],
  ['Sepupu', 'male', '1996-01-01', undefined, 'Paman'],
  ['Cicit', 'female', '2004-01-01', 'Putri'],
  ['Asing', 'male', '1990-01-01'],
  ['Muda', 'female', '2008-06-01'],
  ['Janda', 'female', '1980-01-01'],
  ['Anaknya', 'male', '2001-01-01', 'Janda'],
]

beforeAll(async () => {
  place = await testTenant()
  await place.tenant.pools.writePool.query(
    `insert into territory.area values ('99', null, 'province', 'Nusa Kencana', 'nusa kencana', true),
      ('99.01', '99', 'regency', 'Arunika', 'arunika', true), ('99.01.02', '99.01', 'district', 'Mekarsari', 'mekarsari', true),
      ('99.01.02.2003', '99.01.02', 'village', 'Sukawening', 'sukawening', true)`,
  )
  await run(async (tx, context) => {
    const event = await openEvent(tx, context.tenant, { ...origin(context), kind: 'entry', validOn: '2026-11-01' })
    for (const [name, sex, birthOn, mother, father] of rows) {
      const family = await event.openFamily(dwelling)
      const entered: NewPerson = {
        fullName: name,
        sex,
        birthPlace: 'Arunika',
        birthOn,
        religion: 'Kristen',
        education: 'SLTA/Sederajat',
        occupation: 'Petani/Pekebun',
        familyId: family.id,
        relation: 'head',
        motherId: mother && id[mother],
        fatherId: father && id[father],
      }
      id[name] = (await event.addPerson(entered)).id
    }
    await event.close()
  })
})
afterAll(() => place.close())

describe('two people', () => {
  it.each([
    ['Ibu', 'Putra', 'direct-line'],
    ['Nenek', 'Sepupu', 'direct-line'],
    ['Putri', 'Putra', 'siblings'],
    ['Putri', 'Paman', 'aunt-or-uncle'],
    ['Cicit', 'Paman', 'great-aunt-or-uncle'],
    ['Putri', 'Sepupu', undefined],
    ['Putri', 'Asing', undefined],
  ])('%s and %s: %s', async (one, other, expected) => {
    expect(await kinship(one, other)).toBe(expected)
    expect(await kinship(other, one)).toBe(expected)
  })

  it('who are uncle and niece, too young, or of one sex are not married', async () => {
    expect(await codeOf(wed('Paman', 'Putri'))).toBe('conflict')
    expect(await codeOf(wed('Asing', 'Muda'))).toBe('invalid-input')
    expect(await codeOf(wed('Asing', 'Paman'))).toBe('conflict')
    expect((await person('Asing')).maritalStatus).toBe('single')
  })

  it('marry once, a spouse’s child is a stepchild, and an annulled marriage leaves what was before', async () => {
    expect(await codeOf(wed('Asing', 'Janda'))).toBe('done')
    expect(await codeOf(wed('Putra', 'Janda'))).toBe('conflict')
    expect(await codeOf(wed('Asing', 'Putri'))).toBe('conflict')
    expect(await kinship('Asing', 'Anaknya')).toBe('step')
    await run((tx, context) =>
      separate(tx, context.tenant, {
        ...origin(context),
        kind: 'annulment',
        personId: id['Janda'] ?? '',
        separatedOn: '2026-11-22',
      }),
    )
    expect(await person('Janda')).toMatchObject({ maritalStatus: 'single', spouseId: undefined, marriedOn: undefined })
    expect(await codeOf(wed('Sepupu', 'Putri'))).toBe('done')
  })
})
