import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subscribers } from '../src/app.ts'
import { demoPeople } from '../src/demo/known-people.ts'
import { FixedClock } from '../src/kernel/clock/clock.ts'
import type { AppError } from '../src/kernel/errors.ts'
import { findPersonByNik } from '../src/modules/people/index.ts'
import { CaseWalk } from '../src/modules/services/demo/walk.ts'
import { actOnCase } from '../src/modules/services/testing.ts'
import { birthCertificate } from '../src/services/birth-certificate/definition.ts'
import { Acting } from './acting.ts'
import { openWorld, type World } from './journeys/world.ts'

/** What contradicts the register is on the desk before anybody decides. */
let world: World
let acting: Acting
const friday = Temporal.Instant.from('2030-01-11T02:14:00Z')
const clock = new FixedClock(friday.toString())
const { sekar } = demoPeople

beforeAll(async () => {
  world = await openWorld()
  acting = new Acting(world, clock)
})
afterAll(() => world.close())

const answers = {
  childSex: 'female',
  birthTime: '04:35',
  birthPlace: 'Arunika',
  facility: 'hospital',
  birthKind: 'single',
  childOrder: 2,
  informantRelation: 'mother',
  phone: '081234567890',
  proof: 'letter',
  birthLetter: ['x'],
}
async function verifying(childName: string, birthOn: string) {
  const times = { startsAt: friday, pause: () => 0.2, atOnce: true }
  const applicant = await acting.citizen(sekar.nik)
  const walk = new CaseWalk({ tenant: world.tenant, subscribers, applicant, definition: birthCertificate, ...times })
  const caseId = await walk.apply({ ...answers, childName, birthOn } as never)
  await walk.follow(caseId, ['forward'])
  return { walk, caseId }
}
const accept = async (caseId: string, reason: string) => {
  const [row] = await world.rows<{ revision: number }>('select revision from services.case where id = $1', [caseId])
  return acting.run(
    actOnCase,
    { caseId, verb: 'accept', revision: row?.revision, reason },
    await acting.officer('laras'),
  )
}
const errorOf = (attempt: Promise<unknown>): Promise<AppError> =>
  attempt.then(
    () => expect.fail('it was done'),
    (error: AppError) => error,
  )

describe('a birth report', () => {
  it('too soon after another child goes on only with the examiner’s reason, which stays with the file', async () => {
    const first = await verifying('Kirana Ayu Prasetyo', '2029-12-01')
    await first.walk.follow(first.caseId, ['accept', 'sign'])
    const { caseId } = await verifying('Melati Ayu Prasetyo', '2030-01-08')
    const error = await errorOf(accept(caseId, ''))
    expect(error.fields).toMatchObject([{ path: 'reason', message: { id: expect.stringContaining('Kirana') } }])
    const reason = 'Surat lahir dan rekam medis rumah sakit sudah dicocokkan.'
    await accept(caseId, reason)
    const [step] = await world.rows<{ reason: string }>(
      `select reason from services.step where case_id = $1 and verb = 'accept'`,
      [caseId],
    )
    expect(step?.reason).toBe(reason)
    const [event] = await world.rows<{ payload: { overruled: string[] } }>(
      `select payload from journal.event where subject_id = $1 and payload->>'verb' = 'accept'`,
      [caseId],
    )
    expect(event?.payload.overruled).toEqual(['births-too-close'])
  })

  it('that cannot be true is stopped whatever the reason, and can still be returned', async () => {
    const { walk, caseId } = await verifying('Dahlia Ayu Prasetyo', '2030-01-09')
    const mother = await findPersonByNik(world.tenant, world.tenant.pools.read, sekar.nik)
    await world.rows('update people.person set birth_on = $2 where id = $1', [mother?.id, '2024-01-01'])
    const error = await errorOf(accept(caseId, 'Surat lahir sudah dicocokkan.'))
    expect([error.code, error.say('id')]).toEqual(['conflict', expect.stringContaining(mother?.fullName as string)])
    expect(await walk.follow(caseId, ['send-back'])).toBe(1)
    await world.rows('update people.person set birth_on = $2 where id = $1', [mother?.id, mother?.birthOn])
  })
})
