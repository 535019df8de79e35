import type { z } from 'zod'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { claimContext, packageContext } from '../package.ts'
import { getPeer, type Peer } from '../queries/peers.ts'
import type { askedFor } from './statement.ts'
import { destinationWord, originWord, type Statement } from './statement.ts'

/** This region's present word on a transfer, and to whom it is said. */
export async function ownStatement(
  tenant: Tenant,
  db: AnyHandle,
  transferId: string,
): Promise<{ readonly peer: Peer; readonly statement: Statement }> {
  const row = await db.selectFrom('population.transfer').selectAll().where('id', '=', transferId).executeTakeFirst()
  const own = await findOwnRegion(db)
  if (!row?.peer_code || !own) throw notFound()
  const peer = await getPeer(db, row.peer_code)
  const common = {
    v: 1 as const,
    iss: own.code,
    aud: peer.regionCode,
    transfer: row.id,
    // One that only ever listened still has a first word.
    seq: Math.max(1, row.seq),
    seen: row.peer_seq,
    ...(row.reason ? { reason: row.reason } : {}),
  }
  if (row.direction === 'out') {
    const says = originWord(row)
    const offered =
      says === 'offered' && row.package ? { package: tenant.cipher.openJson<never>(row.package, packageContext) } : {}
    return { peer, statement: { ...common, side: 'origin', says, ...offered } }
  }
  const says = destinationWord(row)
  const asked =
    says === 'asked' && row.claim
      ? { asked: tenant.cipher.openJson<z.infer<typeof askedFor>>(row.claim, claimContext) }
      : {}
  return { peer, statement: { ...common, side: 'destination', says, ...asked } }
}
