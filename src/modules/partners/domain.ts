export const partnerKinds = [
  'hospital',
  'clinic',
  'midwife',
  'village',
  'religious-office',
  'court',
  'funeral-service',
  'school',
  'bank',
  'agency',
  'other',
] as const
export type PartnerKind = (typeof partnerKinds)[number]

export const partnerStates = ['active', 'suspended', 'ended'] as const
export type PartnerState = (typeof partnerStates)[number]

/** Which states a partner may be put into by hand. An ended one stays ended: a new agreement is a new partner. */
export const statesAfter: Readonly<Record<PartnerState, readonly PartnerState[]>> = {
  active: ['suspended', 'ended'],
  suspended: ['active', 'ended'],
  ended: [],
}

const keyForm = /^balai_([a-z0-9]{12})_([A-Za-z0-9_-]{43})$/

/** The two parts of a key as programs send it: what finds it, and what proves it. @returns undefined when it is none */
export function readKey(text: string): { readonly prefix: string; readonly secret: string } | undefined {
  const [, prefix, secret] = keyForm.exec(text) ?? []
  return prefix && secret ? { prefix, secret } : undefined
}

export function writeKey(prefix: string, secret: string): string {
  return `balai_${prefix}_${secret}`
}
