import { createHash, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../access/access.ts'
import type { Database, WriteHandle } from '../db/database.ts'
import { newId } from '../ids.ts'

/** What one command announces: the thing it happened to and the facts, as other modules may read them. */
export interface EventDraft {
  readonly subject: { readonly type: string; readonly id: string }
  readonly payload: Readonly<Record<string, unknown>>
}

export interface EventRow extends EventDraft {
  readonly id: string
  readonly at: Temporal.Instant
  readonly name: string
  readonly command: string
  readonly actor: Actor
  readonly requestId: string | undefined
}

/** Writes the event of a command in its transaction. @returns the event's id */
export async function writeEvent(tx: WriteHandle, event: Omit<EventRow, 'id'>): Promise<string> {
  const id = newId(event.at.epochMilliseconds)
  const salt = randomBytes(16)
  const payload = JSON.stringify(event.payload)
  const row = {
    id,
    at: event.at.toString(),
    name: event.name,
    command: event.command,
    actor_kind: event.actor.kind,
    account_id: event.actor.accountId ?? null,
    person_id: event.actor.personId ?? null,
    position_id: event.actor.position?.id ?? null,
    on_behalf_of_id: event.actor.onBehalfOfId ?? null,
    actor_label: labelOf(event.actor),
    subject_type: event.subject.type,
    subject_id: event.subject.id,
    request_id: event.requestId ?? null,
  }
  const leaf = leafHash({ ...row, payload: event.payload, salt: salt.toString('hex') })
  await sql`insert into journal.event
    (id, at, name, command, actor_kind, account_id, person_id, position_id, on_behalf_of_id, actor_label,
     subject_type, subject_id, payload, salt, leaf, request_id)
    values (${row.id}, ${row.at}, ${row.name}, ${row.command}, ${row.actor_kind}, ${row.account_id},
     ${row.person_id}, ${row.position_id}, ${row.on_behalf_of_id}, ${row.actor_label},
     ${row.subject_type}, ${row.subject_id}, ${payload}, ${salt}, ${leaf}, ${row.request_id})`.execute(tx)
  return id
}

/** "Laras Prameswari, Verifikator, Dinas Kependudukan" as it is at this moment. */
export function labelOf(actor: Actor): string {
  return actor.position ? `${actor.name}, ${actor.position.title}, ${actor.position.unitName}` : actor.name
}

/** RFC 9162 leaf hash: SHA-256(0x00 || canonical JSON). */
export function leafHash(row: Readonly<Record<string, unknown>>): Buffer {
  return createHash('sha256')
    .update(Buffer.from([0]))
    .update(canonicalJson(row))
    .digest()
}

/** JSON with sorted keys and no spaces (RFC 8785 for the values we use: strings, whole numbers, booleans, null). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const entries = Object.entries(value as Record<string, unknown>)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}

/** That somebody read personal data. */
export interface AccessRecord {
  /** The person whose data was read. */
  readonly personId: string
  readonly object: { readonly type: string; readonly id: string }
  /** Why, in words the person understands: "memeriksa berkas akta kelahiran". */
  readonly purpose: string
  readonly unmasked?: boolean | undefined
}

/** Records readings of personal data; reading one's own is not recorded. */
export async function recordAccess(
  db: Kysely<Database>,
  actor: Actor,
  records: readonly AccessRecord[],
  at: Temporal.Instant,
): Promise<void> {
  for (const record of records) {
    if (actor.personId === record.personId) continue
    await sql`insert into journal.access
      (id, at, person_id, account_id, reader_person_id, position_id, reader_label, object_type, object_id, purpose, unmasked)
      values (${newId(at.epochMilliseconds)}, ${at.toString()}, ${record.personId}, ${actor.accountId ?? null},
        ${actor.personId ?? null}, ${actor.position?.id ?? null}, ${labelOf(actor)},
        ${record.object.type}, ${record.object.id}, ${record.purpose}, ${record.unmasked ?? false})`.execute(db)
  }
}
