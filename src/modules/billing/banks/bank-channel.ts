import { z } from 'zod'
import { dayOf } from '#kernel/clock/clock.ts'
import { ownAddress } from '#modules/messaging/index.ts'
import type { ChannelCall, PaymentChannel } from '../channel/payment-channel.ts'
import { type ToldPayment, toldPayment } from '../commands/told-payment.ts'
import { billingPaths } from '../paths.ts'
import { type Caller, callBank } from '../snap/client.ts'
import { padService } from '../snap/messages.ts'
import type { BankRow } from './bank.ts'
import { simulatedBankId } from './simulated.ts'

/** Banks write a day's list in one call; more than a month is asked for by no one. */
const reported = z.object({
  virtualAccountData: z
    .array(
      z.object({
        customerNo: z.string(),
        paymentRequestId: z.string(),
        paidAmount: z.object({ value: z.string() }),
        trxDateTime: z.string(),
      }),
    )
    .default([]),
})

export function callerOf(call: ChannelCall, bank: BankRow): Caller {
  const { tenant, now } = call
  const isHere = bank.id === simulatedBankId
  return { tenant, now, headers: isHere ? ownAddress(call).headers : undefined }
}

/** The simulated bank is reached where this region itself is. */
export function reachable(call: Pick<ChannelCall, 'tenant' | 'config'>, bank: BankRow): BankRow {
  return bank.id === simulatedBankId
    ? { ...bank, base_url: `${ownAddress(call).base}${billingPaths.simulatedBank}` }
    : bank
}

/** A bank with virtual accounts as a way to pay: its number followed by the billing code. */
export function bankChannel(bank: BankRow): PaymentChannel {
  const isSimulated = bank.id === simulatedBankId
  return {
    id: bank.id,
    label: { id: bank.name, en: bank.name },
    how: {
      id: `Virtual account: ketik ${bank.partner_service_id} lalu kode bayar di ATM atau aplikasi bank.`,
      en: `Virtual account: type ${bank.partner_service_id} and then the billing code at an ATM or in the app of the bank.`,
    },
    isOpen: () => bank.is_open,
    canList: isSimulated || bank.base_url !== null,
    payAddress: (number) => (isSimulated ? `${billingPaths.simulator(number)}?lewat=snap` : undefined),
    listPayments: (call, since) =>
      reachable(call, bank).base_url ? listReported(call, bank, since) : Promise.resolve([]),
  }
}

/** SNAP reports by day: every day since then is asked for. */
async function listReported(call: ChannelCall, bank: BankRow, since: Temporal.Instant): Promise<ToldPayment[]> {
  const { zone } = call.tenant.profile
  const today = dayOf(call.now, zone)
  const found: ToldPayment[] = []
  for (let day = dayOf(since, zone); Temporal.PlainDate.compare(day, today) <= 0; day = day.add({ days: 1 })) {
    const at = (time: string) =>
      day.toZonedDateTime({ timeZone: zone, plainTime: time }).toString({ timeZoneName: 'never' })
    const body = {
      partnerServiceId: padService(bank.partner_service_id),
      startDate: day.toString(),
      startTime: at('00:00:00').slice(11),
      endTime: at('23:59:59').slice(11),
    }
    const answer = reported.parse(await callBank(callerOf(call, bank), reachable(call, bank), 'report', body))
    for (const row of answer.virtualAccountData) {
      found.push(
        toldPayment.parse({
          channel: bank.id,
          reference: row.paymentRequestId,
          number: row.customerNo,
          amount: row.paidAmount.value,
          paidAt: row.trxDateTime,
        }),
      )
    }
  }
  return found
}
