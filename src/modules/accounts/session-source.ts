import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { type Actor, anonymous } from '#kernel/access/access.ts'
import { type Clock, dayOf, instantOf, systemClock } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import { isSecure } from '#kernel/http/cookies.ts'
import type { FoundSession, SessionSource } from '#kernel/http/parts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { type HeldPosition, resolveGrants } from '#modules/organization/index.ts'
import { sessionCookieName } from './auth/instance.ts'
import { readSigned } from './auth/signed-cookie.ts'
import { noteSessionUse } from './commands/sessions.ts'
import { unreadCounter } from './unread-counter.ts'

const nobody: FoundSession = { actor: anonymous, session: undefined }

/**
 * Tells who is asking: one indexed query for a citizen, two for an employee. Authority is looked up
 * for the day it is now in the region's zone, so a change of post takes effect at midnight by itself.
 */
export function sessionSourceAt(clock: Clock): SessionSource {
  return {
    mayHaveSession: (request) => Boolean(request.headers.cookie?.includes(sessionCookieName(isSecure(request)))),
    allowanceOf: readToken,
    async find(tenant, request) {
      const token = readToken(tenant, request)
      return token ? findSession(tenant, token, clock.now()) : nobody
    },
  }
}

/** {@link sessionSourceAt} by the real clock. */
export const sessionSource: SessionSource = sessionSourceAt(systemClock)

interface SessionRow {
  id: string
  account_id: string
  kind: 'citizen' | 'staff'
  person_id: string
  display_name: string
  acting_position_id: string | null
  expires_at: Date
  elevated_until: Date | null
  last_used_at: Date
  disabled: boolean
}

async function findSession(tenant: Tenant, token: string, now: Temporal.Instant): Promise<FoundSession> {
  const { rows } = await sql<SessionRow>`
    select s.id, s.expires_at, s.elevated_until, s.last_used_at, a.id as account_id, a.kind, a.person_id, a.display_name,
      a.acting_position_id, a.disabled_at is not null as disabled
    from accounts.auth_session s join accounts.account a on a.id = s.user_id
    where s.token = ${token}`.execute(tenant.pools.read)
  const row = rows[0]
  if (!row) return nobody
  if (row.disabled || Temporal.Instant.compare(instantOf(row.expires_at), now) <= 0) {
    return { ...nobody, endedAccountId: row.account_id }
  }
  const base = {
    kind: row.kind,
    accountId: row.account_id,
    personId: row.person_id,
    name: row.display_name,
    elevatedUntil: row.elevated_until?.getTime(),
  }
  const account = { personId: row.person_id, actingPositionId: row.acting_position_id ?? undefined }
  const held = row.kind === 'staff' ? await actingPosition(tenant, account, now) : undefined
  const actor: Actor = { ...base, position: held?.position, grants: held?.grants ?? [] }
  await noteUse(tenant, row, actor, now)
  const unread = (await unreadCounter.find('messaging')?.(tenant.pools.read, row.account_id)) ?? 0
  return { actor, session: { id: row.id, accountId: row.account_id, unread } }
}

const noteEveryMinutes = 15

/** Now and then the device list learns that the session is in use. Reading goes on when it cannot be written. */
async function noteUse(tenant: Tenant, row: SessionRow, actor: Actor, now: Temporal.Instant): Promise<void> {
  if (instantOf(row.last_used_at).until(now).total('minutes') < noteEveryMinutes) return
  const invocation = { tenant, actor, clock: { now: () => now } }
  await runCommand(noteSessionUse, { sessionId: row.id }, invocation).catch(() => undefined)
}

/** The post chosen at /akun/jabatan while it is held, else the first one held today. */
export async function actingPosition(
  tenant: Tenant,
  account: { readonly personId: string; readonly actingPositionId: string | undefined },
  now: Temporal.Instant,
): Promise<HeldPosition | undefined> {
  const held = await resolveGrants(tenant.pools.read, account.personId, dayOf(now, tenant.profile.zone).toString())
  return held.find(({ position }) => position.id === account.actingPositionId) ?? held[0]
}

/** The session token of the cookie, when its signature is ours. */
export function readToken(tenant: Tenant, request: FastifyRequest): string | undefined {
  const cookie = request.cookies[sessionCookieName(isSecure(request))]
  return cookie && readSigned(tenant, cookie)
}
