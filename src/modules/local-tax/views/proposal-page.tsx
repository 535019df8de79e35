import { isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  ErrorSummary,
  LinkButton,
  Notice,
  Section,
  StatusTag,
  SummaryList,
  TextArea,
  WorkProgress,
} from '#ui/index.ts'
import { localTaxPaths } from '../paths.ts'
import type { Proposal, ProposalItem } from '../queries/proposals.ts'
import { collectingTexts } from '../texts/collecting.ts'
import { claimTitle } from './claim-words.tsx'
import { errorsOf } from './frame.tsx'
import { ProposalTag } from './proposal-list-page.tsx'
import { type ListProps, TaxList } from './tax-list.tsx'

export const itemStates = ['waiting', 'done', 'left-out'] as const
const tones = { waiting: 'soon', done: 'good', 'left-out': 'neutral' } as const

interface PageProps extends ListProps<{ readonly q: string; readonly keadaan?: string | undefined }> {
  readonly proposal: Proposal
  readonly rows: readonly ProposalItem[]
  readonly reason: string
  readonly error: AppError | undefined
}

export function ProposalPage(props: PageProps) {
  const { locale, proposal, query } = props
  const t = collectingTexts(locale)
  return (
    <TaxList
      {...props}
      title={t(`kind.${proposal.kind}`)}
      lead={
        <>
          <ProposalTag state={proposal.state} locale={locale} /> {formatRupiah(proposal.amount)}
        </>
      }
      crumbs={[{ label: t('proposals.title'), href: localTaxPaths.proposals }, { label: t(`kind.${proposal.kind}`) }]}
      before={<Decision {...props} />}
      path={localTaxPaths.proposal(proposal.id)}
      searchLabel={t('items.search')}
      selects={[
        {
          name: 'keadaan',
          label: t('state'),
          value: query.keadaan,
          options: itemStates.map((value) => ({ value, label: t(`item.${value}`) })),
        },
      ]}
      rowHref={(row) => localTaxPaths.assessment(row.assessmentId)}
      none={[t('items.no-match'), t('no-match-help')]}
      noMatch={[t('items.no-match'), t('no-match-help')]}
      columns={[
        { key: 'number', label: t('number'), header: true, cell: (row) => row.assessmentNumber },
        { key: 'what', label: t('tax'), cell: (row) => claimTitle(row, locale) },
        { key: 'owner', label: t('owner'), cell: (row) => row.ownerName },
        { key: 'amount', label: t('amount'), align: 'end', cell: (row) => formatRupiah(row.principal) },
        {
          key: 'interest',
          label: t('interest'),
          align: 'end',
          cell: (row) => (row.interest > 0n ? formatRupiah(row.interest) : '–'),
        },
        {
          key: 'state',
          label: t('state'),
          cell: (row) => (
            <>
              <StatusTag tone={tones[row.state]}>{t(`item.${row.state}`)}</StatusTag>
              {row.reason && <span class="hint"> {row.reason[locale]}</span>}
            </>
          ),
        },
        {
          key: 'letter',
          label: t('letter'),
          cell: (row) =>
            row.documentId ? <a href={localTaxPaths.letter(row.assessmentId, row.documentId)}>{row.number}</a> : '–',
        },
      ]}
    />
  )
}

function Decision(props: PageProps) {
  const { locale, proposal, zone, actor } = props
  const t = collectingTexts(locale)
  const errors = errorsOf(props.error, locale)
  const isOwn = proposal.madeByAccount === actor.accountId
  const isOpen = proposal.state === 'proposed'
  const decides = isOpen && isPermitted(actor, 'local-tax.approve')
  return (
    <>
      <ErrorSummary errors={errors.list} />
      <Section title={t('facts')} id="perihal">
        <SummaryList
          dense
          rows={[
            { term: t('ground'), value: proposal.ground },
            { term: t('total'), value: formatNumber(proposal.total, locale) },
            { term: t('made-by'), value: `${proposal.madeBy}, ${formatShort(proposal.madeAt, locale, zone)}` },
            ...(proposal.decidedBy && proposal.decidedAt
              ? [
                  {
                    term: t('decided-by'),
                    value: `${proposal.decidedBy}, ${formatShort(proposal.decidedAt, locale, zone)}`,
                  },
                ]
              : []),
            ...(proposal.decisionNote ? [{ term: t('reason'), value: proposal.decisionNote }] : []),
          ]}
        />
      </Section>
      {proposal.state === 'working' && <Progress {...props} />}
      {decides &&
        (isOwn ? (
          <Notice tone="info">{t('own')}</Notice>
        ) : (
          <form method="post" action={localTaxPaths.proposalAct(proposal.id, 'setujui')} novalidate>
            <CsrfField />
            <p>{t('approve-text', { total: formatNumber(proposal.total, locale) })}</p>
            <ButtonRow>
              <Button>{t('approve')}</Button>
            </ButtonRow>
          </form>
        ))}
      {isOpen && (decides || isOwn) && <GiveUp {...props} verb={decides && !isOwn ? 'kembalikan' : 'tarik'} />}
    </>
  )
}

function GiveUp(props: PageProps & { verb: 'kembalikan' | 'tarik' }) {
  const { locale, proposal, verb } = props
  const t = collectingTexts(locale)
  const label = t(verb === 'tarik' ? 'withdraw' : 'return')
  return (
    <form method="post" action={localTaxPaths.proposalAct(proposal.id, verb)} novalidate>
      <CsrfField />
      <TextArea
        name="reason"
        label={t('reason')}
        rows={2}
        maxLength={500}
        value={props.reason}
        error={errorsOf(props.error, locale).of('reason')}
      />
      <ButtonRow>
        <Button variant="secondary">{label}</Button>
      </ButtonRow>
    </form>
  )
}

function Progress({ locale, proposal }: PageProps) {
  const t = collectingTexts(locale)
  const { total, done, leftOut } = proposal
  const words = {
    total: formatNumber(total, locale),
    done: formatNumber(done, locale),
    left: formatNumber(leftOut, locale),
  }
  return (
    <>
      <WorkProgress label={t('state.working')} max={total} value={done + leftOut}>
        {t('progress', words)}
      </WorkProgress>
      <LinkButton href={localTaxPaths.proposal(proposal.id)} variant="quiet" icon="refresh-cw">
        {t('refresh')}
      </LinkButton>
    </>
  )
}
