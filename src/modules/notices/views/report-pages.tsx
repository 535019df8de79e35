import type { Zone } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import type { Partner } from '#modules/partners/index.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  CursorPagination,
  DateField,
  EmptyState,
  ErrorSummary,
  FormPage,
  LinkButton,
  NikField,
  Notice,
  NumberField,
  parseDateParts,
  Radios,
  Section,
  SummaryList,
  TextArea,
  TextField,
  TimeField,
  withQuery,
} from '#ui/index.ts'
import { kindsOfNotice, type NoticeField, type NoticeKind, noticeKinds } from '../kinds.ts'
import { verbsOf } from '../machine.ts'
import { noticePaths } from '../paths.ts'
import type { Details, NoticeRow, NoticeStep } from '../queries/notices.ts'
import { noticeTexts } from '../texts.ts'
import { NoticeTable } from './desk-pages.tsx'
import { NoticeDetails, NoticeWay, StateOfNotice } from './notice-parts.tsx'

export interface FacilityProps {
  readonly locale: Locale
  readonly zone: Zone
  readonly partners: readonly {
    readonly partner: Partner
    readonly rows: readonly NoticeRow[]
    readonly next: string | undefined
  }[]
  readonly isFirstPage: boolean
  readonly notice: string | undefined
}

/** What somebody of a partner can report, and what was reported. */
export function FacilityPage({ locale, zone, partners, isFirstPage, notice }: FacilityProps) {
  const t = noticeTexts(locale)
  return (
    <CitizenLayout title={t('facility')} lead={t('facility-lead')} private>
      {notice && (
        <Notice tone="good" announce>
          {notice}
        </Notice>
      )}
      {partners.length === 0 && <EmptyState title={t('facility-none')}>{t('facility-none-help')}</EmptyState>}
      {partners.map(({ partner, rows, next }) => (
        <Section key={partner.id} title={partner.name}>
          <ButtonRow>
            {noticeKinds
              .filter((kind) => kindsOfNotice[kind].partners.includes(partner.kind))
              .map((kind) => (
                <LinkButton key={kind} href={noticePaths.report(partner.id, kind)} icon="plus">
                  {t('report', { kind: kindsOfNotice[kind].label[locale].toLowerCase() })}
                </LinkButton>
              ))}
          </ButtonRow>
          <NoticeTable rows={rows} locale={locale} zone={zone} href={(row) => noticePaths.own(partner.id, row.id)} />
          <CursorPagination
            previousHref={isFirstPage ? undefined : noticePaths.facility}
            nextHref={next && withQuery(noticePaths.facility, { lembaga: partner.id, setelah: next })}
          />
        </Section>
      ))}
    </CitizenLayout>
  )
}

export interface ReportFormProps {
  readonly locale: Locale
  readonly partner: Partner
  readonly kind: NoticeKind
  readonly form: FormValues
  readonly error?: AppError | undefined
}

export function ReportFormPage({ locale, partner, kind, form, error }: ReportFormProps) {
  const t = noticeTexts(locale)
  const list = (error?.fields ?? []).map(({ path, message }) => ({ name: path, text: message[locale] }))
  const whole = error && list.length === 0 ? [{ name: undefined, text: error.say(locale) }] : list
  const fault = (name: string) => list.find((item) => item.name === name)?.text
  const title = t('report', { kind: kindsOfNotice[kind].label[locale].toLowerCase() })
  return (
    <CitizenLayout title={title} heading={false} private narrow>
      <FormPage
        title={title}
        lead={t('report-lead', { partner: partner.name })}
        action={noticePaths.report(partner.id, kind)}
        backHref={noticePaths.facility}
        errors={whole}
        submitLabel={t('send')}
      >
        <TextField
          name="reference"
          label={t('reference')}
          hint={t('reference-hint')}
          value={form.get('reference')}
          error={fault('reference')}
          maxLength={80}
        />
        {kindsOfNotice[kind].fields.map((field) => (
          <ReportField key={field.name} field={field} form={form} locale={locale} error={fault(field.name)} />
        ))}
      </FormPage>
    </CitizenLayout>
  )
}

function ReportField(props: {
  readonly field: NoticeField
  readonly form: FormValues
  readonly locale: Locale
  readonly error: string | undefined
}) {
  const { field, form, locale, error } = props
  const common = {
    name: field.name,
    label: field.label[locale],
    hint: field.hint?.[locale],
    error,
    optional: field.optional,
  }
  const value = form.get(field.name)
  if (field.kind === 'nik') return <NikField {...common} value={value} />
  if (field.kind === 'time') return <TimeField {...common} value={value} />
  if (field.kind === 'number') return <NumberField {...common} value={value} decimal maxLength={8} />
  if (field.kind === 'date') {
    return <DateField {...common} value={parseDateParts(Object.fromEntries(form.entries()), field.name)} />
  }
  if (field.kind === 'choice') {
    const options = (field.options ?? []).map((option) => ({ value: option.value, label: option.label[locale] }))
    return <Radios {...common} value={value} options={options} />
  }
  return <TextField {...common} value={value} maxLength={120} />
}

export interface NoticeOfPartnerProps {
  readonly locale: Locale
  readonly zone: Zone
  readonly row: NoticeRow
  readonly details: Details
  readonly steps: readonly NoticeStep[]
  readonly form: FormValues
  readonly error?: AppError | undefined
  readonly notice: string | undefined
}

/** A notice as its partner sees it: what became of it, and taking it back. */
export function NoticeOfPartnerPage(props: NoticeOfPartnerProps) {
  const { locale, row, error, form, zone } = props
  const t = noticeTexts(locale)
  const fault = error?.fields[0]?.message[locale] ?? error?.say(locale)
  return (
    <CitizenLayout
      title={`${kindsOfNotice[row.kind].label[locale]}, ${row.reference}`}
      breadcrumb={[{ label: t('facility'), href: noticePaths.facility }, { label: row.reference }]}
      private
    >
      {props.notice && (
        <Notice tone="good" announce>
          {props.notice}
        </Notice>
      )}
      {fault && <ErrorSummary errors={[{ name: 'reason', text: fault }]} />}
      <SummaryList
        rows={[
          { term: t('state'), value: <StateOfNotice state={row.state} locale={locale} /> },
          { term: t('by'), value: row.reportedBy },
          { term: t('reported'), value: formatShort(row.reportedAt, locale, zone) },
          ...(row.registerNumber ? [{ term: t('number'), value: row.registerNumber }] : []),
        ]}
      />
      <NoticeDetails notice={row} details={props.details} locale={locale} />
      <NoticeWay steps={props.steps} locale={locale} zone={zone} />
      {verbsOf(row.state, 'partner').includes('withdraw') && (
        <Section title={t('withdraw')}>
          <form method="post" action={noticePaths.own(row.partnerId, row.id)} novalidate class="stack">
            <CsrfField />
            <TextArea
              name="reason"
              label={t('reason')}
              rows={3}
              maxLength={500}
              value={form.get('reason')}
              error={fault}
            />
            <ButtonRow>
              <Button variant="danger">{t('withdraw')}</Button>
            </ButtonRow>
          </form>
        </Section>
      )}
    </CitizenLayout>
  )
}
