import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { type CardKind, cardKinds } from '../machine.ts'

type Moved = 'received' | 'used' | 'spoiled' | 'found' | 'missing'

/** Blanks that came from the supplier, or were found spoiled in the box. */
export const moveBlanks = command({
  name: 'population.move-blanks',
  event: 'population.blanks-moved.v1',
  access: permitted('population.count-blanks'),
  input: z.object({
    kind: z.enum(cardKinds),
    what: z.enum(['received', 'spoiled']),
    count: z.coerce.number().int().min(1).max(100_000),
    note: z.string().trim().min(3).max(200),
  }),
  async run(tx, input, context) {
    const day = today(context)
    await refuseClosedDay(tx, input.kind, day)
    if (input.what === 'spoiled' && input.count > (await stockOf(tx, input.kind)))
      throw invalidField(
        'count',
        'Blangko sebanyak itu tidak ada di persediaan.',
        'There are not so many blanks in stock.',
      )
    await addMovement(tx, context, input.kind, input.what, input.count, { note: input.note })
    const payload = { kind: input.kind, what: input.what, count: input.count }
    return { result: undefined, event: { subject: { type: 'blank', id: newId() }, payload } }
  },
})

/** Counts the blanks at the end of a day. A difference is written down with its reason, and the stock is what was counted. */
export const closeBlankDay = command({
  name: 'population.close-blank-day',
  event: 'population.blank-day-closed.v1',
  access: permitted('population.count-blanks'),
  input: z.object({
    kind: z.enum(cardKinds),
    day: z.iso.date(),
    counted: z.coerce.number().int().min(0).max(1_000_000),
    note: z.string().trim().max(500).default(''),
  }),
  async run(tx, { kind, day, counted, note }, context) {
    if (day > today(context)) throw invalidField('day', 'Hari itu belum tiba.', 'That day is still to come.')
    await refuseClosedDay(tx, kind, day)
    const oldest = await oldestOpenDay(tx, kind)
    if (oldest && oldest < day) {
      throw invalidField('day', `Tutup dahulu hitungan ${oldest}.`, `Close the count of ${oldest} first.`)
    }
    const expected = await stockOf(tx, kind, day)
    const difference = counted - expected
    if (difference !== 0 && note.length < 10) {
      throw invalidField(
        'note',
        `Hitungan berbeda ${difference > 0 ? '+' : ''}${difference} dari catatan (${expected}). Jelaskan sebabnya, paling sedikit sepuluh huruf.`,
        `The count differs by ${difference} from the books (${expected}). Explain why, in at least ten letters.`,
      )
    }
    if (difference !== 0) {
      const what = difference > 0 ? 'found' : 'missing'
      await addMovement(tx, context, kind, what, Math.abs(difference), { note, day })
    }
    const moved = await sql<{
      n: number
    }>`select coalesce(sum(case when what in ('received', 'found') then count else -count end), 0)::int as n
      from population.blank_movement where kind = ${kind} and moved_on = ${day}`.execute(tx)
    await tx
      .insertInto('population.blank_day')
      .values({
        kind,
        day,
        opening: counted - (moved.rows[0]?.n ?? 0),
        expected,
        counted,
        note: note || null,
        closed_by: labelOf(context.actor),
        closed_at: context.now.toString(),
      })
      .execute()
    const payload = { kind, day, expected, counted }
    return { result: undefined, event: { subject: { type: 'blank-day', id: newId() }, payload } }
  },
})

const today = ({ now, tenant }: CommandContext) => dayOf(now, tenant.profile.zone).toString()

/** One blank leaves the box, for a card or spoiled at it. @throws conflict when there is none, or a count is overdue */
export async function takeBlank(
  tx: WriteHandle,
  context: CommandContext,
  kind: CardKind,
  what: 'used' | 'spoiled',
  cardId: string,
  note?: string,
): Promise<void> {
  const day = today(context)
  await refuseClosedDay(tx, kind, day)
  await requireCounted(tx, context, kind)
  if ((await stockOf(tx, kind)) < 1) {
    throw new AppError('conflict', {
      text: {
        id: 'Blangko habis menurut catatan. Catat penerimaan blangko dahulu, atau hitung ulang persediaan.',
        en: 'By the books there are no blanks left. Note those that came, or count the stock again.',
      },
    })
  }
  await addMovement(tx, context, kind, what, 1, { cardId, note })
}

/** @throws conflict while an earlier day with movements is not closed */
export async function requireCounted(tx: AnyHandle, context: CommandContext, kind: CardKind): Promise<void> {
  const oldest = await oldestOpenDay(tx, kind)
  if (!oldest || oldest >= today(context)) return
  throw new AppError('conflict', {
    params: { day: oldest },
    text: {
      id: 'Hitungan blangko {day} belum ditutup. Tutup dahulu di halaman blangko, baru mencetak lagi.',
      en: 'The blanks of {day} have not been counted. Close that day on the page of blanks before printing again.',
    },
  })
}

/** The oldest day with movements whose count is not closed. */
export async function oldestOpenDay(db: AnyHandle, kind: CardKind): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    select to_char(min(m.moved_on), 'YYYY-MM-DD') as day from population.blank_movement m
    where m.kind = ${kind} and m.moved_on > coalesce((select max(day) from population.blank_day where kind = ${kind}), '-infinity')`.execute(
    db,
  )
  return rows[0]?.day ?? undefined
}

/** Blanks by the books: the last count, and what moved since. @param upTo the end of this day; now when left out */
export async function stockOf(db: AnyHandle, kind: CardKind, upTo?: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with counted as (select day, counted from population.blank_day where kind = ${kind} order by day desc limit 1)
    select (coalesce((select counted from counted), 0) + coalesce((
      select sum(case when what in ('received', 'found') then count else -count end) from population.blank_movement
      where kind = ${kind} and moved_on > coalesce((select day from counted), '-infinity')
        and moved_on <= ${upTo ?? 'infinity'}::date), 0))::int as n`.execute(db)
  return rows[0]?.n ?? 0
}

async function refuseClosedDay(tx: WriteHandle, kind: CardKind, day: string): Promise<void> {
  const closed = await tx
    .selectFrom('population.blank_day')
    .select('day')
    .where('kind', '=', kind)
    .where('day', '>=', day)
    .executeTakeFirst()
  if (!closed) return
  throw new AppError('conflict', {
    text: {
      id: 'Hitungan blangko hari ini sudah ditutup. Pencetakan dan pencatatan blangko dibuka lagi besok.',
      en: 'The blanks of this day have been counted and closed. Printing goes on tomorrow.',
    },
  })
}

async function addMovement(
  tx: WriteHandle,
  context: CommandContext,
  kind: CardKind,
  what: Moved,
  count: number,
  more: { readonly note?: string | undefined; readonly cardId?: string | undefined; readonly day?: string | undefined },
): Promise<void> {
  await tx
    .insertInto('population.blank_movement')
    .values({
      id: newId(context.now.epochMilliseconds),
      kind,
      moved_on: more.day ?? today(context),
      what,
      count,
      card_id: more.cardId ?? null,
      note: more.note ?? null,
      by_name: labelOf(context.actor),
      at: context.now.toString(),
    })
    .execute()
}
