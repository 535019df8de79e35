import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { findOwnRegion } from '#modules/territory/index.ts'

/** Records that somebody held a row against the legal text, and what he found. The value itself never changes. */
export const verifyRow = command({
  name: 'rules.verify-row',
  event: 'rules.row-verified.v1',
  access: permitted('rules.edit', { stepUp: true }),
  input: z.object({
    id: z.uuid(),
    status: z.enum(['verified', 'unverified', 'disputed']),
    /** Where it was read: gazette, page, address. */
    note: z.string().trim().min(10).max(500),
  }),
  async run(tx, input, context) {
    context.require('rules.edit', { territory: (await findOwnRegion(tx))?.code ?? '' })
    const row = await tx.selectFrom('rules.rule').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst()
    if (!row) throw notFound()
    if (row.recorded_by && row.recorded_by === labelOf(context.actor) && input.status === 'verified') {
      throw invalidField(
        'status',
        'Baris ini Anda sendiri yang memasukkan. Orang lain yang harus mencocokkannya.',
        'You entered this row yourself. Somebody else has to check it.',
      )
    }
    await tx
      .insertInto('rules.verification')
      .values({
        id: newId(context.now.epochMilliseconds),
        rule_id: row.id,
        status: input.status,
        note: input.note,
        actor_name: context.actor.name,
        actor_label: labelOf(context.actor),
        verified_at: context.now.toString(),
      })
      .execute()
    await tx.updateTable('rules.rule').set({ status: input.status }).where('id', '=', row.id).execute()
    context.invalidate('rules', 'services')
    const payload = {
      key: row.key,
      validFrom: row.valid_from,
      before: row.status,
      after: input.status,
      note: input.note,
    }
    return { result: { key: row.key }, event: { subject: { type: 'rule', id: row.id }, payload } }
  },
})
