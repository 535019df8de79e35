import { z } from 'zod'
import { notFound } from '#kernel/errors.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { noteRefusedAccess } from '../commands/applicant-steps.ts'
import { findCase, type OpenCase } from '../commands/case-row.ts'
import { isOwnCase } from '../queries/own-case.ts'

export const ownCaseParams = z.object({ caseId: z.uuid() })

/** A case of the one who asks. Another person's is answered as not found, and the attempt is written down. */
export async function ownCase(context: RouteContext<{ caseId: string }>): Promise<OpenCase> {
  const { caseId } = context.params
  const open = await findCase(context.db, caseId)
  if (open && (await isOwnCase(context.db, context, open.row))) return open
  await context.run(noteRefusedAccess, { caseId, path: context.request.url.slice(0, 300) })
  throw notFound()
}
