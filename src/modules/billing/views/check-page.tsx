import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { maskName } from '#modules/documents/index.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CopyText,
  EmptyState,
  ErrorSummary,
  Section,
  Select,
  StatusTag,
  SummaryList,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { formatBillingCode } from '../billing-code.ts'
import { billingPaths } from '../paths.ts'
import { type CheckedBill, type CheckKind, checkKinds } from '../queries/check.ts'
import { billingTexts } from '../texts.ts'
import { stateTones } from './bill-words.ts'
import { checkTexts } from './check-texts.ts'

export interface CheckProps {
  readonly kind: CheckKind
  readonly value: string
  readonly error: string | undefined
  /** Undefined before somebody asked. */
  readonly found: readonly CheckedBill[] | undefined
  readonly zone: Zone
}

/** What is owed under a number, for anybody who knows it: a child who pays for his mother, a buyer of a car. */
export function CheckPage({ kind, value, error, found, zone }: CheckProps) {
  const { locale } = useFrame()
  const [t, b] = [checkTexts(locale), billingTexts(locale)]
  return (
    <CitizenLayout title={t('title')} lead={t('lead')} narrow>
      <ErrorSummary errors={error ? [{ name: 'nomor', text: error }] : []} />
      <form method="get" action={billingPaths.check} novalidate>
        <Select
          name="jenis"
          label={t('kind')}
          value={kind}
          options={checkKinds.map((each) => ({ value: each, label: t(`kind-${each}`) }))}
        />
        <TextField
          name="nomor"
          label={t('number')}
          hint={t('number-hint')}
          value={value}
          error={error}
          maxLength={40}
          autocomplete="off"
          width="medium"
        />
        <ButtonRow>
          <Button icon="search">{t('check')}</Button>
        </ButtonRow>
      </form>
      {found?.length === 0 && (
        <EmptyState title={t('none')} icon="circle-check">
          {t('none-help')}
        </EmptyState>
      )}
      {(found ?? []).map((bill) => (
        <Section key={bill.id} title={bill.title[locale]}>
          <p class="mb-4">
            <StatusTag tone={stateTones[bill.state]}>{b(`state.${bill.state}`)}</StatusTag>
          </p>
          <SummaryList
            dense
            rows={[
              { term: b('own.column-payer'), value: maskName(bill.payerName) },
              { term: t('owed'), value: formatRupiah(bill.owed?.total ?? 0n) },
              ...(bill.owed && bill.owed.interest > 0n
                ? [{ term: t('interest'), value: formatRupiah(bill.owed.interest) }]
                : []),
              { term: b('own.column-due'), value: formatMoment(bill.dueAt, locale, zone) },
              ...(bill.owed
                ? [
                    {
                      term: b('bill.code'),
                      value: <CopyText text={formatBillingCode(bill.number)} label={b('bill.code-copy')} />,
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      ))}
      {found && found.length > 0 && <p class="hint">{t('how')}</p>}
    </CitizenLayout>
  )
}
