import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { formatMoment, formatShort } from '#kernel/i18n/format.ts'
import type { PublicDocument } from '#modules/documents/index.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  type DateParts,
  EmptyState,
  FormPage,
  LinkButton,
  LinkList,
  Notice,
  PromiseLine,
  Section,
  SummaryList,
  Timeline,
  useFrame,
} from '#ui/index.ts'
import type { Answer } from '../definition/expressions.ts'
import type { FieldDefinition, ServiceDefinition } from '../definition/schema.ts'
import { servicePaths } from '../paths.ts'
import type { Attachment } from '../queries/attachments.ts'
import type { CaseView, OwnFile } from '../queries/cases.ts'
import { serviceTexts } from '../texts.ts'
import { AnswerField } from './answer-field.tsx'
import { wayOf, whereIsIt } from './case-words.ts'
import { uploadedOf } from './draft-pages.tsx'

export interface OwnFilesProps {
  readonly drafts: readonly { readonly id: string; readonly title: string; readonly savedAt: Temporal.Instant }[]
  readonly cases: readonly (OwnFile & { readonly title: string; readonly stateLabel: string })[]
  readonly zone: Zone
}

export function OwnFilesPage(props: OwnFilesProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const { drafts, cases, zone } = props
  return (
    <CitizenLayout title={t('own.title')} lead={t('own.lead')} narrow private>
      {drafts.length + cases.length === 0 && (
        <EmptyState
          title={t('own.empty')}
          icon="file-text"
          action={<LinkButton href={servicePaths.catalogue}>{t('catalogue.all')}</LinkButton>}
        >
          {t('own.empty-help')}
        </EmptyState>
      )}
      {drafts.length > 0 && (
        <Section title={t('own.drafts')}>
          <LinkList
            headingLevel={3}
            items={drafts.map((draft) => ({
              title: draft.title,
              href: servicePaths.draft(draft.id),
              text: t('draft.saved-at', { when: formatShort(draft.savedAt, locale, zone) }),
              note: t('own.resume'),
            }))}
          />
        </Section>
      )}
      {cases.length > 0 && (
        <Section title={t('own.cases')}>
          <LinkList
            headingLevel={3}
            items={cases.map((file) => ({
              title: `${file.title}, ${file.subjectName}`,
              href: servicePaths.ownCase(file.id),
              text: file.number,
              note: file.stateLabel,
            }))}
          />
        </Section>
      )}
    </CitizenLayout>
  )
}

export interface ReceiptProps {
  readonly view: CaseView
  readonly pin: string
  readonly zone: Zone
}

export function ReceiptPage({ view, pin, zone }: ReceiptProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  return (
    <CitizenLayout title={t('receipt.title')} narrow private>
      <PromiseLine>
        {t('receipt.promise')} <b>{formatMoment(view.promisedAt, locale, zone)}</b>
      </PromiseLine>
      <SummaryList
        facts
        rows={[
          { term: t('receipt.number'), value: <b data-test="case-number">{view.number}</b> },
          { term: t('receipt.pin'), value: <b data-test="case-pin">{pin}</b> },
          { term: t('receipt.office'), value: view.unitName },
        ]}
      />
      <Notice tone="info">{t('receipt.keep')}</Notice>
      <ButtonRow>
        <LinkButton href={servicePaths.ownCase(view.id)}>{t('receipt.status')}</LinkButton>
        <LinkButton href={servicePaths.receiptPdf(view.id)} variant="secondary" icon="download" download>
          {t('receipt.pdf')}
        </LinkButton>
      </ButtonRow>
    </CitizenLayout>
  )
}

export interface StatusProps {
  readonly view: CaseView
  readonly documents: readonly PublicDocument[]
  readonly readers: number
  readonly now: Temporal.Instant
  readonly zone: Zone
  /** False for somebody who came with number and PIN: no answers, no downloads. */
  readonly isOwner: boolean
  readonly canWithdraw: boolean
}

