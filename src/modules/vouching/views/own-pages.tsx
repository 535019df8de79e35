import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  CursorPagination,
  LinkButton,
  Notice,
  Section,
  StatusTag,
  SummaryList,
  Table,
  withQuery,
} from '#ui/index.ts'
import { type Comparable, decisions, fieldLabels, purposeOf } from '../domain.ts'
import { vouchingPaths } from '../paths.ts'
import type { OwnConsent, OwnQuestion } from '../queries/own.ts'
import { vouchingTexts } from '../texts.ts'

const tones = { asked: 'soon', given: 'good', refused: 'neutral', withdrawn: 'neutral', expired: 'neutral' } as const

function fieldsIn(fields: readonly Comparable[], locale: Locale): string {
  return [vouchingTexts(locale)('base-fields'), ...fields.map((field) => fieldLabels[field][locale])].join(', ')
}

export interface OwnVouchingProps {
  readonly locale: Locale
  readonly zone: Zone
  readonly consents: readonly OwnConsent[]
  readonly questions: readonly OwnQuestion[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
}

/** Who may compare the person's data, and who did. */
export function OwnVouchingPage({ locale, zone, consents, questions, next, isFirstPage }: OwnVouchingProps) {
  const t = vouchingTexts(locale)
  return (
    <CitizenLayout title={t('title')} lead={t('lead')} private>
      <Section title={t('consents')} id="persetujuan">
        <Table
          caption={t('consents')}
          captionHidden
          rows={consents}
          rowKey={(row) => row.id}
          rowHref={(row) => vouchingPaths.consent(row.id)}
          empty={<p class="hint">{t('consents-none')}</p>}
          columns={[
            { key: 'partner', label: t('partner'), header: true, cell: (row) => row.partnerName },
            { key: 'purpose', label: t('purpose'), cell: (row) => purposeOf(row.purpose).label[locale] },
            { key: 'when', label: t('when'), cell: (row) => formatShort(row.askedAt, locale, zone) },
            {
              key: 'state',
              label: t('state'),
              cell: (row) => <StatusTag tone={tones[row.state]}>{t(`state-${row.state}`)}</StatusTag>,
            },
          ]}
        />
      </Section>
      <Section title={t('questions')} id="pemeriksaan">
        <Table
          caption={t('questions')}
          captionHidden
          rows={questions}
          rowKey={(row) => row.id}
          empty={<p class="hint">{t('questions-none')}</p>}
          columns={[
            { key: 'partner', label: t('partner'), header: true, cell: (row) => row.partnerName },
            { key: 'purpose', label: t('purpose'), cell: (row) => purposeOf(row.purpose).label[locale] },
            { key: 'fields', label: t('fields'), cell: (row) => fieldsIn(row.fields, locale) },
            { key: 'when', label: t('when'), cell: (row) => formatShort(row.askedAt, locale, zone) },
          ]}
        />
        <CursorPagination
          previousHref={isFirstPage ? undefined : vouchingPaths.own}
          nextHref={next && withQuery(vouchingPaths.own, { sebelum: next })}
        />
      </Section>
    </CitizenLayout>
  )
}

export interface ConsentPageProps {
  readonly locale: Locale
  readonly consent: OwnConsent
  readonly notice: string | undefined
}

/** One consent: what it would allow, and yes or no. */
export function VouchingConsentPage({ locale, consent, notice }: ConsentPageProps) {
  const t = vouchingTexts(locale)
  const purpose = purposeOf(consent.purpose)
  const open = consent.state === 'expired' ? [] : decisions[consent.state]
  const names = { partner: consent.partnerName }
  return (
    <CitizenLayout
      title={t('ask-title', names)}
      lead={t('ask-lead', names)}
      breadcrumb={[{ label: t('title'), href: vouchingPaths.own }, { label: consent.partnerName }]}
      narrow
      private
    >
      {notice && (
        <Notice tone="good" announce>
          {notice}
        </Notice>
      )}
      <SummaryList
        rows={[
          {
            term: t('state'),
            value: <StatusTag tone={tones[consent.state]}>{t(`state-${consent.state}`)}</StatusTag>,
          },
          { term: t('purpose'), value: purpose.label[locale] },
          { term: t('note'), value: consent.note },
          { term: t('fields'), value: fieldsIn(consent.fields, locale) },
          { term: t('until'), value: formatDay(Temporal.PlainDate.from(consent.validUntil), locale) },
          { term: t('basis'), value: purpose.basis },
        ]}
      />
      {open.includes('withdrawn') && <p>{t('withdraw-lead')}</p>}
      {open.length > 0 ? (
        <form method="post" action={vouchingPaths.consent(consent.id)}>
          <CsrfField />
          <ButtonRow>
            {open.includes('given') && (
              <Button name="decision" value="given">
                {t('give')}
              </Button>
            )}
            {open.includes('refused') && (
              <Button name="decision" value="refused" variant="danger">
                {t('refuse')}
              </Button>
            )}
            {open.includes('withdrawn') && (
              <Button name="decision" value="withdrawn" variant="danger">
                {t('withdraw')}
              </Button>
            )}
          </ButtonRow>
        </form>
      ) : (
        <LinkButton href={vouchingPaths.own}>{t('back')}</LinkButton>
      )}
    </CitizenLayout>
  )
}
