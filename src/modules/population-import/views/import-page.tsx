import { type Actor, isPermitted } from '#kernel/access/access.ts'
import type { Zone } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import { fillText, type Locale } from '#kernel/i18n/texts.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  ErrorSummary,
  LinkButton,
  Notice,
  Section,
  Stats,
  Table,
  ToneText,
} from '#ui/index.ts'
import { importPaths } from '../paths.ts'
import type { HistoryEntry, Import } from '../queries/imports.ts'
import { importTexts } from '../texts/desk.ts'
import { unreadableTexts } from '../texts/unreadable.ts'
import { Decision } from './decision.tsx'
import { Facts, History } from './facts-part.tsx'
import { errorsOf, ImportFrame, type ImportPageProps, megabytes, StateTag } from './frame.tsx'
import { sayFinding } from './problems-page.tsx'
import { Progress } from './progress.tsx'
import { FileField, UploadProgress, uploadWords } from './upload-page.tsx'

export interface OneProps extends ImportPageProps {
  readonly zone: Zone
  readonly now: Temporal.Instant
  readonly one: Import
  readonly same: Import | undefined
  /** Bytes that have arrived. */
  readonly received: number
  /** Families that are findable by name. */
  readonly findable: number | undefined
  readonly history: readonly HistoryEntry[]
  readonly reason: string
  readonly error: AppError | undefined
}

export const mayPrepare = (actor: Actor, one: Import): boolean =>
  isPermitted(actor, 'population-import.prepare', { unitPath: one.unitPath })

/** One import: where it is, what was found, and what may be done next. */
export function ImportPage(props: OneProps) {
  const { locale, one, same, zone } = props
  const t = importTexts(locale)
  const errors = errorsOf(props.error, locale)
  return (
    <ImportFrame
      {...props}
      title={one.note}
      lead={
        <>
          <StateTag state={one.state} locale={locale} /> <span class="break-all">{one.fileName}</span>
        </>
      }
      crumbs={[{ label: one.fileName }]}
    >
      <ErrorSummary errors={errors.list} />
      {same && !one.forgottenAt && (
        <Notice tone="soon">
          {t('same-file', { when: formatShort(same.madeAt, locale, zone) })}{' '}
          <a href={importPaths.show(same.id)}>{same.note}</a>
        </Notice>
      )}
      {one.decisionNote && one.state === 'checked' && (
        <Notice tone="late">{t('returned', { note: one.decisionNote })}</Notice>
      )}
      {one.forgottenAt && <Notice>{t('forgotten')}</Notice>}
      <Columns aside={<Decision {...props} errorOf={errors.of} />}>
        <Now {...props} />
        {one.problems.length > 0 && <Problems {...props} />}
        {hasRejected(one) && <Rejected one={one} locale={locale} actor={props.actor} />}
        <Section title={t('facts')} id="perihal">
          <Facts {...props} />
        </Section>
        <History {...props} />
      </Columns>
    </ImportFrame>
  )
}

const hasRejected = (one: Import): boolean =>
  (one.counts?.rejectedRows ?? 0) > 0 && !one.forgottenAt && one.state !== 'mapping'

/** What the state of the import means, in one picture. */
function Now(props: OneProps) {
  const { locale, one } = props
  const t = importTexts(locale)
  switch (one.state) {
    case 'receiving':
      return <Receiving {...props} />
    case 'unreadable': {
      const { reason, row } = one.unreadable ?? { reason: 'damaged' as const }
      return (
        <>
          <Notice tone="late" title={t('unreadable.title')}>
            {fillText(unreadableTexts[reason][locale], { row: row ?? '' })}
          </Notice>
          <LinkButton href={importPaths.start} icon="upload" variant="secondary">
            {t('unreadable.again')}
          </LinkButton>
        </>
      )
    }
    case 'mapping':
      return <p>{t('mapping.text', { rows: formatNumber(one.total, locale) })}</p>
    case 'inspecting':
    case 'checking':
    case 'entering':
    case 'recalling':
    case 'paused':
      return <Progress {...props} />
    case 'checked':
    case 'submitted':
      return <Checked one={one} locale={locale} />
    case 'entered':
    case 'stopped':
    case 'recall-asked':
    case 'recalled':
      return <Entered {...props} />
    case 'discarded':
      return null
  }
}

