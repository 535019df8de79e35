import { sql } from 'kysely'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { type DifferenceKind, differenceKinds, mostAttempts, pauseSeconds } from '../domain.ts'
import { abandonedMinutes } from '../queries/queue.ts'
import { openDifference, settleResent } from './difference-row.ts'
import { noteAnswers } from './status-row.ts'

const fault = z.string().max(40) as unknown as z.ZodType<import('../port/outcome.ts').Fault>

/** Takes messages in hand before they are sent, so that whatever happens it is known that they may have been. */
export const beginAnnouncements = command({
  name: 'national-register.begin-announcements',
  event: 'national-register.announcements-begun.v1',
  access: systemOnly,
  input: z.object({ ids: z.array(z.uuid()).max(100) }),
  async run(tx, { ids }, { now }) {
    if (ids.length === 0) return { result: [], event: undefined }
    const abandoned = now.subtract({ minutes: abandonedMinutes }).toString()
    const rows = await tx
      .updateTable('national_register.message')
      .set((eb) => ({ state: 'sending', attempts: eb('attempts', '+', 1), sent_at: now.toString() }))
      .where('id', 'in', ids)
      .where((where) =>
        where.or([
          where('state', '=', 'waiting'),
          where.and([where('state', '=', 'sending'), where('sent_at', '<', abandoned as never)]),
        ]),
      )
      .returning('id')
      .execute()
    // Attempts are no facts of the office: what came of them is announced.
    return { result: rows.map(({ id }) => id), event: undefined }
  },
})

const side = z.object({ field: z.string(), ours: z.string().optional(), theirs: z.string().optional() })
const concerned = z.object({
  personId: z.uuid().optional(),
  familyId: z.uuid().optional(),
  personName: z.string().max(200),
  sides: z.array(side),
})
export type Concerned = z.infer<typeof concerned>

const outcome = z.discriminatedUnion('kind', [
  z.object({
    id: z.uuid(),
    kind: z.literal('accepted'),
    reference: z.string().max(100),
    differs: z.array(concerned).max(50),
  }),
  z.object({
    id: z.uuid(),
    kind: z.literal('refused'),
    code: z.enum(differenceKinds),
    words: z.string().max(500),
    concerned,
  }),
  z.object({
    id: z.uuid(),
    kind: z.literal('away'),
    fault,
    words: z.string().max(500).optional(),
    concerned: concerned.optional(),
  }),
  z.object({ id: z.uuid(), kind: z.literal('nothing') }),
])
export type AnnouncedOutcome = z.infer<typeof outcome>

/** Faults that say something about one message, when others get good answers at the same time. */
const aboutTheMessage = ['server-error', 'unreadable', 'wrong-answer', 'too-long']

/** Writes down what became of announcements: taken there, refused and so a difference, or to be sent again. */
export const noteAnnouncements = command({
  name: 'national-register.note-announcements',
  event: 'national-register.announcements-noted.v1',
  access: systemOnly,
  input: z.object({ outcomes: z.array(outcome).min(1).max(100), jitter: z.number().min(0).max(1) }),
  async run(tx, { outcomes, jitter }, { now, tenant }) {
    const told: Record<string, string> = {}
    for (const one of outcomes) {
      const message = await tx
        .selectFrom('national_register.message')
        .selectAll()
        .where('id', '=', one.id)
        .forUpdate()
        .executeTakeFirst()
      // An answer that comes after another one settled it changes nothing.
      if (!message || message.settled_at || message.state === 'held') continue
      const about = { messageId: one.id, territoryCode: message.territory_code, now }
      if (one.kind === 'accepted') {
        await settle(tx, one.id, 'accepted', now, { reference: one.reference })
        await settleResent(tx, one.id, 'accept', now)
        for (const differing of one.differs) {
          await openDifference(tx, tenant, {
            ...about,
            ...differing,
            messageId: undefined,
            kind: 'data-differs',
            words: '',
          })
        }
        told[one.id] = 'accepted'
      } else if (one.kind === 'nothing') {
        await settle(tx, one.id, 'closed', now, { problem: 'nothing-to-tell' })
      } else if (one.kind === 'refused') {
        await hold(tx, one.id, one.code, one.words)
        const isKnown = await settleResent(tx, one.id, 'refuse', now, one)
        if (!isKnown)
          await openDifference(tx, tenant, {
            ...about,
            ...one.concerned,
            kind: one.code as DifferenceKind,
            words: one.words,
          })
        told[one.id] = one.code
      } else if (message.attempts >= mostAttempts && aboutTheMessage.includes(one.fault) && one.concerned) {
        await hold(tx, one.id, one.fault, one.words)
        const kind = 'no-clear-answer'
        const isKnown = await settleResent(tx, one.id, 'refuse', now, { code: kind, words: one.words ?? '' })
        if (!isKnown) await openDifference(tx, tenant, { ...about, ...one.concerned, kind, words: one.words ?? '' })
        told[one.id] = kind
      } else {
        // The same key again: whether the first one arrived makes no difference then.
        const next = now.add({ seconds: pauseSeconds(message.attempts) })
        await tx
          .updateTable('national_register.message')
          .set({ state: 'waiting', problem: one.fault, detail: one.words ?? null, next_try_at: next.toString() })
          .where('id', '=', one.id)
          .execute()
      }
    }
    const answers = outcomes.filter(({ kind }) => kind !== 'nothing')
    const nextTryAt = await noteAnswers(
      tx,
      answers.map((one) => (one.kind === 'away' ? { fault: one.fault, words: one.words } : {})),
      now,
      jitter,
    )
    const event = { subject: { type: 'national-register', id: 'announcements' }, payload: { told } }
    return { result: nextTryAt?.toString() ?? null, event: Object.keys(told).length ? event : undefined }
  },
})

/** Ends a message, so that those behind it may go. */
export async function settle(
  tx: WriteHandle,
  id: string,
  state: 'accepted' | 'closed',
  now: Temporal.Instant,
  more: { reference?: string; problem?: string } = {},
): Promise<void> {
  await tx
    .updateTable('national_register.message')
    .set({
      state,
      settled_at: now.toString(),
      reference: more.reference ?? null,
      problem: more.problem ?? null,
      detail: null,
      next_try_at: null,
    })
    .where('id', '=', id)
    .execute()
  await sql`delete from national_register.dependency where message_id = ${id}::uuid`.execute(tx)
}

async function hold(tx: WriteHandle, id: string, problem: string, words: string | undefined): Promise<void> {
  await tx
    .updateTable('national_register.message')
    .set({ state: 'held', problem, detail: words?.slice(0, 500) ?? null, next_try_at: null })
    .where('id', '=', id)
    .execute()
}

/** What a probe came to, when nothing was sent along. */
export const noteHealth = command({
  name: 'national-register.note-health',
  event: 'national-register.state-changed.v1',
  access: systemOnly,
  input: z.object({
    fault: fault.optional(),
    words: z.string().max(500).optional(),
    jitter: z.number().min(0).max(1),
  }),
  async run(tx, { fault: found, words, jitter }, { now }) {
    const before = await tx.selectFrom('national_register.status').select('state').executeTakeFirst()
    const nextTryAt = await noteAnswers(tx, [{ fault: found, words }], now, jitter)
    const after = await tx.selectFrom('national_register.status').select('state').executeTakeFirstOrThrow()
    const isNews = before?.state !== after.state
    const event = {
      subject: { type: 'national-register', id: 'state' },
      payload: { state: after.state, fault: found ?? null },
    }
    return { result: nextTryAt?.toString() ?? null, event: isNews ? event : undefined }
  },
})
