import { type Kysely, sql } from 'kysely'
import type { Actor } from '../access/access.ts'
import type { Database, WriteHandle } from '../db/database.ts'
import { newId } from '../ids.ts'
import { accessContent, eventContent } from './content.ts'
import { commit } from './entry.ts'

export { canonicalJson } from './canonical-json.ts'

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
  const row = {
    id,
    at: toMilliseconds(event.at),
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
  const payload = JSON.stringify(event.payload)
  const { salt, commitment, leaf } = commit(eventContent({ ...row, payload: JSON.parse(payload) }))
  await sql`insert into journal.event
    (id, at, name, command, actor_kind, account_id, person_id, position_id, on_behalf_of_id, actor_label,
     subject_type, subject_id, payload, salt, commitment, leaf, request_id)
    values (${row.id}, ${row.at}, ${row.name}, ${row.command}, ${row.actor_kind}, ${row.account_id},
     ${row.person_id}, ${row.position_id}, ${row.on_behalf_of_id}, ${row.actor_label},
     ${row.subject_type}, ${row.subject_id}, ${payload}, ${salt}, ${commitment}, ${leaf}, ${row.request_id})`.execute(
    tx,
  )
  return id
}

/** What a commitment binds is read back from the database, which keeps less than a nanosecond. */
function toMilliseconds(at: Temporal.Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds).toString({ fractionalSecondDigits: 3 })
}

/** "Laras Prameswari, Verifikator, Dinas Kependudukan" as it is at this moment. */
export function labelOf(actor: Actor): string {
  return actor.position ? `${actor.name}, ${actor.position.title}, ${actor.position.unitName}` : actor.name
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

/** Records readings of personal data, all at once; reading one's own is not recorded. */
export async function recordAccess(
  db: Kysely<Database>,
  actor: Actor,
  records: readonly AccessRecord[],
  at: Temporal.Instant,
): Promise<void> {
  const others = records.filter((record) => record.personId !== actor.personId)
  if (others.length === 0) return
  const rows = others.map((record) => {
    const row = {
      id: newId(at.epochMilliseconds),
      at: toMilliseconds(at),
      person_id: record.personId,
      account_id: actor.accountId ?? null,
      reader_person_id: actor.personId ?? null,
      position_id: actor.position?.id ?? null,
      reader_label: labelOf(actor),
      object_type: record.object.type,
      object_id: record.object.id,
      purpose: record.purpose,
      unmasked: record.unmasked ?? false,
    }
    const { salt, commitment, leaf } = commit(accessContent(row))
    return sql`(${row.id}, ${row.at}, ${row.person_id}, ${row.account_id}, ${row.reader_person_id}, ${row.position_id},
      ${row.reader_label}, ${row.object_type}, ${row.object_id}, ${row.purpose}, ${row.unmasked},
      ${salt}, ${commitment}, ${leaf})`
  })
  await sql`insert into journal.access
    (id, at, person_id, account_id, reader_person_id, position_id, reader_label, object_type, object_id, purpose,
     unmasked, salt, commitment, leaf)
    values ${sql.join(rows)}`.execute(db)
}
