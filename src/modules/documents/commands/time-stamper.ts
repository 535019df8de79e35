import type { CommandContext } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { issueTimeStamper } from '../signing/certificate-authority.ts'
import { openKey, sealKey } from '../signing/key-sealing.ts'
import { createLocalSigner, type DocumentSigner } from '../signing/signer.ts'
import { fromBase64, regionAuthority, revocationListUrl, secretOf, toBase64 } from './region-authority.ts'

const certificateYears = 10
/** A key stamps for half the life of its certificate, so that every stamp can be checked for as long again. */
const leastYearsAhead = 5
/** For how long a process stamps with a key without asking whether it was revoked meanwhile. */
const trustedForMs = 60_000

interface Opened {
  readonly signer: DocumentSigner
  readonly until: number
  readonly from: Date
  readonly to: Date
}

/** Without an address of our own the certificate does not say where revoked ones are listed. */
type Place = Pick<CommandContext, 'tenant' | 'now'> & { readonly origin?: string | undefined }

const opened = new WeakMap<Tenant, Opened>()

/** The region's own time-stamping authority, if it has one for this moment. */
export async function findTimeStamper(db: AnyHandle, tenant: Tenant, at: Date): Promise<DocumentSigner | undefined> {
  const known = opened.get(tenant)
  if (known && performance.now() < known.until && known.from <= at && at < known.to) return known.signer
  const latest = new Date(at)
  latest.setUTCFullYear(latest.getUTCFullYear() + leastYearsAhead)
  const row = await db
    .selectFrom('documents.time_stamper as t')
    .innerJoin('documents.authority as a', 'a.id', 't.authority_id')
    .select([
      't.id',
      't.certificate',
      't.key_sealed',
      't.valid_from',
      't.valid_to',
      'a.certificate as authority',
      'a.valid_to as end',
    ])
    .where('t.revoked_at', 'is', null)
    .where('t.valid_from', '<=', at)
    .where('t.valid_to', '>', at)
    // One whose authority ends soon cannot last longer than it.
    .where((eb) => eb.or([eb('t.valid_to', '>', latest), eb('t.valid_to', '=', eb.ref('a.valid_to'))]))
    .orderBy('t.valid_to', 'desc')
    .executeTakeFirst()
  if (!row) return undefined
  const key = openKey(row.key_sealed, secretOf(tenant), row.id)
  const signer = await createLocalSigner(fromBase64(row.certificate), [fromBase64(row.authority)], key)
  const to = new Date(Math.min(row.valid_to.getTime(), at.getTime() + trustedForMs))
  opened.set(tenant, { signer, until: performance.now() + trustedForMs, from: row.valid_from, to })
  return signer
}

/** The same, founded when there is none. */
export async function getTimeStamper(tx: WriteHandle, context: Place): Promise<DocumentSigner> {
  const { tenant, now } = context
  const at = new Date(now.epochMilliseconds)
  return (await findTimeStamper(tx, tenant, at)) ?? foundTimeStamper(tx, context, at)
}

async function foundTimeStamper(tx: WriteHandle, context: Place, at: Date): Promise<DocumentSigner> {
  const { tenant } = context
  const authority = await regionAuthority(tx, context)
  const made = await issueTimeStamper(authority, {
    name: `Penanda Waktu ${tenant.profile.name}`,
    unit: tenant.profile.name,
    now: at,
    validYears: certificateYears,
    revocationListUrl: revocationListUrl(context.origin, authority.id),
  })
  const id = newId()
  await tx
    .insertInto('documents.time_stamper')
    .values({
      id,
      authority_id: authority.id,
      serial: made.serial,
      certificate: toBase64(made.certificate),
      key_sealed: Buffer.from(sealKey(made.privateKey, secretOf(tenant), id)),
      valid_from: made.notBefore,
      valid_to: made.notAfter,
    })
    .execute()
  // Not kept in memory: the transaction may still be rolled back, and with it this key.
  return createLocalSigner(made.certificate, [authority.certificate], made.privateKey)
}

/** After a revocation nothing more is stamped with a key that this process still has in hand. */
export function forgetTimeStamper(tenant: Tenant): void {
  opened.delete(tenant)
}
