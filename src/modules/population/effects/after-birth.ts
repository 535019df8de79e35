import type { DocumentDraft } from '#modules/documents/index.ts'
import type { Nik } from '#modules/people/index.ts'
import type { EffectInput } from '#modules/services/index.ts'

/** A child that was entered a moment ago, in the transaction of the signature. */
export interface EnteredChild {
  readonly personId: string
  readonly nik: Nik
  readonly name: string
  /** ISO day. */
  readonly bornOn: string
  readonly registerNumber: string
  readonly familyId: string
}

/** What else follows from a birth: further papers of the same signature, or jobs. */
export type AfterBirth = (input: EffectInput, child: EnteredChild) => Promise<readonly DocumentDraft[]>

/** Tells the rest of the program, once the signature holds: see `population.announce-child`. */
export const announceChild: AfterBirth = async ({ context, caseId }, child) => {
  await context.enqueue('population.announce-child', { personId: child.personId, caseId })
  return []
}
