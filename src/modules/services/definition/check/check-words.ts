import type { ServiceDefinition } from '../schema.ts'
import { textsIn } from '../texts-in.ts'
import { type AddFault, type Fault, findingFaults } from './fault.ts'
import { stateAt, stepAt } from './steps.ts'

/** What the sentence of a state and a message to the applicant may fill in. */
export const sentencePlaces = ['since', 'unit', 'deadline'] as const
export const messagePlaces = ['number', 'reason', 'subject'] as const
/** What the number of a document may hold, and what its paragraphs may besides their own values. */
export const numberPlaces = ['sequence', 'month', 'year'] as const
export const letterPlaces = ['number', 'subject', 'applicant', 'submitted', 'validTo', 'reason'] as const

/** Every text is there in both languages, says the same, and fills in only what is known at that place. */
export function checkWords(definition: ServiceDefinition): Fault[] {
  return findingFaults((add) => {
    for (const { at, id, en } of textsIn(definition)) if (en !== undefined) checkText({ id, en }, at, add)
    for (const state of definition.flow.states) {
      checkPlaces(state.sentence, sentencePlaces, `${stateAt(state)}.sentence`, add)
    }
    for (const row of definition.flow.transitions) {
      if (!row.tell) continue
      checkPlaces(row.tell.title, messagePlaces, `${stepAt(row)}.tell`, add)
      checkPlaces(row.tell.body, messagePlaces, `${stepAt(row)}.tell`, add)
      if (!row.needs.includes('reason') && placesIn(row.tell.body.id).includes('reason')) {
        add(
          'words-no-reason',
          `${stepAt(row)}.tell`,
          'Pesan menyebut alasan, tetapi langkah ini tidak memintanya.',
          'The message tells a reason, but the step asks for none.',
        )
      }
    }
    for (const document of definition.documents) {
      const at = `documents.${document.id}`
      const values = [...letterPlaces, ...Object.keys(document.values)]
      for (const paragraph of [...document.opening, ...document.closing]) {
        checkPlaces({ id: paragraph, en: paragraph }, values, at, add)
      }
      checkPlaces({ id: document.number, en: document.number }, numberPlaces, `${at}.number`, add)
    }
  })
}

/** Every place that is filled in; of rules, as "rule:market.stall.rate". */
export function placesIn(text: string): string[] {
  return [...text.matchAll(/\{([\w:.-]+)\}/g)].map((match) => match[1] as string).sort()
}

function checkPlaces(text: { id: string; en: string }, known: readonly string[], at: string, add: AddFault): void {
  for (const place of new Set([...placesIn(text.id), ...placesIn(text.en)])) {
    // Places of rules are known everywhere; check-figures looks at them.
    if (!place.includes(':') && !known.includes(place)) {
      add(
        'words-place',
        at,
        `{${place}} tidak dikenal di sini; yang ada: ${known.join(', ')}.`,
        `{${place}} is not known here; there are ${known.join(', ')}.`,
      )
    }
  }
}

const longText = 4

function checkText(text: { id: string; en: string }, at: string, add: AddFault): void {
  if (!text.id.trim() || !text.en.trim()) {
    add('words-empty', at, 'Teks ini kosong dalam satu bahasa.', 'This text is empty in one language.')
  }
  // Short texts may be the same in both: "Status", "NIK", "kg". Sentences are not.
  if (text.id === text.en && text.id.trim().split(/\s+/).length >= longText) {
    add(
      'words-not-translated',
      at,
      'Teks Inggris sama dengan teks Indonesia.',
      'The English text is the Indonesian one.',
    )
  }
  if (placesIn(text.id).join() !== placesIn(text.en).join()) {
    add(
      'words-places-differ',
      at,
      'Kedua bahasa mengisi tempat yang berbeda.',
      'The two languages fill in different places.',
    )
  }
}
