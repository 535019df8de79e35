import type { FieldDefinition } from '../definition/schema-form.ts'
import { optionSources } from '../extensions.ts'
import { type FormDefinition, momentOf } from './journey.ts'
import {
  columnsOf,
  decimalsOf,
  fewestRowsOf,
  fieldsOfPages,
  isRegisterChoice,
  kindOf,
  longestText,
  mostRowsOf,
  type Question,
} from './kinds.ts'

type Schema = Readonly<Record<string, unknown>>

interface Described extends FormDefinition {
  readonly id?: string
  readonly version?: number
  readonly title?: { readonly id: string; readonly en: string }
}

/**
 * The answers object of a service as JSON Schema (draft 2020-12), for programs that fill in forms. Which questions
 * apply depends on the answers, so only those are required that are always asked and always have to be answered;
 * everything else the service itself says when the answers are sent.
 */
export function answersSchema(definition: Described): Schema {
  const fields = fieldsOfPages(definition.form.pages)
  const properties: Record<string, Schema> = {}
  for (const field of fields) {
    properties[field.id] = fieldSchema(field)
    if (field.kind === 'consent') properties[momentOf(field.id)] = consentMoment
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(definition.id ? { $id: `urn:balai:service:${definition.id}:${definition.version ?? 1}:answers` } : {}),
    ...(definition.title ? { title: definition.title.id, description: definition.title.en } : {}),
    type: 'object',
    properties,
    required: alwaysRequired(definition),
    additionalProperties: false,
  }
}

const consentMoment: Schema = {
  type: 'string',
  format: 'date-time',
  readOnly: true,
  description: 'Kapan persetujuan diberikan',
}

function alwaysRequired(definition: FormDefinition): string[] {
  return definition.form.pages.flatMap((page) =>
    page.groups.flatMap((group) =>
      group.fields.filter((field) => isAlwaysRequired(field) && !page.when && !group.when).map((field) => field.id),
    ),
  )
}

function isAlwaysRequired(field: Question | FieldDefinition): boolean {
  const isFilled = ('prefill' in field && field.prefill !== undefined) || field.kind === 'computed'
  return !field.when && !isFilled && (field.required === undefined || field.required === 'true')
}

function fieldSchema(field: FieldDefinition): Schema {
  const words = wordsOf(field)
  switch (field.kind) {
    case 'multi':
      return {
        ...words,
        type: 'array',
        items: { enum: valuesOf(field) },
        uniqueItems: true,
        ...(field.min === undefined ? {} : { minItems: field.min }),
        ...(field.max === undefined ? {} : { maxItems: field.max }),
      }
    case 'family-member':
      return { ...words, type: 'string', description: `${words['description']} (id anggota keluarga)` }
    case 'family-members':
      return { ...words, type: 'array', items: { type: 'string' }, uniqueItems: true }
    case 'file':
    case 'photo':
    case 'signature':
      return {
        ...words,
        type: 'array',
        items: { type: 'string' },
        maxItems: field.kind === 'signature' ? 1 : 5,
        ...(isAlwaysRequired(field) ? { minItems: 1 } : {}),
      }
    case 'area':
      return { ...words, type: 'string', pattern: areaPattern }
    case 'address':
      return { ...words, ...addressSchema }
    case 'map-point':
      return {
        ...words,
        type: 'object',
        properties: {
          lat: { type: 'number', minimum: -12.5, maximum: 6.5 },
          lon: { type: 'number', minimum: 94, maximum: 142 },
        },
        required: ['lat', 'lon'],
        additionalProperties: false,
      }
    case 'repeat':
    case 'table':
      return {
        ...words,
        type: 'array',
        items: rowSchema(field),
        minItems: fewestRowsOf(field),
        maxItems: mostRowsOf(field),
      }
    case 'statement':
    case 'consent':
      return { ...words, type: 'boolean' }
    case 'computed':
      return { ...words, ...computedSchema(field), readOnly: true }
    default:
      return { ...words, ...valueSchema(field as Question) }
  }
}

