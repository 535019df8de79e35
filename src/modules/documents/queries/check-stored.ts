import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { FileVerdict } from '../verify/verdict.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'
import { findDocument } from './documents.ts'
import { trustOfRegion } from './trust.ts'

/**
 * What our own verifier says of the file that stands in the store for a document, read back from there. In the process
 * itself: the file is one of ours, made a moment ago.
 */
export async function checkStoredDocument(
  tenant: Tenant,
  db: AnyHandle,
  documentId: string,
  now: Temporal.Instant,
): Promise<FileVerdict | 'missing'> {
  const document = await findDocument(db, documentId)
  if (!document || !(await tenant.files.has(document.fileHash))) return 'missing'
  const report = verifyPdf(await tenant.files.get(document.fileHash), {
    ...(await trustOfRegion(db, tenant)),
    now: new Date(now.epochMilliseconds),
    registeredAt: new Date(document.issuedAt.epochMilliseconds),
  })
  return report.verdict
}
