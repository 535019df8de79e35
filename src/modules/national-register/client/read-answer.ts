import type { z } from 'zod'
import {
  callOutside,
  type OutsideAnswer,
  type OutsideCall,
  type OutsideEndpoint,
  OutsideFault,
} from '#kernel/outside/call-service.ts'
import { type Away, away, type Fault } from '../port/outcome.ts'

const SMALL_ANSWER = 1024 * 1024

/** The service's own words, made short and plain, without numbers that could be somebody's. */
export function plainWords(words: string): string {
  return words
    .replace(/<[^>]*>/g, ' ')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\d{12,}/g, '(nomor)')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
}

/** JSON of an answer; undefined when it is none, whatever the header says. */
export function jsonOf({ body }: OutsideAnswer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Words with which such services say that they are closed, under whatever status. */
const closedWords = /pemeliharaan|maintenance|dalam perbaikan|tidak dapat diakses|sedang gangguan|service unavailable/i
const quotaWords = /kuota|quota/i
const accountWords =
  /login gagal|ip (address|client)\s+tidak|user(_| )?id tidak aktif|unauthori[sz]ed|tidak terdaftar hak akses/i

/** What words alone say about the service itself, not about anybody in it. */
export function faultInWords(words: string): Fault | undefined {
  if (quotaWords.test(words)) return 'quota'
  if (accountWords.test(words)) return 'account'
  if (closedWords.test(words)) return 'maintenance'
  return undefined
}

/** Why an answer that has not the expected shape does not count. */
export function faultOf(answer: OutsideAnswer): Away {
  const { status, body } = answer
  const words = plainWords(body.subarray(0, 4096).toString('utf8'))
  if (status >= 300 && status < 400) return away('redirect', false)
  if (status === 401 || status === 403) return away('account', false, words)
  if (status === 429) return away('quota', false, words)
  if (status === 503) return away('maintenance', true, words)
  if (status >= 500) return away('server-error', true, words)
  return away(faultInWords(words) ?? 'unreadable', true, words)
}

/** One call; `read` is given the answer. What the network does becomes `away`. */
export async function ask<Outcome>(
  endpoint: OutsideEndpoint,
  call: Omit<OutsideCall, 'largest'>,
  read: (answer: OutsideAnswer) => Outcome | Away,
): Promise<Outcome | Away> {
  try {
    return read(await callOutside(endpoint, { ...call, largest: SMALL_ANSWER }))
  } catch (error) {
    if (!(error instanceof OutsideFault)) throw error
    return away(error.problem, error.mayHaveArrived)
  }
}

/** An answer of the expected shape that is about what was asked. */
export function shaped<Value>(
  answer: OutsideAnswer,
  schema: z.ZodType<Value>,
  isAsked: (value: Value) => boolean,
): Value | Away {
  const parsed =
    answer.status >= 500 || (answer.status >= 300 && answer.status < 400) ? undefined : schema.safeParse(jsonOf(answer))
  if (!parsed?.success) return faultOf(answer)
  return isAsked(parsed.data) ? parsed.data : away('wrong-answer', true)
}

export const isAway = (value: unknown): value is Away =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'away'
