import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { PublicDocument } from '#modules/documents/index.ts'
import { type MapSheet, withQuery } from '#ui/index.ts'
import type { StateDefinition } from '../definition/schema.ts'
import type { CaseNotice, DecisionFinding, RegisterCheck } from '../extensions.ts'
import type { CostItem } from '../flow/cost.ts'
import type { ReadableRow } from '../form/display.ts'
import type { Typed } from '../form/read-answers.ts'
import { servicePaths } from '../paths.ts'
import type { Appointment } from '../queries/appointments.ts'
import type { Attachment } from '../queries/attachments.ts'
import type { CaseTask } from '../queries/case-tasks.ts'
import type { CaseView } from '../queries/cases.ts'
import type { Note } from '../queries/notes.ts'
import type { OfferedStep } from '../queries/offered-steps.ts'
import type { ShownTask } from './queue-page.tsx'
import type { StepFieldsProps } from './step-fields.tsx'

export interface DeskQueue {
  readonly rows: readonly ShownTask[]
  readonly nextHref: string | undefined
  readonly firstHref: string | undefined
  readonly counts: { readonly waiting: number; readonly late: number }
  /** Kept in the addresses of the files, so that the queue stays filtered. */
  readonly query: string
}

export interface NamedTask extends CaseTask {
  readonly unitName: string
  readonly mayDo: boolean
}

/** One requirement and how this application meets it. */
export interface MetEvidence {
  readonly label: LocalText
  readonly how: 'register' | 'document' | 'statement' | 'missing'
}

export interface RelatedCase {
  readonly id: string
  readonly number: string
  readonly title: LocalText
  readonly stateLabel: LocalText
  readonly isOpen: boolean
  readonly isParent: boolean
}

export interface DeskMeeting {
  readonly definition: NonNullable<StateDefinition['appointment']>
  readonly last: Temporal.Instant
}

export interface DeskFile {
  readonly view: CaseView
  readonly steps: readonly OfferedStep[]
  readonly tasks: readonly NamedTask[]
  readonly checks: readonly RegisterCheck[]
  readonly files: readonly Attachment[]
  readonly documents: readonly PublicDocument[]
  readonly minutesLeft: number
  readonly evidence: readonly MetEvidence[]
  readonly cost: readonly CostItem[]
  readonly findings: readonly ReadableRow[]
  readonly related: readonly RelatedCase[]
  readonly told: readonly { readonly title: string; readonly at: Temporal.Instant }[]
  /** What registers hold against it. */
  readonly against: readonly DecisionFinding[]
  /** What other modules say of it: what it waits for. */
  readonly said: readonly CaseNotice[]
  readonly notes: readonly Note[]
  readonly appointments: readonly Appointment[]
  readonly meeting: DeskMeeting | undefined
  readonly maySupervise: boolean
  /** The step whose form is open on the page. */
  readonly step: OfferedStep | undefined
  readonly stepFields: StepFieldsProps | undefined
  /** Id of the document that stands beside the answers. */
  readonly openId: string | undefined
  /** Answers and findings as they are stored, by field: where points lie. */
  readonly points: Readonly<Record<string, unknown>>
  /** The map of the region; undefined where no point was answered. */
  readonly sheet: MapSheet | undefined
}

export interface DeskPageProps {
  readonly queue: DeskQueue
  readonly file: DeskFile
  readonly now: Temporal.Instant
  readonly zone: Zone
  readonly unitName: string
  readonly personId: string | undefined
  readonly nav: readonly { readonly label: string; readonly href: string }[]
  readonly errors: readonly FieldError[]
  /** What the officer had typed, when a step was refused. */
  readonly typed: DeskTyped
  readonly notice: string | undefined
}

export interface DeskTyped {
  readonly reason: string
  readonly reasonId: string
  readonly notes: Readonly<Record<string, string>>
  readonly findings: Typed | undefined
  /** What was typed in the other forms of the page, by name. */
  readonly other: Readonly<Record<string, string>>
}

/** Id of the one form that the marks in the middle and the buttons at the right belong to. */
export const decisionForm = 'keputusan'

/** The page of the file, with its queue and its open step. */
export function pageHref({ queue, file }: DeskPageProps, more: Readonly<Record<string, string>> = {}): string {
  const kept = Object.fromEntries(new URLSearchParams(queue.query))
  return withQuery(servicePaths.deskCase(file.view.id), { ...kept, langkah: file.step?.verb, ...more })
}

/** The same with a document beside the answers. */
export function fileHref(props: DeskPageProps, { id }: Pick<Attachment, 'id'>): string {
  return `${pageHref(props, { lampiran: id })}#dokumen`
}
