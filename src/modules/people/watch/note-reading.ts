import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf, recordAccess } from '#kernel/journal/journal.ts'
import { figuresOf, lawKey, officeLaw } from '../office-law.ts'
import { findHomes } from './homes.ts'
import { type FoundPattern, findPatterns, marksOf, type ReadingMark, readingMarks } from './patterns.ts'
import { isStopped } from './queries.ts'
import { readingRules } from './thresholds.ts'

/** Whoever opened a file of somebody so recently looks him up for his work: opening files is noted as well. */
const hoursInHand = 48

/** Why an officer reads nobody more for now. */
export interface ReadingVerdict {
  readonly isStopped: boolean
}

/**
 * Notes whom an officer is about to look up, for the people themselves as well, and finds at once whether it has become a
 * pattern. Called before anything is shown: who is stopped sees nothing, and nobody is told that he did.
 * @basis UU 27/2022 pasal 35, 36
 */
export const noteReading = command({
  name: 'people.note-reading',
  event: 'people.reading-alarm-raised.v1',
  access: permitted('people.read'),
  input: z.object({
    personIds: z.array(z.uuid()).max(300),
    purpose: z.string(),
    /** Put before the officer by a desk, not looked up. */
    isDeskWork: z.boolean().default(false),
  }),
  async run(tx, { personIds, purpose, isDeskWork }, context) {
    const { actor, now } = context
    const others = personIds.filter((personId) => personId !== actor.personId)
    const records = others.map((personId) => ({ personId, object: { type: 'person', id: personId }, purpose }))
    if (!actor.accountId || others.length === 0) {
      await recordAccess(tx, actor, records, now)
      return { result: { isStopped: false }, event: undefined }
    }
    if (await isStopped(tx, actor.accountId)) return { result: { isStopped: true }, event: undefined }
    await enter(tx, context, actor.accountId, { personIds: others, purpose, isDeskWork })
    const today = dayOf(now, context.tenant.profile.zone)
    const limits = await figuresOf(tx, readingRules, today)
    const counts = await countReadings(tx, actor.accountId, now, today, context.tenant.profile.zone)
    const found = findPatterns(counts, limits)
    const raised: FoundPattern[] = []
    const reader = { accountId: actor.accountId, label: labelOf(actor), unitPath: actor.position?.unitPath ?? '' }
    for (const pattern of found) if (await raise(tx, reader, pattern, today, now)) raised.push(pattern)
    const subject = { type: 'account', id: actor.accountId }
    const payload = { patterns: raised.map(({ pattern }) => pattern) }
    const mayStop = found.some(({ severity }) => severity === 'stop')
    const result = { isStopped: mayStop && (await isStopped(tx, actor.accountId)) }
    if (!result.isStopped) await recordAccess(tx, actor, records, now)
    return { result, event: raised.length ? { subject, payload } : undefined }
  },
})

async function enter(
  tx: WriteHandle,
  { actor, now, tenant }: CommandContext,
  accountId: string,
  read: { readonly personIds: readonly string[]; readonly purpose: string; readonly isDeskWork: boolean },
): Promise<void> {
  const { personIds, purpose, isDeskWork } = read
  const law = officeLaw.get(lawKey)
  const atWork = await law.isOfficeTime(tenant, tx, now)
  const homes = await findHomes(tx, [...personIds, ...(actor.personId ? [actor.personId] : [])])
  const own = homes.find(({ personId }) => personId === actor.personId)
  const marks = personIds.map((personId) => {
    const home = homes.find((each) => each.personId === personId)
    return [...(own && home ? marksOf(own, home) : []), ...(atWork ? [] : ['outside-hours' as const])]
  })
  const since = now.subtract({ hours: hoursInHand }).toString()
  await sql`insert into people.reading (account_id, at, person_id, purpose, marks, reader_label, unit_path)
    select ${accountId}, ${now.toString()}, read.person_id, ${purpose},
      string_to_array(read.marks, ' ') || case when ${isDeskWork} or exists (select from journal.access opened
        where opened.person_id = read.person_id and opened.account_id = ${accountId} and opened.object_type = 'case'
          and opened.at > ${since}) then '{}'::text[] else array['without-case'] end,
      ${labelOf(actor)}, ${actor.position?.unitPath ?? ''}
    from unnest(${[...personIds]}::uuid[], ${marks.map((each) => each.join(' '))}::text[]) read (person_id, marks)
    on conflict do nothing`.execute(tx)
}

async function countReadings(
  tx: WriteHandle,
  accountId: string,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
  zone: string,
) {
  const midnight = today.toZonedDateTime(zone).toInstant()
  const hourAgo = now.subtract({ hours: 1 })
  const from = Temporal.Instant.compare(hourAgo, midnight) < 0 ? hourAgo : midnight
  const marked = sql.join(
    readingMarks.map(
      (mark) =>
        sql`count(distinct person_id) filter (where ${mark} = any(marks) and at >= ${midnight.toString()})::int as ${sql.ref(mark)}`,
    ),
  )
  const { rows } = await sql<Record<ReadingMark | 'hour' | 'today', number>>`
    select count(distinct person_id) filter (where at > ${hourAgo.toString()})::int as hour,
      count(distinct person_id) filter (where at >= ${midnight.toString()})::int as today, ${marked}
    from people.reading where account_id = ${accountId} and at >= ${from.toString()}`.execute(tx)
  const row = rows[0] as Record<ReadingMark | 'hour' | 'today', number>
  return { lastHour: row.hour, today: row.today, marked: row }
}

/** @returns true when it is the first of its kind today */
export async function raise(
  tx: WriteHandle,
  reader: { readonly accountId: string; readonly label: string; readonly unitPath: string },
  { pattern, severity, counted, threshold }: FoundPattern,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql<{ is_new: boolean }>`
    insert into people.reading_alarm as known (id, account_id, reader_label, unit_path, pattern, severity, day, counted,
      threshold, first_at, last_at)
    values (${newId(now.epochMilliseconds)}, ${reader.accountId}, ${reader.label}, ${reader.unitPath}, ${pattern},
      ${severity}, ${today.toString()}, ${counted}, ${threshold}, ${now.toString()}, ${now.toString()})
    on conflict (account_id, pattern, day) do update set counted = greatest(known.counted, excluded.counted),
      last_at = excluded.last_at
    returning (xmax = 0) as is_new`.execute(tx)
  return rows[0]?.is_new ?? false
}
