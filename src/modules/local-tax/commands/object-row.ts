import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { detailFields, type ObjectKind } from '../domain.ts'
import type { LandTable, ObjectTable } from '../tables.ts'

export type ObjectRow = Selectable<ObjectTable>
export type LandRow = Selectable<LandTable>

const number = (text: string) => text.trim().replace(/\./g, '').replace(',', '.')

/** "1.250,5" as people type it: at most two decimals. */
const area = (most: number) =>
  z
    .string()
    .optional()
    .transform((text) => number(text ?? '') || '0')
    .pipe(
      z
        .string()
        .regex(/^\d{1,9}(\.\d{1,2})?$/, 'Tulis luas dalam meter persegi, misalnya 120 atau 120,5.')
        .refine((text) => Number(text) <= most, 'Luas ini terlalu besar.'),
    )
const price = z
  .string()
  .optional()
  .transform((text) => number(text ?? '').replace(/\.00$/, '') || '0')
  .pipe(z.string().regex(/^\d{1,12}$/, 'Tulis harga kelas dalam rupiah bulat, misalnya 1.500.000.'))

export const landInput = {
  landArea: area(100_000_000),
  landPrice: price,
  buildingArea: area(10_000_000),
  buildingPrice: price,
  landUse: z.enum(['general', 'food-land'], 'Pilih pemakaian tanahnya.').catch('general'),
}

export interface LandFacts {
  readonly landArea: string
  readonly landPrice: string
  readonly buildingArea: string
  readonly buildingPrice: string
  readonly landUse: 'general' | 'food-land'
}

export const placeInput = {
  name: z.string().trim().min(3, 'Tulis nama objek, sedikitnya tiga huruf.').max(150),
  address: z.string().trim().min(5, 'Tulis letak objek, sedikitnya lima huruf.').max(300),
}

export const groundInput = z.string().trim().min(5, 'Tuliskan dasarnya, misalnya nomor dan tanggal akta.').max(300)

/** What this kind has beside its name, each a number above zero. @throws invalid-input at the field */
export function readDetails(kind: ObjectKind, typed: Readonly<Record<string, string>>): Record<string, number> {
  if (kind === 'land') return {}
  return Object.fromEntries(
    detailFields[kind].map((field) => {
      const value = Number(number(typed[field] ?? ''))
      if (!(value > 0 && value < 1_000_000))
        throw invalidField(field, 'Tulis angka di atas nol.', 'Write a number above zero.')
      return [field, value]
    }),
  )
}

/** Locked until the command ends. @throws not-found; wrong-state for one that has ended */
export async function lockActiveObject(tx: WriteHandle, objectId: string): Promise<ObjectRow> {
  const row = await tx
    .selectFrom('local_tax.object')
    .selectAll()
    .where('id', '=', objectId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.state !== 'active') throw new AppError('wrong-state')
  return row
}

/** A taxpayer to whom something may be put: one that is active. @throws invalid-input at `npwpd` */
export async function requireTaxpayer(tx: WriteHandle, npwpd: string) {
  const row = await tx
    .selectFrom('local_tax.taxpayer')
    .select(['id', 'npwpd', 'state'])
    .where('npwpd', '=', npwpd.trim().toUpperCase())
    .executeTakeFirst()
  if (row?.state === 'active') return row
  throw row
    ? invalidField('npwpd', 'Wajib pajak ini sedang tidak aktif.', 'This taxpayer is not active.')
    : invalidField(
        'npwpd',
        'NPWPD ini tidak terdaftar. Cari wajib pajaknya lebih dahulu.',
        'This NPWPD is not registered. Look the taxpayer up first.',
      )
}

export interface NewObject {
  readonly kind: ObjectKind
  readonly code: string
  readonly taxpayerId: string | null
  readonly name: string
  readonly address: string
  readonly villageCode: string
  readonly details: Readonly<Record<string, number>>
  readonly land?: LandFacts | undefined
  readonly from: Temporal.PlainDate
  readonly ground: string
}

/** Writes an object, its land and its first owner. @throws invalid-input at `nop` for a number that is taken */
export async function addObject(tx: WriteHandle, context: CommandContext, draft: NewObject): Promise<string> {
  const id = newId(context.now.epochMilliseconds)
  const inserted = await tx
    .insertInto('local_tax.object')
    .values({
      id,
      kind: draft.kind,
      code: draft.code,
      taxpayer_id: draft.taxpayerId,
      name: draft.name,
      address: draft.address,
      village_code: draft.villageCode,
      details: JSON.stringify(draft.details),
      search_text: objectWords(draft),
      registered_on: draft.from.toString(),
      registered_at: context.now.toString(),
      updated_at: context.now.toString(),
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) throw invalidField('nop', 'NOP ini sudah terdaftar.', 'This NOP is registered already.')
  if (draft.land)
    await tx
      .insertInto('local_tax.land')
      .values({ object_id: id, ...landColumns(draft.land) })
      .execute()
  if (draft.taxpayerId) await addOwner(tx, context, id, draft.taxpayerId, draft.from, draft.ground)
  return id
}

export async function addOwner(
  tx: WriteHandle,
  context: CommandContext,
  objectId: string,
  taxpayerId: string,
  from: Temporal.PlainDate,
  ground: string,
): Promise<void> {
  await tx
    .insertInto('local_tax.ownership')
    .values({
      id: newId(context.now.epochMilliseconds),
      object_id: objectId,
      taxpayer_id: taxpayerId,
      from_on: from.toString(),
      ground,
      recorded_at: context.now.toString(),
      recorded_by: labelOf(context.actor),
    })
    .execute()
}

export async function endOwner(tx: WriteHandle, objectId: string, on: Temporal.PlainDate): Promise<void> {
  await tx
    .updateTable('local_tax.ownership')
    .set({ to_on: sql`greatest(from_on, ${on.toString()}::date)` })
    .where('object_id', '=', objectId)
    .where('to_on', 'is', null)
    .execute()
}

export async function endObject(
  tx: WriteHandle,
  context: CommandContext,
  object: ObjectRow,
  on: Temporal.PlainDate,
  reason: string,
): Promise<void> {
  await endOwner(tx, object.id, on)
  await tx
    .updateTable('local_tax.object')
    .set({
      state: 'ended',
      ended_on: on.toString(),
      end_reason: reason,
      version: object.version + 1,
      updated_at: context.now.toString(),
    })
    .where('id', '=', object.id)
    .execute()
}

export const landColumns = (land: LandFacts) => ({
  land_area: land.landArea,
  land_price: Number(land.landPrice),
  building_area: land.buildingArea,
  building_price: Number(land.buildingPrice),
  land_use: land.landUse,
})

export const objectWords = (object: { code: string; name: string; address: string }) =>
  `${object.code} ${object.name} ${object.address}`.toLowerCase()

export const eventOf = (objectId: string, payload: Readonly<Record<string, unknown>>) => ({
  subject: { type: 'tax-object', id: objectId },
  payload,
})
