import { instantOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { getAccount } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { formatBillingCode } from '../billing-code.ts'
import { newsTexts } from '../news-texts.ts'
import { billingPaths } from '../paths.ts'
import { type BillRow, lockBill, totalAmount } from './bill-row.ts'

export type BillNews =
  | 'issued'
  | 'paid'
  | 'part-paid'
  | 'before'
  | 'after'
  | 'expired'
  | 'cancelled'
  | 'suspended'
  | 'refund-requested'
  | 'refund-refused'
  | 'refunded'

/** More at once are told by jobs, so that whoever decides does not wait for their messages. */
const toldAtOnce = 20
const eachJob = 500

/** Tells the payers of bills that were issued or cancelled: of a few here, of many by jobs that come with the decision. */
export async function tellOf(
  tx: WriteHandle,
  context: CommandContext,
  news: 'issued' | 'cancelled',
  billIds: readonly string[],
): Promise<void> {
  if (billIds.length > toldAtOnce) {
    for (let from = 0; from < billIds.length; from += eachJob) {
      await context.enqueue('billing.tell-payers', { step: news, billIds: billIds.slice(from, from + eachJob) })
    }
    return
  }
  for (const id of billIds) {
    const bill = await lockBill(tx, id)
    await tellPayer(tx, context, bill, news, { reason: bill.closed_reason ?? '' })
  }
}

/** Writes to the payer's account, in the language of that account; without an account nobody is told. */
export async function tellPayer(
  tx: WriteHandle,
  context: CommandContext,
  bill: BillRow,
  news: BillNews,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  if (!bill.account_id) return
  const { locale } = await getAccount(tx, bill.account_id)
  const t = newsTexts(locale)
  const words = {
    title: locale === 'id' ? bill.title_id : bill.title_en,
    total: formatRupiah(totalAmount(bill)),
    number: formatBillingCode(bill.number),
    due: formatMoment(instantOf(bill.due_at), locale, context.tenant.profile.zone),
    ...more,
  }
  await sendMessage(tx, context, {
    accountId: bill.account_id,
    title: t(`${news}.title`, words),
    body: t(`${news}.body`, words),
    link: billingPaths.ownBill(bill.id),
  })
}
