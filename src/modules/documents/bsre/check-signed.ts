import type { X509Certificate } from 'node:crypto'
import type { SignatureReport } from '../verify/verdict.ts'
import { readSignatures, type VerifyOptions, verifyPdf } from '../verify/verify-pdf.ts'

/** Why a file that the service gave back is not taken. */
export type AnswerFault =
  | 'not-continued'
  | 'not-one-more'
  | 'not-intact'
  | 'unknown-authority'
  | 'not-valid'
  | 'other-signer'

export interface ExpectedSigner {
  /** As letters show it, with titles, and as the population register has it. */
  readonly names: readonly string[]
  readonly nik: string
}

export interface CheckOptions {
  /** Whom the region believes altogether. */
  readonly trust: VerifyOptions
  /** Authorities of certified signatures alone: the region's own is none of them. */
  readonly national: readonly Uint8Array[]
}

export type CheckedAnswer =
  | { readonly fault: AnswerFault }
  | {
      readonly fault?: undefined
      readonly serial: string
      readonly signedAt: Date
      readonly level: 'B-B' | 'B-T' | 'B-LT' | 'B-LTA'
    }

/**
 * Whether what came back is what was sent with one certified signature of this person behind it, and nothing else. It is
 * read by the verifier that everybody else's files go through; what the service says of it counts for nothing.
 */
export function checkSigned(
  sent: Uint8Array,
  returned: Uint8Array,
  signer: ExpectedSigner,
  { trust, national }: CheckOptions,
): CheckedAnswer {
  if (!continues(sent, returned)) return { fault: 'not-continued' }
  const before = new Set(verifyPdf(sent, trust).signatures.map(({ field }) => field))
  const report = verifyPdf(returned, trust)
  if (report.refusal !== undefined) return { fault: 'not-intact' }
  const added = report.signatures.filter(({ field }) => !before.has(field))
  const [one, ...more] = added.filter(({ kind }) => kind === 'signature')
  if (!one || more.length || report.signatures.length !== before.size + added.length) return { fault: 'not-one-more' }
  if (!report.signatures.every(isWhole)) return { fault: 'not-intact' }
  const judged = verifyPdf(returned, { ...trust, anchors: national }).signatures.find(
    ({ field }) => field === one.field,
  )
  if (!judged || judged.trust === 'unknown') return { fault: 'unknown-authority' }
  if (judged.trust !== 'trusted' || !judged.serial || judged.level === 'CMS') return { fault: 'not-valid' }
  if (!isOf(signer, one, certificateOf(returned, one.field))) return { fault: 'other-signer' }
  return {
    serial: judged.serial,
    signedAt: new Date(judged.time?.at ?? trust.now.getTime()),
    level: judged.level ?? 'B-B',
  }
}

export const continues = (sent: Uint8Array, returned: Uint8Array): boolean =>
  returned.length > sent.length && Buffer.from(returned.buffer, returned.byteOffset, sent.length).equals(sent)

const isWhole = ({ integrity, covers }: SignatureReport): boolean =>
  integrity === 'intact' && (covers === 'whole' || covers === 'whole-then-allowed')

function certificateOf(file: Uint8Array, field: string): X509Certificate | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  return readSignatures(bytes).checked.find((one) => one.field.name === field)?.cms?.signer
}

/** The name must be his; a population number, where the certificate has one, too. */
function isOf(
  expected: ExpectedSigner,
  { signer }: SignatureReport,
  certificate: X509Certificate | undefined,
): boolean {
  const number = /(?:^|\n)(?:serialNumber|UID)=\D*(\d{16})\s*(?:\n|$)/.exec(certificate?.subject ?? '')?.[1]
  if (number !== undefined && number !== expected.nik) return false
  const name = plainName(signer?.name ?? '')
  return name !== '' && expected.names.some((one) => plainName(one) === name)
}

const titles = new Set(['DR', 'DRS', 'DRA', 'IR', 'H', 'HJ', 'PROF', 'DRG', 'DRH', 'APT', 'NS', 'KH', 'R'])

/** Capitals without titles: certificates write degrees in their own way, or not at all. */
export function plainName(name: string): string {
  const [bare = ''] = name.normalize('NFKD').split(',')
  const words = bare
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z0-9']+/)
    .filter(Boolean)
  while (words.length > 1 && titles.has(words[0] as string)) words.shift()
  return words.join(' ').replaceAll("'", '')
}
