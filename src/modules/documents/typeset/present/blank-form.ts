import type { BlankFormData, BlankFormField, BlankFormGroup } from '../template-data.ts'
import { presentLetter, presentQr } from './letter.ts'

/** A row of more boxes would leave the column. */
const MOST_BOXES = 24

export function presentBlankForm(data: BlankFormData) {
  return {
    ...presentLetter(data, data.title),
    heading: data.title,
    service: data.service,
    code: data.code ?? null,
    introduction: data.introduction ?? null,
    pages: data.pages.map(({ title, hint, groups }) => ({ title, hint: hint ?? null, groups: groups.flatMap(repeat) })),
    attachments: data.attachments ?? [],
    declaration: data.declaration ?? null,
    online: data.online ? presentQr(data.online, '', 'Kode QR ke formulir daring') : null,
  }
}

function repeat(group: BlankFormGroup) {
  const times = Math.max(1, group.repeat ?? 1)
  return Array.from({ length: times }, (_, index) => ({
    title: group.title ? `${group.title}${times > 1 ? ` ${index + 1}` : ''}` : null,
    hint: index === 0 ? (group.hint ?? null) : null,
    fields: group.fields.map(presentField),
  }))
}

function presentField(field: BlankFormField) {
  return {
    label: field.label,
    hint: field.hint ?? null,
    required: field.required ?? false,
    kind: field.kind,
    length: Math.min(MOST_BOXES, Math.max(1, field.length ?? 16)),
    lines: Math.min(20, Math.max(1, field.lines ?? 3)),
    options: field.options ?? [],
    columns: field.columns ?? [],
    prefix: field.prefix ?? null,
    suffix: field.suffix ?? null,
  }
}
