import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { openEvent } from '../commands/event/open-event.ts'
import { getPerson } from '../queries/persons.ts'
import { territoryOf } from '../queries/search.ts'
import { contradictionsOf } from './look-for-contradictions.ts'

const shortestNote = 10

/** What an officer makes of a finding. */
export const checkActs = ['mark', 'corrected', 'right'] as const
const states = { mark: 'marked', corrected: 'corrected', right: 'right' } as const

/**
 * Resolves a finding. `mark` puts the person under check, so that services wait; `corrected` is believed only when the
 * data are no longer so; `right` says that they are rare and true. Both of these end the check when nothing else is open.
 */
export const resolveFinding = command({
  name: 'people.resolve-finding',
  event: 'people.finding-resolved.v1',
  access: permitted('people.resolve-checks'),
  input: z.object({ findingId: z.uuid(), act: z.enum(checkActs), note: z.string().trim().max(500) }),
  async run(tx, { findingId, act, note }, context) {
    const finding = await lock(tx, findingId)
    const person = await getPerson(tx, finding.person_id)
    const territory = await territoryOf(tx, person)
    context.require('people.resolve-checks', { territory })
    if (finding.state !== 'open' && !(finding.state === 'marked' && act !== 'mark')) throw new AppError('wrong-state')
    if (note.length < shortestNote) {
      throw invalidField(
        'note',
        'Tulis apa yang Anda periksa dan dari mana Anda tahu, paling sedikit 10 huruf.',
        'Write what you looked at and how you know, at least 10 letters.',
      )
    }
    const today = dayOf(context.now, context.tenant.profile.zone)
    if (act === 'corrected') {
      const still = await contradictionsOf(tx, person.id, today)
      if (still.some(({ code }) => code === finding.code)) throw stillSo()
    }
    if (act === 'right' && finding.severity === 'refuse') throw impossible()
    await sql`update people.check_finding set state = ${states[act]}, changed_at = ${context.now.toString()},
      changed_by = ${labelOf(context.actor)}, note = ${note} where id = ${findingId}`.execute(tx)
    const waits = act === 'mark' || (await hasMarked(tx, person.id))
    await setCheck(tx, context, { personId: person.id, territory, reason: waits ? finding.say_id : undefined })
    return {
      result: {},
      event: { subject: { type: 'person', id: person.id }, payload: { code: finding.code, act, note } },
    }
  },
})

interface FindingRow {
  person_id: string
  code: string
  severity: 'refuse' | 'warn'
  state: string
  say_id: string
}

async function lock(tx: WriteHandle, findingId: string): Promise<FindingRow> {
  const { rows } = await sql<FindingRow>`select person_id, code, severity, state, say_id from people.check_finding
    where id = ${findingId}::uuid for update`.execute(tx)
  if (!rows[0]) throw notFound()
  return rows[0]
}

async function hasMarked(tx: WriteHandle, personId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from people.check_finding
    where person_id = ${personId} and state = 'marked' limit 1`.execute(tx)
  return rows.length > 0
}

async function setCheck(
  tx: WriteHandle,
  { tenant, now }: CommandContext,
  to: { readonly personId: string; readonly territory: string; readonly reason: string | undefined },
): Promise<void> {
  const person = await getPerson(tx, to.personId)
  if (person.checkReason === to.reason || (!person.checkReason && !to.reason)) return
  const event = await openEvent(tx, tenant, {
    kind: 'check',
    validOn: dayOf(now, tenant.profile.zone).toString(),
    now,
    source: { kind: 'desk' },
    reason: to.reason ? 'Data sedang diperiksa' : 'Pemeriksaan data selesai',
    territoryCode: to.territory,
  })
  await event.changePerson(to.personId, { checkReason: to.reason })
  await event.close()
}

function stillSo(): AppError {
  return invalidField(
    'act',
    'Datanya masih sama. Perbaiki dahulu lewat layanan perbaikan data, lalu selesaikan temuan ini.',
    'The data are still the same. Correct them first by the service for corrections, then resolve this finding.',
  )
}

function impossible(): AppError {
  return invalidField(
    'act',
    'Temuan ini tidak mungkin benar, jadi datanya harus diperbaiki. Tandai sedang diperiksa bila perlu waktu.',
    'This cannot be true, so the data have to be corrected. Mark it as under check if that takes time.',
  )
}
