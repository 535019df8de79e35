import type { EventOrigin } from '#modules/people/index.ts'
import type { EffectInput } from '#modules/services/index.ts'

/** Where a change of the population register comes from when a case causes it. */
export function originOf(
  input: Pick<EffectInput, 'caseId' | 'context' | 'territoryCode'>,
  reason: string,
  more: { readonly registerNumber?: string | undefined; readonly territoryCode?: string | undefined } = {},
): EventOrigin {
  return {
    now: input.context.now,
    source: { kind: 'case', id: input.caseId },
    registerNumber: more.registerNumber,
    reason,
    territoryCode: more.territoryCode ?? input.territoryCode,
  }
}
