import type { Selectable } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf, type Zone } from '#kernel/clock/clock.ts'
import { type CommandContext, command, type RunOptions } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { readBillingCode } from '../billing-code.ts'
import { fromChannel } from '../channel/from-channel.ts'
import { type RunCommand, takePayment } from '../commands/pay-bill.ts'
import type { DifferenceTable } from '../tables.ts'

export const acts = ['take', 'ask', 'explain', 'reopen', 'book'] as const
export type Act = (typeof acts)[number]

type Row = Selectable<DifferenceTable>

/** What can be done about a difference as it stands. Money that is only on the other side can be booked. */
export function actsOn(row: { readonly state: Row['state']; readonly kind: Row['kind'] }): readonly Act[] {
  if (row.state === 'explained') return ['reopen']
  if (row.state === 'settled') return []
  const books = row.kind === 'only-bank' || row.kind === 'only-treasury'
  return ['take', ...(books ? (['book'] as const) : []), 'ask', 'explain']
}

const stepOf = { take: 'taken', ask: 'asked', explain: 'explained', reopen: 'reopened', book: 'booked' } as const
const stateOf = { take: undefined, ask: 'asked', explain: 'explained', reopen: 'open', book: 'settled' } as const

/** Somebody does something about a difference and says why; whoever acts owns it from then on. */
export const actOnDifference = command({
  name: 'billing.act-on-difference',
  event: 'billing.difference-acted-on.v1',
  access: permitted('billing.reconcile'),
  input: z.object({
    differenceId: z.uuid(),
    act: z.enum(acts),
    note: z.string().trim().max(500),
  }),
  async run(tx, input, context) {
    const row = await tx
      .selectFrom('billing.difference')
      .selectAll()
      .where('id', '=', input.differenceId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw notFound()
    if (!actsOn(row).includes(input.act)) throw new AppError('wrong-state', { text: changed })
    if (input.act !== 'take' && input.note.length < 10) {
      throw invalidField(
        'note',
        'Tulis alasannya, paling sedikit sepuluh huruf.',
        'Give the reason, at least ten letters.',
      )
    }
    if (input.act === 'book' && !(await isBooked(tx, row))) throw new AppError('conflict')
    const state = stateOf[input.act] ?? row.state
    const isOver = state === 'explained' || state === 'settled'
    await tx
      .updateTable('billing.difference')
      .set({
        state,
        closed_at: isOver ? dateOf(context.now) : null,
        owner_account: context.actor.accountId ?? null,
        owner_name: labelOf(context.actor),
        ...(input.note ? { reason: input.note } : {}),
      })
      .where('id', '=', row.id)
      .execute()
    await addStep(tx, context, row.id, stepOf[input.act], input.note)
    const payload = { act: input.act, kind: row.kind, channel: row.channel }
    return { result: undefined, event: { subject: { type: 'difference', id: row.id }, payload } }
  },
})

const changed = {
  id: 'Selisih ini sudah berubah keadaan. Muat ulang halamannya.',
  en: 'This difference has changed. Reload the page.',
}

async function addStep(
  tx: WriteHandle,
  context: CommandContext,
  id: string,
  act: (typeof stepOf)[Act],
  note: string,
): Promise<void> {
  const { last } = await tx
    .selectFrom('billing.difference_step')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('difference_id', '=', id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('billing.difference_step')
    .values({
      difference_id: id,
      position: (last ?? 0) + 1,
      act,
      note,
      made_by: labelOf(context.actor),
      made_at: dateOf(context.now),
    })
    .execute()
}

async function isBooked(db: AnyHandle, row: Row): Promise<boolean> {
  const known = await db
    .selectFrom('billing.payment')
    .select('id')
    .where('channel', '=', row.channel)
    .where('reference', '=', row.reference)
    .executeTakeFirst()
  return known !== undefined
}

/**
 * Money that only the other side knows is taken in its name, on the bill whose code is given, or into suspense without one.
 * Killed between the two steps, the next comparison finds the money booked and settles the difference.
 */
export async function bookDifference(
  by: { readonly run: RunCommand; readonly db: AnyHandle; readonly zone: Zone },
  differenceId: string,
  given: { readonly number: string; readonly note: string },
  options: RunOptions = {},
): Promise<void> {
  const number = given.number.trim() === '' ? '' : readBillingCode(given.number)
  if (number === undefined) {
    throw invalidField(
      'number',
      'Kode bayar terdiri dari lima belas angka; periksa lagi atau kosongkan.',
      'A billing code has fifteen digits; check it or leave it empty.',
    )
  }
  const row = await by.db
    .selectFrom('billing.difference as d')
    .innerJoin('billing.reported as p', 'p.id', 'd.reported_id')
    .select(['d.channel', 'd.reference', 'd.state', 'd.kind', 'p.amount', 'p.number', 'p.reported_on'])
    .where('d.id', '=', differenceId)
    .executeTakeFirst()
  if (!row) throw notFound()
  if (given.note.trim().length < 10) {
    throw invalidField(
      'note',
      'Tulis alasannya, paling sedikit sepuluh huruf.',
      'Give the reason, at least ten letters.',
    )
  }
  if (!actsOn(row).includes('book')) throw new AppError('wrong-state', { text: changed })
  const { channel, reference, amount } = row
  const paidAt = Temporal.PlainDate.from(row.reported_on).toZonedDateTime({ timeZone: by.zone, plainTime: '12:00' })
  const told = { channel, reference, amount, number: number || row.number || 'tanpa-kode' }
  await takePayment(by.run, { ...told, paidAt: paidAt.toInstant().toString() }, fromChannel(channel))
  await by.run(actOnDifference, { differenceId, act: 'book', note: given.note }, options)
}
