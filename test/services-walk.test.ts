import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subscribers } from '../src/app.ts'
import { demoPeople } from '../src/demo/known-people.ts'
import type { Actor } from '../src/kernel/access/access.ts'
import { FixedClock } from '../src/kernel/clock/clock.ts'
import { provide } from '../src/kernel/define/extension-point.ts'
import { canonicalJson } from '../src/kernel/journal/journal.ts'
import { CaseWalk } from '../src/modules/services/demo/walk.ts'
import { knownSources, optionSources, type ServiceDefinition } from '../src/modules/services/index.ts'
import { shippedServices } from '../src/services/index.ts'
import { Acting } from './acting.ts'
import { openWorld, type World } from './journeys/world.ts'

/**
 * The golden cases of every shipped service, walked by the real engine on PostgreSQL by the people who hold the posts:
 * what the simulation says is what happens. Registers stay out of it: effects and consents have tests of their own.
 */
let world: World
let applicant: Actor
let knownNow: Record<string, unknown> = {}
provide(knownSources, 'test.golden', async () => knownNow as never).install()
provide(optionSources, 'test.golden', {
  address: '/',
  list: async (_tenant, _db, { value = '' }) => [{ value, label: { id: value, en: value } }],
}).install()

beforeAll(async () => {
  world = await openWorld()
  applicant = await new Acting(world, new FixedClock('2026-11-20T02:00:00Z')).citizen(demoPeople.sekar.nik)
})
afterAll(() => world.close())

function sayFields(error: { fields?: unknown }): never {
  throw new Error(JSON.stringify(error.fields) ?? String(error))
}

let copies = 0
async function publishCopy(service: ServiceDefinition): Promise<ServiceDefinition> {
  copies += 1
  const copy = structuredClone(service)
  copy.id = `${service.id}-copy-${copies}`
  copy.slug = copy.id
  copy.known = 'test.golden'
  for (const field of copy.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields))) {
    if (field.optionsFrom) field.optionsFrom = 'test.golden'
    // Who has to agree stands in the register; asking him has tests of its own.
    delete field.coSigns
  }
  for (const row of copy.flow.transitions) {
    row.effects = []
    row.undoes = []
  }
  await world.rows(
    `insert into services.definition (service_id, version, slug, body, hash, valid_from) values ($1, $2, $3, $4, 'x', $5)`,
    [copy.id, copy.version, copy.slug, canonicalJson(copy), copy.validFrom],
  )
  return copy
}

const walked = shippedServices.flatMap((service) =>
  service.golden
    .filter((example) => example.path && example.refused.length === 0 && example.ineligible.length === 0)
    .filter((example) => !service.flow.states.some((state) => state.holder === 'sub-service' && example.path?.length))
    .map((example) => [service.id, example.name, service, example] as const),
)

describe('every golden case goes its way in the real engine', () => {
  it.each(walked)('%s: %s', async (_id, _name, service, example) => {
    const definition = await publishCopy(service)
    knownNow = example.known
    const walk = new CaseWalk({
      tenant: world.tenant,
      subscribers,
      applicant,
      definition,
      startsAt: Temporal.Instant.from(example.submittedAt ?? `${example.today}T03:00:00Z`),
      pause: () => 0.2,
      atOnce: example.submittedAt !== undefined,
    })
    const caseId = await walk.apply(example.answers as never).catch(sayFields)
    const [sent] = await world.rows<{ fee_amount: string; first_promised_at: Date }>(
      'select fee_amount, first_promised_at from services.case where id = $1',
      [caseId],
    )
    if (example.promisedAt) {
      expect(sent?.first_promised_at.toISOString()).toBe(
        Temporal.Instant.from(example.promisedAt).toString({ fractionalSecondDigits: 3 }),
      )
    }
    expect(await walk.follow(caseId, example.path ?? [])).toBe(example.path?.length)
    const [end] = await world.rows<{ state: string; result: string | null; fee_amount: string }>(
      'select state, result, fee_amount from services.case where id = $1',
      [caseId],
    )
    if (example.endsIn) expect(end?.state).toBe(example.endsIn)
    if (example.result) expect(end?.result).toBe(example.result)
    if (example.fee !== undefined) expect(Number(end?.fee_amount)).toBe(example.fee)
  })
})
