import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'
import { getPerson, sameName } from '#modules/people/index.ts'
import { type CardRow, endHeldCards, lockCard, stepCard } from './card-row.ts'
import { tellHolder } from './tell-holder.ts'

const counter = 'population.hand-over-cards'
const cardId = z.uuid()

async function lockAtCounter(tx: WriteHandle, context: CommandContext, id: string): Promise<CardRow> {
  const card = await lockCard(tx, id)
  context.require(counter, { territory: card.village_code })
  return card
}

const announced = (card: CardRow, more: Record<string, string> = {}) => ({
  subject: { type: 'identity-card', id: card.id },
  payload: { code: card.code, kind: card.kind, ...more },
})

/** Printed cards lie in a box at the counter; each holder is told that his is there. */
export const shelveCards = command({
  name: 'population.shelve-cards',
  event: 'population.cards-shelved.v1',
  access: permitted(counter),
  input: z.object({ cardIds: z.array(cardId).min(1).max(200), place: z.string().trim().min(2).max(60) }),
  async run(tx, input, context) {
    for (const id of [...new Set(input.cardIds)].sort()) {
      const card = await lockAtCounter(tx, context, id)
      await stepCard(tx, context, card, 'shelve', { place: input.place }, input.place)
      await tellHolder(tx, context, card, 'ready', { place: input.place })
    }
    const payload = { cards: input.cardIds.length, place: input.place }
    return { result: undefined, event: { subject: { type: 'identity-card', id: input.cardIds[0] as string }, payload } }
  },
})

export const sendCard = command({
  name: 'population.send-card',
  event: 'population.card-sent.v1',
  access: permitted(counter),
  input: z.object({
    cardId,
    courier: z.string().trim().min(2).max(60),
    receiptNumber: z.string().trim().min(4).max(60),
  }),
  async run(tx, input, context) {
    const card = await lockAtCounter(tx, context, input.cardId)
    if (!card.delivery_address) {
      throw invalidField(
        'courier',
        'Pemilik memilih mengambil sendiri, jadi tidak ada alamat kirim.',
        'The holder chose to pick it up, so there is no address to send it to.',
      )
    }
    const sent = { courier: input.courier, receipt_number: input.receiptNumber }
    await stepCard(tx, context, card, 'send', sent, `${input.courier} ${input.receiptNumber}`)
    await tellHolder(tx, context, card, 'sent', { courier: input.courier, receipt: input.receiptNumber })
    return { result: undefined, event: announced(card) }
  },
})

/** Nobody was at home: the card lies at the counter again. */
export const returnCard = command({
  name: 'population.return-card',
  event: 'population.card-returned.v1',
  access: permitted(counter),
  input: z.object({ cardId, place: z.string().trim().min(2).max(60) }),
  async run(tx, input, context) {
    const card = await lockAtCounter(tx, context, input.cardId)
    await stepCard(tx, context, card, 'return', { place: input.place }, input.place)
    await tellHolder(tx, context, card, 'returned', { place: input.place })
    return { result: undefined, event: announced(card) }
  },
})

export const receivers = ['self', 'family', 'attorney'] as const

/**
 * A card reaches its holder, a member of the family, or who holds a power of attorney. The earlier card of its kind ends;
 * an identity card also ends a child card.
 * @basis Perpres 96/2018 pasal 15; Permendagri 109/2019 formulir F-1.07 (kuasa)
 */
export const handOverCard = command({
  name: 'population.hand-over-card',
  event: 'population.card-handed-over.v1',
  access: permitted(counter),
  input: z.object({
    cardId,
    receiver: z.enum(receivers),
    receiverName: z.string().trim().min(3).max(120),
    proof: z.string().trim().max(120).default(''),
  }),
  async run(tx, input, context) {
    const card = await lockAtCounter(tx, context, input.cardId)
    const holder = await getPerson(tx, card.person_id)
    if (holder.status !== 'active') {
      throw invalidField(
        'receiver',
        'Menurut register, pemilik kartu ini sudah meninggal atau pindah. Batalkan kartunya.',
        'By the register the holder of this card has died or moved away. Cancel the card.',
      )
    }
    if (input.receiver === 'self' && !sameName(input.receiverName, holder.fullName)) {
      throw invalidField(
        'receiverName',
        `Kartu ini atas nama ${holder.fullName}. Pilih siapa yang mengambil bila bukan ia sendiri.`,
        `This card is in the name of ${holder.fullName}. Choose who picks it up if it is somebody else.`,
      )
    }
    if (input.receiver === 'self' && card.kind === 'kia') {
      throw invalidField(
        'receiver',
        'KIA diambil orang tua, keluarga, atau wali.',
        'A child card is picked up by the family.',
      )
    }
    if (input.receiver !== 'self' && input.proof.length < 4) {
      const attorney = input.receiver === 'attorney'
      throw invalidField(
        'proof',
        attorney ? 'Tulis nomor dan tanggal surat kuasa.' : 'Tulis nomor KTP-el atau KK yang diperlihatkan.',
        attorney ? 'Write number and date of the power of attorney.' : 'Write the number of the card that was shown.',
      )
    }
    const verb = card.state === 'sent' ? 'deliver' : 'hand-over'
    await stepCard(tx, context, card, verb, {
      receiver_name: input.receiverName,
      receiver_relation: input.receiver,
      receiver_proof: input.proof || null,
      place: null,
    })
    const held = { personId: card.person_id, but: card.id }
    await endHeldCards(tx, context, { ...held, kind: card.kind }, 'replaced')
    if (card.kind === 'ktp-el') await endHeldCards(tx, context, { ...held, kind: 'kia' }, 'identity-card')
    await tellHolder(tx, context, card, 'handed-over', { receiver: input.receiverName })
    return { result: undefined, event: announced(card, { receiver: input.receiver }) }
  },
})

/** What is wrong with a card is seen when it is looked at once more: it goes back to the printer. */
export const rejectCard = command({
  name: 'population.reject-card',
  event: 'population.card-rejected.v1',
  access: permitted(counter),
  input: z.object({ cardId, reason: z.string().trim().min(5).max(200) }),
  async run(tx, input, context) {
    const card = await lockAtCounter(tx, context, input.cardId)
    const values = { failures: card.failures + 1, note: input.reason, place: null }
    await stepCard(tx, context, card, 'reject', values, input.reason)
    return { result: undefined, event: announced(card) }
  },
})

/** A card that nobody can have any more: its holder died, moved away, or will not come. The plastic is destroyed. */
export const cancelCard = command({
  name: 'population.cancel-card',
  event: 'population.card-cancelled.v1',
  access: permitted(counter),
  input: z.object({ cardId, reason: z.string().trim().min(10).max(200) }),
  async run(tx, input, context) {
    const card = await lockAtCounter(tx, context, input.cardId)
    await stepCard(tx, context, card, 'cancel', { ended_reason: input.reason, place: null }, input.reason)
    await tellHolder(tx, context, card, 'cancelled', { reason: input.reason })
    return { result: undefined, event: announced(card) }
  },
})
