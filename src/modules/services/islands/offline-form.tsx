import { FormPage, type FormStep, type PageFrame, renderFragment, SummaryList } from '#ui/index.ts'
import { type Answers, expressionsOf, type Known } from '../definition/expressions.ts'
import type { ColumnDefinition, FieldDefinition, PageDefinition } from '../definition/schema-form.ts'
import { namesOf, readableRow } from '../form/display.ts'
import { excerptOf } from '../form/excerpt.ts'
import { type AnswerError, type FormDefinition, type Journey, type JourneyPage, journeyOf } from '../form/journey.ts'
import { fieldsOfPages, isFileKind, isTyped } from '../form/kinds.ts'
import { askedFields, type PostedForm, readAnswers, type Typed } from '../form/read-answers.ts'
import type { Attachment } from '../queries/attachments.ts'
import { AnswerInWords } from '../views/answer-words.tsx'
import { LiveForm, Questions } from '../views/draft-pages.tsx'
import type { FieldAids } from '../views/fields/field-aids.ts'

/** What of a definition travels with a device that fills in its form without a network. */
export interface CarriedForm {
  readonly id: string
  readonly version: number
  readonly form: { readonly pages: readonly PageDefinition[] }
}

/** A file that lies on the device. */
export interface CarriedFile {
  readonly id: string
  readonly field: string
  readonly name: string
  readonly size: number
}

export interface OfflineInput {
  readonly form: CarriedForm
  readonly answers: Readonly<Record<string, unknown>>
  /** What is known of the applicant without the registers: what stands on the papers that lie on the table. */
  readonly known: Known
  /** Day on which it is filled in. */
  readonly today: string
  readonly seen: readonly string[]
  readonly files: readonly CarriedFile[]
  /** Names of the areas that were answered. */
  readonly places: Readonly<Record<string, string>>
  readonly frame: PageFrame
  readonly zone: string
}

export interface OfflinePageInput {
  readonly pageId: string
  /** What was typed just now, when it was refused. */
  readonly typed?: Typed | undefined
  /** Shown in place of the page's own errors. */
  readonly errors?: readonly AnswerError[] | undefined
  readonly areas: FieldAids['areas']
  readonly labels: { readonly next: string; readonly back: string }
  hrefOf(pageId: string): string
  readonly backHref: string
}

/**
 * A form of a service without the server: the journey, the validator and the components are those of the pages, so that what
 * is accepted here is accepted there.
 */
export class OfflineForm {
  readonly journey: Journey
  private readonly files: readonly Attachment[]
  private readonly form: FormDefinition

  constructor(private readonly input: OfflineInput) {
    this.files = input.files.map(asAttachment)
    const fileAnswers = Map.groupBy(input.files, (file) => file.field)
    this.form = answerable(input.form, input.known)
    const journey = journeyOf(this.form, {
      answers: {
        ...(input.answers as Answers),
        ...Object.fromEntries([...fileAnswers].map(([field, list]) => [field, list.map((file) => file.id)])),
      },
      known: input.known,
      today: input.today,
      seen: input.seen,
    })
    this.journey = { ...journey, places: input.places }
  }

  page(pageId: string): JourneyPage | undefined {
    return this.journey.pages.find((page) => page.id === pageId)
  }

  /** The page that follows in the journey; undefined behind the last. */
  after(pageId: string): JourneyPage | undefined {
    return this.journey.pages[this.journey.pages.findIndex((page) => page.id === pageId) + 1]
  }

  /** The answers that were asked for, without files. */
  get answers(): Answers {
    const fileFields = new Set(
      fieldsOfPages(this.input.form.form.pages)
        .filter((field) => isFileKind(field.kind))
        .map((field) => field.id),
    )
    return Object.fromEntries(Object.entries(this.journey.answers).filter(([id]) => !fileFields.has(id)))
  }

