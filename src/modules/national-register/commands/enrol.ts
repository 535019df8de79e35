import { sql } from 'kysely'
import type { WriteHandle } from '#kernel/db/database.ts'
import { readSettings } from '../settings.ts'

export interface EnrolmentQueued {
  /** Of the recording; under it the national register knows a repetition. */
  readonly enrolmentId: string
  readonly personId: string
  readonly territoryCode: string
  /** ISO day of the recording. */
  readonly takenOn: string
  readonly now: Temporal.Instant
}

/**
 * Has biometrics stored at the national register, behind everything else about the person, from the command that recorded
 * them. Their content is asked for when they are sent: see `enrolmentSource`.
 */
export async function queueBiometrics(tx: WriteHandle, enrolment: EnrolmentQueued): Promise<void> {
  if ((await readSettings(tx)).mode === 'off') return
  const { enrolmentId, personId, territoryCode, takenOn, now } = enrolment
  const added = await tx
    .insertInto('national_register.message')
    .values({
      id: enrolmentId,
      kind: 'biometrics',
      event_kind: 'biometrics',
      territory_code: territoryCode,
      valid_on: takenOn,
      reason: 'Perekaman biometrik',
      recorded_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return
  await tx
    .insertInto('national_register.message_subject')
    .values({ message_id: enrolmentId, ordinal: 1, person_id: personId, before: '{}', after: '{}' })
    .execute()
  await sql`select national_register.stand_in_line(${enrolmentId}::uuid, ${personId}::uuid)`.execute(tx)
}
