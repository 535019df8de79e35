import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  EmptyState,
  Notice,
  Section,
  StatusTag,
  SummaryList,
  TextArea,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { billingPaths } from '../paths.ts'
import { type Refund, refundStates } from '../queries/refunds.ts'
import { type DeskAround, DeskFrame, DeskList } from './desk-frame.tsx'
import { deskTexts } from './desk-texts.ts'
import { type Typed, useErrorOf } from './refund-form.tsx'

const tones = { requested: 'soon', approved: 'good', refused: 'neutral' } as const

export interface RefundListProps extends DeskAround {
  readonly rows: readonly Refund[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: { readonly q?: string | undefined; readonly keadaan?: string | undefined }
  readonly zone: Zone
}

export function RefundListPage(props: RefundListProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  return (
    <DeskList
      {...props}
      title={t('refunds.title')}
      lead={t('refunds.lead')}
      path={billingPaths.refunds}
      exportPath={billingPaths.refunds}
      searchLabel={t('refunds.search')}
      selects={[
        {
          name: 'keadaan',
          label: t('bills.state'),
          value: props.query.keadaan,
          options: refundStates.map((state) => ({ value: state, label: t(`refunds.state-${state}`) })),
        },
      ]}
      rowKey={(refund) => refund.id}
      rowHref={(refund) => billingPaths.refund(refund.id)}
      empty={<EmptyState title={t('refunds.empty')}>{t('refunds.empty-help')}</EmptyState>}
      columns={[
        { key: 'amount', label: t('bills.total'), header: true, cell: (refund) => formatRupiah(refund.amount) },
        { key: 'payee', label: t('refund.payee'), cell: (refund) => refund.payeeName },
        { key: 'by', label: t('refunds.by'), cell: (refund) => refund.requestedBy },
        {
          key: 'when',
          label: t('refunds.when'),
          cell: (refund) => formatShort(refund.requestedAt, locale, props.zone),
        },
        {
          key: 'state',
          label: t('bills.state'),
          cell: (refund) => <StatusTag tone={tones[refund.state]}>{t(`refunds.state-${refund.state}`)}</StatusTag>,
        },
      ]}
    />
  )
}

export interface RefundProps extends DeskAround {
  readonly refund: Refund & { readonly payeeAccount: string }
  readonly isOwn: boolean
  readonly mayDecide: boolean
  readonly typed: Typed
  readonly zone: Zone
}

export function RefundPage(props: RefundProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const { refund, zone } = props
  const source = refund.billId ? (
    <a href={billingPaths.deskBill(refund.billId)}>{t(refund.isPart ? 'refund.source-part' : 'refund.source-bill')}</a>
  ) : (
    <a href={billingPaths.suspenseItem(refund.placementId ?? '')}>{t('refund.source-suspense')}</a>
  )
  return (
    <DeskFrame {...props} title={t('refund.title', { amount: formatRupiah(refund.amount) })} lead={refund.reason}>
      <Columns aside={refund.state === 'requested' && <Decision {...props} />}>
        <SummaryList
          dense
          rows={[
            {
              term: t('bills.state'),
              value: <StatusTag tone={tones[refund.state]}>{t(`refunds.state-${refund.state}`)}</StatusTag>,
            },
            { term: t('refund.source'), value: source },
            { term: t('refund.payee'), value: refund.payeeName },
            { term: t('refund.bank'), value: refund.payeeBank },
            { term: t('refund.account'), value: refund.payeeAccount },
            { term: t('refunds.by'), value: refund.requestedBy },
            { term: t('refunds.when'), value: formatShort(refund.requestedAt, locale, zone) },
            ...(refund.decidedBy ? [{ term: t('refund.decided-by'), value: refund.decidedBy }] : []),
            ...(refund.transferReference ? [{ term: t('refund.transfer'), value: refund.transferReference }] : []),
            ...(refund.decisionNote ? [{ term: t('refund.note'), value: refund.decisionNote }] : []),
          ]}
        />
      </Columns>
    </DeskFrame>
  )
}

function Decision(props: RefundProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const errorOf = useErrorOf(props.errors)
  if (props.isOwn) return <Notice tone="info">{t('refund.own')}</Notice>
  if (!props.mayDecide) return null
  const action = billingPaths.decideRefund(props.refund.id)
  return (
    <>
      <Section title={t('refund.approve')}>
        <form method="post" action={action} novalidate>
          <CsrfField />
          <TextField
            name="transferReference"
            label={t('refund.transfer')}
            hint={t('refund.transfer-hint')}
            value={props.typed['transferReference']}
            error={errorOf('transferReference')}
            maxLength={60}
            autocomplete="off"
          />
          <ButtonRow>
            <Button name="keputusan" value="setuju">
              {t('refund.approve')}
            </Button>
          </ButtonRow>
        </form>
      </Section>
      <Section title={t('refund.refuse')}>
        <form method="post" action={action} novalidate>
          <CsrfField />
          <TextArea
            name="note"
            label={t('refund.note')}
            rows={2}
            maxLength={500}
            value={props.typed['note']}
            error={errorOf('note')}
          />
          <ButtonRow>
            <Button name="keputusan" value="tolak" variant="danger">
              {t('refund.refuse')}
            </Button>
          </ButtonRow>
        </form>
      </Section>
    </>
  )
}
