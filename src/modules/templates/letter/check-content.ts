import { z } from 'zod'
import type { FieldError } from '#kernel/errors.ts'
import { actKeys } from '#modules/documents/index.ts'
import { letterKindKeys } from '../kinds.ts'
import type { TemplateContent, TemplateField } from '../template.ts'

const keyPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const words = z.object({ id: z.string().trim().min(1).max(160), en: z.string().trim().min(1).max(160) })
const key = z.string().regex(keyPattern).max(40)

const field = z.object({
  key,
  type: z.enum(['text', 'paragraph', 'date', 'number', 'money', 'choice', 'list', 'table', 'official']),
  label: words,
  hint: z.object({ id: z.string().trim().min(1).max(400), en: z.string().trim().min(1).max(400) }).optional(),
  required: z.boolean(),
  options: z
    .array(z.object({ value: key, label: words }))
    .max(40)
    .optional(),
  columns: z
    .array(z.object({ key, label: words, type: z.enum(['text', 'number', 'money', 'date']) }))
    .max(8)
    .optional(),
  most: z.number().int().min(1).max(100).optional(),
  when: z.object({ field: key, is: z.array(key).min(1) }).optional(),
})

/** What a version may hold; `checkContent` says what else is wrong. */
export const contentSchema: z.ZodType<TemplateContent> = z.object({
  name: z.object({ id: z.string().trim().min(3).max(120), en: z.string().trim().min(3).max(120) }),
  kind: z.enum(letterKindKeys),
  layout: z.enum(['correspondence', 'titled']),
  arrangement: z.enum(['memo', 'wall', 'sheet']).optional(),
  title: z.string().trim().min(3).max(120).optional(),
  letterhead: z.enum(['unit', 'head', 'none']),
  paper: z.enum(['a4', 'f4']),
  act: z.enum(actKeys as [string, ...string[]]) as z.ZodType<TemplateContent['act']>,
  register: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,59}$/)
    .optional(),
  signers: z.array(z.object({ role: z.string().trim().min(1).max(60).optional() })).max(6),
  fields: z.array(field).max(60),
  source: z.string().min(1).max(200_000),
})

/** What is wrong with a content beyond its shape, at the places of the form that edits it. */
export function checkContent(content: TemplateContent): FieldError[] {
  const errors: FieldError[] = []
  const say = (path: string, id: string, en: string) => errors.push({ path, message: { id, en } })
  if ((content.layout === 'titled' || content.arrangement === 'memo') && !content.title) {
    say('title', 'Isi judul naskah; tata letak ini mencetaknya di atas.', 'Fill in the title; this layout prints it.')
  }
  if (content.signers.length === 0 && content.arrangement !== 'sheet') {
    say('signers', 'Naskah ini perlu paling sedikit satu penanda tangan.', 'This letter needs a signer.')
  }
  if (content.signers.length > 0 && !content.register) {
    say('register', 'Pilih buku nomor untuk naskah yang ditandatangani.', 'Choose the register of numbers.')
  }
  const keys = new Set<string>()
  content.fields.forEach((one, index) => {
    const at = (part: string) => `fields[${index}].${part}`
    if (keys.has(one.key)) say(at('key'), `Kunci "${one.key}" sudah dipakai isian lain.`, `"${one.key}" is used twice.`)
    keys.add(one.key)
    for (const [id, en] of detailFaults(one)) say(at('detail'), id, en)
    if (one.when && !isChoiceBefore(content.fields.slice(0, index), one.when)) {
      say(
        at('when'),
        'Syarat harus menyebut pilihan yang ada di atas isian ini.',
        'The condition must name a choice above.',
      )
    }
  })
  return errors
}

function detailFaults(field: TemplateField): [string, string][] {
  if (field.type === 'choice' && (field.options?.length ?? 0) < 2) {
    return [['Tulis paling sedikit dua pilihan, satu baris satu: kunci = Tulisan.', 'Write at least two options.']]
  }
  if (field.type === 'table' && (field.columns?.length ?? 0) < 1) {
    return [['Tulis kolom tabel, satu baris satu: kunci = Judul.', 'Write the columns of the table.']]
  }
  return []
}

function isChoiceBefore(fields: readonly TemplateField[], { field, is }: NonNullable<TemplateField['when']>): boolean {
  const choice = fields.find((one) => one.key === field && one.type === 'choice')
  return choice !== undefined && is.every((value) => choice.options?.some((option) => option.value === value))
}
