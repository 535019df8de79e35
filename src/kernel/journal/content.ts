import type { Content } from './entry.ts'

/** The columns of journal.event that its commitment binds, as they are stored. */
export interface EventColumns {
  readonly id: string
  /** ISO, in milliseconds. */
  readonly at: string
  readonly name: string
  readonly command: string
  readonly actor_kind: string
  readonly account_id: string | null
  readonly person_id: string | null
  readonly position_id: string | null
  readonly on_behalf_of_id: string | null
  readonly actor_label: string
  readonly subject_type: string
  readonly subject_id: string
  readonly payload: unknown
  readonly request_id: string | null
}

/** The columns of journal.access that its commitment binds. */
export interface AccessColumns {
  readonly id: string
  readonly at: string
  readonly person_id: string
  readonly account_id: string | null
  readonly reader_person_id: string | null
  readonly position_id: string | null
  readonly reader_label: string
  readonly object_type: string
  readonly object_id: string
  readonly purpose: string
  readonly unmasked: boolean
}

export function eventContent(row: EventColumns): Content {
  return {
    kind: 'event',
    id: row.id,
    at: row.at,
    name: row.name,
    command: row.command,
    actor: {
      kind: row.actor_kind,
      account: row.account_id,
      person: row.person_id,
      position: row.position_id,
      onBehalfOf: row.on_behalf_of_id,
      label: row.actor_label,
    },
    subject: { type: row.subject_type, id: row.subject_id },
    payload: row.payload,
    request: row.request_id,
  }
}

export function accessContent(row: AccessColumns): Content {
  return {
    kind: 'access',
    id: row.id,
    at: row.at,
    person: row.person_id,
    reader: {
      account: row.account_id,
      person: row.reader_person_id,
      position: row.position_id,
      label: row.reader_label,
    },
    object: { type: row.object_type, id: row.object_id },
    purpose: row.purpose,
    unmasked: row.unmasked,
  }
}
