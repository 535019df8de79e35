import { z } from 'zod'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { callOwnServer } from '#modules/messaging/index.ts'
import type { NotifyingChannel } from '../channel/payment-channel.ts'
import { signMessage } from '../channel/signature.ts'
import { toldPayment } from '../commands/told-payment.ts'
import { billingPaths } from '../paths.ts'

export const simulatorId = 'simulator'

/** Only a demo region has a bank of its own that takes no money. */
export const isSimulated = (tenant: Tenant) => tenant.profile.isDemo

export const simulatorKey = (tenant: Tenant) => tenant.key('billing:channel:simulator')

const told = toldPayment.omit({ channel: true })
const book = z.object({ payments: z.array(told) })

/** The simulated bank, spoken to over HTTP as a real one would be. */
export const simulatorChannel: NotifyingChannel = {
  id: simulatorId,
  label: { id: 'Bank percontohan', en: 'Demo bank' },
  how: {
    id: 'Bank buatan untuk mencoba pembayaran. Tidak ada uang sungguhan.',
    en: 'A made-up bank for trying payments. No real money moves.',
  },
  isOpen: isSimulated,
  payAddress: billingPaths.simulator,
  key: simulatorKey,
  readNotification: (body) => ({ ...told.parse(body), channel: simulatorId }),
  async listPayments(call, since) {
    const path = `${billingPaths.simulatorBook}?sejak=${encodeURIComponent(since.toString())}`
    const headers = signMessage(simulatorKey(call.tenant), simulatorId, Buffer.from(path), call.now)
    const answer = await callOwnServer(call, path, { headers })
    if (answer.status !== 200) throw new Error(`the demo bank answered ${answer.status}`)
    return book.parse(JSON.parse(answer.text)).payments.map((payment) => ({ ...payment, channel: simulatorId }))
  },
}
