import type { CertificateState } from '../client/signing-service.ts'

/** Somebody whom the made-up national service knows. */
export interface SimulatedAccount {
  readonly nik: string
  readonly name: string
  readonly passphrase: string
  readonly state: CertificateState
}

/** What goes wrong with the next request for signatures, on purpose. */
export const mishaps = [
  'slow',
  'drop-before',
  'drop-after-signing',
  'half-written',
  'rubbish',
  'wrong-type',
  'endless',
  'error-in-200',
  'server-error',
  'redirect',
  'wrong-file',
  'unsigned',
  'rewritten',
  'other-signer',
  'unknown-authority',
  'previous-answer',
  'earlier-signature',
  'one-too-few',
  'swapped',
] as const
export type Mishap = (typeof mishaps)[number]

/** Said behind the passphrase of a demo, with a slash, they let anybody see how the program bears it. */
export const spokenMishaps: Readonly<Record<string, Mishap>> = {
  lambat: 'slow',
  putus: 'drop-after-signing',
  gangguan: 'server-error',
  keliru: 'wrong-file',
}

/** Refused as the service does: HTTP status and body. */
export class SimulatedRefusal extends Error {
  readonly status: number
  readonly code: number

  constructor(code: number, words: string, status = 400) {
    super(words)
    this.code = code
    this.status = status
  }
}
