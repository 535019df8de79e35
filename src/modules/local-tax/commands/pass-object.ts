import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField } from '#kernel/errors.ts'
import {
  addOwner,
  endObject as end,
  endOwner,
  eventOf,
  groundInput,
  lockActiveObject,
  requireTaxpayer,
} from './object-row.ts'
import { requireAt } from './place.ts'

/** Another taxpayer owes the tax from a day on: by sale, inheritance, gift. */
export const passObject = command({
  name: 'local-tax.pass-object',
  event: 'local-tax.object-passed.v1',
  access: permitted('local-tax.register'),
  input: z.object({
    objectId: z.uuid(),
    npwpd: z.string().trim().max(40),
    fromOn: z.iso.date('Tulis tanggal peralihannya.'),
    ground: groundInput,
  }),
  async run(tx, { objectId, npwpd, fromOn, ground }, context) {
    const row = await lockActiveObject(tx, objectId)
    await requireAt(tx, context, 'local-tax.register', row.village_code)
    const taxpayer = await requireTaxpayer(tx, npwpd)
    if (taxpayer.id === row.taxpayer_id)
      throw invalidField('npwpd', 'Wajib pajak ini sudah pemiliknya.', 'This taxpayer is the owner already.')
    const today = dayOf(context.now, context.tenant.profile.zone)
    if (fromOn > today.toString())
      throw invalidField('fromOn', 'Tanggal peralihan belum tiba.', 'The day of the transfer lies ahead.')
    const open = await tx
      .selectFrom('local_tax.ownership')
      .select('from_on')
      .where('object_id', '=', objectId)
      .where('to_on', 'is', null)
      .executeTakeFirst()
    if (open && fromOn < open.from_on)
      throw invalidField(
        'fromOn',
        `Pemilik sekarang tercatat sejak ${open.from_on}; peralihan tidak dapat lebih awal.`,
        `The present owner is recorded since ${open.from_on}; the transfer cannot be earlier.`,
      )
    const from = Temporal.PlainDate.from(fromOn)
    await endOwner(tx, objectId, from)
    await addOwner(tx, context, objectId, taxpayer.id, from, ground)
    await tx
      .updateTable('local_tax.object')
      .set({ taxpayer_id: taxpayer.id, version: row.version + 1, updated_at: context.now.toString() })
      .where('id', '=', row.id)
      .execute()
    return { result: null, event: eventOf(objectId, { npwpd: taxpayer.npwpd, fromOn, ground }) }
  },
})

/** Nothing is taxed here any more: a closed restaurant, a board taken down, land that became a road. */
export const endObject = command({
  name: 'local-tax.end-object',
  event: 'local-tax.object-ended.v1',
  access: permitted('local-tax.register'),
  input: z.object({ objectId: z.uuid(), ground: groundInput }),
  async run(tx, { objectId, ground }, context) {
    const row = await lockActiveObject(tx, objectId)
    await requireAt(tx, context, 'local-tax.register', row.village_code)
    await end(tx, context, row, dayOf(context.now, context.tenant.profile.zone), ground)
    return { result: null, event: eventOf(objectId, { ground }) }
  },
})
