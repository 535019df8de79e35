import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'
import { taxpayerMachine } from '../domain.ts'
import { requireAt } from './place.ts'
import { lockTaxpayer } from './taxpayer-row.ts'

/** Suspends, activates again or closes a taxpayer; closing needs that nothing taxed is left. */
export const changeTaxpayerState = command({
  name: 'local-tax.change-taxpayer-state',
  event: 'local-tax.taxpayer-state-changed.v1',
  access: permitted('local-tax.register'),
  input: z.object({
    taxpayerId: z.uuid(),
    verb: z.enum(['suspend', 'resume', 'close'], 'Pilih apa yang dilakukan.'),
    reason: z.string().trim().min(5, 'Tuliskan alasannya, sedikitnya lima huruf.').max(500),
  }),
  async run(tx, { taxpayerId, verb, reason }, context) {
    const row = await lockTaxpayer(tx, taxpayerId)
    await requireAt(tx, context, 'local-tax.register', row.village_code)
    const { to } = taxpayerMachine.step(row.state, verb)
    if (verb === 'close') {
      const object = await tx
        .selectFrom('local_tax.object')
        .select('code')
        .where('taxpayer_id', '=', taxpayerId)
        .where('state', '=', 'active')
        .executeTakeFirst()
      if (object)
        throw new AppError('conflict', {
          text: {
            id: `Wajib pajak ini masih memiliki objek pajak ${object.code}. Alihkan atau akhiri objeknya lebih dahulu.`,
            en: `This taxpayer still has the object ${object.code}. Pass it on or end it first.`,
          },
        })
    }
    await tx
      .updateTable('local_tax.taxpayer')
      .set({
        state: to as typeof row.state,
        state_reason: reason,
        closed_on: to === 'closed' ? dayOf(context.now, context.tenant.profile.zone).toString() : null,
        version: row.version + 1,
        updated_at: context.now.toString(),
      })
      .where('id', '=', row.id)
      .execute()
    return {
      result: { to },
      event: { subject: { type: 'taxpayer', id: row.id }, payload: { from: row.state, to, reason } },
    }
  },
})
