import type { X509Certificate } from 'node:crypto'
import { Budget, PdfRefusal } from './pdf/refusal.ts'
import { Revision } from './pdf/revision.ts'
import { type CheckedSignature, checkSignature } from './signature/check-signature.ts'
import { findSignatureFields } from './signature/find-fields.ts'
import { judgeSignatures, type Trust } from './signature/judge-signatures.ts'
import { readCertificates } from './signature/read-cms.ts'
import type { RevocationRegister } from './signature/revocation.ts'
import { readValidationStore, type ValidationStore } from './signature/validation-store.ts'
import { type FileReport, verdictOf } from './verdict.ts'

export interface VerifyOptions {
  /** Certificates, DER, that signers and time-stamping authorities must come from. */
  readonly anchors: readonly Uint8Array[]
  /** The same for time-stamping authorities alone. */
  readonly timeStampAnchors?: readonly Uint8Array[]
  readonly registers?: readonly RevocationRegister[]
  readonly now: Date
  /** When this very file was issued, from a register of our own: proves the time as a time stamp would. */
  readonly registeredAt?: Date | undefined
}

const MOST_SIGNATURES = 40

/**
 * Says of any PDF whether it is what its signers left. Never throws: what cannot be read is not genuine. Runs for as
 * long as a hostile file can make it within the limits of `Budget`; a server lets `verifyInWorker` do it.
 */
export function verifyPdf(file: Uint8Array, options: VerifyOptions): FileReport {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  try {
    return verify(bytes, options)
  } catch (error) {
    if (error instanceof PdfRefusal) return { verdict: error.code, signatures: [], refusal: error.message }
    // A structure that no rule above foresaw, such as one nested until the stack ends: refused, never accepted.
    return { verdict: 'damaged', signatures: [], refusal: error instanceof Error ? error.message : String(error) }
  }
}

function verify(bytes: Buffer, options: VerifyOptions): FileReport {
  const { whole, checked, store } = readSignatures(bytes)
  if (checked.length === 0 && hasStraySignature(bytes)) {
    return { verdict: 'changed', signatures: [], refusal: 'A signature stands in the file, but not in its form' }
  }
  const trust: Trust = {
    anchors: anchorsOf(options.anchors),
    timeStampAnchors: anchorsOf(options.timeStampAnchors ?? none),
    bag: [...checked.flatMap(certificatesOf), ...store.certificates],
    sources: {
      registers: options.registers ?? [],
      crls: [...store.crls, ...checked.flatMap(({ cms }) => cms?.crls ?? [])],
      ocsps: store.ocsps,
    },
    now: options.now,
    registeredAt: options.registeredAt,
  }
  const signatures = judgeSignatures(whole, checked, trust)
  return { verdict: verdictOf(signatures), signatures, refusal: undefined }
}

/**
 * What a file holds, before anyone is asked whom to believe.
 * @throws PdfRefusal, Error: it cannot be read
 */
export function readSignatures(bytes: Buffer): {
  readonly whole: Revision
  readonly checked: readonly CheckedSignature[]
  readonly store: ValidationStore
} {
  const whole = new Revision(bytes, bytes.length, new Budget())
  const fields = findSignatureFields(whole).filter((field) => field.value)
  if (fields.length > MOST_SIGNATURES) throw new PdfRefusal('too-complex', 'It has too many signatures')
  return { whole, checked: fields.map((field) => checkSignature(whole, field)), store: readValidationStore(whole) }
}

const none: readonly Uint8Array[] = []
const anchors = new WeakMap<readonly Uint8Array[], readonly X509Certificate[]>()

/** Read once for as long as a caller keeps the list: the same authorities stand over file after file. */
function anchorsOf(encoded: readonly Uint8Array[]): readonly X509Certificate[] {
  const known = anchors.get(encoded) ?? readCertificates(encoded)
  anchors.set(encoded, known)
  return known
}

function certificatesOf({ cms }: CheckedSignature): readonly X509Certificate[] {
  return cms?.certificates ?? []
}

/** A signature dictionary lies in plain bytes although no field leads to it: somebody took it out of the form. */
function hasStraySignature(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('/ByteRange'); at !== -1; at = bytes.indexOf('/ByteRange', at + 10)) {
    if (/^\s*\[\s*\d/.test(bytes.toString('latin1', at + 10, at + 40))) return true
  }
  return false
}
