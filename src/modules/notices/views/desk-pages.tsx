import type { Actor } from '#kernel/access/access.ts'
import type { Zone } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  CursorPagination,
  EmptyState,
  ErrorSummary,
  ExportLinks,
  FilterBar,
  NikField,
  Radios,
  Section,
  StaffLayout,
  SummaryList,
  Table,
  TextArea,
  withQuery,
} from '#ui/index.ts'
import { kindsOfNotice, noticeKinds } from '../kinds.ts'
import { noticeStates, verbsOf } from '../machine.ts'
import { noticePaths } from '../paths.ts'
import type { Details, NoticeRow, NoticeStep } from '../queries/notices.ts'
import { noticeTexts } from '../texts.ts'
import { NoticeDetails, NoticeWay, StateOfNotice } from './notice-parts.tsx'

interface DeskProps {
  readonly locale: Locale
  readonly actor: Actor
  readonly zone: Zone
  readonly notice?: string | undefined
}

export interface NoticeListProps extends DeskProps {
  readonly rows: readonly NoticeRow[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: {
    readonly q?: string | undefined
    readonly peristiwa?: string | undefined
    readonly keadaan?: string | undefined
  }
}

/** Notices of all partners. */
export function NoticeListPage(props: NoticeListProps) {
  const { locale, query, zone } = props
  const t = noticeTexts(locale)
  return (
    <StaffLayout
      title={t('desk')}
      lead={t('desk-lead')}
      desk={t('desk')}
      unit={props.actor.position?.unitName}
      notice={props.notice}
      actions={<ExportLinks path={noticePaths.desk} query={query} />}
    >
      <FilterBar
        action={noticePaths.desk}
        search={{ label: t('search'), value: query.q }}
        selects={[
          {
            name: 'peristiwa',
            label: t('kind'),
            value: query.peristiwa,
            options: noticeKinds.map((value) => ({ value, label: kindsOfNotice[value].label[locale] })),
          },
          {
            name: 'keadaan',
            label: t('state'),
            value: query.keadaan,
            options: noticeStates.map((value) => ({ value, label: t(`state-${value}`) })),
          },
        ]}
      />
      <NoticeTable
        rows={props.rows}
        locale={locale}
        zone={zone}
        href={(row) => noticePaths.notice(row.id)}
        withPartner
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(noticePaths.desk, query)}
        nextHref={props.next && withQuery(noticePaths.desk, { ...query, setelah: props.next })}
      />
    </StaffLayout>
  )
}

export function NoticeTable(props: {
  readonly rows: readonly NoticeRow[]
  readonly locale: Locale
  readonly zone: Zone
  readonly href: (row: NoticeRow) => string
  readonly withPartner?: boolean | undefined
}) {
  const { locale } = props
  const t = noticeTexts(locale)
  return (
    <Table
      caption={t('desk')}
      captionHidden
      dense
      rows={props.rows}
      rowKey={(row) => row.id}
      rowHref={props.href}
      empty={<EmptyState title={t('none')}>{t('none-help')}</EmptyState>}
      columns={[
        { key: 'reference', label: t('reference'), header: true, cell: (row) => row.reference },
        { key: 'kind', label: t('kind'), cell: (row) => kindsOfNotice[row.kind].label[locale] },
        ...(props.withPartner
          ? [{ key: 'partner', label: t('partner'), cell: (row: NoticeRow) => row.partnerName }]
          : []),
        { key: 'day', label: t('day'), cell: (row) => formatDay(Temporal.PlainDate.from(row.happenedOn), locale) },
        { key: 'reported', label: t('reported'), cell: (row) => formatShort(row.reportedAt, locale, props.zone) },
        { key: 'state', label: t('state'), cell: (row) => <StateOfNotice state={row.state} locale={locale} /> },
      ]}
    />
  )
}

export interface NoticePageProps extends DeskProps {
  readonly row: NoticeRow
  readonly details: Details
  readonly steps: readonly NoticeStep[]
  readonly form: FormValues
  readonly error?: AppError | undefined
}

/** One notice: what was reported, whom it may mean, its way. */
export function NoticePage(props: NoticePageProps) {
  const { locale, row, form, error, zone } = props
  const t = noticeTexts(locale)
  const verbs = verbsOf(row.state, 'notices.settle')
  const fault = (name: string) => error?.fields.find((field) => field.path === name)?.message[locale]
  const errors = (error?.fields ?? []).map(({ path, message }) => ({ name: path, text: message[locale] }))
  const whole = error && errors.length === 0 ? [{ name: undefined, text: error.say(locale) }] : errors
  return (
    <StaffLayout
      title={`${kindsOfNotice[row.kind].label[locale]}, ${row.reference}`}
      desk={t('desk')}
      unit={props.actor.position?.unitName}
      notice={props.notice}
      breadcrumb={[{ label: t('desk'), href: noticePaths.desk }, { label: row.reference }]}
    >
      <ErrorSummary errors={whole} />
      <SummaryList
        rows={[
          { term: t('state'), value: <StateOfNotice state={row.state} locale={locale} /> },
          { term: t('partner'), value: row.partnerName },
          { term: t('by'), value: row.reportedBy },
          { term: t('reported'), value: formatShort(row.reportedAt, locale, zone) },
          ...(row.registerNumber ? [{ term: t('number'), value: row.registerNumber }] : []),
        ]}
      />
      <NoticeDetails notice={row} details={props.details} locale={locale} />
      {verbs.includes('tell') && (
        <Section title={t('settle-tell')}>
          <form method="post" action={noticePaths.notice(row.id)} novalidate class="stack">
            <CsrfField />
            <p class="hint">{t('settle-tell-lead')}</p>
            <Radios
              name="role"
              label={t('role')}
              value={form.get('role') || kindsOfNotice[row.kind].subjects[0]?.role}
              options={kindsOfNotice[row.kind].subjects.map(({ role }) => ({
                value: role,
                label: t(`role-${role}` as 'role-mother'),
              }))}
            />
            <NikField name="nik" label={t('nik')} value={form.get('nik')} error={fault('nik')} />
            <ButtonRow>
              <Button name="apa" value="hubungkan">
                {t('tell')}
              </Button>
            </ButtonRow>
          </form>
        </Section>
      )}
      {verbs.includes('refuse') && (
        <Section title={t('refuse')}>
          <form method="post" action={noticePaths.notice(row.id)} novalidate class="stack">
            <CsrfField />
            <TextArea
              name="reason"
              label={t('reason')}
              hint={t('refuse-lead')}
              rows={3}
              maxLength={500}
              value={form.get('reason')}
              error={fault('reason')}
            />
            <ButtonRow>
              <Button name="apa" value="tolak" variant="danger">
                {t('refuse')}
              </Button>
            </ButtonRow>
          </form>
        </Section>
      )}
      <NoticeWay steps={props.steps} locale={locale} zone={zone} />
    </StaffLayout>
  )
}
