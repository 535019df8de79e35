import { describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import { birthCertificate } from '../src/services/birth-certificate/definition.ts'
import { errorOf } from './acting.ts'
import { bornInHospital } from './civil-answers.ts'
import { walkServices } from './walks.ts'

/** What contradicts the register is on the desk before anybody decides. */
const { acting, rows, applied, person } = walkServices()
const { sekar } = demoPeople

async function verifying(childName: string, birthOn: string) {
  const { walk, caseId } = await applied(birthCertificate, sekar.nik, { ...bornInHospital, childName, birthOn })
  await walk.follow(caseId, ['forward'])
  return { walk, caseId }
}
const accept = async (caseId: string, reason: string) =>
  acting.act(caseId, 'accept', await acting.officer('laras'), { reason })

describe('a birth report', () => {
  it('too soon after another child goes on only with the examiner’s reason, which stays with the file', async () => {
    const first = await verifying('Kirana Ayu Prasetyo', '2029-12-01')
    await first.walk.follow(first.caseId, ['accept', 'sign'])
    const { caseId } = await verifying('Melati Ayu Prasetyo', '2030-01-08')
    const error = await errorOf(accept(caseId, ''))
    expect(error.fields).toMatchObject([{ path: 'reason', message: { id: expect.stringContaining('Kirana') } }])
    const reason = 'Surat lahir dan rekam medis rumah sakit sudah dicocokkan.'
    await accept(caseId, reason)
    const [step] = await rows<{ reason: string }>(
      `select reason from services.step where case_id = $1 and verb = 'accept'`,
      [caseId],
    )
    expect(step?.reason).toBe(reason)
    const [event] = await rows<{ payload: { overruled: string[] } }>(
      `select payload from journal.event where subject_id = $1 and payload->>'verb' = 'accept'`,
      [caseId],
    )
    expect(event?.payload.overruled).toEqual(['births-too-close'])
  })

  it('that cannot be true is stopped whatever the reason, and can still be returned', async () => {
    const { walk, caseId } = await verifying('Dahlia Ayu Prasetyo', '2030-01-09')
    const mother = await person(sekar.nik)
    await rows('update people.person set birth_on = $2 where id = $1', [mother.id, '2024-01-01'])
    const error = await errorOf(accept(caseId, 'Surat lahir sudah dicocokkan.'))
    expect([error.code, error.say('id')]).toEqual(['conflict', expect.stringContaining(mother.fullName)])
    expect(await walk.follow(caseId, ['send-back'])).toBe(1)
    await rows('update people.person set birth_on = $2 where id = $1', [mother.id, mother.birthOn])
  })
})
