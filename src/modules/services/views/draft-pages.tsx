import type { ComponentChildren } from 'preact'
import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { formatShort, formatTime } from '#kernel/i18n/format.ts'
import {
  Button,
  CitizenLayout,
  CsrfField,
  FormPage,
  type FormStep,
  Notice,
  RequirementList,
  Section,
  type UploadedFile,
  useFrame,
} from '#ui/index.ts'
import type { Answers } from '../definition/expressions.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { excerptOf } from '../form/excerpt.ts'
import { isPrefilled, isRequired, type Journey, type JourneyPage } from '../form/journey.ts'
import { isFileKind } from '../form/kinds.ts'
import { askedMark, type Typed } from '../form/read-answers.ts'
import { servicePaths } from '../paths.ts'
import type { Attachment } from '../queries/attachments.ts'
import { serviceTexts } from '../texts.ts'
import { AnswerField } from './answer-field.tsx'
import { requirementsOf } from './catalogue-pages.tsx'
import type { FieldAids } from './fields/field-aids.ts'
import { fieldTexts } from './fields/texts.ts'

export interface DraftPageProps {
  readonly draftId: string
  readonly definition: ServiceDefinition
  readonly journey: Journey
  /** The answers as the draft holds them, also to questions not asked now, and rows left blank. */
  readonly given: Answers
  readonly pageId: string
  readonly files: readonly Attachment[]
  readonly aids: FieldAids
  /** What was typed just now, when it was refused or kept over a lost session. */
  readonly typed?: Typed | undefined
  readonly errors: readonly FieldError[]
  readonly kept: boolean
  /** Said above the form: new questions that the last answers brought up. */
  readonly notice?: string | undefined
  readonly savedAt: Temporal.Instant
  readonly zone: Zone
}

/** One page of an application. */
export function DraftPage(props: DraftPageProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const { journey, definition, draftId } = props
  const index = journey.pages.findIndex((page) => page.id === props.pageId)
  const page = journey.pages[index] as JourneyPage
  const previous = journey.pages[index - 1]
  const action = servicePaths.draftPage(draftId, page.id)
  const excerpt = excerptOf(definition, journey, page.id, props.given)
  return (
    <CitizenLayout title={page.definition.title[locale]} heading={false} narrow private>
      {props.kept && (
        <Notice tone="info" announce>
          {t('draft.kept')}
        </Notice>
      )}
      {props.notice && (
        <Notice tone="soon" announce>
          {props.notice}
        </Notice>
      )}
      <FormPage
        title={page.definition.title[locale]}
        lead={page.definition.lead?.[locale]}
        action={action}
        errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))}
        steps={stepsOf(props, index)}
        backHref={previous ? servicePaths.draftPage(draftId, previous.id) : servicePaths.ownFiles}
        submitLabel={t('draft.continue')}
        saveAndLeave
        multipart={page.definition.groups.some((group) => group.fields.some((field) => isFileKind(field.kind)))}
        autosaveUrl={action}
        savedAt={formatTime(props.savedAt, locale, props.zone, false)}
      >
        {/* Enter presses the first button of a form, which must not be one that takes a row away. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, and the real button stands below */}
        <button type="submit" class="sr-only" tabindex={-1} aria-hidden="true">
          {t('draft.continue')}
        </button>
        {/* Read by the page that is sent without scripts too: unticked boxes and closed questions post nothing. */}
        <Questions {...props} page={page} />
        {excerpt && <LiveForm excerpt={excerpt} />}
      </FormPage>
      <p class="hint">{definition.title[locale]}</p>
    </CitizenLayout>
  )
}

/** What the island needs to decide the page while it is being filled in. */
export function LiveForm({ excerpt }: { excerpt: NonNullable<ReturnType<typeof excerptOf>> }) {
  const { locale } = useFrame()
  const t = fieldTexts(locale)
  return (
    <p
      class="sr-only"
      role="status"
      data-island="live-form"
      data-form={JSON.stringify(excerpt)}
      data-text-optional={t('optional')}
      data-text-error={uiError[locale]}
    />
  )
}

const uiError = { id: 'Keliru:', en: 'Error:' } as const

export type QuestionsProps = Pick<
  DraftPageProps,
  'draftId' | 'journey' | 'given' | 'files' | 'aids' | 'typed' | 'errors' | 'zone'
> & { readonly page: JourneyPage }

/** The questions of one page, those that do not apply now among them. */
export function Questions(props: QuestionsProps) {
  const { locale } = useFrame()
  const asked = new Set(props.page.fields.map((field) => field.id))
  return (
    <>
      {props.page.definition.groups.map((group, index) => (
        <div class="form-group" key={index} data-group hidden={!group.fields.some((field) => asked.has(field.id))}>
          {group.title && <h2>{group.title[locale]}</h2>}
          {group.fields.map((field) => (
            <Question key={field.id} {...props} field={field} isAsked={asked.has(field.id)} />
          ))}
        </div>
      ))}
    </>
  )
}

