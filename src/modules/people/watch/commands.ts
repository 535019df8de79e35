import { sql } from 'kysely'
import { z } from 'zod'
import { staff, systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { figuresOf } from '../office-law.ts'
import { raise } from './note-reading.ts'
import { getAlarm } from './queries.ts'
import { readingRules } from './thresholds.ts'

const shortest = 15
const text = z.string().trim().max(1000)

/** The officer says why. Anybody may answer for himself and nobody for another. */
export const explainReading = command({
  name: 'people.explain-reading',
  event: 'people.reading-explained.v1',
  access: staff,
  input: z.object({ alarmId: z.uuid(), explanation: text }),
  async run(tx, { alarmId, explanation }, { actor, now }) {
    requireWords('explanation', explanation)
    const { rows } = await sql<{ state: string }>`select state from people.reading_alarm
      where id = ${alarmId}::uuid and account_id = ${actor.accountId ?? null} for update`.execute(tx)
    if (!rows[0]) throw notFound()
    if (rows[0].state !== 'new') throw new AppError('wrong-state')
    await sql`update people.reading_alarm set state = 'explained', explanation = ${explanation},
      explained_at = ${now.toString()} where id = ${alarmId}`.execute(tx)
    return { result: {}, event: { subject: { type: 'reading-alarm', id: alarmId }, payload: { explanation } } }
  },
})

/** A supervisor or auditor, never the officer himself, accepts the reason or notes a misuse. */
export const judgeReading = command({
  name: 'people.judge-reading',
  event: 'people.reading-judged.v1',
  access: staff,
  input: z.object({ alarmId: z.uuid(), verdict: z.enum(['accepted', 'misuse']), judgement: text }),
  async run(tx, { alarmId, verdict, judgement }, { actor, now }) {
    await sql`select 1 from people.reading_alarm where id = ${alarmId}::uuid for update`.execute(tx)
    // Also tells whether this supervisor may see it at all.
    const alarm = await getAlarm(tx, actor, alarmId)
    const isReleased = alarm.state === 'misuse' && verdict === 'accepted'
    if (alarm.state !== 'new' && alarm.state !== 'explained' && !isReleased) throw new AppError('wrong-state')
    requireWords('judgement', judgement)
    await sql`update people.reading_alarm set state = ${verdict}, judgement = ${judgement},
      judged_by = ${labelOf(actor)}, judged_at = ${now.toString()} where id = ${alarmId}`.execute(tx)
    return { result: {}, event: { subject: { type: 'reading-alarm', id: alarmId }, payload: { verdict, judgement } } }
  },
})

/** Every night: patterns that only many days show, and readings that are older than anybody looks. */
export const watchReadings = command({
  name: 'people.watch-readings',
  event: 'people.slow-browsing-found.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, { tenant, now }) {
    const today = dayOf(now, tenant.profile.zone)
    const { ownNeighboursMonth: threshold } = await figuresOf(tx, readingRules, today)
    const since = now.subtract({ hours: 24 * 30 }).toString()
    const { rows } = await sql<{ account_id: string; counted: number; label: string; unit: string }>`
      select account_id, count(distinct person_id)::int as counted,
        (array_agg(reader_label order by at desc))[1] as label, (array_agg(unit_path order by at desc))[1] as unit
      from people.reading
      where at >= ${since} and ('own-neighbour' = any(marks) or 'own-family' = any(marks))
      group by account_id having count(distinct person_id) >= ${threshold}`.execute(tx)
    const found: string[] = []
    for (const { account_id: accountId, counted, label, unit: unitPath } of rows) {
      const pattern = { pattern: 'own-neighbours-month', severity: 'alarm', counted, threshold } as const
      if (await raise(tx, { accountId, label, unitPath }, pattern, today, now)) found.push(accountId)
    }
    await sql`delete from people.reading where at < ${now.subtract({ hours: 24 * 90 }).toString()}`.execute(tx)
    const event = { subject: { type: 'register', id: 'readings' }, payload: { accounts: found } }
    return { result: {}, event: found.length ? event : undefined }
  },
})

function requireWords(field: string, words: string): void {
  if (words.length >= shortest) return
  throw invalidField(
    field,
    'Tulis dengan jelas, paling sedikit 15 huruf: siapa yang dibutuhkan datanya dan untuk apa.',
    'Write clearly, at least 15 letters: whose data were needed, and for what.',
  )
}
