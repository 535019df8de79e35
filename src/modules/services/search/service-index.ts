import type { ServiceDefinition } from '../definition/schema.ts'
import { synonymWords, type Term, termsOf } from './synonyms.ts'
import { allowedSlips, isStopWord, plainText, slipsBetween, stemOf } from './words.ts'

/** What of a service is searched, and how much a hit there counts. */
const weights = { title: 3, keyword: 2.6, product: 1.2, summary: 1, about: 0.7 } as const

interface Entry<T> {
  readonly item: T
  /** Highest weight with which each term, word or stem occurs. */
  readonly terms: ReadonlyMap<string, number>
  /** Titles and keywords as a whole. */
  readonly phrases: ReadonlySet<string>
}

export interface Searchable {
  readonly definition: Pick<
    ServiceDefinition,
    'id' | 'slug' | 'title' | 'summary' | 'keywords' | 'products' | 'lifeEvent' | 'unit' | 'audience'
  >
  /** Names of the agency and the life event, for those who look for them. */
  readonly about?: readonly string[] | undefined
}

export interface Hit<T> {
  readonly item: T
  /** 0 to about 1.3; below `leastScore` it is not shown. */
  readonly score: number
}

/** Share of what was asked that a service must meet to be shown at all. */
const leastScore = 0.34

/** All services of one day, read once and asked many times. */
export class ServiceIndex<T extends Searchable> {
  private readonly entries: readonly Entry<T>[]
  /** How many services speak of a term. */
  private readonly spread = new Map<string, number>()
  private readonly vocabulary: ReadonlySet<string>
  private readonly byLength = new Map<number, string[]>()
  private readonly mended = new Map<string, readonly string[]>()

  constructor(items: readonly T[]) {
    this.entries = items.map((item) => entryOf(item))
    const words = new Set(synonymWords)
    for (const { terms } of this.entries) {
      for (const term of terms.keys()) {
        this.spread.set(term, (this.spread.get(term) ?? 0) + 1)
        if (!term.startsWith('#') && !term.startsWith('~')) words.add(term)
      }
    }
    this.vocabulary = words
    for (const [length, list] of Map.groupBy(words, (word) => word.length)) this.byLength.set(length, list)
  }

  /** Services that fit, best first. */
  find(text: string): Hit<T>[] {
    const words = plainText(text)
      .split(' ')
      .filter(Boolean)
      .flatMap((word) => this.split(word))
    if (words.length === 0) return []
    const readings = this.readings(words)
    const whole = plainText(text)
    return this.entries
      .map((entry) => {
        const score = Math.max(...readings.map((reading) => this.scoreOf(entry, reading)))
        return { item: entry.item, score: score + (entry.phrases.has(whole) ? 0.3 : 0) }
      })
      .filter((hit) => hit.score > leastScore)
      .sort((a, b) => b.score - a.score || (a.item.definition.title.id < b.item.definition.title.id ? -1 : 1))
  }

  /** "aktalahir" is two words written as one. */
  private split(word: string): string[] {
    if (this.vocabulary.has(word) || word.length < 6) return [word]
    for (let at = 2; at <= word.length - 2; at += 1) {
      const parts = [word.slice(0, at), word.slice(at)] as const
      if (parts.every((part) => this.vocabulary.has(part) && part.length > 1)) return [...parts]
    }
    return [word]
  }

  /** The words as typed, and as they were probably meant. A mended word counts a little less. */
  private readings(words: readonly string[]): { name: string; certainty: number }[][] {
    const mended = words.map((word) => this.mend(word))
    const isMended = mended.some((candidates, index) => candidates[0] !== words[index])
    const asTyped = meaningful(termsOf(words)).map((term) => ({ name: term.name, certainty: 1 }))
    if (!isMended) return [asTyped]
    const certain = new Map(
      mended.map((candidates, index) => [candidates[0] as string, candidates[0] === words[index]]),
    )
    const alternatives = Math.max(...mended.map((candidates) => candidates.length))
    const others = Array.from({ length: alternatives }, (_, at) =>
      meaningful(termsOf(mended.map((candidates) => candidates[Math.min(at, candidates.length - 1)] as string))).map(
        (term) => ({
          name: term.name,
          certainty: term.words.every((word) => certain.get(word)) ? 1 : 0.85,
        }),
      ),
    )
    return [asTyped, ...others]
  }

