import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { simulatedBankId } from '../banks/simulated.ts'
import type { SnapCase } from '../snap/answer.ts'
import { readTimestamp } from '../snap/signature.ts'

const wanted = z.object({
  virtualAccountNo: z.string().min(1).max(28),
  virtualAccountName: z.string().max(255).default(''),
  trxId: z.string().max(64).default(''),
  totalAmount: z.object({ value: z.string().regex(/^\d{1,15}\.\d\d$/) }).optional(),
  expiredDate: z.string().max(30).optional(),
})

/** The demo bank opens, changes or closes a virtual account that the region asked for. */
export const keepSimulatedAccount = command({
  name: 'billing.keep-simulated-account',
  event: 'billing.simulated-account-kept.v1',
  access: systemOnly,
  input: z.object({
    service: z.enum(['create-va', 'update-va', 'delete-va']),
    body: z.record(z.string(), z.unknown()),
  }),
  async run(tx, input) {
    const nothing = (result: SnapCase) => ({ result, event: undefined })
    const parsed = wanted.safeParse(input.body)
    if (!parsed.success) return nothing('bad-format')
    const { virtualAccountNo, virtualAccountName, trxId, totalAmount, expiredDate } = parsed.data
    const key = { bank_id: simulatedBankId, account_number: virtualAccountNo.trim() }
    const known = await tx
      .selectFrom('billing.simulated_account')
      .selectAll()
      .where('bank_id', '=', key.bank_id)
      .where('account_number', '=', key.account_number)
      .executeTakeFirst()
    if (input.service === 'create-va' ? known?.state === 'open' : known?.state !== 'open') {
      return nothing(input.service === 'create-va' ? 'inconsistent' : 'no-bill')
    }
    const expires = expiredDate ? readTimestamp(expiredDate) : undefined
    const row = {
      ...key,
      amount: totalAmount?.value ?? known?.amount ?? '0.00',
      name: virtualAccountName || (known?.name ?? ''),
      expires_at: expires ? dateOf(expires) : null,
      kind: 'va' as const,
      reference: trxId || (known?.reference ?? ''),
      state: input.service === 'delete-va' ? ('gone' as const) : ('open' as const),
      paid_at: null,
    }
    await tx
      .insertInto('billing.simulated_account')
      .values(row)
      .onConflict((conflict) => conflict.columns(['bank_id', 'account_number']).doUpdateSet(row))
      .execute()
    const result: SnapCase = 'ok'
    const payload = { service: input.service, accountNumber: key.account_number }
    return { result, event: { subject: { type: 'simulated-account', id: key.account_number }, payload } }
  },
})
