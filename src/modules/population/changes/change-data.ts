import { dayOf } from '#kernel/clock/clock.ts'
import {
  bloodTypes,
  educations,
  type MaritalStatus,
  maritalStatusLabels,
  type PersonFacts,
  religions,
} from '#modules/people/index.ts'
import type { Answers, EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { changedPerson } from './changed-person.ts'
import { recordChange } from './record-change.ts'

/** Values of choices, in the order in which the register has its words. */
const religionValues = ['islam', 'kristen', 'katolik', 'hindu', 'buddha', 'khonghucu', 'kepercayaan'] as const
const educationValues = ['none', 'below-sd', 'sd', 'sltp', 'slta', 'd1', 'd3', 's1', 's2', 's3'] as const

/**
 * Changes elements of the data on card and identity card (F-1.06): religion, education, occupation, blood type,
 * marital status. No certificate follows, only a new family card.
 * @basis Perpres 96/2018 pasal 15 dan 16; Permendagri 109/2019 formulir F-1.06
 */
export async function changeData(input: EffectInput): Promise<EffectOutcome> {
  const person = await changedPerson(input)
  const facts = factsFrom(input.answers)
  const present = person as unknown as Record<string, unknown>
  const words = Object.entries(facts).map(([field, value]) => [field, said(field, value)] as const)
  return recordChange(input, {
    person,
    kind: 'data-change',
    code: 'PD',
    facts,
    validOn: dayOf(input.context.now, input.context.tenant.profile.zone).toString(),
    reason: 'Perubahan data kependudukan',
    details: Object.fromEntries(
      words.flatMap(([field, after]) => [
        [`${field}Before`, said(field, present[field])],
        [`${field}After`, after],
      ]),
    ),
  })
}

/** What the register is to say, from the answers to those elements that were chosen. */
function factsFrom(answers: Answers): PersonFacts {
  const chosen = new Set((answers['elements'] as readonly string[] | undefined) ?? [])
  const text = (name: string) => String(answers[name] ?? '')
  const word = (values: readonly string[], words: readonly string[], value: string) => words[values.indexOf(value)]
  return {
    ...(chosen.has('religion') ? { religion: word(religionValues, religions, text('newReligion')) ?? '' } : {}),
    ...(chosen.has('education') ? { education: word(educationValues, educations, text('newEducation')) ?? '' } : {}),
    ...(chosen.has('occupation') ? { occupation: text('newOccupation').trim() } : {}),
    ...(chosen.has('blood') ? { bloodType: bloodTypes.find((type) => type.toLowerCase() === text('newBlood')) } : {}),
    ...(chosen.has('marital') ? maritalFacts(answers) : {}),
  }
}

function maritalFacts(answers: Answers): PersonFacts {
  const maritalStatus = String(answers['newMarital'] ?? '') as MaritalStatus
  const number = String(answers['maritalNumber'] ?? '') || undefined
  const on = String(answers['maritalOn'] ?? '') || undefined
  if (maritalStatus === 'divorced') return { maritalStatus, divorceCertificateNumber: number, divorcedOn: on }
  if (maritalStatus === 'married') return { maritalStatus, marriageCertificateNumber: number, marriedOn: on }
  return { maritalStatus }
}

function said(field: string, value: unknown): string {
  if (field === 'maritalStatus') return maritalStatusLabels[value as MaritalStatus].id
  return value === undefined || value === '' ? '-' : String(value)
}
