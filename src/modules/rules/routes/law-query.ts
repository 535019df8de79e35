import { z } from 'zod'
import { dayOf } from '#kernel/clock/clock.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import type { LawFilter } from '../queries/law.ts'

export const statuses = ['verified', 'unverified', 'disputed'] as const

export const lawQuery = z.object({
  q: z.string().max(120).catch(''),
  keadaan: z.enum(statuses).optional().catch(undefined),
  peraturan: z.string().max(300).catch(''),
  /** A day as people write it, or as links do. */
  tanggal: z.string().max(20).catch(''),
})
export type LawQuery = z.infer<typeof lawQuery>

export function todayOf(context: Pick<RouteContext, 'now' | 'tenant'>): string {
  return dayOf(context.now, context.tenant.profile.zone).toString()
}

export function filterOf(context: Pick<RouteContext<unknown, LawQuery>, 'now' | 'tenant' | 'query'>): LawFilter {
  const { q, keadaan, peraturan, tanggal } = context.query
  return { text: q.trim(), status: keadaan, regulation: peraturan, on: dayAsked(tanggal) ?? todayOf(context) }
}

/** "23-11-2026", "23/11/2026" or "2026-11-23". */
function dayAsked(typed: string): string | undefined {
  const [day = '', month = '', year = ''] = typed.trim().split(/[-/. ]/)
  const iso = day.length === 4 ? typed.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = z.iso.date().safeParse(iso)
  return read.success ? read.data : undefined
}
