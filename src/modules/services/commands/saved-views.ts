import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'

const mostViews = 20

/** Keeps the filters of the queue under a name; the same name again replaces them. */
export const saveView = command({
  name: 'services.save-view',
  event: 'services.view-saved.v1',
  access: permitted('services.queue'),
  input: z.object({
    name: z.string().trim().min(2).max(40),
    filter: z.record(z.string().max(20), z.string().max(120)),
  }),
  async run(tx, input, context) {
    const accountId = context.actor.accountId ?? ''
    const own = await tx
      .selectFrom('services.saved_view')
      .select(['id', 'name'])
      .where('account_id', '=', accountId)
      .execute()
    if (own.length >= mostViews && !own.some((view) => view.name === input.name)) {
      throw new AppError('invalid-input', {
        fields: [
          {
            path: 'name',
            message: {
              id: `Paling banyak ${mostViews} saringan tersimpan. Hapus salah satu dahulu.`,
              en: `At most ${mostViews} saved views. Remove one first.`,
            },
          },
        ],
      })
    }
    const filter = JSON.stringify(input.filter)
    const saved = await tx
      .insertInto('services.saved_view')
      .values({ id: newId(context.now.epochMilliseconds), account_id: accountId, name: input.name, filter })
      .onConflict((conflict) => conflict.columns(['account_id', 'name']).doUpdateSet({ filter }))
      .returning('id')
      .executeTakeFirstOrThrow()
    const payload = { name: input.name }
    return { result: { viewId: saved.id }, event: { subject: { type: 'saved-view', id: saved.id }, payload } }
  },
})

export const deleteView = command({
  name: 'services.delete-view',
  event: 'services.view-deleted.v1',
  access: permitted('services.queue'),
  input: z.object({ viewId: z.uuid() }),
  async run(tx, input, context) {
    const gone = await tx
      .deleteFrom('services.saved_view')
      .where('id', '=', input.viewId)
      .where('account_id', '=', context.actor.accountId ?? '')
      .returning('id')
      .execute()
    if (gone.length === 0) return { result: undefined, event: undefined }
    return { result: undefined, event: { subject: { type: 'saved-view', id: input.viewId }, payload: {} } }
  },
})
