import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import type { CardKind } from '../machine.ts'
import { requireCounted, stockOf, takeBlank } from './blanks.ts'
import { lockCard, stepCard } from './card-row.ts'

const print = 'population.print-cards'

/** Puts cards that wait for the printer on one sheet. Every one of them is then noted as printed or spoiled. */
export const beginBatch = command({
  name: 'population.begin-batch',
  event: 'population.batch-begun.v1',
  access: permitted(print),
  input: z.object({ cardIds: z.array(z.uuid()).min(1).max(200) }),
  async run(tx, { cardIds }, context) {
    const cards = []
    for (const id of [...new Set(cardIds)].sort()) cards.push(await lockCard(tx, id))
    const kind = cards[0]?.kind as CardKind
    for (const card of cards) {
      context.require(print, { territory: card.village_code })
      if (card.kind !== kind) throw oneKind()
      if (card.state !== 'queued' || card.batch_id) throw notWaiting(card.code)
    }
    await requireCounted(tx, context, kind)
    const stock = await stockOf(tx, kind)
    if (stock < cards.length) {
      throw invalidField(
        'cards',
        `Blangko tinggal ${stock}. Pilih paling banyak sebanyak itu.`,
        `Only ${stock} blanks are left. Choose no more than that.`,
      )
    }
    const id = newId<'print-batch'>(context.now.epochMilliseconds)
    const day = dayOf(context.now, context.tenant.profile.zone).toString().replaceAll('-', '')
    const { rows } = await sql<{ n: number }>`select count(*)::int + 1 as n from population.print_batch
      where number like ${`${day}-%`}`.execute(tx)
    const number = `${day}-${String(rows[0]?.n).padStart(3, '0')}`
    await tx
      .insertInto('population.print_batch')
      .values({
        id,
        kind,
        number,
        cards: cards.length,
        made_at: context.now.toString(),
        made_by: labelOf(context.actor),
      })
      .execute()
    await tx
      .updateTable('population.identity_card')
      .set({ batch_id: id })
      .where(
        'id',
        'in',
        cards.map((card) => card.id),
      )
      .execute()
    return {
      result: id,
      event: { subject: { type: 'print-batch', id }, payload: { number, kind, cards: cards.length } },
    }
  },
})

/** How one card of a sheet came out. A blank goes either way. */
export const recordPrint = command({
  name: 'population.record-print',
  event: 'population.print-recorded.v1',
  access: permitted(print),
  input: z.object({
    cardId: z.uuid(),
    outcome: z.enum(['printed', 'spoiled']),
    serial: z.string().trim().toUpperCase().max(40).default(''),
    failure: z.string().trim().max(200).default(''),
  }),
  async run(tx, input, context) {
    const card = await lockCard(tx, input.cardId)
    context.require(print, { territory: card.village_code })
    if (!card.batch_id) throw notWaiting(card.code)
    if (input.outcome === 'printed') {
      if (!/^[0-9A-Z-]{6,40}$/.test(input.serial)) {
        throw invalidField(
          'serial',
          'Tulis nomor cip atau nomor blangko, 6 sampai 40 huruf dan angka.',
          'Write the number of the chip or of the blank, 6 to 40 letters and digits.',
        )
      }
      await refuseKnownSerial(tx, card.kind, input.serial)
      await takeBlank(tx, context, card.kind, 'used', card.id)
      await stepCard(tx, context, card, 'print', { serial: input.serial }, input.serial)
    } else {
      if (input.failure.length < 5)
        throw invalidField(
          'failure',
          'Tulis apa yang gagal, misalnya "pita macet".',
          'Say what failed, such as "ribbon jammed".',
        )
      await takeBlank(tx, context, card.kind, 'spoiled', card.id, input.failure)
      const failures = card.failures + 1
      await stepCard(tx, context, card, 'spoil', { failures, note: input.failure }, input.failure)
    }
    await closeBatch(tx, card.batch_id, context.now)
    const payload = { code: card.code, outcome: input.outcome }
    return { result: undefined, event: { subject: { type: 'identity-card', id: card.id }, payload } }
  },
})

/** A card that failed waits for the printer again, on another sheet. */
export const reprintCard = command({
  name: 'population.reprint-card',
  event: 'population.card-reprinted.v1',
  access: permitted(print),
  input: z.object({ cardId: z.uuid() }),
  async run(tx, { cardId }, context) {
    const card = await lockCard(tx, cardId)
    context.require(print, { territory: card.village_code })
    await stepCard(tx, context, card, 'reprint', { batch_id: null, serial: null })
    return {
      result: undefined,
      event: { subject: { type: 'identity-card', id: card.id }, payload: { code: card.code } },
    }
  },
})

/** A sheet on which nothing waits any more is closed. */
async function closeBatch(tx: WriteHandle, id: string, now: Temporal.Instant): Promise<void> {
  await sql`update population.print_batch b set closed_at = ${now.toString()} where id = ${id}
    and not exists (select 1 from population.identity_card c where c.batch_id = b.id and c.state = 'queued')`.execute(
    tx,
  )
}

async function refuseKnownSerial(tx: WriteHandle, kind: CardKind, serial: string): Promise<void> {
  const known = await tx
    .selectFrom('population.identity_card')
    .select('code')
    .where('kind', '=', kind)
    .where('serial', '=', serial)
    .executeTakeFirst()
  if (!known) return
  throw invalidField(
    'serial',
    `Nomor ini sudah tercatat pada kartu ${known.code}. Periksa blangkonya.`,
    `This number is already noted for card ${known.code}. Look at the blank.`,
  )
}

const oneKind = () =>
  invalidField('cards', 'Satu lembar hanya untuk satu jenis kartu.', 'One sheet is for cards of one kind only.')

const notWaiting = (code: string) =>
  new AppError('conflict', {
    params: { code },
    text: {
      id: 'Kartu {code} tidak lagi menunggu cetak, mungkin sudah diambil rekan. Muat ulang daftarnya.',
      en: 'Card {code} no longer waits for the printer; a colleague may have taken it. Reload the list.',
    },
  })