/** The one page that says where a file is, who holds it, since when, until when. */
export function StatusPage(props: StatusProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const { view, zone, isOwner } = props
  const deadline = formatMoment(view.promisedAt, locale, zone)
  const isHeld = view.state.holder === 'applicant'
  const isLate = !view.result && !isHeld && Temporal.Instant.compare(view.promisedAt, props.now) < 0
  const marks = view.marks.filter((mark) => mark.isOpen)
  const crumbs = [
    isOwner
      ? { label: t('own.title'), href: servicePaths.ownFiles }
      : { label: t('track.title'), href: servicePaths.track },
    { label: view.number },
  ]
  return (
    <CitizenLayout title={whereIsIt(view, locale, props.now, zone)} breadcrumb={crumbs} narrow private>
      {!view.result && !isLate && (
        <PromiseLine>{isHeld ? t('status.paused') : t('status.promise', { deadline })}</PromiseLine>
      )}
      {isLate && <PromiseLine tone="late">{t('status.late', { deadline })}</PromiseLine>}
      {view.closedAt && (
        <PromiseLine>{t('status.done', { when: formatShort(view.closedAt, locale, zone) })}</PromiseLine>
      )}
      {isOwner && isHeld && marks.length > 0 && (
        <Section title={t('status.marks')}>
          <SummaryList
            rows={marks.map((mark) => ({
              term: labelOf(view.definition, mark.field, locale),
              value: mark.note,
              marked: true,
            }))}
          />
          <ButtonRow>
            <LinkButton href={servicePaths.correct(view.id)}>{t('status.correct')}</LinkButton>
          </ButtonRow>
        </Section>
      )}
      {props.documents.length > 0 && (
        <Section title={t('status.documents')}>
          {isOwner ? (
            <ButtonRow stacked>
              {props.documents.map((document) => (
                <LinkButton
                  key={document.id}
                  href={servicePaths.document(document.id)}
                  variant="secondary"
                  icon="download"
                  download
                >
                  {t('status.download', { title: document.title })}
                </LinkButton>
              ))}
            </ButtonRow>
          ) : (
            <p>{t('status.sign-in-more')}</p>
          )}
        </Section>
      )}
      <Section title={t('status.way')}>
        <Timeline items={wayOf(view, locale, props.now, zone)} label={t('status.way')} />
      </Section>
      {isOwner && (
        <Section title={t('status.answers')}>
          {view.readable.pages.map((page) => (
            <SummaryList
              key={page.id}
              rows={page.rows.map((row) => ({ term: row.label[locale], value: row.value[locale] }))}
            />
          ))}
        </Section>
      )}
      {props.canWithdraw && isOwner && (
        <Notice>
          {t('status.wrong')} <a href={servicePaths.withdraw(view.id)}>{t('status.withdraw')}</a>
        </Notice>
      )}
      <p class="hint">
        {isOwner ? (
          <a href="/siapa-melihat-data-saya">{readersText(props.readers, t)}</a>
        ) : (
          readersText(props.readers, t)
        )}
      </p>
    </CitizenLayout>
  )
}

function readersText(readers: number, t: ReturnType<typeof serviceTexts>): string {
  return readers > 0 ? t('status.seen-by', { n: readers }) : t('status.seen-by-none')
}

export function labelOf(definition: ServiceDefinition, field: string, locale: 'id' | 'en'): string {
  const found = definition.form.pages
    .flatMap((page) => page.groups.flatMap((group) => group.fields))
    .find((item) => item.id === field)
  return found?.label[locale] ?? field
}

export interface CorrectProps {
  readonly view: CaseView
  readonly fields: readonly FieldDefinition[]
  readonly files: readonly Attachment[]
  readonly typed?: Readonly<Record<string, Answer | DateParts>> | undefined
  readonly errors: readonly FieldError[]
}

/** Only what was marked can be changed. */
export function CorrectPage(props: CorrectProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const { view } = props
  return (
    <CitizenLayout title={t('correct.title')} heading={false} narrow private>
      <FormPage
        title={t('correct.title')}
        lead={t('correct.lead')}
        action={servicePaths.correct(view.id)}
        backHref={servicePaths.ownCase(view.id)}
        submitLabel={t('correct.send')}
        multipart={props.fields.some((field) => field.kind === 'file')}
        errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))}
      >
        {props.fields.map((field) => (
          <AnswerField
            key={field.id}
            field={field}
            ownerId={view.id}
            value={props.typed?.[field.id] ?? view.answers[field.id]}
            marked={view.marks.find((mark) => mark.isOpen && mark.field === field.id)?.note}
            error={props.errors.find((error) => error.path === field.id)?.message[locale]}
            files={uploadedOf(props.files, field.id)}
          />
        ))}
      </FormPage>
    </CitizenLayout>
  )
}

export function WithdrawPage({ view }: { view: CaseView }) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  return (
    <CitizenLayout title={t('withdraw.title')} lead={t('withdraw.lead')} narrow private>
      <form method="post" action={servicePaths.withdraw(view.id)}>
        <CsrfField />
        <ButtonRow>
          <Button variant="danger">{t('withdraw.confirm')}</Button>
          <LinkButton href={servicePaths.ownCase(view.id)} variant="quiet">
            {t('withdraw.cancel')}
          </LinkButton>
        </ButtonRow>
      </form>
    </CitizenLayout>
  )
}
