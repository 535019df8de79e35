import { type RawBuilder, sql } from 'kysely'
import type { NamePart, TypedWord } from '../names/alternatives.ts'

/** What must all hold: each line is a choice of tokens of which one is enough. */
type Choices = readonly (readonly string[])[]

/** How far a search goes: spellings first, slips of the finger only when those give too few. */
export type Reach = 'spellings' | 'slips'

/**
 * The condition on `tokens` for typed words. Every arm is one scan of one index in which the rarest token leads.
 * Undefined when nothing that was typed is a name, a day or a place.
 */
export function tokenCondition(
  words: readonly TypedWord[],
  musts: Choices,
  reach: Reach,
): RawBuilder<boolean> | undefined {
  const arms: Choices[] = [words.map((word) => tokensOf(word, reach))]
  words.forEach((word, index) => {
    if (!word.joinedKey || words[index + 1]?.part !== word.part) return
    const others = words.filter((_, place) => place !== index && place !== index + 1)
    if (word.part === 'name') arms.push([[word.joinedKey], ...others.map((other) => tokensOf(other, reach))])
  })
  const possible = arms.filter((arm) => arm.length + musts.length > 0 && arm.every((choice) => choice.length > 0))
  if (possible.length === 0) return undefined
  const scans = possible.map((arm) => sql<boolean>`(${sql.join([...arm, ...musts].map(oneOf), sql` and `)})`)
  return sql<boolean>`(${sql.join(scans, sql` or `)})`
}

function oneOf(tokens: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`s.tokens && ${tokens}::text[]`
}

const marks: Readonly<Record<NamePart, string>> = { name: '', mother: '^' }

function tokensOf(word: TypedWord, reach: Reach): string[] {
  const used = word.alternatives.filter(({ likeness }) => reach === 'slips' || likeness !== 'near')
  return used.map(({ key }) => marks[word.part] + key)
}

/** An initial says little: it orders what was found and never excludes. "M." is Muhammad and no initial. */
export function isInitial(word: TypedWord): boolean {
  return word.word.length === 1 && word.key.length === 1
}
