import type { RouteContext } from '#kernel/http/route.ts'
import { type BlankFormData, typeset } from '#modules/documents/index.ts'
import { getUnit, listUnits } from '#modules/organization/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import type { ColumnDefinition, FieldDefinition } from '../definition/schema-form.ts'
import { columnsOf, fewestRowsOf, fieldsOfPages, isRegisterChoice, mostRowsOf, type Question } from '../form/kinds.ts'
import { servicePaths } from '../paths.ts'

type PaperGroup = BlankFormData['pages'][number]['groups'][number]
type PaperField = PaperGroup['fields'][number]

/** The questions of a service on paper, for people who want to fill them in by hand. */
export async function blankFormPdf(context: RouteContext, service: ServiceDefinition): Promise<Uint8Array> {
  const units = await listUnits(context.db)
  const owner = units.find((unit) => unit.code === service.unit)
  const unit = owner ? await getUnit(context.db, owner.id) : undefined
  const path = servicePaths.service(service.slug)
  const data: BlankFormData = {
    region: { name: context.tenant.profile.shortName, timeZone: context.tenant.profile.zone },
    office: { government: context.tenant.profile.name, name: unit?.name ?? '' },
    title: `Formulir ${service.title.id}`,
    service: service.title.id,
    introduction: service.summary.id,
    pages: service.form.pages
      .map((page) => ({
        title: page.title.id,
        ...(page.lead ? { hint: page.lead.id } : {}),
        groups: page.groups.flatMap((group) => paperGroups(group.title?.id, group.fields)),
      }))
      .filter((page) => page.groups.length > 0),
    attachments: fieldsOfPages(service.form.pages)
      .filter((field) => field.kind === 'file' || field.kind === 'photo')
      .map((field) => field.label.id),
    declaration: 'Dengan menandatangani formulir ini saya menyatakan isian di atas benar.',
    online: { url: `${context.origin}${path}`, address: `${context.origin.replace(/^https?:\/\//, '')}${path}` },
  }
  return typeset('blank-form', data, { now: new Date(context.now.epochMilliseconds) })
}

/** A repeat group becomes groups of its own, one a person; what is asked beside it stays in order around it. */
export function paperGroups(title: string | undefined, fields: readonly FieldDefinition[]): PaperGroup[] {
  const groups: PaperGroup[] = []
  let open: PaperField[] = []
  const close = () => {
    const isFirst = groups.length === 0
    if (open.length > 0) groups.push({ ...(title && isFirst ? { title } : {}), fields: open })
    open = []
  }
  for (const field of fields) {
    if (field.kind !== 'repeat') {
      open.push(...paperFields(field))
      continue
    }
    close()
    groups.push({
      title: field.itemLabel?.id ?? field.label.id,
      ...(field.hint ? { hint: field.hint.id } : {}),
      repeat: Math.min(mostRowsOf(field), Math.max(fewestRowsOf(field), 2)),
      fields: columnsOf(field).map((column) => paperQuestion(column)),
    })
  }
  close()
  return groups
}

const tableLines = 6

/** How one question stands on paper; files are listed at the end, and nobody computes by hand. */
function paperFields(field: FieldDefinition): PaperField[] {
  const head = headOf(field)
  switch (field.kind) {
    case 'file':
    case 'photo':
    case 'signature':
    case 'computed':
      return []
    case 'address':
      return [
        { ...head, kind: 'text', hint: 'Jalan atau kampung, dan nomor rumah' },
        { label: 'RT', kind: 'boxes', length: 3, required: false },
        { label: 'RW', kind: 'boxes', length: 3, required: false },
        { label: 'Desa atau kelurahan', kind: 'text', required: head.required },
        { label: 'Kecamatan', kind: 'text', required: head.required },
      ]
    case 'area':
      return [{ ...head, kind: 'text', hint: 'Desa atau kelurahan, kecamatan, kabupaten atau kota' }]
    case 'map-point':
      return [
        { ...head, kind: 'sketch', hint: head.hint ?? 'Gambarlah letaknya, dengan jalan dan bangunan di dekatnya.' },
      ]
    case 'family-member':
      return [{ ...head, kind: 'text', hint: head.hint ?? 'Nama seperti pada kartu keluarga' }]
    case 'family-members':
      return [{ ...head, kind: 'table', columns: ['Nama seperti pada kartu keluarga', 'NIK'], lines: 4 }]
    case 'table':
      return [
        {
          ...head,
          kind: 'table',
          columns: columnsOf(field).map(columnHead),
          lines: Math.min(mostRowsOf(field), tableLines),
        },
      ]
    case 'statement':
      return [{ ...head, kind: 'statement' }]
    case 'consent':
      return [{ ...head, kind: 'statement', ...(field.purpose ? { hint: field.purpose.id } : {}) }]
    default:
      return [paperQuestion(field as Question)]
  }
}

function columnHead(column: ColumnDefinition): string {
  const unit = column.kind === 'money' ? 'Rp' : column.unit?.id
  return unit ? `${column.label.id} (${unit})` : column.label.id
}

function headOf(field: Question | FieldDefinition) {
  // On paper every question stands there, so one with a condition says that it has one.
  const hints = [field.hint?.id, field.when ? 'Isi bila berlaku.' : undefined].filter(Boolean)
  return {
    label: field.label.id,
    ...(hints.length > 0 ? { hint: hints.join(' ') } : {}),
    required: !field.when && (field.required === undefined || field.required === 'true'),
  }
}

function paperQuestion(field: Question): PaperField {
  const head = headOf(field)
  switch (field.kind) {
    case 'nik':
      return { ...head, kind: 'boxes', length: 16 }
    case 'nib':
      return { ...head, kind: 'boxes', length: 13 }
    case 'date':
      return { ...head, kind: 'date' }
    case 'long-text':
      return { ...head, kind: 'paragraph' }
    case 'choice':
      // Which rows a register offers changes by the day; on paper it is written down.
      if (isRegisterChoice(field)) return { ...head, kind: 'text' }
      return { ...head, kind: 'choice', options: (field.options ?? []).map((option) => option.label.id) }
    case 'multi':
      return { ...head, kind: 'choices', options: (field.options ?? []).map((option) => option.label.id) }
    case 'yes-no':
      return { ...head, kind: 'choice', options: ['Ya', 'Tidak'] }
    case 'money':
      return { ...head, kind: 'text', prefix: 'Rp' }
    case 'number':
      return { ...head, kind: 'text', ...(field.unit ? { suffix: field.unit.id } : {}) }
    case 'time':
      return { ...head, kind: 'text', suffix: 'jam dan menit' }
    default:
      return { ...head, kind: 'text' }
  }
}
