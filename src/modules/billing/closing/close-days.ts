import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf, dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import type { DayCloseTable } from '../tables.ts'
import { bookOfDays, closingHash } from './book-of-days.ts'

type Row = Selectable<DayCloseTable>

/** Takes the books from the last closing to a day together, for another officer to close. */
export const prepareClosing = command({
  name: 'billing.prepare-closing',
  event: 'billing.closing-prepared.v1',
  access: permitted('billing.close'),
  input: z.object({ toOn: z.iso.date() }),
  async run(tx, input, context) {
    const last = await lastClosed(tx)
    const from = last ? Temporal.PlainDate.from(last.to_on).add({ days: 1 }).toString() : await firstDay(tx, input.toOn)
    await mustBeClosable(tx, context, from, input.toOn)
    const waits = await tx
      .selectFrom('billing.day_close')
      .select('id')
      .where('state', '=', 'prepared')
      .executeTakeFirst()
    if (waits)
      throw invalidField(
        'toOn',
        'Masih ada penutupan yang menunggu keputusan.',
        'Another closing still waits to be decided.',
      )
    const { accountId } = context.actor
    if (!accountId) throw new AppError('forbidden')
    const book = await bookOfDays(tx, from, input.toOn)
    const number = (last?.number ?? 0) + 1
    const facts = { ...book, number, from, to: input.toOn, previousHash: last?.hash.toString('hex') }
    const id = newId(context.now.epochMilliseconds) as string
    await tx
      .insertInto('billing.day_close')
      .values({
        id,
        number,
        from_on: from,
        to_on: input.toOn,
        state: 'prepared',
        totals: JSON.stringify(book.totals),
        entries: book.entries,
        entries_hash: Buffer.from(book.entriesHash, 'hex'),
        previous_hash: last?.hash ?? null,
        hash: Buffer.from(closingHash(facts), 'hex'),
        prepared_by: labelOf(context.actor),
        prepared_by_account: accountId,
        prepared_by_person: context.actor.personId ?? null,
        prepared_at: dateOf(context.now),
        decided_by: null,
        decided_by_account: null,
        note: null,
      })
      .execute()
    const payload = { number, from, to: input.toOn, entries: book.entries }
    return { result: id, event: { subject: { type: 'closing', id }, payload } }
  },
})

/** The second officer closes the books, or gives the closing back with a reason. After it nothing of its days changes. */
export const decideClosing = command({
  name: 'billing.decide-closing',
  event: 'billing.closing-decided.v1',
  access: permitted('billing.close', { stepUp: true }),
  input: z.object({ closingId: z.uuid(), close: z.boolean(), note: z.string().trim().max(500) }),
  async run(tx, input, context) {
    const row = await tx
      .selectFrom('billing.day_close')
      .selectAll()
      .where('id', '=', input.closingId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw notFound()
    if (row.state !== 'prepared') throw new AppError('conflict')
    const { accountId, personId } = context.actor
    if (!accountId || row.prepared_by_account === accountId || (personId && row.prepared_by_person === personId)) {
      throw new AppError('forbidden', { text: fourEyes })
    }
    if (!input.close && input.note.length < 10) {
      throw invalidField(
        'note',
        'Tulis alasannya, paling sedikit sepuluh huruf.',
        'Give the reason, at least ten letters.',
      )
    }
    if (input.close) await mustBeAsPrepared(tx, context, row)
    await tx
      .updateTable('billing.day_close')
      .set({
        state: input.close ? 'closed' : 'returned',
        decided_by: labelOf(context.actor),
        decided_by_account: accountId,
        decided_at: dateOf(context.now),
        note: input.note || null,
      })
      .where('id', '=', row.id)
      .execute()
    const payload = {
      number: row.number,
      from: row.from_on,
      to: row.to_on,
      close: input.close,
      hash: row.hash.toString('hex'),
    }
    return { result: undefined, event: { subject: { type: 'closing', id: row.id }, payload } }
  },
})

const fourEyes = {
  id: 'Buku ditutup oleh orang lain, bukan oleh yang menyiapkannya.',
  en: 'Books are closed by somebody other than the one who prepared it.',
}

async function mustBeAsPrepared(tx: WriteHandle, context: CommandContext, row: Row): Promise<void> {
  await mustBeClosable(tx, context, row.from_on, row.to_on)
  const book = await bookOfDays(tx, row.from_on, row.to_on)
  if (book.entriesHash === row.entries_hash.toString('hex')) return
  throw new AppError('conflict', {
    text: {
      id: 'Jurnal hari-hari ini berubah sesudah penutupan disiapkan. Kembalikan, lalu siapkan lagi.',
      en: 'The journal of these days changed after the closing was prepared. Give it back and prepare it again.',
    },
  })
}

async function lastClosed(tx: WriteHandle): Promise<Row | undefined> {
  return tx
    .selectFrom('billing.day_close')
    .selectAll()
    .where('state', '=', 'closed')
    .orderBy('to_on', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The first closing begins with the first entry. */
async function firstDay(tx: WriteHandle, toOn: string): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select least(min(entry_on), ${toOn}::date)::text as day from billing.journal_entry`.execute(tx)
  return rows[0]?.day ?? toOn
}

/** @throws invalid-input at `toOn` with what has to be done first */
async function mustBeClosable(tx: WriteHandle, context: CommandContext, from: string, to: string): Promise<void> {
  const { zone } = context.tenant.profile
  const today = dayOf(context.now, zone)
  const refuse = (id: string, en: string): never => {
    throw invalidField('toOn', id, en)
  }
  if (to >= today.toString()) refuse('Hari yang ditutup harus sudah lewat.', 'Only days that are over can be closed.')
  if (to < from) refuse('Hari ini sudah ditutup.', 'This day is closed already.')
  const { rows: missing } = await sql<{ day: string }>`
    select distinct (y.paid_at at time zone ${zone})::date::text as day from billing.payment y
    where y.paid_at >= ${from}::date::timestamp at time zone ${zone}
      and y.paid_at < (${to}::date + 1)::timestamp at time zone ${zone}
      and not exists (select from billing.reconciliation r where r.day = (y.paid_at at time zone ${zone})::date)
    order by day limit 1`.execute(tx)
  const [first] = missing
  if (first) {
    refuse(
      `Hari ${first.day} belum direkonsiliasi. Jalankan rekonsiliasinya dahulu.`,
      `The day ${first.day} has not been reconciled. Do that first.`,
    )
  }
  const region = (await findOwnRegion(tx))?.code ?? ''
  const days = wholeNumber(await getRule(tx, 'billing.difference-days', region, today))
  const { rows: open } = await sql<{ n: number }>`
    select count(*)::int as n from billing.difference
    where closed_at is null and day <= ${to}::date and day < ${today.subtract({ days }).toString()}::date`.execute(tx)
  const n = open[0]?.n ?? 0
  if (n > 0) {
    refuse(
      `Ada ${n} selisih terbuka yang lebih tua dari ${days} hari. Selesaikan atau jelaskan dahulu.`,
      `There are ${n} open differences older than ${days} days. Settle or explain them first.`,
    )
  }
}
