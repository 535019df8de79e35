import { z } from 'zod'
import { parseNik } from '#modules/people/index.ts'
import { kindsOfNotice, type NoticeField, type NoticeKind } from './kinds.ts'

export const detailsContext = 'notices.notice.details'

/** What a report of a kind must hold; the page and the interface for programs check alike. */
export function reportShape(kind: NoticeKind) {
  const shape = Object.fromEntries(kindsOfNotice[kind].fields.map((field) => [field.name, shapeOf(field)])) as Record<
    string,
    z.ZodType<string | undefined>
  >
  return z.strictObject(shape)
}

function shapeOf(field: NoticeField): z.ZodType<string | undefined> {
  const shape = bareShapeOf(field)
  return field.optional ? z.preprocess((value) => (value === '' ? undefined : value), shape.optional()) : shape
}

function bareShapeOf(field: NoticeField): z.ZodType<string> {
  if (field.kind === 'nik') {
    return z
      .string()
      .max(30)
      .refine((text) => parseNik(text) !== undefined, { message: 'NIK terdiri dari 16 angka.' })
      .transform((text) => parseNik(text) as string)
  }
  if (field.kind === 'date') return z.iso.date('Tulis tanggal yang ada, misalnya 20 November 2026.')
  if (field.kind === 'time') return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Tulis jam, misalnya 04.35.')
  if (field.kind === 'choice')
    return z.enum((field.options ?? []).map(({ value }) => value) as [string, ...string[]], 'Pilih salah satu.')
  if (field.kind === 'number') {
    const [least, most] = field.within ?? [0, 1_000_000]
    return z
      .union([z.string().trim(), z.number()])
      .transform((value) => String(value).replace(',', '.'))
      .refine((value) => /^\d+(\.\d+)?$/.test(value) && Number(value) >= least && Number(value) <= most, {
        message: `Tulis angka dari ${least} sampai ${most}.`,
      })
  }
  return z.string().trim().min(2, 'Tulis paling sedikit 2 huruf.').max(120, 'Tulis paling banyak 120 huruf.')
}
