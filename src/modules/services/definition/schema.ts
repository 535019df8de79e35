import { z } from 'zod'
import { caseResults, flowSchema } from './schema-flow.ts'
import { pageSchema } from './schema-form.ts'
import { expression, identifier, kebab, localText, ruleKey, span } from './schema-parts.ts'

export type { BranchDefinition, CaseResult, StateDefinition, TransitionDefinition } from './schema-flow.ts'
export type { ColumnDefinition, FieldDefinition, FieldKind, Measure, PageDefinition } from './schema-form.ts'

const evidenceItem = z
  .object({
    kind: z.enum(['register', 'document', 'statement']),
    label: localText,
    help: localText.optional(),
    /** Needed only when true. */
    when: expression.optional(),
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

/** One line of the bill: a fixed rule, or a named formula, or an expression in whole rupiah. */
const costLine = z
  .object({
    id: identifier,
    label: localText,
    when: expression.optional(),
    rule: ruleKey.optional(),
    /** The rule's rupiah times each of these: stalls by square metre and day. Their measures are those of the rule's unit. */
    times: z.array(expression).max(4).optional(),
    /** Whole rupiah. */
    amount: expression.optional(),
    formula: z
      .object({ name: z.string(), inputs: z.record(identifier, expression) })
      .strict()
      .optional(),
    /** Path of the page on which anybody computes it; what registers know decides, so no estimate can be made of answers alone. */
    computedAt: z
      .string()
      .regex(/^\/[a-z/-]+$/)
      .optional(),
    /** Where the money goes. */
    account: kebab.optional(),
    basis: z.string().optional(),
  })
  .strict()

/** A letter or certificate that a step issues. Placeholders {name} stand for `values`. */
const documentSchema = z
  .object({
    id: kebab,
    /** Verbs that issue it, in the same transaction. */
    on: z.array(kebab).min(1),
    when: expression.optional(),
    template: z.enum(['decision-letter', 'certificate']),
    title: localText,
    /** Register in which its number is taken, and the pattern: "503/{sequence}/PBG/{year}". */
    register: kebab,
    number: z.string().regex(/\{sequence\}/),
    values: z.record(identifier, expression).default({}),
    /** Paragraphs before and after the facts, in Indonesian as letters are written. */
    opening: z.array(z.string().min(1)).default([]),
    rows: z.array(z.object({ label: z.string().min(1), value: expression }).strict()).default([]),
    closing: z.array(z.string().min(1)).default([]),
    /** A new one takes the place of these, which then count as replaced. */
    replaces: z.array(kebab).default([]),
  })
  .strict()

const goldenSchema = z
  .object({
    name: z.string(),
    source: z.string(),
    today: z.iso.date(),
    known: z.record(z.string(), z.unknown()),
    answers: z.record(z.string(), z.unknown()),
    /** Pages asked, and fields refused. */
    pages: z.array(kebab),
    refused: z.array(identifier),
    /** Sentences of eligibility that fail, counted from 1. */
    ineligible: z.array(z.number().int().positive()).default([]),
    /** Whole rupiah due. */
    fee: z.number().int().nonnegative().optional(),
    /** Moment of sending, and the promised moment that follows (ISO, with offset). */
    submittedAt: z.string().optional(),
    promisedAt: z.string().optional(),
    /** Verbs taken one after another ("branch:outcome" in parallel states), with what was found at them. */
    path: z
      .array(
        z.union([z.string(), z.object({ verb: z.string(), findings: z.record(z.string(), z.unknown()) }).strict()]),
      )
      .optional(),
    /** States passed, the last one first to be compared. */
    endsIn: kebab.optional(),
    result: z.enum(caseResults).optional(),
  })
  .strict()

export const definitionSchema = z
  .object({
    id: kebab,
    version: z.number().int().positive(),
    validFrom: z.iso.date(),
    /** No new applications after this day. */
    validTo: z.iso.date().optional(),
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
    /**
     * The parts of a service standard that concern the office itself; the other parts are computed.
     * @basis UU 25/2009 pasal 21; PermenPANRB 15/2014
     */
    standard: z
      .object({
        facilities: localText,
        competence: localText,
        supervision: localText,
        staff: localText,
        guarantee: localText,
        safety: localText,
        evaluation: localText,
      })
      .strict()
      .optional(),
    legalBasis: z.array(z.object({ citation: z.string(), about: localText }).strict()).min(1),
    eligibility: z.array(z.object({ when: expression, refused: localText, basis: z.string().optional() }).strict()),
    evidence: evidenceSchema,
    /** Facts about the applicant: named function of a module that gives `known`. */
    known: z.string(),
    form: z.object({ pages: z.array(pageSchema).min(1) }).strict(),
    /** CEL giving the name the case is listed under, and the territory that decides the office. */
    subject: expression,
    territory: expression,
    /** Whole number from 0 (none) to 9; files of higher risk come first among equal dates. */
    risk: expression.optional(),
    cost: z.array(costLine),
    clock: span,
    /** The longest the law allows from a complete file to the decision; the steps together may not pass it. */
    legalLimit: span.optional(),
    rules: z.array(ruleKey).default([]),
    /** Another may apply for the one concerned, with a power of attorney. */
    mandate: z.object({ basis: z.string() }).strict().optional(),
    /** One running application at a time for one person, or for one value of an expression. */
    once: z.union([z.literal('person'), z.object({ per: expression }).strict()]).optional(),
    /** How long the result holds, and how long before its end a new one may be asked for. */
    validity: z
      .object({
        lasts: span,
        renewFrom: span,
        /** A day (ISO) after which it does not hold even when `lasts` goes on: the end of what was applied for. */
        until: expression.optional(),
      })
      .strict()
      .optional(),
    /** Places are few: applications are ranked at the end of the period and the best are granted. */
    quota: z
      .object({
        places: ruleKey,
        /** Whole number; the highest first. */
        score: expression,
        /** Whole number; breaks equal scores, the highest first. After that the earlier application wins. */
        tieBreak: expression.optional(),
        closes: ruleKey,
        basis: z.string(),
      })
      .strict()
      .optional(),
    flow: flowSchema,
    documents: z.array(documentSchema).default([]),
    golden: z.array(goldenSchema).default([]),
  })
  .strict()

/** A public service as pure data. */
export type ServiceDefinition = z.infer<typeof definitionSchema>
/** The same as it is written down: what has a usual value may be left out. */
export type ServiceInput = z.input<typeof definitionSchema>
export type EvidenceItem = z.infer<typeof evidenceItem>
export type CostLine = z.infer<typeof costLine>
export type DocumentDefinition = z.infer<typeof documentSchema>
export type GoldenCase = z.infer<typeof goldenSchema>

/** Declares a shipped service. The literal is checked here at boot, and against the whole system at publishing. */
export function defineService(definition: ServiceInput): ServiceDefinition {
  const parsed = definitionSchema.safeParse(definition)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`service ${definition.id} is malformed:\n  ${faults.join('\n  ')}`)
}
