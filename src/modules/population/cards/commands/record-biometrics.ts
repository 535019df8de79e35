import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { queueBiometrics } from '#modules/national-register/index.ts'
import {
  biometricItems,
  isComplete,
  isGoodEnough,
  mayBeMissing,
  mostAttempts,
  progressOf,
  qualityCodes,
  type Taken,
} from '../biometrics.ts'
import { type CardRow, lockCard, stepCard } from './card-row.ts'

const record = 'population.record-biometrics'
export const captureContext = 'population.biometric_capture.data'

async function lockForRecording(tx: WriteHandle, context: CommandContext, id: string): Promise<CardRow> {
  const card = await lockCard(tx, id)
  context.require(record, { territory: card.village_code })
  if (card.state !== 'requested' || card.biometrics !== 'waiting') {
    throw new AppError('wrong-state', {
      text: {
        id: 'Perekaman untuk kartu ini sudah selesai atau tidak diperlukan.',
        en: 'The recording for this card is finished or not needed.',
      },
    })
  }
  return card
}

export async function listTaken(db: AnyHandle, cardId: string): Promise<Taken[]> {
  return db
    .selectFrom('population.biometric_capture')
    .select(['item', 'attempt', 'outcome'])
    .where('card_id', '=', cardId)
    .orderBy('taken_at')
    .execute()
}

/** Keeps what a device took of one part, sealed, with its quality. */
export const keepCapture = command({
  name: 'population.keep-capture',
  event: 'population.capture-kept.v1',
  access: permitted(record),
  input: z.object({
    cardId: z.uuid(),
    item: z.enum(biometricItems),
    quality: z.number().int().min(0).max(100),
    codes: z.array(z.enum(qualityCodes)).max(10),
    format: z.string().min(1).max(80),
    data: z.instanceof(Uint8Array).refine((data) => data.length > 0 && data.length <= 2_000_000),
    device: z.string().min(1).max(60),
  }),
  async run(tx, input, context) {
    const card = await lockForRecording(tx, context, input.cardId)
    const taken = await listTaken(tx, card.id)
    if (progressOf(taken).get(input.item) !== 'open') throw settled()
    const attempt = taken.filter((one) => one.item === input.item).length + 1
    const outcome = isGoodEnough(input.item, input.quality, input.codes) ? ('accepted' as const) : ('poor' as const)
    await tx
      .insertInto('population.biometric_capture')
      .values({
        id: newId(context.now.epochMilliseconds),
        card_id: card.id,
        item: input.item,
        attempt,
        outcome,
        quality: input.quality,
        codes: [...input.codes],
        format: input.format,
        data: context.tenant.cipher.seal(Buffer.from(input.data).toString('base64'), captureContext),
        device: input.device,
        taken_at: context.now.toString(),
        taken_by: labelOf(context.actor),
      })
      .execute()
    const left = mostAttempts - attempt
    const payload = { code: card.code, item: input.item, attempt, outcome, quality: input.quality }
    return { result: { outcome, left }, event: { subject: { type: 'identity-card', id: card.id }, payload } }
  },
})

/** A part that somebody does not have or cannot give: an amputated finger, a blind eye. Never a reason to be refused. */
export const exemptPart = command({
  name: 'population.exempt-part',
  event: 'population.part-exempted.v1',
  access: permitted(record),
  input: z.object({ cardId: z.uuid(), item: z.enum(biometricItems), reason: z.string().trim().min(5).max(200) }),
  async run(tx, input, context) {
    const card = await lockForRecording(tx, context, input.cardId)
    if (!mayBeMissing(input.item)) {
      throw invalidField('item', 'Wajah selalu direkam.', 'The face is always recorded.')
    }
    const taken = await listTaken(tx, card.id)
    if (taken.some((one) => one.item === input.item && one.outcome !== 'poor')) throw settled()
    await tx
      .insertInto('population.biometric_capture')
      .values({
        id: newId(context.now.epochMilliseconds),
        card_id: card.id,
        item: input.item,
        attempt: taken.filter((one) => one.item === input.item).length + 1,
        outcome: 'missing',
        reason: input.reason,
        device: '-',
        taken_at: context.now.toString(),
        taken_by: labelOf(context.actor),
      })
      .execute()
    const payload = { code: card.code, item: input.item }
    return { result: undefined, event: { subject: { type: 'identity-card', id: card.id }, payload } }
  },
})

/** Everything is recorded or exempted: it goes to the national register, in line behind what else is told of the person. */
export const finishRecording = command({
  name: 'population.finish-recording',
  event: 'population.biometrics-recorded.v1',
  access: permitted(record),
  input: z.object({ cardId: z.uuid() }),
  async run(tx, { cardId }, context) {
    const card = await lockForRecording(tx, context, cardId)
    if (!isComplete(await listTaken(tx, card.id))) {
      throw new AppError('wrong-state', {
        text: {
          id: 'Masih ada bagian yang belum direkam atau dikecualikan.',
          en: 'Some parts are neither recorded nor exempted yet.',
        },
      })
    }
    const enrolmentId = newId<'enrolment'>(context.now.epochMilliseconds)
    await stepCard(tx, context, card, 'record', { biometrics: 'recorded', enrolment_id: enrolmentId })
    await queueBiometrics(tx, {
      enrolmentId,
      personId: card.person_id,
      territoryCode: card.village_code,
      takenOn: dayOf(context.now, context.tenant.profile.zone).toString(),
      now: context.now,
    })
    const payload = { code: card.code, enrolment: enrolmentId }
    return { result: undefined, event: { subject: { type: 'identity-card', id: card.id }, payload } }
  },
})

const settled = () =>
  new AppError('conflict', {
    text: {
      id: 'Bagian ini sudah selesai direkam. Muat ulang halaman.',
      en: 'This part is recorded already. Reload the page.',
    },
  })
