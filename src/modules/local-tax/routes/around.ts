import { z } from 'zod'
import { grantsFor, requirePermission } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { findOwnRegion, listOwnVillages } from '#modules/territory/index.ts'

export const idParams = z.object({ id: z.uuid() })
export const letterParams = idParams.extend({ documentId: z.uuid() })
export type OneContext<Query = unknown> = RouteContext<{ id: string }, Query>

export const around = ({ locale, actor, notice, tenant }: RouteContext) => ({
  locale,
  actor,
  notice,
  zone: tenant.profile.zone,
})

/** What somebody found, when it lies where he may look. @throws not-found, forbidden */
export async function inSight<One>(
  { db, actor }: RouteContext,
  one: One | undefined,
  villageOf: (one: One) => string | undefined,
): Promise<One> {
  if (!one) throw notFound()
  const territory = villageOf(one) ?? (await findOwnRegion(db))?.code ?? ''
  requirePermission(actor, 'local-tax.read', { territory })
  return one
}

/** Villages where an official may register. */
export const villagesFor = ({ db, actor }: RouteContext) =>
  listOwnVillages(
    db,
    grantsFor(actor, 'local-tax.register').map((grant) => grant.territory),
  )

/** The form as it was sent, also one that came before its session had ended. */
export const typedIn = (context: RouteContext): Record<string, string> =>
  Object.fromEntries((context.kept ?? context.form).entries())
