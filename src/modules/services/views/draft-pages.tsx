import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { formatShort, formatTime } from '#kernel/i18n/format.ts'
import {
  type AddressPicker,
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  type DateParts,
  ErrorSummary,
  FormPage,
  type FormStep,
  Notice,
  RequirementList,
  Section,
  SummaryList,
  type UploadedFile,
  useFrame,
} from '#ui/index.ts'
import type { Answer } from '../definition/expressions.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { displayAnswer } from '../form/display.ts'
import { isPrefilled, type Journey, type JourneyPage } from '../form/journey.ts'
import { servicePaths } from '../paths.ts'
import type { Attachment } from '../queries/attachments.ts'
import { serviceTexts } from '../texts.ts'
import { AnswerField } from './answer-field.tsx'
import { requirementsOf } from './catalogue-pages.tsx'

export interface DraftPageProps {
  readonly draftId: string
  readonly definition: ServiceDefinition
  readonly journey: Journey
  readonly pageId: string
  readonly files: readonly Attachment[]
  /** What was typed just now, when it was refused or kept over a lost session. */
  readonly typed?: Readonly<Record<string, Answer | DateParts>> | undefined
  readonly errors: readonly FieldError[]
  readonly kept: boolean
  readonly savedAt: Temporal.Instant
  readonly zone: Zone
  readonly areaLevels: Parameters<typeof AddressPicker>[0]['levels']
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
  const say = (path: string) => props.errors.find((error) => error.path === path)?.message[locale]
  return (
    <CitizenLayout title={page.definition.title[locale]} heading={false} narrow private>
      {props.kept && (
        <Notice tone="info" announce>
          {t('draft.kept')}
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
        multipart={page.fields.some((field) => field.kind === 'file')}
        autosaveUrl={action}
        savedAt={formatTime(props.savedAt, locale, props.zone, false)}
      >
        {page.groups.map((group, groupIndex) => (
          <div class="form-group" key={groupIndex}>
            {group.title && <h2>{group.title[locale]}</h2>}
            {group.fields.map((field) => (
              <AnswerField
                key={field.id}
                field={field}
                ownerId={draftId}
                value={props.typed?.[field.id] ?? journey.answers[field.id]}
                error={say(field.id)}
                prefilled={isPrefilled(field, journey)}
                optional={
                  field.kind !== 'statement' && !journey.expressions.isTrue(field.required, journey.surroundings)
                }
                files={uploadedOf(props.files, field.id)}
                areaLevels={props.areaLevels}
              />
            ))}
          </div>
        ))}
      </FormPage>
      <p class="hint">{definition.title[locale]}</p>
    </CitizenLayout>
  )
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

export interface CheckPageProps {
  readonly draftId: string
  readonly definition: ServiceDefinition
  readonly journey: Journey
  readonly errors: readonly FieldError[]
}

/** Everything once more before it is sent. */
export function CheckPage(props: CheckPageProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const { journey, draftId } = props
  return (
    <CitizenLayout title={t('draft.check')} lead={t('draft.check-lead')} narrow private>
      <ErrorSummary errors={props.errors.map((error) => ({ text: error.message[locale] }))} />
      {journey.pages.map((page) => (
        <Section key={page.id} title={page.definition.title[locale]}>
          {page.state !== 'done' && <Notice tone="soon">{t('draft.incomplete')}</Notice>}
          <SummaryList
            rows={page.fields.map((field) => ({
              term: field.label[locale],
              value: displayAnswer(field, journey.answers[field.id], locale),
              action: { href: servicePaths.draftPage(draftId, page.id), label: t('draft.change') },
              marked: page.errors.some((error) => error.path === field.id),
            }))}
          />
        </Section>
      ))}
      <form method="post" action={servicePaths.draftSend(draftId)} class="stack">
        <CsrfField />
        <p>{t('draft.truth')}</p>
        <ButtonRow>
          <Button>{t('draft.send')}</Button>
        </ButtonRow>
      </form>
      <form method="post" action={servicePaths.draftDiscard(draftId)} class="stack">
        <CsrfField />
        <Button variant="quiet">{t('draft.discard')}</Button>
      </form>
    </CitizenLayout>
  )
}

const startTexts = {
  id: {
    title: 'Sebelum mulai',
    lead: 'Kami mengambil data ini dari register kependudukan agar Anda tidak menulisnya lagi. Siapa pun yang membukanya tercatat dan dapat Anda lihat.',
    needed: 'Yang sudah ada dan yang masih perlu',
    start: 'Setuju, mulai mengisi',
    resume: 'Anda punya pengajuan yang belum dikirim, terakhir disimpan {when}.',
    continue: 'Lanjutkan yang tadi',
  },
  en: {
    title: 'Before you start',
    lead: 'We take this from the population register so that you need not write it again. Whoever opens it is recorded, and you can see it.',
    needed: 'What we have and what is still needed',
    start: 'Agree and start',
    resume: 'You have an application that was not sent yet, last saved {when}.',
    continue: 'Continue that one',
  },
} as const

export function StartPage(props: {
  service: ServiceDefinition
  met: (known: string) => boolean
  refusal: string | undefined
  unfinished: { readonly id: string; readonly updatedAt: Temporal.Instant } | undefined
  zone: Zone
}) {
  const { locale } = useFrame()
  const t = startTexts[locale]
  const { service } = props
  return (
    <CitizenLayout title={`${service.title[locale]}: ${t.title.toLowerCase()}`} lead={t.lead} narrow private>
      {props.refusal && <Notice tone="late">{props.refusal}</Notice>}
      {props.unfinished && (
        <Notice tone="info">
          {t.resume.replace('{when}', formatShort(props.unfinished.updatedAt, locale, props.zone))}{' '}
          <a href={servicePaths.draft(props.unfinished.id)}>{t.continue}</a>
        </Notice>
      )}
      <Section title={t.needed}>
        <RequirementList items={requirementsOf(service, locale, props.met)} />
      </Section>
      {!props.refusal && (
        <form method="post" action={servicePaths.start(service.slug)}>
          <CsrfField />
          <Button>{t.start}</Button>
        </form>
      )}
    </CitizenLayout>
  )
}
