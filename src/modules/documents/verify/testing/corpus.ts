import type { FileVerdict, SignatureLevel } from '../verdict.ts'
import { type Cast, castOf } from './cast.ts'
import { certificateCases } from './corpus-certificates.ts'
import { forgedCases } from './corpus-forged.ts'
import { goodCases } from './corpus-good.ts'
import { hostileCases } from './corpus-hostile.ts'
import { laterCases } from './corpus-later.ts'
import { longTermCases } from './corpus-long-term.ts'

/** One file of the corpus with what must be said of it. */
export interface CorpusCase {
  readonly name: string
  readonly file: Buffer
  /** Any of these; more than one only where the place of the damage decides. */
  readonly expect: readonly FileVerdict[]
  /** Of the first signature. */
  readonly level?: SignatureLevel | undefined
  /** Why this is refused although pdfsig and openssl find nothing wrong with its signatures. */
  readonly stricter?: string | undefined
}

/**
 * Every file again from nothing, in the same order with the same names. Places of damage follow from the seed; only
 * RSA keys and the random part of ECDSA signatures differ from run to run, and with them no verdict.
 */
export function makeCorpus(seed = 1): { readonly cast: Cast; readonly cases: readonly CorpusCase[] } {
  const cast = castOf()
  const cases = [
    ...goodCases(cast),
    ...forgedCases(cast, seed),
    ...laterCases(cast),
    ...longTermCases(cast),
    ...certificateCases(cast),
    ...hostileCases(cast, seed),
  ]
  return { cast, cases }
}

/** Numbers from 0 to below `limit`, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit)
  }
}
