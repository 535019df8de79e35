import { dayOf, instantOf, type Zone } from '#kernel/clock/clock.ts'
import type { WorkingCalendar } from '#kernel/clock/working-days.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { fillText, type LocalText } from '#kernel/i18n/texts.ts'
import { formatRupiah, rupiah } from '#kernel/money/money.ts'
import {
  type BegunDocuments,
  beginDocuments,
  type DocumentDraft,
  type IssueOrder,
  listDocumentsOf,
  revokeDocument,
} from '#modules/documents/index.ts'
import { takeNumber } from '#modules/registers/index.ts'
import type { RuleUse } from '#modules/rules/index.ts'
import type { OpenCase } from '../commands/case-row.ts'
import { expressionsOf } from '../definition/expressions.ts'
import type { DocumentDefinition, ServiceDefinition, TransitionDefinition } from '../definition/schema.ts'
import { impersonal } from '../definition/schema-flow.ts'
import { allFieldsOf, stateOf } from '../domain.ts'
import { displayAnswer } from '../form/display.ts'
import { isEmpty } from '../form/rows.ts'
import { namePlaces } from '../queries/form-facts.ts'
import { rulesIn } from './case-rules.ts'
import { deadlineOf } from './deadline.ts'
import { type Facts, factsOf } from './facts.ts'

export interface IssuedLetters {
  /** Kept with the case: id, number and last day of each letter. */
  readonly facts: Readonly<Record<string, unknown>>
  /** Last day on which what was granted holds. */
  readonly validTo: string | undefined
  /** Still being set; undefined when the step brings none. */
  readonly documents: BegunDocuments | undefined
}

/** Begins the letters of a step in its own transaction: they exist exactly when the decision does. */
export async function beginLetters(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  row: TransitionDefinition,
  given: { readonly reason: string; readonly calendar: WorkingCalendar },
): Promise<IssuedLetters> {
  const letters = open.definition.documents.filter((letter) => letter.on.includes(row.verb))
  if (letters.length === 0) return { facts: {}, validTo: undefined, documents: undefined }
  const facts = factsOf(context.tenant, open, context.now)
  const language = expressionsOf(open.definition)
  const validTo = validToOf(open, row, context, { facts, calendar: given.calendar })
  const places = await namePlaces(tx, villagesIn(facts))
  const orders: (IssueOrder & { readonly key: string })[] = []
  for (const letter of letters) {
    if (!language.isTrue(letter.when, facts)) continue
    const { text: number } = await takeNumber(tx, context, {
      register: letter.register,
      brought: { name: registerName(letter.register), pattern: letter.number },
      unitPath: open.row.unit_path,
      purpose: `${letter.title.id}, berkas ${open.row.number}`,
      object: { type: 'case', id: open.row.id },
    })
    const draft = draftOf(open, row, letter, {
      number,
      facts,
      places,
      validTo,
      zone: context.tenant.profile.zone,
      reason: given.reason,
    })
    const seal = (impersonal as readonly string[]).includes(row.by) ? { seal: true as const } : {}
    const replaces = letter.replaces.flatMap((id) => lettersIn(open, id))
    orders.push({ key: `letter:${letter.id}`, draft, options: { ...seal, replaces } })
  }
  const source = { type: 'case', id: open.row.id, unitPath: open.row.unit_path }
  const begun = await beginDocuments(tx, context, orders, source)
  const kept = Object.fromEntries(
    orders.map(({ key, draft }, index) => [key, { id: begun.documents[index]?.id, number: draft.number }]),
  )
  return { facts: kept, validTo, documents: begun }
}

function lettersIn(open: OpenCase, id: string): string[] {
  const earlier = (open.row.outcome as Record<string, { id: string } | undefined>)[`letter:${id}`]
  return earlier ? [earlier.id] : []
}

/** Only what is granted holds until a day. A letter that is issued again holds as long as the first. */
function validToOf(
  open: OpenCase,
  row: TransitionDefinition,
  context: CommandContext,
  given: { readonly facts: Facts; readonly calendar: WorkingCalendar },
): string | undefined {
  const { definition } = open
  if (!definition.validity || stateOf(definition, row.to).result !== 'granted') return undefined
  if (open.row.valid_to) return open.row.valid_to
  const { lasts, until } = definition.validity
  const last = deadlineOf(lasts, context.now, rulesIn(open.row.rules as RuleUse[]), given.calendar)
  const longest = dayOf(last, given.calendar.zone).toString()
  const asked = until ? expressionsOf(definition).text(until, given.facts) : ''
  return asked && asked < longest ? asked : longest
}

