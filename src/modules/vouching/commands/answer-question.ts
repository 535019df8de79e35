import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { canonicalJson, recordAccess } from '#kernel/journal/journal.ts'
import { countUse, getPartner } from '#modules/partners/index.ts'
import { claimsShape, compareClaims, findIdentity, identityShape } from '../compare.ts'
import { type Comparable, fieldLabels, type Purpose, type PurposeKey, purposeKeys, purposeOf } from '../domain.ts'

const digestContext = 'vouching.question.digest'

export const questionShape = identityShape.extend({
  purpose: z.enum(purposeKeys),
  /** The partner's own number of this question; the same number gets the same answer again. */
  reference: z.string().trim().min(4).max(80),
  consentId: z.uuid().optional(),
  claims: claimsShape.default({}),
})
export type Question = z.infer<typeof questionShape>

export interface QuestionAnswer {
  readonly id: string
  /** Name and day of birth belong to this NIK. Nothing else is answered when they do not. */
  readonly identity: boolean
  readonly answers: Partial<Record<Comparable, boolean>>
  readonly answeredAt: string
}

/**
 * Compares what a partner claims of a person with the register: yes or no for each field. The person can read who
 * asked what, and why.
 * @throws invalid-input for fields that the purpose does not need; forbidden without a consent that covers it;
 *   idempotency-conflict for a reference used before for another question; too-many-requests
 * @basis UU 27/2022 pasal 16 ayat (2): terbatas dan spesifik
 */
export const answerQuestion = command({
  name: 'vouching.answer-question',
  event: 'vouching.question-answered.v1',
  access: permitted('vouching.ask'),
  input: questionShape,
  async run(tx, input, context) {
    const { tenant, actor, now } = context
    if (!actor.partner) throw new AppError('forbidden')
    const digest = tenant.cipher.fingerprint(canonicalJson(input as never), digestContext)
    const earlier = await findEarlier(tx, actor.partner.id, input.reference, digest)
    if (earlier) return { result: earlier, event: undefined }
    await countUse(tx, tenant, { actor, permission: 'vouching.ask', now })
    const purpose = purposeOf(input.purpose)
    const fields = Object.keys(input.claims) as Comparable[]
    await refuseTooMuch(tx, actor.partner.id, purpose, fields)
    const person = await findIdentity(tenant, tx, input)
    if (purpose.needsConsent) await requireConsent(tx, context, input, fields, person?.id)
    const today = dayOf(now, tenant.profile.zone)
    const answers = person ? await compareClaims(tenant, tx, person, input.claims, today) : {}
    const answer: QuestionAnswer = {
      id: newId<'question'>(now.epochMilliseconds),
      identity: person !== undefined,
      answers,
      answeredAt: now.toString(),
    }
    await tx
      .insertInto('vouching.question')
      .values({
        id: answer.id,
        partner_id: actor.partner.id,
        key_id: actor.partner.keyId,
        reference: input.reference,
        digest,
        person_id: person?.id ?? null,
        purpose: input.purpose,
        consent_id: input.consentId ?? null,
        fields,
        answer: JSON.stringify(answer),
        asked_at: now.toString(),
      })
      .execute()
    if (person) await recordAccess(tx, actor, [readingOf(person.id, answer.id, purpose, fields)], now)
    const payload = { purpose: input.purpose, fields, identity: answer.identity, consentId: input.consentId ?? null }
    return { result: answer, event: { subject: { type: 'vouching-question', id: answer.id }, payload } }
  },
})

async function findEarlier(
  tx: WriteHandle,
  partnerId: string,
  reference: string,
  digest: Buffer,
): Promise<QuestionAnswer | undefined> {
  const row = await tx
    .selectFrom('vouching.question')
    .select(['digest', 'answer'])
    .where('partner_id', '=', partnerId)
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (!row) return undefined
  if (!row.digest.equals(digest)) throw new AppError('idempotency-conflict')
  return row.answer as unknown as QuestionAnswer
}

/** A purpose that is not this partner's, or fields that it does not need. */
export async function refuseTooMuch(
  tx: WriteHandle,
  partnerId: string,
  purpose: Purpose,
  fields: readonly Comparable[],
): Promise<void> {
  const partner = await getPartner(tx, partnerId)
  const say = (path: string, id: string, en: string) =>
    new AppError('invalid-input', { fields: [{ path, message: { id, en } }] })
  if (!purpose.partners.includes(partner.kind)) {
    throw say('purpose', 'Tujuan ini bukan untuk jenis mitra Anda.', 'This purpose is not for partners of your kind.')
  }
  const excess = fields.find((field) => !purpose.fields.includes(field))
  if (excess) {
    throw say(
      `claims.${excess}`,
      'Data ini tidak diperlukan untuk tujuan itu (UU 27/2022 pasal 16).',
      'This field is not needed for that purpose (UU 27/2022 art. 16).',
    )
  }
}

async function requireConsent(
  tx: WriteHandle,
  { actor, tenant, now }: CommandContext,
  input: Question,
  fields: readonly Comparable[],
  personId: string | undefined,
): Promise<void> {
  const consent = input.consentId
    ? await tx.selectFrom('vouching.consent').selectAll().where('id', '=', input.consentId).executeTakeFirst()
    : undefined
  if (input.consentId && consent?.partner_id !== actor.partner?.id) throw notFound()
  const covers =
    consent?.state === 'given' &&
    consent.purpose === (input.purpose satisfies PurposeKey) &&
    consent.valid_until >= dayOf(now, tenant.profile.zone).toString() &&
    consent.person_id === (personId ?? null) &&
    fields.every((field) => consent.fields.includes(field))
  if (covers) return
  throw new AppError('forbidden', {
    text: {
      id: 'Untuk tujuan ini diperlukan persetujuan orangnya yang masih berlaku dan mencakup semua data yang ditanyakan.',
      en: 'This purpose needs a consent of the person that still holds and covers every field asked for.',
    },
  })
}

/** What the person reads in his own record. */
function readingOf(personId: string, questionId: string, purpose: Purpose, fields: readonly Comparable[]) {
  const compared = ['nama', 'tanggal lahir', ...fields.map((field) => fieldLabels[field].id)].join(', ')
  return {
    personId,
    object: { type: 'vouching-question', id: questionId },
    purpose: `mencocokkan ${compared} untuk ${purpose.label.id}; hanya dijawab ya atau tidak`,
  }
}
