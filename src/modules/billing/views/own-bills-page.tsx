import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { CitizenLayout, CursorPagination, EmptyState, LinkButton, LinkList, Section, useFrame } from '#ui/index.ts'
import { isOpen } from '../domain.ts'
import { billingPaths } from '../paths.ts'
import type { BillSummary } from '../queries/bills.ts'
import { billingTexts } from '../texts.ts'

export interface OwnBillsProps {
  readonly rows: readonly BillSummary[]
  readonly next: string | undefined
  readonly zone: Zone
}

/** The payer's bills: those that wait first, then the others. */
export function OwnBillsPage({ rows, next, zone }: OwnBillsProps) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  const waiting = rows.filter((bill) => isOpen(bill.state))
  const others = rows.filter((bill) => !isOpen(bill.state))
  const item = (bill: BillSummary) => ({
    title: `${formatRupiah(bill.total)}, ${bill.title[locale]}`,
    href: billingPaths.ownBill(bill.id),
    text: isOpen(bill.state) ? t('own.due', { due: formatMoment(bill.dueAt, locale, zone) }) : undefined,
    note: t(`state.${bill.state}`),
  })
  return (
    <CitizenLayout title={t('own.title')} lead={t('own.lead')} narrow private>
      {rows.length === 0 && (
        <EmptyState
          title={t('own.empty')}
          icon="wallet"
          action={<LinkButton href="/layanan">{t('own.services')}</LinkButton>}
        >
          {t('own.empty-help')}
        </EmptyState>
      )}
      {waiting.length > 0 && (
        <Section title={t('own.waiting')}>
          <LinkList headingLevel={3} items={waiting.map(item)} />
          {waiting.length > 1 && (
            <p class="mt-4">
              <LinkButton href={billingPaths.orders} variant="secondary" icon="wallet">
                {t('own.pay-several')}
              </LinkButton>
            </p>
          )}
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t('own.others')}>
          <LinkList headingLevel={3} items={others.map(item)} />
        </Section>
      )}
      <CursorPagination nextHref={next && `${billingPaths.ownBills}?sebelum=${next}`} />
    </CitizenLayout>
  )
}
