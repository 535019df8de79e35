/** What a file is, in one word; `report.ts` says how the worst of several signatures decides it. */
export type FileVerdict =
  | 'genuine'
  | 'changed-after'
  | 'changed'
  | 'not-signed'
  | 'unknown-signer'
  | 'expired'
  | 'revoked'
  | 'weak'
  | 'misused'
  | 'damaged'
  | 'encrypted'
  | 'not-pdf'
  | 'too-complex'

/** `broken`: the signature itself cannot be read or does not stand for bytes of this file. */
export type Integrity = 'intact' | 'changed' | 'broken' | 'weak'

export type SignerTrust = 'trusted' | 'unknown' | 'expired' | 'not-yet' | 'revoked' | 'misused' | 'weak'

export type SignatureLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA' | 'CMS'

export type Covers =
  /** Every byte of the file but the signature itself. */
  | 'whole'
  /** A revision; after it came only what a later signature or its proof needs. */
  | 'whole-then-allowed'
  /** A revision; the document became another after it. */
  | 'part'
  | 'nothing'

export interface SignatureReport {
  readonly field: string
  readonly kind: 'signature' | 'time-stamp'
  readonly integrity: Integrity
  readonly covers: Covers
  /** Share of the file in bytes that the signature stands for, 0 to 1. */
  readonly share: number
  readonly trust: SignerTrust
  readonly level: SignatureLevel | undefined
  readonly certifies: boolean
  /** As the certificate says; nobody vouches for it unless `trust` is `trusted`. */
  readonly signer: { readonly name: string; readonly title: string; readonly organisation: string } | undefined
  readonly authority: string | undefined
  /** Lower-case hexadecimal. */
  readonly serial: string | undefined
  /** Milliseconds since 1970; `stamped` when a known authority proves it, `claimed` when only the signer says so. */
  readonly time: { readonly at: number; readonly proof: 'stamped' | 'registered' | 'claimed' } | undefined
  readonly revokedAt: number | undefined
  /** Draws on a page that an earlier signer had already signed. */
  readonly draws: boolean
  /** For the log and for other programs, in English. */
  readonly problems: readonly string[]
}

export interface FileReport {
  readonly verdict: FileVerdict
  readonly signatures: readonly SignatureReport[]
  /** Why it was not read, in English; for the log. */
  readonly refusal: string | undefined
}

/** Worst first: the first of these that any signature shows is said of the file. */
const ORDER: readonly FileVerdict[] = [
  'changed',
  'changed-after',
  'weak',
  'revoked',
  'misused',
  'expired',
  'unknown-signer',
]

/** The verdict on a readable file from its signatures: as good as the worst of them. */
export function verdictOf(signatures: readonly SignatureReport[]): FileVerdict {
  if (!signatures.some((one) => one.kind === 'signature')) {
    return signatures.some((one) => one.integrity !== 'intact') ? 'changed' : 'not-signed'
  }
  const found = new Set(signatures.map(verdictOfOne))
  return ORDER.find((verdict) => found.has(verdict)) ?? 'genuine'
}

function verdictOfOne(one: SignatureReport): FileVerdict {
  if (one.integrity === 'weak') return 'weak'
  if (one.integrity !== 'intact') return 'changed'
  if (one.covers === 'part' || one.covers === 'nothing') return 'changed-after'
  switch (one.trust) {
    case 'trusted':
      return 'genuine'
    case 'unknown':
      return 'unknown-signer'
    case 'not-yet':
      return 'expired'
    default:
      return one.trust
  }
}
