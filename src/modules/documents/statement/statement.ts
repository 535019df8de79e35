import { fromBase32, toBase32 } from './base32.ts'

/**
 * What a document says of itself in its QR, signed: enough to compare with the paper where there is no network. This file
 * runs in the browser too and knows neither Node nor Temporal.
 *
 * Bytes: version 1, key (4), code (5), day of issue and last day (2 each, days since 2020-01-01, 0xffff for none), content
 * hash (16), then region, title, number, subject and signer, each as one byte of length and UTF-8; the last 64 bytes are the
 * signature (ECDSA P-256 with SHA-256, r and s). As text: Crockford base 32.
 */
export interface Statement {
  /** First four bytes of the SHA-256 of the public key, hexadecimal. */
  readonly keyId: string
  /** Without the two check characters and dashes: `8K2M4QXT`. */
  readonly code: string
  /** ISO dates. */
  readonly issuedOn: string
  readonly validTo: string | undefined
  /** First sixteen bytes of the SHA-256 of what the document says, hexadecimal. */
  readonly contentHash: string
  readonly region: string
  readonly title: string
  readonly number: string
  /** Initials, for the QR is open to whoever sees the paper: `K. A. H.` */
  readonly subject: string
  /** Name and position, and in what manner: `Dr. Wening Hapsari, Kepala Dinas`. */
  readonly signer: string
}

export interface SignedStatement {
  readonly statement: Statement
  /** What was signed, the domain of use before it. */
  readonly signed: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
}

const version = 1
const fixed = 1 + 4 + 5 + 2 + 2 + 16
export const signatureBytes = 64
const noDay = 0xffff
const epoch = Date.UTC(2020, 0, 1)
const dayMs = 86_400_000
/** Keeps a signature over a statement from ever being one over anything else. */
const domain = new TextEncoder().encode('balai/document-statement/v1\n')
/** Longest of each text, in bytes: a QR that a phone reads has little room. */
const longest = { region: 40, title: 72, number: 60, subject: 32, signer: 96 } as const
const texts = ['region', 'title', 'number', 'subject', 'signer'] as const

/** The bytes that are signed, without the domain and the signature. */
export function packStatement(statement: Statement): Uint8Array<ArrayBuffer> {
  const code = fromBase32(statement.code)
  if (code?.length !== 5) throw new RangeError(`${statement.code} is not a code of eight letters`)
  const words = texts.map((name) => cut(statement[name], longest[name]))
  const bytes = new Uint8Array(fixed + words.reduce((sum, word) => sum + 1 + word.length, 0))
  const view = new DataView(bytes.buffer)
  bytes[0] = version
  bytes.set(fromHex(statement.keyId, 4), 1)
  bytes.set(code, 5)
  view.setUint16(10, dayNumber(statement.issuedOn))
  view.setUint16(12, statement.validTo ? dayNumber(statement.validTo) : noDay)
  bytes.set(fromHex(statement.contentHash, 16), 14)
  let at = fixed
  for (const word of words) {
    bytes[at] = word.length
    bytes.set(word, at + 1)
    at += 1 + word.length
  }
  return bytes
}

/** Reads a statement and finds what was signed; undefined for anything that is not written exactly as it should be. */
export function readStatement(text: string): SignedStatement | undefined {
  const bytes = fromBase32(text)
  return bytes && readSigned(bytes)
}

/** The statement as it stands in the register of documents. */
export function readStatementBytes(bytes: Uint8Array): Statement | undefined {
  return readSigned(Uint8Array.from(bytes))?.statement
}

function readSigned(bytes: Uint8Array<ArrayBuffer>): SignedStatement | undefined {
  if (bytes.length < fixed + texts.length + signatureBytes || bytes[0] !== version) return undefined
  const body = bytes.slice(0, -signatureBytes)
  const view = new DataView(body.buffer)
  const words: Record<string, string> = {}
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let at = fixed
  for (const name of texts) {
    const length = body[at]
    if (length === undefined || at + 1 + length > body.length) return undefined
    try {
      words[name] = decoder.decode(body.subarray(at + 1, at + 1 + length))
    } catch {
      return undefined
    }
    at += 1 + length
  }
  if (at !== body.length) return undefined
  const last = view.getUint16(12)
  return {
    statement: {
      keyId: toHex(body.subarray(1, 5)),
      code: toBase32(body.subarray(5, 10)),
      issuedOn: dayText(view.getUint16(10)),
      validTo: last === noDay ? undefined : dayText(last),
      contentHash: toHex(body.subarray(14, 30)),
      ...(words as Pick<Statement, (typeof texts)[number]>),
    },
    signed: signedBytes(body),
    signature: bytes.slice(-signatureBytes),
  }
}

export function signedBytes(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(domain.length + body.length)
  bytes.set(domain)
  bytes.set(body, domain.length)
  return bytes
}

/** `Kirana Ayu Hartono` as `K. A. H.`; a firm keeps its form: `PT S. M.` */
export function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => (/^(PT|CV|UD|PD|KSP|NV)$/i.test(word) ? word.toUpperCase() : `${[...word][0]?.toUpperCase()}.`))
    .join(' ')
}

/** Cut between letters, never inside one; an ellipsis says that something is missing. */
function cut(text: string, most: number): Uint8Array {
  const encoder = new TextEncoder()
  const whole = encoder.encode(text.normalize('NFC'))
  if (whole.length <= most) return whole
  let kept = ''
  for (const letter of text.normalize('NFC')) {
    if (encoder.encode(`${kept}${letter}…`).length > most) break
    kept += letter
  }
  return encoder.encode(`${kept}…`)
}

function dayNumber(day: string): number {
  const number = (Date.parse(`${day}T00:00:00Z`) - epoch) / dayMs
  if (!Number.isInteger(number) || number < 0) throw new RangeError(`${day} is not a day since 2020`)
  // A last day beyond the year 2199 is as good as none.
  return Math.min(number, noDay)
}

const dayText = (number: number) => new Date(epoch + number * dayMs).toISOString().slice(0, 10)

function fromHex(text: string, length: number): Uint8Array {
  const pairs = text.match(/[0-9a-f]{2}/g) ?? []
  if (pairs.length !== length || text.length !== length * 2) throw new RangeError(`not ${length} bytes: ${text}`)
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16))
}

const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
