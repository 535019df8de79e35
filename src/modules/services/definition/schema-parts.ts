import { z } from 'zod'

/** A text in both languages. */
export const localText = z.object({ id: z.string().min(1), en: z.string().min(1) }).strict()
/**
 * An expression in CEL. `answers` (the form), `known` (registers), `findings` (what officials wrote at steps),
 * `branches` (outcomes of parallel steps), `fee` (rupiah due) and `today` may be asked, each where it exists.
 */
export const expression = z.string().min(1).max(2000)
export const identifier = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'camelCase letters and digits')
export const kebab = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens')
export const ruleKey = z.string().regex(/^[a-z-]+(\.[a-z0-9-]+)+$/)
/** Path of a unit: "disdukcapil" or "dpmptsp.pelayanan". */
export const unitPath = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/)

/** A length of time from a dated rule. */
export const span = z.object({ rule: ruleKey, per: z.enum(['working-day', 'calendar-day', 'month', 'year']) }).strict()
export type Span = z.infer<typeof span>
