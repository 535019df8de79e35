import { formatNumber } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { type RuleUse, ruleValueText } from '#modules/rules/index.ts'
import { expressionsOf, shareExpressions } from './expressions.ts'
import type { DocumentDefinition, ServiceDefinition } from './schema.ts'
import { isText, textsIn } from './texts-in.ts'

/** A figure of law as a text says it. */
export type Figure = Pick<RuleUse, 'value' | 'unit' | 'citation'>

/** {rule:KEY} is the figure with its unit, {article:KEY} the regulation it stands in. */
const ruleIn = /\{(rule|article):([a-z0-9.-]+)\}/g

/** A rule that a text names, and where. */
export interface NamedRule {
  readonly at: string
  readonly key: string
  readonly says: 'rule' | 'article'
}

const named = new WeakMap<ServiceDefinition, readonly NamedRule[]>()

/** Every rule that texts of a definition name, whether they are filled in already or not. */
export function rulesInTexts(definition: ServiceDefinition): readonly NamedRule[] {
  const written = writtenOf(definition)
  let found = named.get(written)
  if (!found) {
    found = textsIn(written).flatMap(({ at, id, en = '' }) =>
      [...new Map([...`${id} ${en}`.matchAll(ruleIn)].map((match) => [match[0], match])).values()].map(
        ([, says, key]): NamedRule => ({ at, key: key as string, says: says as NamedRule['says'] }),
      ),
    )
    named.set(written, found)
  }
  return found
}

export function ruleKeysInTexts(definition: ServiceDefinition): string[] {
  return [...new Set(rulesInTexts(definition).map((rule) => rule.key))]
}

/** Spelled definitions by what they were written as, and what each was written as. */
const spelled = new WeakMap<ServiceDefinition, Map<string, ServiceDefinition>>()
const origins = new WeakMap<ServiceDefinition, ServiceDefinition>()
/** Figures that differ from day to day and place to place are few; the oldest are forgotten. */
const mostSpellings = 60

/** The definition as it was published, with the places of rules still in its texts. */
export function writtenOf(definition: ServiceDefinition): ServiceDefinition {
  return origins.get(definition) ?? definition
}

/**
 * The definition with every figure of law in its texts filled in, in both languages. Made once for each set of figures
 * and kept: asking again costs a comparison of the few figures that the texts name.
 * @param figureOf undefined for a key that has no row: proved impossible before publishing, and shown as "…"
 */
export function spell(definition: ServiceDefinition, figureOf: (key: string) => Figure | undefined): ServiceDefinition {
  const written = writtenOf(definition)
  const keys = ruleKeysInTexts(written)
  if (keys.length === 0) return written
  const figures = new Map(keys.map((key) => [key, figureOf(key)]))
  const signature = JSON.stringify([...figures.values()].map((one) => one && [one.value, one.unit, one.citation]))
  const known = spelled.get(written) ?? new Map<string, ServiceDefinition>()
  let found = known.get(signature)
  if (!found) {
    found = fillAll(written, figures)
    origins.set(found, written)
    shareExpressions(expressionsOf(written), found)
    if (known.size >= mostSpellings) known.delete(known.keys().next().value as string)
    spelled.set(written, known.set(signature, found))
  }
  return found
}

/** Texts that are no definition, such as those of other modules: the rules they name. */
export function ruleKeysIn(texts: unknown): string[] {
  return [...new Set([...JSON.stringify(texts).matchAll(ruleIn)].map((match) => match[2] as string))]
}

/** The same with every figure filled in. */
export function spellTexts<Part>(part: Part, figureOf: (key: string) => Figure | undefined): Part {
  return filled(part, new Map(ruleKeysIn(part).map((key) => [key, figureOf(key)])))
}

type Figures = ReadonlyMap<string, Figure | undefined>

function fillAll(written: ServiceDefinition, figures: Figures): ServiceDefinition {
  const { golden, documents, ...rest } = written
  const inId = (text: string) => fill(text, figures, 'id')
  const letter = (document: DocumentDefinition): DocumentDefinition => ({
    ...document,
    title: filled(document.title, figures),
    opening: document.opening.map(inId),
    closing: document.closing.map(inId),
    rows: document.rows.map((row) => ({ ...row, label: inId(row.label) })),
  })
  return { ...filled(rest, figures), golden, documents: documents.map(letter) }
}

/** What holds no rule stays the same object, so that a spelling costs little more than the texts it changes. */
function filled<Part>(part: Part, figures: Figures): Part {
  if (typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) {
    const items: unknown[] = part.map((item: unknown) => filled(item, figures))
    return items.every((item, index) => item === part[index]) ? part : (items as Part)
  }
  if (isText(part)) {
    const text = { id: fill(part.id, figures, 'id'), en: fill(part.en, figures, 'en') }
    return text.id === part.id && text.en === part.en ? part : (text as Part)
  }
  const entries = Object.entries(part).map(([key, value]) => [key, filled(value, figures), value] as const)
  if (entries.every(([, now, before]) => now === before)) return part
  return Object.fromEntries(entries.map(([key, now]) => [key, now])) as Part
}

function fill(text: string, figures: Figures, locale: Locale): string {
  return text.replace(ruleIn, (_place, says: string, key: string) => {
    const figure = figures.get(key)
    if (!figure) return '…'
    return says === 'rule' ? figureInWords(figure, locale) : citationIn(figure.citation, locale)
  })
}

/** "21 hari kerja", "17 years", "0,5%"; no days at all are the same day. */
export function figureInWords({ value, unit }: Figure, locale: Locale): string {
  if (value === 0 && unit.endsWith('-day')) return locale === 'id' ? 'hari yang sama' : 'the same day'
  if (unit === 'ratio') {
    const percent = Math.round(Number(value) * 1_000_000) / 10_000
    return `${formatNumber(percent, locale, (String(percent).split('.')[1] ?? '').length)}%`
  }
  return ruleValueText({ value, unit }, locale)
}

/** "UU 30/2014 pasal 77 ayat (1)" is "UU 30/2014 art. 77(1)" in English. */
function citationIn(citation: string, locale: Locale): string {
  if (locale === 'id') return citation
  return citation
    .replace(/\bpasal\b/g, 'art.')
    .replace(/ ayat \(/g, '(')
    .replace(/ huruf ([a-z])\b/g, '($1)')
    .replace(/\bsampai\b/g, 'to')
    .replace(/\bdan\b/g, 'and')
    .replace(/ sebagaimana diubah /g, ' as amended by ')
}
