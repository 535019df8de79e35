import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { nationalAuthorities } from '../bsre/settings.ts'
import { timeStampRoots } from '../long-term/settings.ts'
import { revocationReasons } from '../signing/revocation-list.ts'
import { type VerifyOptions, verifyPdf } from '../verify/verify-pdf.ts'

/**
 * Whom the region believes when it verifies a file: its own authorities, with what they have revoked, the national ones,
 * and for time stamps also the authority that it has chosen.
 */
export async function trustOfRegion(
  db: AnyHandle,
  tenant?: Tenant,
): Promise<Pick<VerifyOptions, 'anchors' | 'timeStampAnchors' | 'registers'>> {
  const authorities = await db.selectFrom('documents.authority').select(['id', 'certificate']).execute()
  const revoked = await db
    .selectFrom('documents.signing_certificate')
    .select(['authority_id', 'serial', 'revoked_at', 'revoked_reason'])
    .where('revoked_at', 'is not', null)
    .unionAll(
      db
        .selectFrom('documents.time_stamper')
        .select(['authority_id', 'serial', 'revoked_at', 'revoked_reason'])
        .where('revoked_at', 'is not', null),
    )
    .execute()
  const registers = authorities.map(({ id, certificate }) => ({
    authority: new Uint8Array(Buffer.from(certificate, 'base64')),
    revoked: revoked.flatMap(({ authority_id, serial, revoked_at: at, revoked_reason: reason }) => {
      const keySafe = reason !== null && revocationReasons[reason] !== revocationReasons['key-compromise']
      return authority_id === id && at ? [{ serial, at, keySafe }] : []
    }),
  }))
  return {
    anchors: [...registers.map(({ authority }) => authority), ...(await nationalAuthorities(db, tenant))],
    timeStampAnchors: tenant ? timeStampRoots(tenant).map((one) => new Uint8Array(one.raw)) : [],
    registers,
  }
}

/**
 * Whether a stored file is what its signers left, every byte of it, and comes from the region's authority. Whether the
 * document still holds is another question.
 */
export async function isStoredFileIntact(tenant: Tenant, db: AnyHandle, fileHash: string): Promise<boolean> {
  // One that is gone is as bad as one that was changed; a store that does not answer is neither, and says so by failing.
  if (!(await tenant.files.has(fileHash))) return false
  const { anchors, timeStampAnchors } = await trustOfRegion(db, tenant)
  const now = new Date(Temporal.Now.instant().epochMilliseconds)
  const { signatures, refusal } = verifyPdf(await tenant.files.get(fileHash), {
    anchors,
    timeStampAnchors: timeStampAnchors ?? [],
    now,
  })
  return (
    refusal === undefined &&
    signatures.some(({ kind }) => kind === 'signature') &&
    signatures.every(
      ({ integrity, covers, trust, kind }) =>
        integrity === 'intact' &&
        (covers === 'whole' || covers === 'whole-then-allowed') &&
        (kind === 'time-stamp' || !(trust === 'unknown' || trust === 'misused' || trust === 'weak')),
    )
  )
}