  /** The whole page of a form as HTML. */
  pageHtml(asked: OfflinePageInput): string {
    const { frame, answers, zone } = this.input
    const page = this.page(asked.pageId)
    if (!page) return ''
    const { locale } = frame
    const index = this.journey.pages.indexOf(page)
    const previous = this.journey.pages[index - 1]
    const errors = asked.errors ?? (page.seen ? page.errors : [])
    const excerpt = excerptOf(this.form, this.journey, page.id, answers as Answers)
    const family = this.input.known['family']
    const aids: FieldAids = {
      areas: asked.areas,
      family: Array.isArray(family) ? family : [],
      earlier: {},
      options: {},
      sheet: undefined,
      centre: undefined,
    }
    const steps = this.journey.pages.map(
      (each, at): FormStep => ({
        label: each.definition.title[locale],
        state: at === index ? 'current' : each.state === 'done' ? 'done' : 'future',
        href: each.seen ? asked.hrefOf(each.id) : undefined,
      }),
    )
    return renderFragment(
      frame,
      <FormPage
        title={page.definition.title[locale]}
        lead={page.definition.lead?.[locale]}
        action="#"
        id="halaman"
        errors={errors.map((error) => ({ name: error.path, text: error.message[locale] }))}
        steps={steps}
        backHref={previous ? asked.hrefOf(previous.id) : asked.backHref}
        submitLabel={asked.labels.next}
      >
        <Questions
          draftId=""
          journey={this.journey}
          given={answers as Answers}
          page={page}
          files={this.files}
          aids={aids}
          typed={asked.typed}
          errors={errors}
          zone={zone as 'Asia/Jakarta'}
        />
        {excerpt && <LiveForm excerpt={excerpt} />}
      </FormPage>,
    )
  }

  /** Everything that was answered, with a way back to each answer. */
  answersHtml(hrefOf: (pageId: string) => string, words: { readonly change: string; readonly incomplete: string }) {
    const { frame } = this.input
    const { locale } = frame
    const names = namesOf(this.journey)
    return renderFragment(
      frame,
      <>
        {this.journey.pages.map((page) => (
          <section key={page.id} class="section">
            <h2>{page.definition.title[locale]}</h2>
            {page.state !== 'done' && (
              <p class="notice notice-soon">
                <a href={hrefOf(page.id)}>{words.incomplete}</a>
              </p>
            )}
            <SummaryList
              rows={page.fields.map((field) => ({
                term: field.label[locale],
                value: (
                  <AnswerInWords
                    row={readableRow(field, this.journey.answers[field.id], names)}
                    files={this.files}
                    openHref={(file) => `#/berkas/${file.id}`}
                  />
                ),
                action: field.kind === 'computed' ? undefined : { href: hrefOf(page.id), label: words.change },
                marked: page.errors.some((error) => error.field === field.id),
              }))}
            />
          </section>
        ))}
      </>,
    )
  }

  /** What stands in a posted page. */
  read(form: HTMLFormElement, pageId: string): Typed {
    const page = this.input.form.form.pages.find((candidate) => candidate.id === pageId)
    const posted = postedForm(form)
    return page ? readAnswers(posted, askedFields(posted, fieldsOfPages([page]).filter(isTyped))) : {}
  }
}

/**
 * The form without the checks that only the registers can answer: those that ask for a fact which is not on the device. The
 * office makes them when the application arrives.
 */
function answerable(form: CarriedForm, known: Known): FormDefinition {
  const language = expressionsOf(form)
  const isKnown = (expression: string, within?: FieldDefinition) =>
    [...language.referencesOf(expression, within).known].every((name) => name in known)
  const kept = (question: FieldDefinition | ColumnDefinition, within?: FieldDefinition) =>
    question.checks ? { checks: question.checks.filter((check) => isKnown(check.holds, within)) } : {}
  const pages = form.form.pages.map((page) => ({
    ...page,
    groups: page.groups.map((group) => ({
      ...group,
      fields: group.fields.map((field) => ({
        ...field,
        ...kept(field),
        ...(field.fields ? { fields: field.fields.map((column) => ({ ...column, ...kept(column, field) })) } : {}),
      })),
    })),
  }))
  return { form: { pages } }
}

function asAttachment(file: CarriedFile): Attachment {
  return {
    id: file.id,
    ownerId: '',
    field: file.field,
    name: file.name,
    mediaType: '',
    sizeBytes: file.size,
    fileHash: '',
    isImage: false,
  }
}

function postedForm(form: HTMLFormElement): PostedForm {
  const values = new Map<string, string[]>()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') values.set(name, [...(values.get(name) ?? []), value])
  }
  return {
    get: (name) => values.get(name)?.[0]?.trim() ?? '',
    all: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
    names: () => [...values.keys()],
  }
}
