import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'

export const beneficiaryKinds = ['region', 'province', 'other'] as const

/** Registers who receives money of bill lines, or corrects the account of its treasury. */
export const keepBeneficiary = command({
  name: 'billing.keep-beneficiary',
  event: 'billing.beneficiary-kept.v1',
  access: permitted('billing.administer'),
  input: z.object({
    id: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9-]{1,40}$/),
    kind: z.enum(beneficiaryKinds),
    name: z.string().trim().min(3).max(120),
    bank: z.string().trim().min(2).max(80),
    accountNumber: z
      .string()
      .transform((typed) => typed.replace(/[\s.-]+/g, ''))
      .pipe(z.string().regex(/^\d{6,20}$/)),
  }),
  async run(tx, input, context) {
    const { accountNumber, ...rest } = input
    const row = { ...rest, account_number: accountNumber, changed_at: dateOf(context.now) }
    await tx
      .insertInto('billing.beneficiary')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
    return { result: undefined, event: { subject: { type: 'beneficiary', id: input.id }, payload: input } }
  },
})
