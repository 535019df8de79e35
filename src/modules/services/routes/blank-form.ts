import type { RouteContext } from '#kernel/http/route.ts'
import { type BlankFormData, typeset } from '#modules/documents/index.ts'
import { getUnit, listUnits } from '#modules/organization/index.ts'
import type { FieldDefinition, ServiceDefinition } from '../definition/schema.ts'
import { servicePaths } from '../paths.ts'

type PaperField = BlankFormData['pages'][number]['groups'][number]['fields'][number]

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
        groups: page.groups
          .map((group) => ({
            ...(group.title ? { title: group.title.id } : {}),
            fields: group.fields.filter((field) => field.kind !== 'file').map(paperField),
          }))
          .filter((group) => group.fields.length > 0),
      }))
      .filter((page) => page.groups.length > 0),
    attachments: service.form.pages
      .flatMap((page) => page.groups.flatMap((group) => group.fields))
      .filter((field) => field.kind === 'file')
      .map((field) => field.label.id),
    declaration: 'Dengan menandatangani formulir ini saya menyatakan isian di atas benar.',
    online: { url: `${context.origin}${path}`, address: `${context.origin.replace(/^https?:\/\//, '')}${path}` },
  }
  return typeset('blank-form', data, { now: new Date(context.now.epochMilliseconds) })
}

function paperField(field: FieldDefinition): PaperField {
  const label = {
    label: field.label.id,
    ...(field.hint ? { hint: field.hint.id } : {}),
    required: field.required === undefined,
  }
  switch (field.kind) {
    case 'nik':
      return { ...label, kind: 'boxes', length: 16 }
    case 'date':
      return { ...label, kind: 'date' }
    case 'long-text':
      return { ...label, kind: 'paragraph' }
    case 'statement':
      return { ...label, kind: 'statement' }
    case 'choice':
      return { ...label, kind: 'choice', options: (field.options ?? []).map((option) => option.label.id) }
    case 'yes-no':
      return { ...label, kind: 'choice', options: ['Ya', 'Tidak'] }
    default:
      return { ...label, kind: 'text' }
  }
}
