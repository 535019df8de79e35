import { z } from 'zod'
import { type OutsideAnswer, OutsideFault } from '#kernel/outside/call-service.ts'
import {
  type CertificateState,
  certificateStates,
  type Refusal,
  ServiceRefusal,
  type SignOutcome,
} from './signing-service.ts'

/** Signing adds some dozens of kilobytes; this leaves room for pictures that a service may put in. */
export const largestAnswer = (sent: readonly Uint8Array[], encoded = 1): number =>
  Math.ceil((sent.reduce((sum, { length }) => sum + length, 0) + sent.length * 4 * 1024 * 1024) * encoded)

export const SMALL_ANSWER = 1024 * 1024

const errorBody = z.object({
  error: z.union([z.string(), z.object({ message: z.string() }).transform(({ message }) => message)]),
  status_code: z.coerce.number().int(),
})

/** JSON of an answer; undefined when it is none, whatever the header says. */
export function jsonOf({ body }: OutsideAnswer): unknown {
  const first = body.subarray(0, 64).toString('utf8').trimStart()[0]
  if (first !== '{' && first !== '[') return undefined
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * The no of the service, which also comes under HTTP 200. A server error is no refusal: what happened before it is unknown.
 * @param secret taken out of the service's words, should it repeat them
 */
export function refusalIn(answer: OutsideAnswer, secret: string | undefined): Refusal | undefined {
  const parsed = errorBody.safeParse(jsonOf(answer))
  const { status } = answer
  if (parsed.success && (status < 500 || knownCodes.has(parsed.data.status_code))) {
    const { error, status_code: code } = parsed.data
    return { kind: knownCodes.get(code) ?? kindOfStatus(status), code, words: plain(error, secret) }
  }
  if (status >= 300 && status < 500) return { kind: kindOfStatus(status), code: status, words: '' }
  return undefined
}

const knownCodes = new Map<number, Refusal['kind']>([
  [2011, 'not-registered'],
  [2031, 'wrong-secret'],
])

function kindOfStatus(status: number): Refusal['kind'] {
  if (status === 401 || status === 403) return 'account'
  return status >= 300 && status < 400 ? 'redirect' : 'refused'
}

function plain(words: string, secret: string | undefined): string {
  const clean = secret ? words.replaceAll(secret, '***') : words
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
  return clean.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, 200)
}

/** The answer to something that signs nothing. @throws ServiceRefusal */
export function accepted(answer: OutsideAnswer, secret?: string): unknown {
  const refusal = refusalIn(answer, secret)
  if (refusal) throw new ServiceRefusal(refusal)
  if (answer.status !== 200) throw new ServiceRefusal({ kind: 'refused', code: answer.status, words: '' })
  return jsonOf(answer)
}

/** @throws ServiceRefusal for an answer of another shape */
export function shaped<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new ServiceRefusal({ kind: 'refused', code: 200, words: 'unreadable answer' })
}

/** The outcome of signing when there is no whole answer. */
export function outcomeOfFault(fault: unknown): SignOutcome {
  if (!(fault instanceof OutsideFault)) throw fault
  const { problem, mayHaveArrived, headers } = fault
  if (!mayHaveArrived) return { kind: 'unreachable', problem: problem === 'certificate' ? problem : 'unreachable' }
  const cause = problem === 'timeout' || problem === 'too-long' ? problem : 'cut'
  return { kind: 'unknown', cause, remoteId: remoteIdOf(headers['id_dokumen']) }
}

/** As it goes into an address later. */
export function remoteIdOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,100}$/.test(value) ? value : undefined
}

export function stateOf(word: unknown): CertificateState {
  const text = typeof word === 'string' ? word.toUpperCase() : ''
  return certificateStates.find((state) => state === text) ?? 'UNKNOWN'
}

export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(5, bytes.length)).toString('latin1') === '%PDF-'
