import type { ServiceDefinition } from '../schema.ts'
import { ruleKey } from '../schema-parts.ts'
import { rulesInTexts } from '../spell.ts'
import { textsIn } from '../texts-in.ts'
import { type AddFault, type Fault, findingFaults } from './fault.ts'
import type { Installed } from './installed.ts'
import { stateAt, stepAt } from './steps.ts'

/**
 * A figure of law stands in its dated row alone. Texts name the row; a time, a sum or an age written out would go on
 * saying the old law after the row has changed.
 */
export function checkFigures(definition: ServiceDefinition, installed: Installed): Fault[] {
  return findingFaults((add) => {
    for (const { at, id, en = '' } of textsIn(definition)) {
      const figure = writtenFigure(id) ?? writtenFigure(en)
      if (figure) {
        add(
          'figure-in-text',
          at,
          `"${figure}" tertulis dalam teks; sebut aturannya dengan {rule:…}, atau mulai dengan "Misalnya" bila hanya contoh.`,
          `"${figure}" is written into the text; name its rule with {rule:…}, or say "For example" when it is one.`,
        )
      }
      for (const place of malformedIn(`${id} ${en}`)) {
        add('text-rule', at, `{${place}} tidak menyebut aturan.`, `{${place}} names no rule.`)
      }
    }
    checkSayable(definition, installed, add)
    checkNames(definition, add)
  })
}

const number = {
  id: String.raw`(?:\d[\d.,]*|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)(?: (?:belas|puluh|ratus))?|sepuluh|sebelas|seratus)`,
  en: String.raw`(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety|hundred)`,
}
const unit = {
  id: '(?:hari|jam|menit|minggu|bulan|triwulan|semester|tahun|meter|kilometer|km|hektare|m2|m²|persen|%|ribu|juta|rupiah)',
  en: '(?:(?:working|calendar|business)[ -])?(?:days?|hours?|minutes?|weeks?|months?|years?|metres?|meters?|kilometres?|km|hectares?|m2|m²|per ?cent|%|rupiah)',
}

const figures = [
  new RegExp(String.raw`(?<![\w/.-])${number.id} ?${unit.id}(?![\w-])`, 'i'),
  new RegExp(String.raw`(?<![\w/.-])${number.en}[ -]?${unit.en}(?![\w-])`, 'i'),
  /\bRp\.? ?\d[\d.,]*/,
  /\b(?:aged?|under|over|age of|umur|usia|berumur|berusia) \d+\b/i,
  /\b\d+ or (?:older|younger)\b/i,
]

/** Sentences that only show how something is written. */
const example = /\b(?:misalnya|contoh(?:nya)?|umpamanya|for example|for instance|such as)\b/i

/** The first time, sum, length or age that a text writes out. */
export function writtenFigure(text: string): string | undefined {
  for (const sentence of text.split(/(?<=[.!?])\s+/)) {
    if (example.test(sentence)) continue
    for (const figure of figures) {
      const found = figure.exec(sentence)
      if (found) return found[0]
    }
  }
  return undefined
}

/** Places that want to be a rule and are none: {rule:Fee}, {rules:a.b}. */
function malformedIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*:[^{}]*)\}/g)]
    .map((match) => match[1] as string)
    .filter((place) => {
      const [, key] = /^(?:rule|article):(.*)$/.exec(place) ?? []
      return key === undefined || !ruleKey.safeParse(key).success
    })
}

/** A table of figures has a citation, but is no figure that a sentence could say. */
function checkSayable(definition: ServiceDefinition, { rules }: Installed, add: AddFault): void {
  for (const { at, key, says } of rulesInTexts(definition)) {
    if (says === 'rule' && rules.some((row) => row.key === key && row.unit === 'table')) {
      add(
        'text-rule',
        at,
        `Aturan "${key}" memuat tabel dan tidak dapat disebut dalam kalimat.`,
        `Rule "${key}" holds a table, which no sentence can say.`,
      )
    }
  }
}

/** Names stand in lists of many files, each under its own law: they stay the same whatever the law says. */
function checkNames(definition: ServiceDefinition, add: AddFault): void {
  const { states, transitions } = definition.flow
  const names = [
    { at: 'title', text: definition.title },
    ...states.map((state) => ({ at: stateAt(state), text: state.label })),
    ...states.flatMap((state) =>
      (state.branches ?? []).map((branch) => ({ at: `${stateAt(state)}.branches.${branch.id}`, text: branch.label })),
    ),
    ...transitions.filter((row) => row.bulk).map((row) => ({ at: stepAt(row), text: row.label })),
  ]
  for (const { at, text } of names) {
    if (!/\{(?:rule|article):/.test(text.id + text.en)) continue
    add('name-with-rule', at, 'Nama tidak memuat angka aturan.', 'A name holds no figure of law.')
  }
}
