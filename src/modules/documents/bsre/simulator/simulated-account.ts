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