/**
 * A question of the page. One that does not apply now stands in a template: it is no part of the page until the
 * island finds that it applies, and without scripts the server gives the page back with it.
 */
function Question(props: QuestionsProps & { field: FieldDefinition; isAsked: boolean }) {
  const { field, journey } = props
  const content = (
    <>
      <input type="hidden" name={askedMark(field.id)} value="1" />
      <AnswerField
        field={field}
        ownerId={props.draftId}
        value={props.typed?.[field.id] ?? journey.answers[field.id] ?? props.given[field.id]}
        errors={props.errors.filter((error) => fieldOf(error) === field.id)}
        prefilled={isPrefilled(field, journey)}
        optional={!['statement', 'consent', 'computed'].includes(field.kind) && !isRequired(field, journey)}
        files={uploadedOf(props.files, field.id)}
        aids={props.aids}
        journey={journey}
        zone={props.zone}
      />
    </>
  )
  return props.isAsked ? (
    <div data-field={field.id}>{content}</div>
  ) : (
    <template data-field={field.id}>{content}</template>
  )
}

/** The field of an error: what its path begins with. */
function fieldOf(error: FieldError): string {
  return error.path.split(/[.[]/, 1)[0] as string
}

export function uploadedOf(files: readonly Attachment[], field: string): UploadedFile[] {
  return files
    .filter((file) => file.field === field)
    .map((file) => ({ id: file.id, name: file.name, size: file.sizeBytes, href: servicePaths.attachment(file.id) }))
}

function stepsOf(props: DraftPageProps, current: number): FormStep[] {
  const { locale } = useFrame()
  return props.journey.pages.map((page, index) => ({
    label: page.definition.title[locale],
    state: index === current ? 'current' : page.state === 'done' ? 'done' : 'future',
    href: page.seen ? servicePaths.draftPage(props.draftId, page.id) : undefined,
  }))
}

const startTexts = {
  id: {
    title: 'Sebelum mulai',
    lead: 'Kami mengambil data ini dari register kependudukan agar Anda tidak menulisnya lagi. Siapa pun yang membukanya tercatat dan dapat Anda lihat.',
    needed: 'Yang sudah ada dan yang masih perlu',
    start: 'Setuju, mulai mengisi',
    resume: 'Anda punya pengajuan yang belum dikirim, terakhir disimpan {when}.',
    continue: 'Lanjutkan yang tadi',
    refused: 'Belum memenuhi, karena:',
  },
  en: {
    title: 'Before you start',
    lead: 'We take this from the population register so that you need not write it again. Whoever opens it is recorded, and you can see it.',
    needed: 'What we have and what is still needed',
    start: 'Agree and start',
    resume: 'You have an application that was not sent yet, last saved {when}.',
    continue: 'Continue that one',
    refused: 'You cannot apply yet, because:',
  },
} as const

export function StartPage(props: {
  service: ServiceDefinition
  met: (known: string) => boolean
  /** Why this person may not apply, each with the article it rests on. */
  refusals?: readonly { readonly text: string; readonly basis?: string | undefined }[] | undefined
  unfinished: { readonly id: string; readonly updatedAt: Temporal.Instant } | undefined
  zone: Zone
  /** In whose name: stands above the button. */
  forWhom?: ComponentChildren
  mayStart: boolean
}) {
  const { locale } = useFrame()
  const t = startTexts[locale]
  const { service } = props
  const refusals = props.refusals ?? []
  return (
    <CitizenLayout title={`${service.title[locale]}: ${t.title.toLowerCase()}`} lead={t.lead} narrow private>
      {refusals.length > 0 && (
        <Notice tone="late">
          <p>{t.refused}</p>
          <ul class="plain-list">
            {refusals.map((refusal) => (
              <li key={refusal.text}>
                {refusal.text}
                {refusal.basis && <span class="hint"> {refusal.basis}</span>}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {props.unfinished && (
        <Notice tone="info">
          {t.resume.replace('{when}', formatShort(props.unfinished.updatedAt, locale, props.zone))}{' '}
          <a href={servicePaths.draft(props.unfinished.id)}>{t.continue}</a>
        </Notice>
      )}
      <Section title={t.needed}>
        <RequirementList items={requirementsOf(service, locale, props.met)} />
      </Section>
      {props.mayStart && (
        <form method="post" action={servicePaths.start(service.slug)}>
          <CsrfField />
          {props.forWhom}
          <Button>{t.start}</Button>
        </form>
      )}
    </CitizenLayout>
  )
}
