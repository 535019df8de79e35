import { z } from 'zod'
import type { RouteContext } from '#kernel/http/route.ts'
import { findCaseIds } from '../queries/case-search.ts'
import type { QueueClaim, QueueDue, QueueFilter } from '../queries/desk.ts'

const text = (most: number) => z.string().trim().max(most).optional().catch(undefined)

/** The address of the queue: what it is filtered by. */
export const queueQuery = z.object({
  layanan: text(80),
  keadaan: text(60),
  wilayah: text(13),
  batas: z.enum(['terlambat', 'dekat', 'aman']).optional().catch(undefined),
  pegang: z.enum(['saya', 'bebas', 'rekan']).optional().catch(undefined),
  q: text(120),
  sesudah: text(90),
})
export type QueueQuery = z.infer<typeof queueQuery>

const dues: Readonly<Record<string, QueueDue>> = { terlambat: 'late', dekat: 'near', aman: 'on-time' }
const claims: Readonly<Record<string, QueueClaim>> = { saya: 'mine', bebas: 'free', rekan: 'others' }

/** The parts of the address that say what is shown, without the place in the list. */
export function partsOf(query: QueueQuery | undefined): Record<string, string> {
  const { sesudah: _place, ...parts } = query ?? {}
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value)) as Record<string, string>
}

export async function filterOf(
  context: Pick<RouteContext, 'tenant' | 'db' | 'now'>,
  query: QueueQuery | undefined,
): Promise<QueueFilter> {
  return {
    serviceId: query?.layanan,
    state: query?.keadaan,
    territory: query?.wilayah && /^[\d.]+$/.test(query.wilayah) ? query.wilayah : undefined,
    due: query?.batas && dues[query.batas],
    claim: query?.pegang && claims[query.pegang],
    caseIds: query?.q ? await findCaseIds(context.tenant, context.db, query.q) : undefined,
    after: query?.sesudah,
    now: context.now,
  }
}
