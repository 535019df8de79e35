import { z } from 'zod'
import { grantsFor } from '#kernel/access/access.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { areaCodePattern, listAreaChoices } from '#modules/territory/index.ts'

/** What is searched for in a list, as somebody typed it. */
const words = z
  .string()
  .max(100)
  .transform((text) => text.replace(/\p{Cc}/gu, ' ').trim())
  .catch('')

/** One of several, or all of them. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).optional().catch(undefined)

/** A year of four digits, as the address says it. */
export const yearOf = z
  .string()
  .regex(/^(19|20|21)\d\d$/)
  .optional()
  .catch(undefined)

/** Words, area and place of a page: what every list is narrowed by, and what only this one has. */
export function listQuery<More extends z.ZodRawShape>(more: More, cursor: RegExp = /^.{0,60}$/u) {
  return z.object({
    q: words,
    wilayah: z.string().regex(areaCodePattern).catch(''),
    setelah: z.string().regex(cursor).or(z.literal('')).catch(''),
    ...more,
  })
}

/** The areas that a list can be narrowed to by this official. */
export const areasFor = ({ db, actor }: RouteContext, chosen: string, permission = 'local-tax.read') =>
  listAreaChoices(
    db,
    chosen,
    grantsFor(actor, permission).map((grant) => grant.territory),
  )

/** The page without its place, and whether it is the first. */
export function placeIn<Query extends { readonly setelah: string }>(given: Query) {
  const { setelah, ...query } = given
  return { setelah, query, isFirstPage: setelah === '' }
}