const areaPattern = '^\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}$'
const addressSchema: Schema = {
  type: 'object',
  properties: {
    street: { type: 'string', minLength: 1, maxLength: 200, description: 'Jalan atau kampung, dan nomor rumah' },
    rt: { type: 'string', pattern: '^(\\d{3})?$', description: 'RT' },
    rw: { type: 'string', pattern: '^(\\d{3})?$', description: 'RW' },
    area: { type: 'string', pattern: areaPattern, description: 'Kode desa atau kelurahan' },
  },
  required: ['street', 'area'],
  additionalProperties: false,
}

function rowSchema(field: FieldDefinition): Schema {
  const columns = columnsOf(field)
  return {
    type: 'object',
    properties: Object.fromEntries(
      columns.map((column) => [column.id, { ...wordsOf(column), ...valueSchema(column) }]),
    ),
    required: columns.filter(isAlwaysRequired).map((column) => column.id),
    additionalProperties: false,
  }
}

function computedSchema(field: FieldDefinition): Schema {
  const kind = kindOf(field)
  if (kind === 'money') return { type: 'integer' }
  if (kind === 'number') return { type: 'number' }
  return kind === 'yes-no' ? { enum: ['yes', 'no'] } : { type: 'string' }
}

/** Kinds that hold one value; an answer that may be left out may also be empty text. */
function valueSchema(question: Question): Schema {
  switch (question.kind) {
    case 'number':
      return numberSchema(question)
    case 'money':
      return { type: 'integer', minimum: question.min ?? 0, maximum: question.max ?? Number.MAX_SAFE_INTEGER }
    case 'choice':
      if (isRegisterChoice(question)) return mayBeEmpty(question, rowOfRegister(question as FieldDefinition))
      return mayBeEmpty(question, { enum: valuesOf(question) })
    case 'yes-no':
      return mayBeEmpty(question, { enum: ['yes', 'no'] })
    case 'date':
      return mayBeEmpty(question, { type: 'string', format: 'date' })
    case 'email':
      return mayBeEmpty(question, { type: 'string', format: 'email' })
    case 'text':
    case 'name':
    case 'long-text':
      return {
        type: 'string',
        ...(isAlwaysRequired(question) ? { minLength: question.min ?? 1 } : {}),
        maxLength: Math.min(question.max ?? (question.kind === 'long-text' ? 2000 : 120), longestText),
      }
    default:
      return mayBeEmpty(question, { type: 'string', pattern: patterns[question.kind] ?? '.*' })
  }
}

/** Which rows there are changes by the day, so programs are told where to read them. */
function rowOfRegister({ optionsFrom = '' }: FieldDefinition): Schema {
  const address = optionSources.find(optionsFrom)?.address
  return { type: 'string', minLength: 1, maxLength: 120, ...(address ? { 'x-options-at': address } : {}) }
}

const patterns: Readonly<Record<string, string>> = {
  time: '^([01]\\d|2[0-3]):[0-5]\\d$',
  nik: '^\\d{16}$',
  nib: '^\\d{13}$',
  phone: '^(\\+62|62|0)8\\d{7,12}$',
}

function numberSchema(question: Question): Schema {
  const decimals = decimalsOf(question)
  return {
    type: decimals > 0 ? 'number' : 'integer',
    minimum: question.min ?? 0,
    ...(question.max === undefined ? {} : { maximum: question.max }),
    ...(question.unit ? { 'x-unit': question.unit.id } : {}),
    ...(question.measure ? { 'x-measure': question.measure } : {}),
  }
}

function mayBeEmpty(question: Question, schema: Schema): Schema {
  return isAlwaysRequired(question) ? schema : { anyOf: [schema, { const: '' }] }
}

function valuesOf(question: Question | FieldDefinition): string[] {
  return (question.options ?? []).map((option) => option.value)
}

function wordsOf(question: Question | FieldDefinition): Readonly<Record<string, string>> {
  return {
    title: question.label.en,
    description: question.hint ? `${question.label.id}. ${question.hint.id}` : question.label.id,
  }
}
