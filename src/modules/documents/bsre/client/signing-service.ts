/** What the signer proves himself with. Lives only as long as the work that needs it. */
export interface SignerSecret {
  readonly kind: 'passphrase' | 'totp'
  readonly text: string
}

export interface SignRequest {
  /** Of the signer, 16 digits. */
  readonly nik: string
  readonly secret: SignerSecret
  /** At most `perRequest` of the service. */
  readonly files: readonly Uint8Array[]
  readonly reason: string
  readonly location: string
}

export type RefusalKind =
  | 'wrong-secret'
  | 'not-registered'
  /** The service does not know the region's own account. */
  | 'account'
  | 'redirect'
  /** Anything else that it says no to. */
  | 'refused'

export interface Refusal {
  readonly kind: RefusalKind
  /** `status_code` of the body, or the HTTP status. */
  readonly code: number
  /** The service's own words, short, without the secret. */
  readonly words: string
}

export type UnknownCause = 'timeout' | 'cut' | 'too-long' | 'unreadable' | 'server-error'

/**
 * What came of a request for signatures. `refused` and `unreachable`: nothing was signed. `unknown`: it may have been, so
 * that asking again could sign twice.
 */
export type SignOutcome =
  | { readonly kind: 'signed'; readonly files: readonly Uint8Array[]; readonly remoteId?: string | undefined }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unreachable'; readonly problem: 'unreachable' | 'certificate' }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause; readonly remoteId?: string | undefined }

export const certificateStates = [
  'ISSUE',
  'EXPIRED',
  'RENEW',
  'WAITING_FOR_VERIFICATION',
  'NEW',
  'NO_CERTIFICATE',
  'NOT_REGISTERED',
  'SUSPEND',
  'REVOKE',
] as const

/** State of a signer's certificate at the service; `UNKNOWN` for a word that it did not use before. */
export type CertificateState = (typeof certificateStates)[number] | 'UNKNOWN'

export interface ServiceVerdict {
  readonly valid: boolean
  readonly description: string
  readonly signatures: readonly { readonly signer: string; readonly intact: boolean }[]
}

export interface SealRequest {
  readonly subscriberId: string
  readonly totp: string
  readonly files: readonly Uint8Array[]
  readonly reason: string
  readonly location: string
}

/** The service says no, or gives no answer that can be read, to something that signs nothing. */
export class ServiceRefusal extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`The signing service refuses (${refusal.code}): ${refusal.words}`)
    this.refusal = refusal
  }
}

/** The national signing service in one of the versions of its interface. */
export interface SigningService {
  readonly version: 1 | 2
  /** How many files one request may bring. */
  readonly perRequest: number
  /** Never throws for what the service or the network does. */
  sign(request: SignRequest): Promise<SignOutcome>
  /** A file signed earlier, by the id that the service gave it; undefined where the version has no such thing. */
  fetchSigned?(remoteId: string): Promise<Uint8Array>
  /** Has a code sent to the signer, good for so many files. */
  requestCode?(nik: string, files: number): Promise<void>
  /** @throws OutsideFault, ServiceRefusal */
  certificateState(nik: string): Promise<CertificateState>
  /** The service's own opinion of a signed file. @throws OutsideFault, ServiceRefusal */
  verify(file: Uint8Array): Promise<ServiceVerdict>
  /** Electronic seals of offices. */
  readonly seal?: {
    requestActivation(subscriberId: string): Promise<void>
    revokeActivation(subscriberId: string): Promise<void>
    requestCode(subscriberId: string, files: number): Promise<void>
    seal(request: SealRequest): Promise<SignOutcome>
  }
}