  /** Known words nearest to one that is not known; the word itself when none is near. */
  private mend(word: string): readonly string[] {
    if (this.vocabulary.has(word) || isStopWord(word) || this.spread.has(`~${stemOf(word)}`) || /^\d+$/.test(word))
      return [word]
    const known = this.mended.get(word)
    if (known) return known
    let most = allowedSlips(word.length)
    let best: string[] = []
    for (let length = word.length - most; length <= word.length + most; length += 1) {
      for (const candidate of this.byLength.get(length) ?? []) {
        if (candidate.length < 3) continue
        const slips = slipsBetween(word, candidate, most)
        if (slips > most) continue
        if (slips < most) best = []
        most = slips
        best.push(candidate)
      }
    }
    const found = best.length
      ? best.sort((a, b) => (this.spread.get(b) ?? 0) - (this.spread.get(a) ?? 0)).slice(0, 4)
      : [word]
    if (this.mended.size < 2000) this.mended.set(word, found)
    return found
  }

  private scoreOf(entry: Entry<T>, reading: readonly { name: string; certainty: number }[]): number {
    let met = 0
    let asked = 0
    for (const { name, certainty } of reading) {
      const rarity = this.rarityOf(name)
      asked += rarity
      met += (rarity * certainty * weightIn(entry, name)) / weights.title
    }
    return asked ? met / asked : 0
  }

  /** A word that few services speak of says more than one that many do. */
  private rarityOf(name: string): number {
    const spread = this.spread.get(name) ?? this.spread.get(`~${stemOf(name)}`) ?? 0
    return 0.6 + Math.log(1 + this.entries.length / (1 + spread))
  }
}

/** Without the words that only say that something is wanted; all of them when nothing else is left. */
function meaningful(terms: readonly Term[]): readonly Term[] {
  const telling = terms.filter((term) => !isStopWord(term.name))
  return telling.length ? telling : terms
}

/** A word may stand as such, in another form of the same stem, or only begin alike: it is still being typed. */
function weightIn<T>(entry: Entry<T>, name: string): number {
  const exact = entry.terms.get(name)
  if (exact !== undefined) return exact
  if (name.startsWith('#')) return 0
  const sameStem = entry.terms.get(`~${stemOf(name)}`)
  if (sameStem !== undefined) return sameStem * 0.9
  if (name.length < 2) return 0
  let begun = 0
  for (const [term, weight] of entry.terms) {
    if (weight * 0.75 > begun && term.startsWith(name)) begun = weight * 0.75
  }
  return begun
}

function entryOf<T extends Searchable>(item: T): Entry<T> {
  const { definition } = item
  const terms = new Map<string, number>()
  const add = (text: string, weight: number) => {
    const words = plainText(text).split(' ').filter(Boolean)
    const names = [
      ...termsOf(words).map((term) => term.name),
      ...words,
      ...words.filter((word) => !isStopWord(word)).map((word) => `~${stemOf(word)}`),
    ]
    for (const name of names) terms.set(name, Math.max(terms.get(name) ?? 0, weight))
  }
  for (const text of Object.values(definition.title)) add(text, weights.title)
  for (const text of definition.keywords) add(text, weights.keyword)
  for (const product of definition.products) for (const text of Object.values(product)) add(text, weights.product)
  for (const text of Object.values(definition.summary)) add(text, weights.summary)
  for (const text of item.about ?? []) add(text, weights.about)
  const phrases = new Set([...Object.values(definition.title), ...definition.keywords].map(plainText))
  return { item, terms, phrases }
}
