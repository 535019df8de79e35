import { z } from 'zod'

/** A text in both languages. */
const localText = z.object({ id: z.string().min(1), en: z.string().min(1) }).strict()
/** An expression in CEL over `answers`, `known` and `today`. */
const expression = z.string().min(1).max(2000)
const identifier = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'camelCase letters and digits')
const kebab = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens')
const ruleKey = z.string().regex(/^[a-z-]+(\.[a-z0-9-]+)+$/)

export const fieldKinds = [
  'text',
  'name',
  'long-text',
  'number',
  'date',
  'time',
  'choice',
  'yes-no',
  'nik',
  'phone',
  'area',
  'file',
  'statement',
] as const
export type FieldKind = (typeof fieldKinds)[number]

const fieldSchema = z
  .object({
    id: identifier,
    kind: z.enum(fieldKinds),
    label: localText,
    hint: localText.optional(),
    /** Shown and asked only when true. */
    when: expression.optional(),
    /** "true" unless said otherwise. */
    required: expression.optional(),
    /** What the registers already know; the person checks instead of typing. */
    prefill: expression.optional(),
    /** Prefilled from a register and not for the applicant to change. */
    fixed: z.boolean().optional(),
    options: z
      .array(z.object({ value: kebab, label: localText, hint: localText.optional() }).strict())
      .min(2)
      .optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: localText.optional(),
    /** Further conditions on the answer, each with what to say when it fails. */
    checks: z.array(z.object({ holds: expression, say: localText, basis: z.string().optional() }).strict()).optional(),
    /** Contains personal data of a third person: masked for officers until needed. */
    sensitive: z.boolean().optional(),
  })
  .strict()

const pageSchema = z
  .object({
    id: kebab,
    title: localText,
    lead: localText.optional(),
    when: expression.optional(),
    groups: z
      .array(
        z
          .object({ title: localText.optional(), when: expression.optional(), fields: z.array(fieldSchema).min(1) })
          .strict(),
      )
      .min(1),
  })
  .strict()

const evidenceItem = z
  .object({
    kind: z.enum(['register', 'document', 'statement']),
    label: localText,
    help: localText.optional(),
    /** True when the registers already hold it for this applicant. */
    known: expression.optional(),
    /** The form field that carries it. */
    field: identifier.optional(),
    basis: z.string().optional(),
  })
  .strict()
const evidenceSchema = z
  .object({
    allOf: z.array(z.union([evidenceItem, z.object({ oneOf: z.array(evidenceItem).min(2) }).strict()])).min(1),
  })
  .strict()

const stateSchema = z
  .object({
    id: kebab,
    /** Short name for lists and filters. */
    label: localText,
    /** Whole sentence for the applicant; {since}, {unit} and {deadline} are filled in. */
    sentence: localText,
    holder: z.enum(['office', 'applicant', 'none']),
    /** Permission of the desk that acts in this state. */
    desk: z.string().optional(),
    /** Path of the unit that holds the file in this state; left out: the unit serving the applicant's territory. */
    unit: z
      .string()
      .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/)
      .optional(),
    /** What the procedure shows: who and how long. */
    step: z.object({ title: localText, place: localText, time: localText.optional() }).strict().optional(),
    result: z.enum(['granted', 'refused', 'withdrawn']).optional(),
  })
  .strict()

const transitionSchema = z
  .object({
    from: kebab,
    verb: kebab,
    to: kebab,
    /** A permission, or "applicant". */
    by: z.string(),
    label: localText,
    /** What happened, for the way of the file: "Disetujui verifikator". */
    done: localText,
    /** Key on the officer's keyboard. */
    key: z.string().length(1).optional(),
    tone: z.enum(['primary', 'secondary', 'danger']).default('secondary'),
    needs: z.array(z.enum(['reason', 'marks', 'no-marks'])).default([]),
    stepUp: z.boolean().default(false),
    /** Effects on registers, in order, in the same transaction. */
    effects: z.array(z.string()).default([]),
    /** Message to the applicant. */
    tell: z.object({ title: localText, body: localText }).strict().optional(),
  })
  .strict()

export const definitionSchema = z
  .object({
    id: kebab,
    version: z.number().int().positive(),
    validFrom: z.iso.date(),
    slug: kebab,
    code: z.string().regex(/^[A-Z]{2,4}$/),
    title: localText,
    summary: localText,
    audience: z.array(z.enum(['citizen', 'business', 'agency', 'employee'])).min(1),
    lifeEvent: z.string(),
    keywords: z.array(z.string()).min(1),
    unit: z.string(),
    minutesToFill: z.number().int().positive(),
    channels: z.array(localText).min(1),
    products: z.array(localText).min(1),
    complaints: localText,
    legalBasis: z.array(z.object({ citation: z.string(), about: localText }).strict()).min(1),
    eligibility: z.array(z.object({ when: expression, refused: localText, basis: z.string().optional() }).strict()),
    evidence: evidenceSchema,
    /** Facts about the applicant: named function of a module that gives `known`. */
    known: z.string(),
    form: z.object({ pages: z.array(pageSchema).min(1) }).strict(),
    /** CEL giving the name the case is listed under, and the territory that decides the office. */
    subject: expression,
    territory: expression,
    cost: z.array(z.object({ label: localText, rule: ruleKey }).strict()),
    clock: z.object({ rule: ruleKey, per: z.enum(['working-day', 'calendar-day']) }).strict(),
    rules: z.array(ruleKey).default([]),
    flow: z
      .object({ initial: kebab, states: z.array(stateSchema).min(2), transitions: z.array(transitionSchema).min(1) })
      .strict(),
    effects: z.array(z.string()).default([]),
    golden: z
      .array(
        z
          .object({
            name: z.string(),
            source: z.string(),
            today: z.iso.date(),
            known: z.record(z.string(), z.unknown()),
            answers: z.record(z.string(), z.unknown()),
            pages: z.array(kebab),
            refused: z.array(identifier),
          })
          .strict(),
      )
      .default([]),
  })
  .strict()

/** A public service as pure data. */
export type ServiceDefinition = z.infer<typeof definitionSchema>
export type FieldDefinition = z.infer<typeof fieldSchema>
export type PageDefinition = z.infer<typeof pageSchema>
export type StateDefinition = z.infer<typeof stateSchema>
export type TransitionDefinition = z.infer<typeof transitionSchema>
export type EvidenceItem = z.infer<typeof evidenceItem>

/** Declares a shipped service. The literal is checked here at boot, and against the whole system at publishing. */
export function defineService(definition: z.input<typeof definitionSchema>): ServiceDefinition {
  const parsed = definitionSchema.safeParse(definition)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`service ${definition.id} is malformed:\n  ${faults.join('\n  ')}`)
}
