import type { Zone } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  ErrorSummary,
  LinkButton,
  Notice,
  Section,
  StatusTag,
  TextArea,
} from '#ui/index.ts'
import { kindsOfNotice } from '../kinds.ts'
import { verbsOf } from '../machine.ts'
import { noticePaths } from '../paths.ts'
import type { Details, NoticeRow } from '../queries/notices.ts'
import { noticeTexts } from '../texts.ts'
import { NoticeDetails, StateOfNotice } from './notice-parts.tsx'

export interface FamilyNoticeProps {
  readonly locale: Locale
  readonly zone: Zone
  readonly row: NoticeRow
  readonly details: Details
  readonly form: FormValues
  readonly error?: AppError | undefined
  readonly notice: string | undefined
}

/** A notice as the family sees it: yes, and go on; or no, and why. */
export function FamilyNoticePage(props: FamilyNoticeProps) {
  const { locale, row, details, error, form } = props
  const t = noticeTexts(locale)
  const kind = kindsOfNotice[row.kind]
  const verbs = verbsOf(row.state, 'family')
  const fault = error?.fields[0]?.message[locale] ?? error?.say(locale)
  const service = kind.service && `/layanan/${kind.service}`
  return (
    <CitizenLayout
      title={t('family-title', { kind: kind.label[locale].toLowerCase() })}
      lead={t('family-lead', { partner: row.partnerName, when: formatShort(row.reportedAt, locale, props.zone) })}
      private
      narrow
    >
      {props.notice && (
        <Notice tone="good" announce>
          {props.notice}
        </Notice>
      )}
      {fault && <ErrorSummary errors={[{ name: 'reason', text: fault }]} />}
      {verbs.length === 0 && (
        <p>
          <StateOfNotice state={row.state} locale={locale} />
        </p>
      )}
      <NoticeDetails notice={row} details={details} locale={locale} />
      {row.state === 'confirmed' && service && (
        <>
          <p>{t('file-hint')}</p>
          <LinkButton href={service}>{t('continue')}</LinkButton>
        </>
      )}
      {row.registerNumber && <StatusTag tone="good">{row.registerNumber}</StatusTag>}
      {verbs.includes('confirm') && (
        <form method="post" action={noticePaths.family(row.id)}>
          <CsrfField />
          {service && <p>{t('file-hint')}</p>}
          <ButtonRow>
            <Button name="benar" value="ya">
              {t(service ? 'confirm' : 'confirm-end')}
            </Button>
          </ButtonRow>
        </form>
      )}
      {verbs.includes('decline') && (
        <Section title={t('decline')}>
          <form method="post" action={noticePaths.family(row.id)} novalidate class="stack">
            <CsrfField />
            <TextArea
              name="reason"
              label={t('decline-why')}
              hint={t('decline-hint')}
              rows={3}
              maxLength={500}
              value={form.get('reason')}
              error={fault}
            />
            <ButtonRow>
              <Button name="benar" value="tidak" variant="danger">
                {t('decline')}
              </Button>
            </ButtonRow>
          </form>
        </Section>
      )}
    </CitizenLayout>
  )
}
