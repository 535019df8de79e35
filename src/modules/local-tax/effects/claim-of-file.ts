import { AppError, notFound } from '#kernel/errors.ts'
import type { EffectInput } from '#modules/services/index.ts'
import { listOwnClaims, type OwnClaim } from '../queries/claim-facts.ts'
import { textOf } from './file-answers.ts'

/** The assessment that a file is about, as it is now. @throws conflict when it can no longer be decided about */
export async function claimOfFile(input: EffectInput): Promise<OwnClaim> {
  const number = textOf(input, 'assessment')
  if (!number) throw notFound()
  const claim = (await listOwnClaims(input.tx, input.applicantPersonId)).find((each) => each.number === number)
  if (claim) return claim
  throw new AppError('conflict', {
    text: {
      id: `Ketetapan ${number} sudah dibatalkan atau beralih, sehingga tidak dapat diputus lagi.`,
      en: `Assessment ${number} was cancelled or passed on and can no longer be decided about.`,
    },
  })
}

export const groundOf = ({ caseNumber }: EffectInput, what: string): string => `${what}, berkas ${caseNumber}`
