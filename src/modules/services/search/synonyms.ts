import groups from '#services/synonyms.json' with { type: 'json' }
import { plainText } from './words.ts'

/** Words that mean the same, joined under one name: "#3". Phrases by number of words, the longest first. */
const phrases = new Map<string, string>()
let longest = 1
for (const [index, group] of groups.entries()) {
  for (const phrase of group) {
    const text = plainText(phrase)
    // The first group that claims a phrase has it.
    if (!phrases.has(text)) phrases.set(text, `#${index}`)
    longest = Math.max(longest, text.split(' ').length)
  }
}

/** Every single word that occurs in the list of synonyms: slips of the finger are mended towards these too. */
export const synonymWords: ReadonlySet<string> = new Set([...phrases.keys()].flatMap((phrase) => phrase.split(' ')))

/** One thing that a text speaks of: a word, or the shared name of words that mean the same. */
export interface Term {
  readonly name: string
  /** Words of the text that it took. */
  readonly words: readonly string[]
}

/** Reads a text from left to right and takes the longest phrase with a shared name each time. */
export function termsOf(words: readonly string[]): Term[] {
  const terms: Term[] = []
  for (let at = 0; at < words.length; ) {
    let size = Math.min(longest, words.length - at)
    while (size > 0 && !phrases.has(words.slice(at, at + size).join(' '))) size -= 1
    const taken = words.slice(at, at + Math.max(size, 1))
    terms.push({ name: phrases.get(taken.join(' ')) ?? (taken[0] as string), words: taken })
    at += taken.length
  }
  return terms
}
