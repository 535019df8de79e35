import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject, sign, verify } from 'node:crypto'
import { ProofRefused } from './verify.ts'

/** Signed notes, verifier keys and cosignatures as C2SP writes them: signed-note, tlog-checkpoint, tlog-cosignature. */

/** 1: Ed25519 over the text; 4: Ed25519 over the text and a time, as witnesses sign. */
export type SignatureType = 1 | 4

export interface VerifierKey {
  readonly name: string
  readonly type: SignatureType
  readonly id: Buffer
  readonly publicKey: KeyObject
  /** `name+id+key`, as it is published. */
  readonly text: string
}

export interface Signer {
  readonly key: VerifierKey
  readonly privateKey: KeyObject
}

export interface NoteSignature {
  readonly name: string
  readonly keyId: Buffer
  readonly bytes: Buffer
  readonly line: string
}

export interface SignedNote {
  /** With its last newline: the bytes that are signed. */
  readonly body: string
  readonly signatures: readonly NoteSignature[]
}

const largestNote = 64 * 1024
const mostSignatures = 64
const signatureLine = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/
const keyName = /^[^\s+]{1,200}$/u

/** @throws ProofRefused when it is not a signed note; no signature is checked yet */
export function parseNote(text: string): SignedNote {
  const split = text.lastIndexOf('\n\n')
  if (text.length > largestNote || split < 1 || !text.endsWith('\n')) throw new ProofRefused('this is no signed note')
  const lines = text.slice(split + 2, -1).split('\n')
  if (lines.length > mostSignatures) throw new ProofRefused('the note bears too many signatures')
  const signatures = lines.map((line): NoteSignature => {
    const [, name, base64] = signatureLine.exec(line) ?? []
    const bytes = Buffer.from(base64 ?? '', 'base64')
    if (!name || bytes.length < 5 || bytes.toString('base64') !== base64) {
      throw new ProofRefused('a line below the note is no signature')
    }
    return { name, keyId: bytes.subarray(0, 4), bytes: bytes.subarray(4), line }
  })
  return { body: text.slice(0, split + 1), signatures }
}

/** A head of the log: name, size and root. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
}

export function checkpointBody({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`
}

/** @throws ProofRefused */
export function parseCheckpoint(body: string): Checkpoint {
  const [origin, size, base64] = body.split('\n')
  const root = Buffer.from(base64 ?? '', 'base64')
  const isSize = /^(0|[1-9]\d{0,15})$/.test(size ?? '') && Number.isSafeInteger(Number(size))
  if (!origin || !isSize || root.length !== 32 || root.toString('base64') !== base64) {
    throw new ProofRefused('this is no head of a log: it needs a name, a size and a root')
  }
  return { origin, size: Number(size), root }
}

/** A new key pair, and the signer it makes. */
export function newSigner(name: string, type: SignatureType): { signer: Signer; pkcs8: Buffer } {
  const { privateKey } = generateKeyPairSync('ed25519')
  return { signer: signerOf(name, type, privateKey), pkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }) }
}

export function openSigner(name: string, type: SignatureType, pkcs8: Buffer): Signer {
  return signerOf(name, type, createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }))
}

function signerOf(name: string, type: SignatureType, privateKey: KeyObject): Signer {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  return { key: verifierKey(name, type, Buffer.from(x as string, 'base64url')), privateKey }
}

export function verifierKey(name: string, type: SignatureType, raw: Buffer): VerifierKey {
  if (!keyName.test(name)) throw new ProofRefused('the name of a key has no spaces and no plus sign')
  const typed = Buffer.concat([Buffer.of(type), raw])
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), typed]), 'buffer').subarray(0, 4)
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
    format: 'jwk',
  })
  return { name, type, id, publicKey, text: `${name}+${id.toString('hex')}+${typed.toString('base64')}` }
}

/** @throws ProofRefused */
export function parseVerifierKey(text: string, type: SignatureType): VerifierKey {
  const [, name, id, base64] = /^([^\s+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text.trim()) ?? []
  const typed = Buffer.from(base64 ?? '', 'base64')
  if (!name || typed.length !== 33) throw new ProofRefused('this is no verifier key (name+id+key)')
  if (typed[0] !== type) throw new ProofRefused(`this key is of type ${typed[0]}; type ${type} is needed here`)
  const key = verifierKey(name, type, typed.subarray(1))
  if (key.id.toString('hex') !== id) throw new ProofRefused('name and id of the key do not belong together')
  return key
}

/** The signature line of a head by the log itself. */
export function signLine(body: string, signer: Signer): string {
  return line(signer, sign(null, Buffer.from(body, 'utf8'), signer.privateKey))
}

/** The signature line of a witness: that at this time it knew of no later head than this one. */
export function cosignLine(body: string, signer: Signer, atSeconds: number): string {
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(atSeconds))
  return line(
    signer,
    Buffer.concat([time, sign(null, Buffer.from(cosigned(body, atSeconds), 'utf8'), signer.privateKey)]),
  )
}

const cosigned = (body: string, atSeconds: number | bigint) => `cosignature/v1\ntime ${atSeconds}\n${body}`

function line(signer: Signer, signature: Buffer): string {
  return `— ${signer.key.name} ${Buffer.concat([signer.key.id, signature]).toString('base64')}`
}

export function noteText(body: string, lines: readonly string[]): string {
  return `${body}\n${lines.map((each) => `${each}\n`).join('')}`
}

/** The signature of a key below a note, by name and id; undefined when it bears none of this key. */
export function signatureBy(note: SignedNote, key: VerifierKey): NoteSignature | undefined {
  return note.signatures.find((one) => one.name === key.name && one.keyId.equals(key.id))
}

/**
 * The head that this key signed.
 * @throws ProofRefused
 */
export function openCheckpoint(note: SignedNote, key: VerifierKey): Checkpoint {
  const signature = signatureBy(note, key)
  if (!signature) throw new ProofRefused(`the head is not signed by the key of ${key.name}`)
  const isTrue = signature.bytes.length === 64 && verify(null, Buffer.from(note.body), key.publicKey, signature.bytes)
  if (!isTrue) throw new ProofRefused(`the signature of ${key.name} does not fit this head`)
  const checkpoint = parseCheckpoint(note.body)
  if (checkpoint.origin !== key.name) {
    throw new ProofRefused(`the head is of the log ${checkpoint.origin}, but the key is of ${key.name}`)
  }
  return checkpoint
}

/**
 * When the witness signed this head, in seconds since the epoch; undefined when it did not.
 * @throws ProofRefused when its signature is there and does not fit
 */
export function openCosignature(note: SignedNote, key: VerifierKey): number | undefined {
  const signature = signatureBy(note, key)
  if (!signature) return undefined
  const at = signature.bytes.length === 72 ? signature.bytes.readBigUInt64BE(0) : -1n
  const isTrue =
    at >= 0n &&
    at <= BigInt(Number.MAX_SAFE_INTEGER) &&
    verify(null, Buffer.from(cosigned(note.body, at)), key.publicKey, signature.bytes.subarray(8))
  if (!isTrue) throw new ProofRefused(`the signature of the witness ${key.name} does not fit this head`)
  return Number(at)
}
