import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import {
  Button,
  CitizenLayout,
  CopyText,
  CsrfField,
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  LinkButton,
  LinkList,
  Notice,
  Section,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { isOpen } from '../domain.ts'
import { billingPaths } from '../paths.ts'
import type { BillSummary } from '../queries/bills.ts'
import type { Owed } from '../queries/orders.ts'
import { billingTexts } from '../texts.ts'

export interface OwnBillsProps {
  readonly rows: readonly BillSummary[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  /** Of those that wait, interest included. */
  readonly owed: ReadonlyMap<string, Owed>
  readonly query: { readonly q: string | undefined; readonly keadaan: string | undefined }
  /** Secret address of the payer's calendar. */
  readonly calendar: string | undefined
  readonly notice: string | undefined
  readonly zone: Zone
}

/** What the payer owes: what waits first, then the others. */
export function OwnBillsPage(props: OwnBillsProps) {
  const { locale } = useFrame()
  const t = billingTexts(locale)
  const { rows, query, owed, zone } = props
  const waiting = rows.filter((bill) => isOpen(bill.state))
  const others = rows.filter((bill) => !isOpen(bill.state))
  const isFiltered = Boolean(query.q || query.keadaan)
  const item = (bill: BillSummary) => ({
    title: `${formatRupiah(owed.get(bill.id)?.total ?? bill.total)}, ${bill.title[locale]}`,
    href: billingPaths.ownBill(bill.id),
    text: [
      ...(isOpen(bill.state) ? [t('own.due', { due: formatMoment(bill.dueAt, locale, zone) })] : []),
      t('own.payer', { payer: bill.payerName }),
    ].join(', '),
    note: t(`state.${bill.state}`),
  })
  return (
    <CitizenLayout title={t('own.title')} lead={t('own.lead')} narrow private>
      {props.notice && (
        <Notice tone="good" announce>
          {props.notice}
        </Notice>
      )}
      {rows.length === 0 && !isFiltered && props.isFirstPage ? (
        <EmptyState
          title={t('own.empty')}
          icon="wallet"
          action={<LinkButton href="/layanan">{t('own.services')}</LinkButton>}
        >
          {t('own.empty-help')}
        </EmptyState>
      ) : (
        <Filters {...props} />
      )}
      {rows.length === 0 && isFiltered && (
        <EmptyState title={t('own.none')} icon="search">
          {t('own.none-help')}
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
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(billingPaths.ownBills, query)}
        nextHref={props.next && withQuery(billingPaths.ownBills, { ...query, sebelum: props.next })}
      />
      <CalendarPart address={props.calendar} />
    </CitizenLayout>
  )
}

function Filters({ query }: OwnBillsProps) {
  const t = billingTexts(useFrame().locale)
  return (
    <>
      <FilterBar
        action={billingPaths.ownBills}
        search={{ name: 'q', value: query.q, label: t('own.search') }}
        selects={[
          {
            name: 'keadaan',
            label: t('own.state'),
            value: query.keadaan,
            options: (['open', 'over'] as const).map((state) => ({ value: state, label: t(`own.state-${state}`) })),
          },
        ]}
        clearHref={billingPaths.ownBills}
      />
      <ExportLinks path={billingPaths.ownBills} query={query} />
    </>
  )
}

function CalendarPart({ address }: { address: string | undefined }) {
  const t = billingTexts(useFrame().locale)
  return (
    <Section title={t('calendar.title')} id="kalender">
      <p>{t('calendar.lead')}</p>
      {address && (
        <>
          <p class="break-all">
            <CopyText text={address} label={t('calendar.copy')} />
          </p>
          <p class="hint">{t('calendar.warn')}</p>
        </>
      )}
      <form method="post" action={billingPaths.renewCalendar} class="mt-4">
        <CsrfField />
        <Button variant="secondary">{t(address ? 'calendar.renew' : 'calendar.make')}</Button>
      </form>
    </Section>
  )
}
