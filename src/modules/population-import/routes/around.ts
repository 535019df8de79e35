import { z } from 'zod'
import { requirePermission } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { findImport, type Import } from '../queries/imports.ts'

export const importParams = z.object({ importId: z.uuid() })
export type ImportContext<Query = unknown> = RouteContext<{ importId: string }, Query>

/** The import of the address, for somebody who may look at those of its unit. @throws not-found, forbidden */
export async function importAt(context: ImportContext): Promise<Import> {
  const found = await findImport(context.db, context.params.importId)
  if (!found) throw notFound()
  requirePermission(context.actor, 'population-import.read', { unitPath: found.unitPath })
  return found
}