function Receiving({ one, locale, received, actor }: OneProps) {
  const t = importTexts(locale)
  const words = { done: megabytes(received, locale), total: megabytes(one.fileSize, locale), name: one.fileName }
  if (!mayPrepare(actor, one)) return <Notice tone="soon">{t('receiving.text', words)}</Notice>
  return (
    <div
      data-island="part-upload"
      data-part={importPaths.part(one.id)}
      data-show={importPaths.show(one.id)}
      data-received={received}
      data-file-size={one.fileSize}
      data-text-other-file={t('upload.other-file', { name: one.fileName })}
      {...uploadWords(locale)}
    >
      <Notice tone="soon" title={t('receiving.title')}>
        {t('receiving.text', words)}
      </Notice>
      <form method="post" action={importPaths.start} enctype="multipart/form-data">
        <CsrfField />
        <FileField locale={locale} />
        <UploadProgress />
        <ButtonRow>
          <Button icon="upload">{t('resume-upload')}</Button>
        </ButtonRow>
      </form>
    </div>
  )
}

function Checked({ one, locale }: { one: Import; locale: Locale }) {
  const t = importTexts(locale)
  const { counts } = one
  if (!counts) return null
  const n = (value: number) => formatNumber(value, locale)
  const warnings = one.problems
    .filter(({ severity }) => severity === 'warning')
    .reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <Stats
        label={t('problems.title')}
        items={[
          { value: n(counts.families.good), text: t('checked.good', { people: n(counts.people.good) }) },
          ...(counts.families.bad ? [{ value: n(counts.families.bad), text: t('checked.bad') }] : []),
          ...(counts.families.known ? [{ value: n(counts.families.known), text: t('checked.known') }] : []),
          ...(counts.rejectedRows
            ? [
                {
                  value: n(counts.rejectedRows),
                  text: t('checked.rejected'),
                  href: `${importPaths.problems(one.id)}?jenis=error`,
                },
              ]
            : []),
          ...(warnings
            ? [
                {
                  value: n(warnings),
                  text: t('checked.warnings'),
                  href: `${importPaths.problems(one.id)}?jenis=warning`,
                },
              ]
            : []),
        ]}
      />
      <p class="hint">{t('checked.whole')}</p>
    </>
  )
}

function Entered({ one, locale, findable }: OneProps) {
  const t = importTexts(locale)
  const n = (value: number) => formatNumber(value, locale)
  const left = (one.counts?.families.good ?? 0) - one.enteredFamilies
  return (
    <>
      <Stats
        label={t('facts')}
        items={[
          { value: n(one.enteredPeople), text: t('entered.people') },
          { value: n(one.enteredFamilies), text: t('entered.families') },
          ...(left > 0 ? [{ value: n(left), text: t('entered.left') }] : []),
          ...(one.recalledFamilies ? [{ value: n(one.recalledFamilies), text: t('recalled.families') }] : []),
        ]}
      />
      {findable !== undefined && findable < one.enteredTo && one.state === 'entered' && (
        <Notice tone="info">{t('entered.findable', { percent: Math.floor((findable / one.enteredTo) * 100) })}</Notice>
      )}
    </>
  )
}

function Problems({ one, locale }: OneProps) {
  const t = importTexts(locale)
  return (
    <Section title={t('problems.summary')} id="temuan">
      <Table
        caption={t('problems.summary')}
        captionHidden
        dense
        rows={one.problems.slice(0, 40)}
        rowKey={(row) => `${row.code}${row.field}${row.severity}`}
        rowHref={(row) =>
          one.forgottenAt
            ? undefined
            : `${importPaths.problems(one.id)}?temuan=${row.code}&kolom=${row.field}&jenis=${row.severity}`
        }
        columns={[
          {
            key: 'what',
            label: t('problems.what'),
            header: true,
            cell: (row) => sayFinding(row, locale),
          },
          {
            key: 'severity',
            label: t('problems.severity'),
            cell: (row) => (
              <ToneText tone={row.severity === 'error' ? 'late' : 'soon'}>{t(`severity.${row.severity}`)}</ToneText>
            ),
          },
          { key: 'count', label: t('problems.count'), align: 'end', cell: (row) => formatNumber(row.count, locale) },
        ]}
      />
      {!one.forgottenAt && (
        <p>
          <a href={importPaths.problems(one.id)}>{t('problems.all')}</a>
        </p>
      )}
    </Section>
  )
}

function Rejected({ one, locale, actor }: Pick<OneProps, 'one' | 'locale' | 'actor'>) {
  const t = importTexts(locale)
  if (!mayPrepare(actor, one)) return null
  return (
    <Section title={t('rejected.title')} id="ditolak">
      <p>{t('rejected.text')}</p>
      <ButtonRow>
        <LinkButton href={`${importPaths.rejected(one.id)}.xlsx`} variant="secondary" icon="download">
          Excel
        </LinkButton>
        <LinkButton href={`${importPaths.rejected(one.id)}.csv`} variant="quiet" icon="download">
          CSV
        </LinkButton>
        <LinkButton href={importPaths.start} variant="quiet" icon="upload">
          {t('rejected.mended')}
        </LinkButton>
      </ButtonRow>
    </Section>
  )
}
