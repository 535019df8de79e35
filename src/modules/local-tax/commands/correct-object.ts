import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'
import {
  eventOf,
  groundInput,
  landColumns,
  landInput,
  lockActiveObject,
  objectWords,
  placeInput,
  readDetails,
} from './object-row.ts'
import { requireAt } from './place.ts'

/** Corrects name, place, and what the tax is computed from; the journal keeps the figures before and after. */
export const correctObject = command({
  name: 'local-tax.correct-object',
  event: 'local-tax.object-corrected.v1',
  access: permitted('local-tax.register'),
  input: z.object({
    objectId: z.uuid(),
    version: z.coerce.number().int(),
    ground: groundInput,
    details: z.record(z.string(), z.string()).default({}),
    ...placeInput,
    ...landInput,
  }),
  async run(tx, facts, context) {
    const row = await lockActiveObject(tx, facts.objectId)
    await requireAt(tx, context, 'local-tax.register', row.village_code)
    if (row.version !== facts.version) throw new AppError('conflict')
    const details = readDetails(row.kind, facts.details)
    await tx
      .updateTable('local_tax.object')
      .set({
        name: facts.name,
        address: facts.address,
        details: JSON.stringify(details),
        search_text: objectWords({ ...facts, code: row.code }),
        version: row.version + 1,
        updated_at: context.now.toString(),
      })
      .where('id', '=', row.id)
      .execute()
    const figures = { before: row.details as unknown, after: details as unknown }
    if (row.kind === 'land') {
      const land = tx.selectFrom('local_tax.land').selectAll().where('object_id', '=', row.id)
      const { object_id: _, value: __, ...before } = await land.executeTakeFirstOrThrow()
      figures.before = before
      figures.after = landColumns(facts)
      await tx.updateTable('local_tax.land').set(landColumns(facts)).where('object_id', '=', row.id).execute()
    }
    return { result: null, event: eventOf(row.id, { ...figures, ground: facts.ground }) }
  },
})
