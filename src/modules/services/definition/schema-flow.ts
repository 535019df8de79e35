import { z } from 'zod'
import { fieldSchema } from './schema-form.ts'
import { expression, identifier, kebab, localText, span, unitPath } from './schema-parts.ts'

export const caseResults = ['granted', 'refused', 'withdrawn', 'lapsed', 'cancelled'] as const
export type CaseResult = (typeof caseResults)[number]

/**
 * Who may take a step: a permission of an official, the applicant, or one of these that are no person.
 * engine = at once, when the condition holds; clock = when a time is over; payment = when the bill is paid;
 * sub-service = when the case of the other service is closed; allocation = when a quota is allotted.
 */
export const impersonal = ['engine', 'clock', 'payment', 'sub-service', 'allocation'] as const
export type Impersonal = (typeof impersonal)[number]

const tone = z.enum(['primary', 'secondary', 'danger'])
const need = z.enum(['reason', 'marks', 'no-marks'])

/** One of several reviews that run at the same time. */
const branchSchema = z
  .object({
    id: identifier,
    label: localText,
    desk: z.string(),
    unit: unitPath.optional(),
    deadline: span.optional(),
    /** Asked only when true; a branch left out has the outcome "skipped". */
    when: expression.optional(),
    /** What this reviewer writes down. */
    form: z.array(fieldSchema).default([]),
    outcomes: z
      .array(
        z
          .object({
            id: kebab,
            label: localText,
            done: localText,
            key: z.string().length(1).optional(),
            tone: tone.default('secondary'),
            needs: z.array(need).default([]),
          })
          .strict(),
      )
      .min(1),
  })
  .strict()

export const stateSchema = z
  .object({
    id: kebab,
    /** Short name for lists and filters. */
    label: localText,
    /** Whole sentence for the applicant; {since}, {unit} and {deadline} are filled in. */
    sentence: localText,
    /** Who has the file. `engine`: nobody, a step is taken at once; `payment`: the applicant has a bill to pay. */
    holder: z.enum(['office', 'applicant', 'payment', 'sub-service', 'allocation', 'engine', 'none']),
    /** Permission of the desk that acts in this state. */
    desk: z.string().optional(),
    /** Path of the unit that holds the file in this state; left out: the unit serving the applicant's territory. */
    unit: unitPath.optional(),
    /** How long this step may take; the head of the unit is told when it is over. */
    deadline: span.optional(),
    /** Reviews at the same time instead of one desk. */
    branches: z.array(branchSchema).min(2).optional(),
    /** Another service whose case has to end first; its answers come from this one. */
    subService: z
      .object({ service: kebab, answers: z.record(identifier, expression) })
      .strict()
      .optional(),
    /** The official and the applicant meet before a step that needs it. */
    appointment: z
      .object({ label: localText, place: expression, minutes: z.number().int().min(15).max(480), within: span })
      .strict()
      .optional(),
    /** What the procedure shows: who and how long. */
    step: z.object({ title: localText, place: localText, time: localText.optional() }).strict().optional(),
    result: z.enum(caseResults).optional(),
  })
  .strict()

export const transitionSchema = z
  .object({
    from: kebab,
    verb: kebab,
    to: kebab,
    /** A permission, "applicant", or one of `impersonal`. */
    by: z.string(),
    label: localText,
    /** What happened, for the way of the file: "Disetujui verifikator". */
    done: localText,
    /** Possible only when true; of several by the engine the first that holds is taken. */
    when: expression.optional(),
    /** Possible only so long after the file came here: objections. */
    within: span.optional(),
    /** Steps by the clock: when the step's deadline, or the promise to the applicant, or a span is over. */
    after: z.union([z.enum(['deadline', 'promise']), span]).optional(),
    /**
     * The law gives more time from this step on: the promise moves to the end of the span, counted from the promise
     * or, when that is over, from now.
     */
    extends: span
      .extend({ basis: z.string().min(3) })
      .strict()
      .optional(),
    /** Taken by the clock because the law counts silence as consent. */
    tacit: z
      .object({ basis: z.string().min(3) })
      .strict()
      .optional(),
    /** Key on the officer's keyboard. */
    key: z.string().length(1).optional(),
    tone: tone.default('secondary'),
    needs: z.array(need).default([]),
    /** Reasons to choose from, each with the article it rests on; "reason" then needs one of them. */
    reasons: z.array(z.object({ id: kebab, label: localText, basis: z.string().min(3) }).strict()).optional(),
    /** What the one who takes the step fills in; kept as `findings`. */
    form: z.array(fieldSchema).default([]),
    /** The appointment of this state must have been held. */
    afterAppointment: z.boolean().default(false),
    stepUp: z.boolean().default(false),
    /** Four eyes: never by a person who took one of these verbs in this case. */
    notBy: z.array(kebab).default([]),
    /** May be taken for many files at once. */
    bulk: z.boolean().default(false),
    /** Effects on registers, in order, in the same transaction. */
    effects: z.array(z.string()).default([]),
    /** Undoes the effects of these verbs, the last first. */
    undoes: z.array(kebab).default([]),
    /** Message to the applicant. */
    tell: z.object({ title: localText, body: localText }).strict().optional(),
  })
  .strict()

export const flowSchema = z
  .object({ initial: kebab, states: z.array(stateSchema).min(2), transitions: z.array(transitionSchema).min(1) })
  .strict()

export type StateDefinition = z.infer<typeof stateSchema>
export type BranchDefinition = z.infer<typeof branchSchema>
export type TransitionDefinition = z.infer<typeof transitionSchema>
export type FlowDefinition = z.infer<typeof flowSchema>
