import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { countUse, getPartner } from '#modules/partners/index.ts'
import { storedReference } from '../bill-reference.ts'
import { mostBills, orderBills } from '../commands/make-order.ts'
import { programPayer } from './queries.ts'

/** What the key of a firm's program has to allow. */
export const fetchBills = 'billing.fetch'
export const mayFetch = {
  id: 'Mengambil tagihan dan membuat kode bayar gabungan',
  en: 'Fetch bills and make joint codes',
}

export const programKinds = ['npwpd', 'nop', 'plate', 'number'] as const

/** Says for whose bills the program of a partner may ask, or withdraws it. */
export const allowProgram = command({
  name: 'billing.allow-program',
  event: 'billing.program-allowed.v1',
  access: permitted('billing.administer'),
  input: z.object({
    partnerId: z.uuid(),
    kind: z.enum(programKinds),
    value: z
      .string()
      .max(40)
      .transform((typed) => typed.replace(/[^0-9a-z]/gi, ''))
      .pipe(z.string().min(3)),
    allow: z.boolean(),
  }),
  async run(tx, input, context) {
    await getPartner(tx, input.partnerId)
    const { kind, value } = storedReference(context.tenant, input)
    const key = { partner_id: input.partnerId, kind: kind as (typeof programKinds)[number], value }
    if (input.allow) {
      await tx
        .insertInto('billing.program_payer')
        .values({ ...key, added_by: labelOf(context.actor), added_at: dateOf(context.now) })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    } else {
      await tx
        .deleteFrom('billing.program_payer')
        .where('partner_id', '=', key.partner_id)
        .where('kind', '=', key.kind)
        .where('value', '=', key.value)
        .execute()
    }
    const payload = { kind, value, allow: input.allow }
    return { result: undefined, event: { subject: { type: 'partner', id: input.partnerId }, payload } }
  },
})

/** A firm's program makes one code for several of its bills. */
export const orderByProgram = command({
  name: 'billing.order-by-program',
  event: 'billing.order-made-by-program.v1',
  access: permitted(fetchBills),
  input: z.object({ bills: z.array(z.uuid()).min(1).max(mostBills) }),
  async run(tx, input, context) {
    const { partner } = context.actor
    if (!partner) throw new AppError('forbidden')
    await countUse(tx, context.tenant, { actor: context.actor, permission: fetchBills, now: context.now })
    return orderBills(tx, context, await programPayer(tx, partner.id), input.bills)
  },
})
