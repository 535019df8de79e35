import type { Selectable } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { CardKind, RevocationCause } from '../domain.ts'
import type { CredentialTable } from '../tables.ts'

/** A digital card that was issued; what it says lies only on its device. */
export interface IssuedCredential {
  readonly id: string
  readonly kind: CardKind
  readonly holderPersonId: string
  readonly subjectPersonId: string
  readonly entryId: string | undefined
  readonly number: string | undefined
  readonly deviceId: string
  readonly issuedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly revokedAt: Temporal.Instant | undefined
  readonly revokedCause: RevocationCause | undefined
}

function toCredential(row: Selectable<CredentialTable>): IssuedCredential {
  return {
    id: row.id,
    kind: row.kind,
    holderPersonId: row.holder_person_id,
    subjectPersonId: row.subject_person_id,
    entryId: row.entry_id ?? undefined,
    number: row.number ?? undefined,
    deviceId: row.device_id,
    issuedAt: instantOf(row.issued_at),
    expiresAt: instantOf(row.expires_at),
    revokedAt: row.revoked_at ? instantOf(row.revoked_at) : undefined,
    revokedCause: row.revoked_cause ?? undefined,
  }
}

export async function findCredentialByPlace(
  db: AnyHandle,
  list: number,
  index: number,
): Promise<IssuedCredential | undefined> {
  if (list < 0 || list > 2 ** 31 - 1 || index < 0 || index >= 2 ** 20) return undefined
  const row = await db
    .selectFrom('credentials.credential')
    .selectAll()
    .where('status_list', '=', list)
    .where('status_index', '=', index)
    .executeTakeFirst()
  return row && toCredential(row)
}

export interface OwnCard extends IssuedCredential {
  readonly subjectName: string
  readonly deviceName: string
}

const mostCards = 60

/** Cards of a person, the newest first; of the ended ones only the latest. */
export async function listOwnCards(db: AnyHandle, personId: string): Promise<OwnCard[]> {
  const rows = await db
    .selectFrom('credentials.credential as card')
    .innerJoin('credentials.device as device', 'device.id', 'card.device_id')
    .innerJoin('people.v_person_name as subject', 'subject.id', 'card.subject_person_id')
    .selectAll('card')
    .select(['device.name as device_name', 'subject.full_name'])
    .where('card.holder_person_id', '=', personId)
    .orderBy('card.issued_at', 'desc')
    .limit(mostCards)
    .execute()
  return rows.map((row) => ({
    ...toCredential(row),
    subjectName: row.full_name ?? '',
    deviceName: row.device_name,
  }))
}

/** Whether a status list was begun. */
export async function hasStatusList(db: AnyHandle, list: number): Promise<boolean> {
  const row = await db
    .selectFrom('credentials.credential')
    .select('id')
    .where('status_list', '=', list)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
