import { z } from 'zod'
import { expression, identifier, kebab, localText } from './schema-parts.ts'

/** Kinds of fields. What each stores is said at `Answer` in expressions.ts. */
export const fieldKinds = [
  'text',
  'name',
  'long-text',
  'number',
  'money',
  'date',
  'time',
  'choice',
  'multi',
  'yes-no',
  'nik',
  'nib',
  'phone',
  'email',
  'area',
  'address',
  'map-point',
  'family-member',
  'family-members',
  'file',
  'photo',
  'signature',
  'repeat',
  'table',
  'computed',
  'statement',
  'consent',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** Kinds that may stand in a row of a repeat group or a table. */
export const columnKinds = [
  'text',
  'name',
  'long-text',
  'number',
  'money',
  'date',
  'time',
  'choice',
  'yes-no',
  'nik',
  'nib',
  'phone',
  'email',
] as const satisfies readonly FieldKind[]

/** What a number counts; an amount of one measure never adds to another. */
export const measures = [
  'rupiah',
  'm2',
  'm',
  'floor',
  'unit',
  'person',
  'day',
  'month',
  'year',
  'kg',
  'percent',
] as const
export type Measure = (typeof measures)[number]

const option = z.object({ value: kebab, label: localText, hint: localText.optional() }).strict()
const fieldCheck = z.object({ holds: expression, say: localText, basis: z.string().optional() }).strict()

const common = {
  id: identifier,
  label: localText,
  hint: localText.optional(),
  /** Shown and asked only when true. */
  when: expression.optional(),
  /** "true" unless said otherwise. */
  required: expression.optional(),
  options: z.array(option).min(2).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Digits after the comma that a number may have. */
  decimals: z.number().int().min(0).max(4).optional(),
  unit: localText.optional(),
  measure: z.enum(measures).optional(),
  /** Dates: days after today may be given too. */
  future: z.boolean().optional(),
  /** Further conditions on the answer, each with what to say when it fails. */
  checks: z.array(fieldCheck).optional(),
  /** Contains personal data of a third person: masked for officers until needed. */
  sensitive: z.boolean().optional(),
}

const columnSchema = z.object({ ...common, kind: z.enum(columnKinds) }).strict()

export const fieldSchema = z
  .object({
    ...common,
    kind: z.enum(fieldKinds),
    /**
     * What the registers already know; the person checks instead of typing. A number for numbers and money,
     * a map of street, rt, rw and area for addresses, text for everything else.
     */
    prefill: expression.optional(),
    /** Prefilled from a register and not for the applicant to change. */
    fixed: z.boolean().optional(),
    /** Choices: the register whose rows are the options, by the name under which a module provides it. */
    optionsFrom: z.string().min(1).optional(),
    /** Files: what kind of paper this is ("birth-letter"); one given before is offered again. */
    document: kebab.optional(),
    /** Repeat groups and tables: the columns of one row; conditions in them see the row as `row`. */
    fields: z.array(columnSchema).min(1).max(12).optional(),
    /** Repeat groups: the name of one row, "Saksi". */
    itemLabel: localText.optional(),
    minItems: z.number().int().min(0).optional(),
    maxItems: z.number().int().min(1).max(200).optional(),
    /** Computed fields: the value and what it is; for "yes-no" the expression is a condition. */
    value: expression.optional(),
    gives: z.enum(['text', 'number', 'money', 'yes-no']).optional(),
    /** Persons by NIK: he has to agree in his own account before the application is sent on. */
    coSigns: z.boolean().optional(),
    /** Consents: for what the data may be used, and how long. */
    purpose: localText.optional(),
  })
  .strict()

const groupSchema = z
  .object({ title: localText.optional(), when: expression.optional(), fields: z.array(fieldSchema).min(1) })
  .strict()

export const pageSchema = z
  .object({
    id: kebab,
    title: localText,
    lead: localText.optional(),
    when: expression.optional(),
    groups: z.array(groupSchema).min(1),
  })
  .strict()

export type FieldDefinition = z.infer<typeof fieldSchema>
export type ColumnDefinition = z.infer<typeof columnSchema>
export type PageDefinition = z.infer<typeof pageSchema>
