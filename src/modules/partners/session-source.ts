import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, anonymous } from '#kernel/access/access.ts'
import { type Clock, dayOf } from '#kernel/clock/clock.ts'
import type { SessionSource } from '#kernel/http/parts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { hashOfSecret } from './commands/keys.ts'
import { readKey } from './domain.ts'

/** Programs of partners sign in with a key (`Authorization: Bearer balai_…`); everybody else as before. */
export function withPartners(people: SessionSource, clock: Clock): SessionSource {
  return {
    mayHaveSession: (request) => request.headers.authorization !== undefined || people.mayHaveSession(request),
    allowanceOf: (tenant, request) => people.allowanceOf?.(tenant, request),
    async find(tenant, request, reply) {
      const { authorization } = request.headers
      if (authorization === undefined) return people.find(tenant, request, reply)
      // Whoever shows a key is its holder or nobody, whatever cookies came along.
      const actor = await partnerOf(tenant, authorization, clock.now())
      return { actor: actor ?? anonymous, session: undefined }
    },
  }
}

interface KeyRow {
  id: string
  partner_id: string
  label: string
  secret_hash: Buffer
  permissions: string[]
  name: string
  territory_code: string
}

async function partnerOf(tenant: Tenant, authorization: string, now: Temporal.Instant): Promise<Actor | undefined> {
  const key = readKey(authorization.replace(/^Bearer\s+/i, ''))
  if (!key) return undefined
  const today = dayOf(now, tenant.profile.zone).toString()
  const { rows } = await sql<KeyRow>`
    select k.id, k.partner_id, k.label, k.secret_hash, k.permissions, p.name, p.territory_code
    from partners.key k join partners.partner p on p.id = k.partner_id
    where k.prefix = ${key.prefix} and k.revoked_at is null and k.expires_on >= ${today}
      and p.state = 'active' and p.agreement_until >= ${today}`.execute(tenant.pools.read)
  const row = rows[0]
  if (!row || !timingSafeEqual(row.secret_hash, hashOfSecret(key.secret))) return undefined
  return {
    kind: 'partner',
    name: `${row.name} (${row.label})`,
    partner: { id: row.partner_id, keyId: row.id },
    grants: row.permissions.map((permission) => ({ permission, unitPath: '', territory: row.territory_code })),
  }
}
