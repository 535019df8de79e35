import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  FormPage,
  LinkButton,
  Notice,
  PromiseLine,
  SummaryList,
  useFrame,
} from '#ui/index.ts'
import type { FieldDefinition } from '../definition/schema.ts'
import { isFileKind } from '../form/kinds.ts'
import type { Typed, TypedValue } from '../form/read-answers.ts'
import { servicePaths } from '../paths.ts'
import type { Attachment } from '../queries/attachments.ts'
import type { CaseView } from '../queries/cases.ts'
import { serviceTexts } from '../texts.ts'
import { AnswerField } from './answer-field.tsx'
import { uploadedOf } from './draft-pages.tsx'
import type { FieldAids } from './fields/field-aids.ts'

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

export interface CorrectProps {
  readonly view: CaseView
  readonly fields: readonly FieldDefinition[]
  readonly files: readonly Attachment[]
  readonly typed?: Typed | undefined
  readonly errors: readonly FieldError[]
  readonly aids: FieldAids
  readonly zone: Zone
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
        multipart={props.fields.some((field) => isFileKind(field.kind))}
        errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))}
      >
        {props.fields.map((field) => (
          <AnswerField
            key={field.id}
            field={field}
            ownerId={view.id}
            value={props.typed?.[field.id] ?? (view.answers[field.id] as TypedValue | undefined)}
            marked={view.marks.find((mark) => mark.isOpen && mark.field === field.id)?.note}
            errors={props.errors}
            aids={props.aids}
            zone={props.zone}
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
