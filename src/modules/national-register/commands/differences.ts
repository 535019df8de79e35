import { z } from 'zod'
import { permitted, systemOnly } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { openEvent, type PersonFacts } from '#modules/people/index.ts'
import { asWritten, type Correctable, correctable, isCorrectable, type SideBySide } from '../domain.ts'
import { settle } from './announce.ts'
import { moveDifference, sidesContext } from './difference-row.ts'

const settles = permitted('national-register.settle')
export const exchangeTask = 'national-register.exchange'
const note = z.string().trim().max(500)

/** @throws not-found; forbidden outside the officer's territory */
async function lockDifference(tx: WriteHandle, context: CommandContext, id: string) {
  const row = await tx
    .selectFrom('national_register.difference')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  context.require('national-register.settle', { territory: row.territory_code })
  return row
}

const eventOf = (id: string, payload: Readonly<Record<string, unknown>>) => ({
  subject: { type: 'national-difference', id },
  payload,
})

function requireReason(text: string): void {
  if (text.length >= 10) return
  throw invalidField(
    'note',
    'Tulis alasannya dengan kata-kata sendiri, paling sedikit 10 huruf.',
    'Give the reason in your own words, at least 10 letters.',
  )
}

/** Puts the announcement back in the queue, in its old place. */
async function queueAgain(tx: WriteHandle, messageId: string, more: { note?: string; isCorrected?: boolean }) {
  await tx
    .updateTable('national_register.message')
    .set({
      state: 'waiting',
      attempts: 0,
      problem: null,
      detail: null,
      next_try_at: null,
      ...(more.note ? { note: more.note } : {}),
      ...(more.isCorrected ? { is_corrected: true } : {}),
    })
    .where('id', '=', messageId)
    .where('state', '=', 'held')
    .execute()
}

/** Ours is right: it is told again, with what the officer says of it. */
export const sendAgain = command({
  name: 'national-register.send-again',
  event: 'national-register.sent-again.v1',
  access: settles,
  input: z.object({ differenceId: z.uuid(), note }),
  async run(tx, { differenceId, note: text }, context) {
    const row = await lockDifference(tx, context, differenceId)
    requireReason(text)
    // Found by looking somebody up: there is nothing of ours to tell again.
    if (!row.message_id) throw new AppError('wrong-state')
    await moveDifference(tx, row, { verb: 'send-again', actor: context.actor, note: text, now: context.now })
    await queueAgain(tx, row.message_id, { note: text })
    await context.enqueue(exchangeTask, {}, { key: exchangeTask })
    return { result: null, event: eventOf(row.id, { note: text }) }
  },
})

/** Theirs is right: what of it is to be taken over, for another officer to confirm. */
export const proposeCorrection = command({
  name: 'national-register.propose-correction',
  event: 'national-register.correction-proposed.v1',
  access: settles,
  input: z.object({ differenceId: z.uuid(), fields: z.array(z.enum(correctable)).max(20), note }),
  async run(tx, { differenceId, fields, note: text }, context) {
    const row = await lockDifference(tx, context, differenceId)
    const sides = context.tenant.cipher.openJson<SideBySide[]>(row.sides_sealed, sidesContext)
    const offered = sides.filter(({ theirs }) => theirs !== undefined).map(({ field }) => field as string)
    if (!row.person_id || fields.length === 0 || fields.some((field) => !offered.includes(field))) {
      throw invalidField(
        'fields',
        'Pilih isian yang diambil dari data pusat.',
        'Choose what is taken over from the national register.',
      )
    }
    requireReason(text)
    const { actor, now } = context
    await moveDifference(
      tx,
      row,
      { verb: 'propose', actor, note: text, now },
      { proposedBy: actor.accountId ?? null, chosen: fields },
    )
    return { result: null, event: eventOf(row.id, { fields, note: text }) }
  },
})

/**
 * A second officer agrees: the register is corrected by an event of its own, whose source is the national register, so that
 * it is not told back; what waited for it is told again, as it is known now.
 * @basis UU 23/2006 pasal 71 (pembetulan); four eyes as for every correction of the register
 */
