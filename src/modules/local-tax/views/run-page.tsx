import type { ComponentChildren } from 'preact'
import { isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatDay, formatNumber } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import {
  Button,
  ButtonRow,
  type ButtonVariant,
  Columns,
  CsrfField,
  ErrorSummary,
  LinkButton,
  LinkList,
  Notice,
  Section,
  Stats,
  SummaryList,
  Table,
  TextArea,
  WorkProgress,
} from '#ui/index.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import type { HistoryEntry } from '../queries/history.ts'
import type { LargeChange, RemarkCount, Run } from '../queries/runs.ts'
import { assessmentTexts } from '../texts/assessment.ts'
import { errorsOf, History, TaxFrame, type TaxPageProps } from './frame.tsx'
import { RunTag } from './run-list-page.tsx'

export interface RunPageProps extends TaxPageProps {
  readonly run: Run
  readonly villageName: string | undefined
  readonly remarks: readonly RemarkCount[]
  readonly rises: readonly LargeChange[]
  readonly history: readonly HistoryEntry[]
  readonly reason: string
  readonly error: AppError | undefined
}

export function RunPage(props: RunPageProps) {
  const { locale, run } = props
  const t = assessmentTexts(locale)
  const errors = errorsOf(props.error, locale)
  const isWorking = run.state === 'drafting' || run.state === 'issuing' || run.state === 'discarding'
  return (
    <TaxFrame
      {...props}
      title={`${t('title')} ${run.year}`}
      lead={
        <>
          <RunTag state={run.state} locale={locale} /> {props.villageName ?? t('village-all')}
        </>
      }
      crumbs={[{ label: t('title'), href: localTaxPaths.runs }, { label: String(run.year) }]}
    >
      <ErrorSummary errors={errors.list} />
      {run.decisionNote && run.state === 'drafted' && (
        <Notice tone="late">{t('returned', { note: run.decisionNote })}</Notice>
      )}
      {run.openRules.length > 0 && run.state !== 'discarded' && <OpenLaw {...props} />}
      <Columns aside={<Acts {...props} errorOf={errors.of} />}>
        {isWorking && <Progress {...props} />}
        {run.state !== 'discarded' && (
          <Stats
            label={t('title')}
            items={[
              { value: formatNumber(run.assessed, locale), text: t('stat.assessed') },
              { value: formatNumber(run.leftOut, locale), text: t('stat.left-out') },
            ]}
          />
        )}
        <Section title={t('facts')} id="perihal">
          <SummaryList
            dense
            rows={[
              { term: t('stat.amount'), value: <b>{formatRupiah(run.amount)}</b> },
              ...(run.lastYearAmount > 0n
                ? [{ term: t('stat.last-year'), value: formatRupiah(run.lastYearAmount) }]
                : []),
              { term: t('made-by'), value: run.madeBy },
              ...(run.submittedBy ? [{ term: t('submitted-by'), value: run.submittedBy }] : []),
              ...(run.decidedBy ? [{ term: t('decided-by'), value: run.decidedBy }] : []),
              { term: t('due-on'), value: formatDay(run.dueOn, locale) },
              ...(run.rules.length > 0
                ? [{ term: t('law'), value: [...new Set(run.rules.map((rule) => rule.citation))].join('; ') }]
                : []),
            ]}
          />
        </Section>
        <Remarks {...props} />
        {props.rises.length > 0 && <Rises {...props} />}
        <History {...props} entries={props.history} />
      </Columns>
    </TaxFrame>
  )
}

function OpenLaw({ run, locale }: RunPageProps) {
  const t = assessmentTexts(locale)
  return (
    <Notice tone="soon">
      <p>{t('open-law')}</p>
      <ul>
        {run.openRules.map((rule) => (
          <li key={rule.id}>
            {rule.citation} ({rule.key})
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Progress({ run, locale }: RunPageProps) {
  const t = assessmentTexts(locale)
  const total = run.state === 'drafting' ? run.total : run.assessed + (run.state === 'issuing' ? run.leftOut : 0)
  return (
    <>
      <WorkProgress label={t(`state.${run.state}`)} max={Math.max(1, total)} value={Math.min(run.done, total)}>
        {t('progress', { done: formatNumber(run.done, locale), total: formatNumber(total, locale) })}
      </WorkProgress>
      <LinkButton href={localTaxPaths.run(run.id)} variant="quiet" icon="refresh-cw">
        {t('refresh')}
      </LinkButton>
    </>
  )
}

function Remarks({ run, remarks, locale }: RunPageProps) {
  const t = assessmentTexts(locale)
  return (
    <Section title={t('remarks')} id="catatan">
      {remarks.length === 0 ? (
        <p class="hint">{t('remarks.none')}</p>
      ) : (
        <LinkList
          items={remarks.map(({ reason, count }) => ({
            href: `${localTaxPaths.remarks(run.id)}?catatan=${reason}`,
            title: t(`reason.${reason}`),
            text: t('progress', { done: formatNumber(count, locale), total: formatNumber(run.total, locale) }),
          }))}
        />
      )}
    </Section>
  )
}

function Rises({ rises, locale }: RunPageProps) {
  const t = assessmentTexts(locale)
  return (
    <Section title={t('largest')} id="kenaikan">
      <Table
        caption={t('largest')}
        captionHidden
        dense
        rows={rises}
        rowKey={(row) => row.code}
        rowHref={(row) => localTaxPaths.assessment(row.assessmentId)}
        columns={[
          { key: 'nop', label: t('nop'), header: true, cell: (row) => formatNop(row.code) },
          { key: 'before', label: t('before'), align: 'end', cell: (row) => formatRupiah(row.before) },
          { key: 'after', label: t('after'), align: 'end', cell: (row) => formatRupiah(row.after) },
        ]}
      />
    </Section>
  )
}

/** What this official may do with the assessment now. */
function Acts(props: RunPageProps & { errorOf: (name: string) => string | undefined }) {
  const { run, locale, actor } = props
  const t = assessmentTexts(locale)
  const act = (verb: string, label: string, variant?: ButtonVariant, children?: ComponentChildren) => (
    <form method="post" action={localTaxPaths.runAct(run.id, verb)} novalidate>
      <CsrfField />
      {children}
      <ButtonRow>
        <Button variant={variant}>{label}</Button>
      </ButtonRow>
    </form>
  )
  const prepares = isPermitted(actor, 'local-tax.assess')
  const discard = prepares && act('buang', t('act.discard'), 'quiet')
  if (run.state === 'drafting') return <>{discard}</>
  if (run.state === 'drafted')
    return (
      <>
        {prepares && run.openRules.length === 0 && run.assessed > 0 && act('ajukan', t('act.submit'))}
        {discard}
      </>
    )
  if (run.state !== 'submitted' || !isPermitted(actor, 'local-tax.approve')) return null
  const isOwn = [run.madeByAccount, run.submittedByAccount].includes(actor.accountId ?? '')
  const words = { assessed: formatNumber(run.assessed, locale), amount: formatRupiah(run.amount) }
  return (
    <>
      {isOwn ? (
        <Notice tone="info">{t('act.own')}</Notice>
      ) : (
        <Section title={t('act.approve')}>
          <p>{t('act.approve-text', words)}</p>
          {act('setujui', t('act.approve'))}
        </Section>
      )}
      <Section title={t('act.return')}>
        {act(
          'kembalikan',
          t('act.return'),
          'secondary',
          <TextArea
            name="reason"
            label={t('act.reason')}
            rows={3}
            maxLength={500}
            value={props.reason}
            error={props.errorOf('reason')}
          />,
        )}
      </Section>
    </>
  )
}
