import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'

export type AppointmentStatus = 'proposed' | 'agreed' | 'held' | 'missed' | 'moved'

export interface Appointment {
  readonly id: string
  readonly caseId: string
  readonly state: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly place: string
  readonly officialName: string
  readonly status: AppointmentStatus
  readonly note: string | undefined
  readonly createdAt: Temporal.Instant
}

interface AppointmentRow {
  id: string
  case_id: string
  state: string
  starts_at: Date
  ends_at: Date
  place: string
  official_name: string
  status: string
  note: string | null
  created_at: Date
}

function appointmentOf(row: AppointmentRow): Appointment {
  return {
    id: row.id,
    caseId: row.case_id,
    state: row.state,
    startsAt: instantOf(row.starts_at),
    endsAt: instantOf(row.ends_at),
    place: row.place,
    officialName: row.official_name,
    status: row.status as AppointmentStatus,
    note: row.note ?? undefined,
    createdAt: instantOf(row.created_at),
  }
}

/** Every meeting of a case, the newest first. */
export async function listAppointments(db: AnyHandle, caseId: string): Promise<Appointment[]> {
  const rows = await db
    .selectFrom('services.appointment')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(appointmentOf)
}

export async function findAppointment(db: AnyHandle, id: string): Promise<Appointment | undefined> {
  const row = await db.selectFrom('services.appointment').selectAll().where('id', '=', id).executeTakeFirst()
  return row && appointmentOf(row)
}

/** A meeting as the agenda shows it, with the file it belongs to. */
export interface AgendaItem extends Appointment {
  readonly number: string
  readonly serviceId: string
  readonly version: number
  readonly subjectName: string
}

/** The meetings of some units between two moments, in order. Those that were moved away are left out. */
export async function listAgenda(
  db: AnyHandle,
  unitIds: readonly string[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<AgendaItem[]> {
  if (unitIds.length === 0) return []
  const { rows } = await sql<
    AppointmentRow & { number: string; service_id: string; version: number; subject_name: string }
  >`select a.*, c.number, c.service_id, c.version, c.subject_name
    from services.appointment a join services.case c on c.id = a.case_id
    where a.unit_id = any (${[...unitIds]}::uuid[]) and a.starts_at >= ${from.toString()} and a.starts_at < ${to.toString()}
      and a.status <> 'moved'
    order by a.starts_at, a.id limit 500`.execute(db)
  return rows.map((row) => ({
    ...appointmentOf(row),
    number: row.number,
    serviceId: row.service_id,
    version: row.version,
    subjectName: row.subject_name,
  }))
}
