import type { Alternative, TypedWord } from './alternatives.ts'
import { plainWords } from './plain-words.ts'

/** Why somebody was found although the name is written otherwise. */
export interface FoundBy {
  readonly kind: 'spelling' | 'short' | 'near' | 'mother'
  /** The word as the register has it. */
  readonly word: string
}

export interface Likeness {
  /** 0 to 1; 1 is exactly what was typed. */
  readonly score: number
  readonly why: readonly FoundBy[]
}

const worth = { exact: 1, same: 0.92, joined: 0.9, prefix: 0.85, near: 0.6, initial: 0.75 }
/** Each further word of a longer name takes so much. */
const surplus = 0.02

/** How well a name fits what was typed, word by word, and where it differs. */
export function likenessOf(typed: readonly TypedWord[], name: string): Likeness {
  const words = plainWords(name)
  const left = [...words]
  const why: FoundBy[] = []
  let sum = 0
  for (const [place, each] of typed.entries()) {
    const { value, word, kind } = fitJoined(typed, place, left) ?? fitWord(each, left)
    sum += value
    if (word) left.splice(left.indexOf(word), 1)
    if (word && kind) why.push({ kind, word: asWritten(name, word) })
  }
  const score = typed.length === 0 ? 1 : sum / typed.length - surplus * Math.max(0, words.length - typed.length)
  return { score: Math.max(0, Math.round(score * 1000) / 1000), why }
}

/** Two typed words that the register writes as one, or one that it writes as two. */
function fitJoined(typed: readonly TypedWord[], place: number, words: readonly string[]): Fit | undefined {
  const [before, now, after] = [typed[place - 1]?.word, typed[place]?.word ?? '', typed[place + 1]?.word]
  const asOne = (after && words.includes(now + after)) || (before && words.includes(before + now))
  const asTwo = words.some((word, at) => word + words[at + 1] === now)
  return asOne || asTwo ? { value: worth.joined } : undefined
}

interface Fit {
  readonly value: number
  readonly word?: string | undefined
  readonly kind?: FoundBy['kind'] | undefined
}

function fitWord(typed: TypedWord, words: readonly string[]): Fit {
  if (words.includes(typed.word)) return { value: worth.exact, word: typed.word }
  const initial = typed.word.length === 1 && words.find((word) => word.startsWith(typed.word))
  if (initial) return { value: worth.initial, word: initial }
  for (const alternative of typed.alternatives) {
    const word = words.find((each) => alternative.words.includes(each))
    if (word) return fitOf(typed, alternative, word)
  }
  const begun = typed.word.length >= 3 && words.find((word) => word.startsWith(typed.word))
  if (begun) return { value: worth.prefix, word: begun }
  return { value: worth.near / 2 }
}

function fitOf(typed: TypedWord, { likeness }: Alternative, word: string): Fit {
  if (likeness === 'prefix') return { value: worth.prefix, word }
  if (likeness === 'near') return { value: worth.near, word, kind: 'near' }
  const short = word.length <= 3 && typed.word.length > 3
  return { value: worth.same, word, kind: short ? 'short' : 'spelling' }
}

/** The word with the capitals and apostrophes that the register has. */
function asWritten(name: string, word: string): string {
  return name.split(/[\s,]+/).find((each) => plainWords(each).join('') === word) ?? word
}