export const confirmCorrection = command({
  name: 'national-register.confirm-correction',
  event: 'national-register.correction-confirmed.v1',
  access: permitted('national-register.settle', { stepUp: true }),
  input: z.object({ differenceId: z.uuid() }),
  async run(tx, { differenceId }, context) {
    const { actor, now, tenant } = context
    const row = await lockDifference(tx, context, differenceId)
    if (row.proposed_by && row.proposed_by === actor.accountId) throw ownProposal()
    if (row.state !== 'proposed' || !row.person_id) throw new AppError('wrong-state')
    const sides = tenant.cipher.openJson<SideBySide[]>(row.sides_sealed, sidesContext)
    const facts: Partial<Record<Correctable, string>> = {}
    for (const { field, theirs } of sides) {
      if (theirs !== undefined && isCorrectable(field) && row.chosen.includes(field)) {
        facts[field] = field === 'sex' || field === 'birthOn' ? theirs : asWritten(theirs)
      }
    }
    const event = await openEvent(tx, tenant, {
      kind: 'data-change',
      validOn: now.toZonedDateTimeISO(tenant.profile.zone).toPlainDate().toString(),
      now,
      source: { kind: 'national', id: row.id },
      reason: 'Perbaikan menurut data pusat',
      territoryCode: row.territory_code,
    })
    const { birthOn } = await event.person(row.person_id)
    // It was always so; only the register did not know.
    await event.changePerson(row.person_id, facts as PersonFacts, birthOn)
    const { eventId } = await event.close()
    await moveDifference(tx, row, { verb: 'confirm', actor, now }, { correctionEventId: eventId })
    if (row.message_id) {
      await queueAgain(tx, row.message_id, { isCorrected: true })
      await context.enqueue(exchangeTask, {}, { key: exchangeTask })
    }
    return { result: { eventId }, event: eventOf(row.id, { eventId, fields: Object.keys(facts) }) }
  },
})

export const rejectCorrection = command({
  name: 'national-register.reject-correction',
  event: 'national-register.correction-rejected.v1',
  access: settles,
  input: z.object({ differenceId: z.uuid(), note }),
  async run(tx, { differenceId, note: text }, context) {
    const row = await lockDifference(tx, context, differenceId)
    requireReason(text)
    await moveDifference(
      tx,
      row,
      { verb: 'reject', actor: context.actor, note: text, now: context.now },
      { proposedBy: null, chosen: [] },
    )
    return { result: null, event: eventOf(row.id, { note: text }) }
  },
})

/** Leaves it until a day, when it is on the desk again. */
export const waitForDifference = command({
  name: 'national-register.wait',
  event: 'national-register.difference-postponed.v1',
  access: settles,
  input: z.object({ differenceId: z.uuid(), until: z.string().max(10), note }),
  async run(tx, { differenceId, until, note: text }, context) {
    const row = await lockDifference(tx, context, differenceId)
    const { now, tenant, actor } = context
    const today = now.toZonedDateTimeISO(tenant.profile.zone).toPlainDate().toString()
    if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || until <= today) {
      throw invalidField('until', 'Pilih hari sesudah hari ini.', 'Choose a day after today.')
    }
    await moveDifference(tx, row, { verb: 'wait', actor, note: text || undefined, now }, { until })
    return { result: null, event: eventOf(row.id, { until, note: text }) }
  },
})

/** Nothing is done; what waited behind it goes on. */
export const closeDifference = command({
  name: 'national-register.close-difference',
  event: 'national-register.difference-closed.v1',
  access: settles,
  input: z.object({ differenceId: z.uuid(), note }),
  async run(tx, { differenceId, note: text }, context) {
    const row = await lockDifference(tx, context, differenceId)
    requireReason(text)
    await moveDifference(tx, row, { verb: 'close', actor: context.actor, note: text, now: context.now })
    if (row.message_id) {
      const message = await tx
        .selectFrom('national_register.message')
        .select('state')
        .where('id', '=', row.message_id)
        .forUpdate()
        .executeTakeFirst()
      if (message?.state === 'held') await settle(tx, row.message_id, 'closed', context.now, { problem: row.kind })
      await context.enqueue(exchangeTask, {}, { key: exchangeTask })
    }
    return { result: null, event: eventOf(row.id, { note: text }) }
  },
})

/** Brings back what was to wait until today. */
export const resumeDifferences = command({
  name: 'national-register.resume-differences',
  event: 'national-register.differences-resumed.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, { now, tenant }) {
    const today = now.toZonedDateTimeISO(tenant.profile.zone).toPlainDate().toString()
    const rows = await tx
      .selectFrom('national_register.difference')
      .select(['id', 'state'])
      .where('state', '=', 'waiting')
      .where('until', '<=', today)
      .forUpdate()
      .execute()
    for (const row of rows) await moveDifference(tx, row, { verb: 'resume', now })
    const event = { subject: { type: 'national-register', id: 'differences' }, payload: { count: rows.length } }
    return { result: rows.length, event: rows.length ? event : undefined }
  },
})

function ownProposal(): AppError {
  return new AppError('forbidden', {
    text: {
      id: 'Usulan Anda sendiri disetujui oleh petugas lain. Mintalah seorang rekan memeriksanya.',
      en: 'Another officer confirms what you proposed yourself. Ask a colleague to look at it.',
    },
  })
}
