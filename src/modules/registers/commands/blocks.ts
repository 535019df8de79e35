import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { findUnit } from '#modules/organization/index.ts'
import { type Counting, periodOf, writeNumber } from '../domain.ts'
import { getPattern, getRegister, lockNumber } from '../register-row.ts'
import { advance } from './next-number.ts'
import { requireParts, today } from './numbers.ts'

/** As many letters as a unit may write before somebody has to look again. */
export const largestBlock = 500

/** Gives a unit numbers in advance: it goes on writing letters while the network or the centre is away. */
export const reserveBlock = command({
  name: 'registers.reserve-block',
  event: 'registers.block-reserved.v1',
  access: permitted('registers.keep', { stepUp: true }),
  input: z.object({
    key: z.string(),
    unitPath: z.string().min(1).max(200),
    size: z.coerce.number().int().min(1).max(largestBlock),
    unit: z.string().trim().max(40).optional(),
    classification: z.string().trim().max(40).optional(),
  }),
  async run(tx, input, context) {
    const register = await getRegister(tx, input.key)
    const unit = await findUnit(tx, input.unitPath)
    if (!unit) throw invalidField('unitPath', 'Pilih unit yang ada.', 'Choose a unit that exists.')
    context.require('registers.keep', { unitPath: unit.path })
    const day = today(context)
    const pattern = await getPattern(tx, register.id, day)
    requireParts(pattern, input)
    const period = periodOf(day, register.counts_by as Counting)
    const last = await advance(tx, register.id, period, input.size)
    const first = last - input.size + 1
    const blockId = newId(context.now.epochMilliseconds)
    const by = labelOf(context.actor)
    await tx
      .insertInto('registers.block')
      .values({
        id: blockId,
        register_id: register.id,
        period,
        first_sequence: first,
        last_sequence: last,
        unit_path: unit.path,
        reserved_at: context.now.toString(),
        reserved_by: by,
      })
      .execute()
    await tx
      .insertInto('registers.number')
      .values(
        Array.from({ length: input.size }, (_, index) => ({
          id: newId(context.now.epochMilliseconds),
          register_id: register.id,
          period,
          sequence: first + index,
          text: writeNumber(pattern, { ...input, sequence: first + index, insertion: '', day }),
          status: 'reserved' as const,
          dated_on: day.toString(),
          unit_path: unit.path,
          purpose: 'nomor cadangan',
          block_id: blockId,
          taken_at: context.now.toString(),
          taken_by: by,
        })),
      )
      .execute()
    const payload = { key: input.key, period, first, last, unitPath: unit.path }
    return { result: { blockId, first, last }, event: { subject: { type: 'block', id: blockId }, payload } }
  },
})

/** Writes down what a reserved number was used for, once the unit is back. */
export const enterReserved = command({
  name: 'registers.enter-reserved',
  event: 'registers.reserved-entered.v1',
  access: permitted('registers.take'),
  input: z.object({ numberId: z.uuid(), datedOn: z.iso.date(), purpose: z.string().trim().min(5).max(300) }),
  async run(tx, input, context) {
    const row = await lockNumber(tx, input.numberId)
    context.require('registers.take', { unitPath: row.unit_path })
    if (row.status !== 'reserved') throw new AppError('wrong-state', { text: notReserved })
    if (input.datedOn < row.dated_on || input.datedOn > today(context).toString()) {
      throw invalidField(
        'datedOn',
        'Tanggal surat harus sesudah nomornya dicadangkan, dan paling lambat hari ini.',
        'The day of the letter is after the number was reserved, and today at the latest.',
      )
    }
    await tx
      .updateTable('registers.number')
      .set({
        status: 'taken',
        dated_on: input.datedOn,
        purpose: input.purpose,
        taken_at: context.now.toString(),
        taken_by: labelOf(context.actor),
      })
      .where('id', '=', row.id)
      .execute()
    const payload = { text: row.text, datedOn: input.datedOn }
    return { result: { text: row.text }, event: { subject: { type: 'number', id: row.id }, payload } }
  },
})

/** Ends a block: what was not used is void, each number with the reason. */
export const closeBlock = command({
  name: 'registers.close-block',
  event: 'registers.block-closed.v1',
  access: permitted('registers.keep', { stepUp: true }),
  input: z.object({ blockId: z.uuid(), reason: z.string().trim().min(10).max(1000) }),
  async run(tx, input, context) {
    const block = await tx
      .selectFrom('registers.block')
      .selectAll()
      .where('id', '=', input.blockId)
      .forUpdate()
      .executeTakeFirst()
    if (!block) throw notFound()
    context.require('registers.keep', { unitPath: block.unit_path })
    if (block.closed_at) throw new AppError('wrong-state', { text: isClosed })
    const by = labelOf(context.actor)
    const at = context.now.toString()
    const { numUpdatedRows } = await tx
      .updateTable('registers.number')
      .set({ status: 'void', void_reason: input.reason, voided_at: at, voided_by: by })
      .where('block_id', '=', block.id)
      .where('status', '=', 'reserved')
      .executeTakeFirst()
    await tx.updateTable('registers.block').set({ closed_at: at, closed_by: by }).where('id', '=', block.id).execute()
    const unused = Number(numUpdatedRows)
    return {
      result: { unused },
      event: { subject: { type: 'block', id: block.id }, payload: { unused, reason: input.reason } },
    }
  },
})

const notReserved = { id: 'Nomor ini bukan nomor cadangan lagi.', en: 'This number is not reserved any more.' }
const isClosed = { id: 'Nomor cadangan ini sudah ditutup.', en: 'This block is closed already.' }