/**
 * What a case issued no longer holds: it was cancelled. The reason stands on the public page of each document, so it
 * is the ground that was chosen, never an officer's own words.
 */
export async function revokeLetters(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  step: { readonly row: TransitionDefinition; readonly reasonId?: string | undefined },
): Promise<void> {
  const ground = step.row.reasons?.find((reason) => reason.id === step.reasonId)
  const reason = ground ? `dibatalkan: ${ground.label.id} (${ground.basis})` : 'dibatalkan oleh penerbitnya'
  for (const document of await listDocumentsOf(tx, 'case', open.row.id)) {
    if (document.standing === 'stands') await revokeDocument(tx, context, document.id, reason)
  }
}

/** Several letters share a register, so it bears its own name: "surat-penolakan" is "Surat penolakan". */
function registerName(key: string): LocalText {
  const words = key.replaceAll('-', ' ')
  const name = words.charAt(0).toUpperCase() + words.slice(1)
  return { id: name, en: name }
}

interface LetterParts {
  readonly number: string
  readonly facts: Facts
  /** Names of the villages among the facts. */
  readonly places: Readonly<Record<string, string>>
  readonly validTo: string | undefined
  readonly zone: Zone
  /** Of the step: the chosen ground with its article, and the official's own words. */
  readonly reason: string
}

function draftOf(
  open: OpenCase,
  row: TransitionDefinition,
  letter: DocumentDefinition,
  { number, facts, places, validTo, zone, reason }: LetterParts,
): DocumentDraft {
  const { definition } = open
  const inWords = (expression: string) => valueInWords(definition, expression, facts, places)
  const words = {
    number: open.row.number,
    subject: open.row.subject_name,
    applicant: open.row.applicant_name,
    reason,
    submitted: formatDay(dayOf(instantOf(open.row.submitted_at), zone), 'id'),
    validTo: validTo ? formatDay(Temporal.PlainDate.from(validTo), 'id') : '',
    ...Object.fromEntries(Object.entries(letter.values).map(([name, expression]) => [name, inWords(expression)])),
  }
  const say = (text: string) => fillText(text, words)
  const base = {
    number,
    title: letter.title.id,
    subjectPersonId: open.row.applicant_person_id,
    subjectName: open.row.subject_name,
    footnotes: [],
    sealedUnder: row.tacit?.basis ?? definition.legalBasis[0]?.citation,
  }
  const common = {
    recipient: { name: open.row.applicant_name },
    opening: letter.opening.map(say),
    // What was not asked or not answered has no line.
    rows: letter.rows
      .map((each) => ({ label: each.label, value: inWords(each.value) }))
      .filter((each) => each.value !== ''),
    closing: letter.closing.map(say),
    ...(validTo ? { validUntil: validTo } : {}),
  }
  if (letter.template === 'certificate') return { ...base, template: 'certificate', data: common }
  const legalBasis = definition.legalBasis.map((basis) => `${basis.citation} tentang ${basis.about.id}`)
  return { ...base, template: 'decision-letter', data: { ...common, legalBasis } }
}

/** Codes of villages anywhere in what was answered and what registers said. */
function villagesIn({ answers, known }: Facts): string[] {
  return [...new Set(JSON.stringify([answers, known]).match(/\b\d{2}\.\d{2}\.\d{2}\.\d{4}\b/g) ?? [])]
}

/** A value as people read it: an answer in the words of its field, the fee in rupiah, a village by its name. */
function valueInWords(
  definition: ServiceDefinition,
  expression: string,
  facts: Facts,
  places: Readonly<Record<string, string>>,
): string {
  const [, source, id] = /^(answers|findings)\.([a-zA-Z0-9]+)$/.exec(expression.trim()) ?? []
  const field = id && allFieldsOf(definition).find((candidate) => candidate.id === id)
  if (field) {
    const answer = (source === 'answers' ? facts.answers : facts.findings)[field.id]
    const family = facts.known['family']
    if (isEmpty(answer)) return ''
    return displayAnswer(field, answer, 'id', { places, family: Array.isArray(family) ? family : [] })
  }
  if (expression.trim() === 'fee') return formatRupiah(rupiah(Number(facts.fee ?? 0)))
  const text = expressionsOf(definition).text(expression, facts)
  return places[text] ?? text
}
