import { z } from 'zod'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'
import { findArea } from '#modules/territory/index.ts'

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((value) => value || undefined)
    .optional()

/** What may change about a unit while it exists. */
export const unitDetails = z.object({
  name: z.string().trim().min(3).max(200),
  shortName: z.string().trim().min(2).max(60),
  territoryCode: z
    .string()
    .trim()
    .regex(/^(\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?)?$/),
  address: optionalText(300),
  phone: optionalText(40),
  email: z.union([z.literal('').transform(() => undefined), z.email()]).optional(),
})

/** @throws invalid-input at `territoryCode` when there is no such area; "" means the whole region */
export async function requireArea(tx: WriteHandle, code: string): Promise<void> {
  if (code === '' || (await findArea(tx, code))) return
  throw invalidField('territoryCode', 'Tidak ada wilayah dengan kode ini.', 'There is no area with this code.')
}

/** Turns the database's own refusal of a double (unique or exclusion) into a sentence at the field. */
export function refuseTaken(field: string, id: string, en: string): (error: unknown) => never {
  return (error) => {
    const code = (error as { code?: string }).code
    if (code === '23505' || code === '23P01') throw invalidField(field, id, en)
    throw error
  }
}
