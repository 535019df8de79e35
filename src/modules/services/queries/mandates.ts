import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'

export type MandateStatus = 'offered' | 'accepted' | 'declined' | 'revoked'

export interface Mandate {
  readonly id: string
  readonly principalPersonId: string
  readonly agentPersonId: string
  /** Undefined: every service that allows it. */
  readonly serviceId: string | undefined
  readonly status: MandateStatus
  readonly validFrom: string
  readonly validTo: string
  readonly createdAt: Temporal.Instant
}

/** Powers of attorney that somebody gave or received, the newest first. */
export async function listMandates(db: AnyHandle, personId: string): Promise<Mandate[]> {
  const rows = await db
    .selectFrom('services.mandate')
    .selectAll()
    .where((eb) => eb.or([eb('principal_person_id', '=', personId), eb('agent_person_id', '=', personId)]))
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    principalPersonId: row.principal_person_id,
    agentPersonId: row.agent_person_id,
    serviceId: row.service_id ?? undefined,
    status: row.status as MandateStatus,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    createdAt: instantOf(row.created_at),
  }))
}

/** Those in whose name somebody may apply for a service today. */
export async function listStandingMandates(
  db: AnyHandle,
  agentPersonId: string,
  serviceId: string,
  today: string,
): Promise<Mandate[]> {
  const all = await listMandates(db, agentPersonId)
  return all.filter(
    (mandate) =>
      mandate.agentPersonId === agentPersonId &&
      mandate.status === 'accepted' &&
      mandate.validFrom <= today &&
      today <= mandate.validTo &&
      (mandate.serviceId === undefined || mandate.serviceId === serviceId),
  )
}

export interface AskedConsent {
  readonly draftId: string
  readonly status: 'asked' | 'agreed' | 'declined'
  readonly askedAt: Temporal.Instant
}

/** Applications of others that somebody was asked to agree to, the newest first. */
export async function listAskedConsents(db: AnyHandle, personId: string): Promise<AskedConsent[]> {
  const rows = await db
    .selectFrom('services.co_signature')
    .select(['owner_id', 'status', 'asked_at'])
    .where('person_id', '=', personId)
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    draftId: row.owner_id,
    status: row.status as AskedConsent['status'],
    askedAt: instantOf(row.asked_at),
  }))
}

/** Drafts of these ids that still wait, with their service. */
export async function listWaitingDrafts(db: AnyHandle, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('services.draft')
    .select(['id', 'service_id', 'version', 'account_id', 'person_id'])
    .where('id', 'in', [...ids])
    .execute()
}
