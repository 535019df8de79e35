import { AppError } from '#kernel/errors.ts'
import { getPerson, listFamilyMembers, type Person } from '#modules/people/index.ts'
import type { EffectInput } from '#modules/services/index.ts'

/**
 * Whose data change: the applicant, or somebody on his own card.
 * @throws invalid-input at `person` for anybody else, and for who is no longer active
 */
export async function changedPerson(input: Pick<EffectInput, 'tx' | 'answers' | 'applicantPersonId'>): Promise<Person> {
  const applicant = await getPerson(input.tx, input.applicantPersonId)
  const id = String(input.answers['person'] ?? '') || applicant.id
  const person = id === applicant.id ? applicant : await memberOf(input, applicant, id)
  if (person?.status === 'active') return person
  throw new AppError('invalid-input', {
    fields: [
      {
        path: 'person',
        message: {
          id: 'Orang ini tidak lagi ada pada kartu keluarga pemohon. Kembalikan berkas ke verifikator.',
          en: 'This person is no longer on the applicant’s family card. Return the file to the verifier.',
        },
      },
    ],
  })
}

async function memberOf(input: Pick<EffectInput, 'tx'>, applicant: Person, id: string): Promise<Person | undefined> {
  if (!applicant.familyId) return undefined
  return (await listFamilyMembers(input.tx, applicant.familyId)).find((member) => member.id === id)
}
