import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import type { PublicDocument } from '#modules/documents/index.ts'
import type { ServiceDefinition, TransitionDefinition } from '../definition/schema.ts'
import type { RegisterCheck } from '../extensions.ts'
import type { Attachment } from '../queries/attachments.ts'
import type { CaseView } from '../queries/cases.ts'
import type { DeskRow } from '../queries/desk.ts'

export interface DeskQueue {
  readonly rows: readonly (DeskRow & { readonly title: string; readonly placeName: string })[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly counts: { readonly waiting: number; readonly late: number }
}

export interface DeskFile {
  readonly view: CaseView
  readonly transitions: readonly TransitionDefinition[]
  readonly checks: readonly RegisterCheck[]
  readonly files: readonly Attachment[]
  readonly documents: readonly PublicDocument[]
  readonly minutesLeft: number
}

export interface DeskPageProps {
  readonly queue: DeskQueue
  readonly file: DeskFile | undefined
  readonly now: Temporal.Instant
  readonly zone: Zone
  readonly unitName: string
  readonly mayOpenRegister: boolean
  readonly errors: readonly FieldError[]
  /** What the officer had typed, when a step was refused. */
  readonly typed: { readonly reason: string; readonly notes: Readonly<Record<string, string>> }
  readonly notice: string | undefined
}

/** Id of the one form that the marks in the middle and the buttons at the right belong to. */
export const decisionForm = 'keputusan'

export interface SearchPageProps {
  readonly rows: readonly (DeskRow & {
    readonly title: string
    readonly stateLabel: string
    readonly definition: ServiceDefinition
  })[]
  readonly query: string
  readonly unitName: string
  readonly zone: Zone
}
