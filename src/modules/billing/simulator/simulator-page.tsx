import { instantOf, type Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah, senFromNumeric } from '#kernel/money/money.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  ErrorSummary,
  LinkButton,
  Notice,
  Radios,
  Section,
  SummaryList,
  Table,
  useFrame,
} from '#ui/index.ts'
import { formatBillingCode } from '../billing-code.ts'
import { billingPaths } from '../paths.ts'
import type { Payable } from '../queries/orders.ts'
import { mishaps, protocols } from './simulate-payment.ts'
import { simulatorTexts } from './simulator-texts.ts'

export interface SimulatorProps {
  readonly payable: Payable
  readonly booked: readonly {
    readonly reference: string
    readonly amount: string
    readonly paid_at: Date
    readonly is_lost: boolean
    readonly state: 'taken' | 'returned'
    readonly answer_code: string | null
  }[]
  /** How the bank speaks, as it was chosen. */
  readonly through: string
  readonly errors: readonly FieldError[]
  readonly notice: string | undefined
  readonly zone: Zone
}

export function SimulatorPage({ payable, booked, through, errors, notice, zone }: SimulatorProps) {
  const { locale } = useFrame()
  const t = simulatorTexts(locale)
  return (
    <CitizenLayout title={t('sim.title')} narrow private>
      <Notice tone="soon" title={t('sim.warning-title')}>
        <p>{t('sim.warning')}</p>
      </Notice>
      {notice && (
        <Notice tone="good" announce>
          {notice}
        </Notice>
      )}
      <ErrorSummary errors={errors.map((error) => ({ name: error.path, text: error.message[locale] }))} />
      <SummaryList
        facts
        rows={[
          { term: t('sim.code'), value: formatBillingCode(payable.number) },
          { term: t('sim.payer'), value: payable.payerName },
          { term: t('sim.amount'), value: formatRupiah(payable.amount) },
        ]}
      />
      <form method="post" action={billingPaths.simulator(payable.number)} novalidate>
        <CsrfField />
        <Radios
          name="how"
          label={t('sim.question')}
          value="pay"
          error={errors.find((error) => error.path === 'how')?.message[locale]}
          options={mishaps.map((how) => ({ value: how, label: t(`sim.${how}`), hint: t(`sim.${how}-hint`) }))}
        />
        <Radios
          name="through"
          label={t('sim.through')}
          value={through}
          options={protocols.map((each) => ({
            value: each,
            label: t(`sim.by-${each}`),
            hint: t(`sim.by-${each}-hint`),
          }))}
        />
        <ButtonRow>
          <Button>{t('sim.submit')}</Button>
          <LinkButton
            href={payable.kind === 'order' ? billingPaths.order(payable.id) : billingPaths.ownBill(payable.id)}
            variant="secondary"
          >
            {t('sim.back')}
          </LinkButton>
        </ButtonRow>
      </form>
      {booked.length > 0 && (
        <Section title={t('sim.book')}>
          <Table
            caption={t('sim.book')}
            captionHidden
            dense
            rows={booked}
            rowKey={(row) => row.reference}
            columns={[
              { key: 'reference', label: t('sim.reference'), header: true, cell: (row) => row.reference },
              {
                key: 'amount',
                label: t('sim.amount'),
                align: 'end',
                cell: (row) => formatRupiah(senFromNumeric(row.amount)),
              },
              { key: 'when', label: t('sim.when'), cell: (row) => formatShort(instantOf(row.paid_at), locale, zone) },
              { key: 'told', label: t('sim.told'), cell: (row) => told(row, t) },
            ]}
          />
        </Section>
      )}
    </CitizenLayout>
  )
}

function told(row: SimulatorProps['booked'][number], t: ReturnType<typeof simulatorTexts>): string {
  if (row.is_lost) return t('sim.told-no')
  if (row.state === 'returned') return t('sim.returned', { code: row.answer_code ?? '' })
  return row.answer_code ? t('sim.answered', { code: row.answer_code }) : t('sim.told-yes')
}
