import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { nopDigits, parseNop } from '../nop.ts'
import {
  addObject,
  endObject,
  eventOf,
  groundInput,
  landInput,
  lockActiveObject,
  type ObjectRow,
  requireTaxpayer,
} from './object-row.ts'
import { requireAt } from './place.ts'
import { nextNop } from './register-object.ts'

const sen = (area: string) => Math.round(Number(area) * 100)

async function lockLand(tx: WriteHandle, context: CommandContext, objectId: string) {
  const object = await lockActiveObject(tx, objectId)
  await requireAt(tx, context, 'local-tax.register', object.village_code)
  if (object.kind !== 'land') throw new AppError('wrong-state')
  const land = await tx
    .selectFrom('local_tax.land')
    .selectAll()
    .where('object_id', '=', objectId)
    .executeTakeFirstOrThrow()
  return { object, land }
}

async function descend(
  tx: WriteHandle,
  from: ObjectRow,
  toId: string,
  how: 'split' | 'merge',
  on: Temporal.PlainDate,
  ground: string,
): Promise<void> {
  await tx
    .insertInto('local_tax.descent')
    .values({ from_object_id: from.id, to_object_id: toId, how, happened_on: on.toString(), ground })
    .execute()
}

/**
 * Part of a parcel becomes a parcel of its own; the rest keeps NOP and owner. Areas together stay what they were.
 */
export const splitLand = command({
  name: 'local-tax.split-land',
  event: 'local-tax.land-split.v1',
  access: permitted('local-tax.register'),
  input: z.object({
    objectId: z.uuid(),
    npwpd: z.string().trim().max(40),
    landArea: landInput.landArea,
    buildingArea: landInput.buildingArea,
    ground: groundInput,
  }),
  async run(tx, facts, context) {
    const { object, land } = await lockLand(tx, context, facts.objectId)
    const taxpayer = await requireTaxpayer(tx, facts.npwpd)
    const rest = {
      land: sen(land.land_area) - sen(facts.landArea),
      building: sen(land.building_area) - sen(facts.buildingArea),
    }
    if (sen(facts.landArea) <= 0 || rest.land <= 0)
      throw invalidField(
        'landArea',
        `Bagian yang dipecah harus lebih dari 0 dan kurang dari ${Number(land.land_area)} m².`,
        `The part must be more than 0 and less than ${Number(land.land_area)} m².`,
      )
    if (rest.building < 0)
      throw invalidField(
        'buildingArea',
        `Bangunan di objek asal hanya ${Number(land.building_area)} m².`,
        `The buildings of the parcel are only ${Number(land.building_area)} m².`,
      )
    const today = dayOf(context.now, context.tenant.profile.zone)
    const block = parseNop(object.code)?.block ?? '001'
    const toId = await addObject(tx, context, {
      kind: 'land',
      code: await nextNop(tx, object.village_code, block),
      taxpayerId: taxpayer.id,
      name: object.name,
      address: object.address,
      villageCode: object.village_code,
      details: {},
      land: {
        landArea: facts.landArea,
        landPrice: String(land.land_price),
        buildingArea: facts.buildingArea,
        buildingPrice: String(land.building_price),
        landUse: land.land_use,
      },
      from: today,
      ground: facts.ground,
    })
    await tx
      .updateTable('local_tax.land')
      .set({ land_area: (rest.land / 100).toFixed(2), building_area: (rest.building / 100).toFixed(2) })
      .where('object_id', '=', object.id)
      .execute()
    await tx
      .updateTable('local_tax.object')
      .set({ version: object.version + 1, updated_at: context.now.toString() })
      .where('id', '=', object.id)
      .execute()
    await descend(tx, object, toId, 'split', today, facts.ground)
    return { result: { objectId: toId }, event: eventOf(object.id, { newObjectId: toId, ground: facts.ground }) }
  },
})

/** A neighbouring parcel of the same owner is joined to this one and ends; this NOP stays. */
export const mergeLand = command({
  name: 'local-tax.merge-land',
  event: 'local-tax.land-merged.v1',
  access: permitted('local-tax.register'),
  input: z.object({ objectId: z.uuid(), nop: z.string().trim().max(40), ground: groundInput }),
  async run(tx, facts, context) {
    const { object, land } = await lockLand(tx, context, facts.objectId)
    const nop = parseNop(facts.nop)
    const found =
      nop &&
      (await tx
        .selectFrom('local_tax.object')
        .select(['id', 'taxpayer_id', 'village_code', 'state'])
        .where('code', '=', nopDigits(nop))
        .executeTakeFirst())
    if (found?.state !== 'active' || found.id === object.id)
      throw invalidField('nop', 'Tulis NOP lain yang aktif.', 'Write another NOP that is active.')
    if (found.taxpayer_id !== object.taxpayer_id || found.village_code !== object.village_code)
      throw invalidField(
        'nop',
        'Hanya bidang milik wajib pajak yang sama, di desa yang sama, yang dapat digabung.',
        'Only parcels of the same taxpayer in the same village can be joined.',
      )
    const other = await lockLand(tx, context, found.id)
    const prices = ['land_price', 'land_use', 'building_price'] as const
    const differs = prices.some(
      (key) =>
        other.land[key] !== land[key] &&
        (key !== 'building_price' || (Number(land.building_area) > 0 && Number(other.land.building_area) > 0)),
    )
    if (differs)
      throw invalidField(
        'nop',
        'Kelas harga atau pemakaian kedua bidang berbeda. Samakan lebih dahulu dengan perbaikan data.',
        'Price class or use of the two parcels differ. Correct them first.',
      )
    const sum = (a: string, b: string) => ((sen(a) + sen(b)) / 100).toFixed(2)
    const today = dayOf(context.now, context.tenant.profile.zone)
    await tx
      .updateTable('local_tax.land')
      .set({
        land_area: sum(land.land_area, other.land.land_area),
        building_area: sum(land.building_area, other.land.building_area),
        building_price: Math.max(land.building_price, other.land.building_price),
      })
      .where('object_id', '=', object.id)
      .execute()
    await tx
      .updateTable('local_tax.object')
      .set({ version: object.version + 1, updated_at: context.now.toString() })
      .where('id', '=', object.id)
      .execute()
    await endObject(tx, context, other.object, today, facts.ground)
    await descend(tx, other.object, object.id, 'merge', today, facts.ground)
    return { result: null, event: eventOf(object.id, { joined: other.object.code, ground: facts.ground }) }
  },
})
