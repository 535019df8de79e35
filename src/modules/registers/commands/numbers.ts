import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { type Counting, nextInsertion, periodOf, writeNumber } from '../domain.ts'
import { getPattern, getRegister, lockNumber } from '../register-row.ts'
import { takeNumber } from './next-number.ts'

const parts = {
  purpose: z.string().trim().min(5).max(300),
  unit: z.string().trim().max(40).optional(),
  classification: z.string().trim().max(40).optional(),
}

/** Takes the next number by hand, for a letter that is not written here. */
export const takeByHand = command({
  name: 'registers.take-number',
  event: 'registers.number-taken.v1',
  access: permitted('registers.take'),
  input: z.object({ key: z.string(), ...parts }),
  async run(tx, input, context) {
    const unitPath = context.actor.position?.unitPath ?? ''
    context.require('registers.take', { unitPath })
    const register = await getRegister(tx, input.key)
    requireParts(await getPattern(tx, register.id, today(context)), input)
    const { id, text } = await takeNumber(tx, context, { register: input.key, unitPath, ...input })
    return { result: { id, text }, event: { subject: { type: 'number', id }, payload: { key: input.key, text } } }
  },
})

/**
 * A number behind an earlier day: the last number of that day with a letter. For letters that were sent while nothing
 * worked; the reason stays with the number, and every such number is listed.
 */
export const insertNumber = command({
  name: 'registers.insert-number',
  event: 'registers.number-inserted.v1',
  access: permitted('registers.insert', { stepUp: true }),
  input: z.object({
    key: z.string(),
    datedOn: z.iso.date(),
    lateReason: z.string().trim().min(20).max(1000),
    ...parts,
  }),
  async run(tx, input, context) {
    const unitPath = context.actor.position?.unitPath ?? ''
    context.require('registers.insert', { unitPath })
    const register = await getRegister(tx, input.key)
    const day = Temporal.PlainDate.from(input.datedOn)
    if (Temporal.PlainDate.compare(day, today(context)) >= 0) {
      throw invalidField('datedOn', 'Pilih hari yang sudah lewat.', 'Choose a day that has passed.')
    }
    const period = periodOf(day, register.counts_by as Counting)
    // The counter's row is locked, so that two insertions behind the same day get two letters.
    await sql`select 1 from registers.counter where register_id = ${register.id} and period = ${period} for update`.execute(
      tx,
    )
    const last = await tx
      .selectFrom('registers.number')
      .select(['sequence'])
      .where('register_id', '=', register.id)
      .where('period', '=', period)
      .where('dated_on', '<=', input.datedOn)
      .orderBy('sequence', 'desc')
      .executeTakeFirst()
    if (!last) {
      throw invalidField(
        'datedOn',
        'Pada hari itu buku ini belum memiliki nomor untuk disisipi.',
        'On that day the register had no number yet to insert behind.',
      )
    }
    const there = await tx
      .selectFrom('registers.number')
      .select('insertion')
      .where('register_id', '=', register.id)
      .where('period', '=', period)
      .where('sequence', '=', last.sequence)
      .execute()
    const insertion = nextInsertion(there.map((row) => row.insertion))
    const pattern = await getPattern(tx, register.id, day)
    requireParts(pattern, input)
    const text = writeNumber(pattern, { ...input, sequence: last.sequence, insertion, day })
    const id = newId(context.now.epochMilliseconds)
    await tx
      .insertInto('registers.number')
      .values({
        id,
        register_id: register.id,
        period,
        sequence: last.sequence,
        insertion,
        text,
        status: 'taken',
        dated_on: input.datedOn,
        unit_path: unitPath,
        purpose: input.purpose,
        late_reason: input.lateReason,
        taken_at: context.now.toString(),
        taken_by: labelOf(context.actor),
      })
      .execute()
    const payload = { key: input.key, text, datedOn: input.datedOn, reason: input.lateReason }
    return { result: { id, text }, event: { subject: { type: 'number', id }, payload } }
  },
})

/** A number that was taken and is not used. It keeps its place; the next one is not moved. */
export const voidNumber = command({
  name: 'registers.void-number',
  event: 'registers.number-voided.v1',
  access: permitted('registers.keep', { stepUp: true }),
  input: z.object({ numberId: z.uuid(), reason: z.string().trim().min(10).max(1000) }),
  async run(tx, input, context) {
    const row = await lockNumber(tx, input.numberId)
    context.require('registers.keep', { unitPath: row.unit_path })
    if (row.status === 'void') throw new AppError('wrong-state', { text: isVoid })
    if (row.object_id) throw new AppError('wrong-state', { text: isDocument })
    await tx
      .updateTable('registers.number')
      .set({
        status: 'void',
        void_reason: input.reason,
        voided_at: context.now.toString(),
        voided_by: labelOf(context.actor),
      })
      .where('id', '=', row.id)
      .execute()
    const payload = { text: row.text, reason: input.reason }
    return { result: { text: row.text }, event: { subject: { type: 'number', id: row.id }, payload } }
  },
})

export function today(context: Pick<CommandContext, 'now' | 'tenant'>): Temporal.PlainDate {
  return dayOf(context.now, context.tenant.profile.zone)
}

/** What the pattern asks for has to be given, each at its field. */
export function requireParts(
  pattern: string,
  given: { readonly unit?: string | undefined; readonly classification?: string | undefined },
): void {
  const missing = (['unit', 'classification'] as const).filter((name) => pattern.includes(`{${name}}`) && !given[name])
  if (missing.length === 0) return
  throw new AppError('invalid-input', {
    fields: missing.map((path) => ({
      path,
      message: { id: 'Nomor di buku ini memuat bagian ini. Isi dahulu.', en: 'Numbers of this register contain this.' },
    })),
  })
}

const isVoid = { id: 'Nomor ini sudah batal.', en: 'This number is void already.' }
const isDocument = {
  id: 'Nomor ini milik dokumen yang sudah terbit. Yang dicabut dokumennya; nomornya tetap.',
  en: 'This number belongs to a document that was issued. The document is revoked; its number stays.',
}
