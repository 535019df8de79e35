import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField, notFound } from '#kernel/errors.ts'
import { findPersonByNik, type Person } from '#modules/people/index.ts'
import type { TaxpayerTable } from '../tables.ts'

export type TaxpayerRow = Selectable<TaxpayerTable>

const digitsOf = (text: string) => text.replace(/[\s.-]/g, '')
const emptyToNull = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .trim()
    .optional()
    .transform((text) => text || null)
    .pipe(z.union([z.null(), schema]))

/** How somebody is reached, the same for persons and firms. */
export const contactInput = {
  address: z.string().trim().min(5, 'Tulis alamat lengkap, sedikitnya lima huruf.').max(300),
  villageCode: emptyToNull(z.string().max(20)),
  phone: emptyToNull(z.string().regex(/^[+0-9 ()-]{8,20}$/, 'Tulis nomor telepon, misalnya 0812 3456 7890.')),
  email: emptyToNull(z.email('Tulis alamat surel, misalnya nama@contoh.id.')),
}

/** What only a firm has. */
export const firmInput = {
  name: z.string().trim().max(150).optional(),
  nib: z.string().transform(digitsOf).optional(),
  npwp: z.string().transform(digitsOf).optional(),
  responsibleNik: z.string().trim().max(30).optional(),
}

export interface FirmFacts {
  readonly name: string
  readonly nib: string
  readonly npwp: string | null
  readonly responsible: Person
}

/**
 * The facts of a firm, each held against its form.
 * @throws invalid-input at the first field that is wrong
 * @basis PP 28/2025: NIB tiga belas angka; PMK 112/2022: NPWP enam belas angka, sebelumnya lima belas
 */
export async function readFirm(
  tx: WriteHandle,
  context: CommandContext,
  input: {
    name?: string | undefined
    nib?: string | undefined
    npwp?: string | undefined
    responsibleNik?: string | undefined
  },
): Promise<FirmFacts> {
  const { name = '', nib = '', npwp = '', responsibleNik = '' } = input
  if (name.length < 3) throw invalidField('name', 'Tulis nama badan usaha.', 'Write the name of the firm.')
  if (!/^\d{13}$/.test(nib)) throw invalidField('nib', 'NIB terdiri atas 13 angka.', 'An NIB has 13 digits.')
  if (npwp !== '' && !/^\d{15,16}$/.test(npwp))
    throw invalidField('npwp', 'NPWP terdiri atas 16 angka (yang lama 15).', 'An NPWP has 16 digits (old ones 15).')
  const responsible = await requirePerson(tx, context, 'responsibleNik', responsibleNik)
  return { name, nib, npwp: npwp || null, responsible }
}

/** Somebody of the population register who lives. @throws invalid-input at the field */
export async function requirePerson(
  tx: WriteHandle,
  context: CommandContext,
  field: string,
  nik: string,
): Promise<Person> {
  const person = await findPersonByNik(context.tenant, tx, nik)
  if (!person)
    throw invalidField(
      field,
      'NIK ini tidak ada di register penduduk. Periksa kembali enam belas angkanya.',
      'This NIK is not in the population register. Check its sixteen digits.',
    )
  if (person.diedOn)
    throw invalidField(
      field,
      'Orang dengan NIK ini sudah meninggal. Daftarkan ahli warisnya.',
      'The person with this NIK has died. Register an heir.',
    )
  return person
}

/** Locked until the command ends. @throws not-found */
export async function lockTaxpayer(tx: WriteHandle, taxpayerId: string): Promise<TaxpayerRow> {
  const row = await tx
    .selectFrom('local_tax.taxpayer')
    .selectAll()
    .where('id', '=', taxpayerId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** What a list finds somebody by. The NIK is not among it: it is sought by its fingerprint. */
export function taxpayerWords(row: {
  npwpd: string
  name: string
  nib: string | null
  npwp: string | null
  address: string
}) {
  return [row.npwpd, row.npwpd.replaceAll('.', ''), row.name, row.nib, row.npwp, row.address]
    .filter(Boolean)
    .join(' ')
    .toLowerCase()
}
