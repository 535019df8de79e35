import { z } from 'zod'
import { permitted, signedIn } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { countUse, getPartner } from '#modules/partners/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { findIdentity, identityShape } from '../compare.ts'
import { type ConsentState, comparable, decisions, purposeKeys, purposeOf } from '../domain.ts'
import { vouchingPaths } from '../paths.ts'
import { refuseTooMuch } from './answer-question.ts'

const printContext = 'vouching.consent.nik'

export const consentShape = identityShape.extend({
  purpose: z.enum(purposeKeys),
  fields: z.array(z.enum(comparable)).min(1).max(comparable.length),
  reference: z.string().trim().min(4).max(80),
  /** Why, in words for the person. */
  note: z.string().trim().min(10).max(300),
  validUntil: z.iso.date(),
})

/**
 * Asks a person for his consent. Who is not found here, or has no account, gets no message; the partner is not told
 * which, so that nobody can learn by asking who lives here.
 * @returns id of the consent, in any case
 */
export const requestConsent = command({
  name: 'vouching.request-consent',
  event: 'vouching.consent-requested.v1',
  access: permitted('vouching.ask'),
  input: consentShape,
  async run(tx, input, context) {
    const { tenant, actor, now } = context
    if (!actor.partner) throw new AppError('forbidden')
    const print = tenant.cipher.fingerprint(input.nik.replace(/\D/g, ''), printContext)
    const earlier = await tx
      .selectFrom('vouching.consent')
      .select(['id', 'nik_print', 'purpose'])
      .where('partner_id', '=', actor.partner.id)
      .where('reference', '=', input.reference)
      .executeTakeFirst()
    if (earlier) {
      if (!earlier.nik_print.equals(print) || earlier.purpose !== input.purpose) {
        throw new AppError('idempotency-conflict')
      }
      return { result: earlier.id, event: undefined }
    }
    await countUse(tx, tenant, { actor, permission: 'vouching.ask', now })
    const purpose = purposeOf(input.purpose)
    await refuseTooMuch(tx, actor.partner.id, purpose, input.fields)
    const answerDays = await refuseTooLong(tx, context, input.validUntil)
    const person = await findIdentity(tenant, tx, input)
    const id = newId<'consent'>(now.epochMilliseconds)
    await tx
      .insertInto('vouching.consent')
      .values({
        id,
        partner_id: actor.partner.id,
        reference: input.reference,
        person_id: person?.id ?? null,
        nik_print: print,
        purpose: input.purpose,
        fields: [...input.fields],
        note: input.note,
        state: 'asked' satisfies ConsentState,
        asked_at: now.toString(),
        answer_until: now.add({ hours: answerDays * 24 }).toString(),
        valid_until: input.validUntil,
      })
      .execute()
    const account = person?.status === 'active' ? await accountForPerson(tx, person.id) : undefined
    if (account) {
      const partner = await getPartner(tx, actor.partner.id)
      await sendMessage(tx, context, {
        accountId: account.id,
        title: `${partner.name} meminta persetujuan Anda`,
        body: `${partner.name} ingin mencocokkan beberapa data Anda untuk ${purpose.label.id}. Anda boleh menyetujui atau menolaknya.`,
        link: vouchingPaths.consent(id),
      })
    }
    const payload = { purpose: input.purpose, fields: input.fields }
    return { result: id, event: { subject: { type: 'consent', id }, payload } }
  },
})

/** @returns days in which the person may answer */
async function refuseTooLong(tx: WriteHandle, { tenant, now }: CommandContext, validUntil: string): Promise<number> {
  const today = dayOf(now, tenant.profile.zone)
  const longest = wholeNumber(await getRule(tx, 'data-sharing.consent-longest', '', today))
  const days = today.until(Temporal.PlainDate.from(validUntil), { largestUnit: 'days' }).days
  if (days < 0 || days > longest) {
    throw invalidField(
      'validUntil',
      `Persetujuan berlaku paling lama ${longest} hari dari hari ini.`,
      `A consent holds at most ${longest} days from today.`,
    )
  }
  return wholeNumber(await getRule(tx, 'data-sharing.consent-answer', '', today))
}

/** The person gives, refuses or withdraws. Withdrawn, nothing more is compared from this moment. */
export const decideConsent = command({
  name: 'vouching.decide-consent',
  event: 'vouching.consent-decided.v1',
  access: signedIn,
  input: z.object({ consentId: z.uuid(), decision: z.enum(['given', 'refused', 'withdrawn']) }),
  async run(tx, { consentId, decision }, { actor, now }) {
    const consent = await tx
      .selectFrom('vouching.consent')
      .selectAll()
      .where('id', '=', consentId)
      .where('person_id', '=', actor.personId ?? null)
      .forUpdate()
      .executeTakeFirst()
    if (!consent) throw notFound()
    if (consent.state === decision) return { result: undefined, event: undefined }
    const isLate = consent.state === 'asked' && consent.answer_until.getTime() < now.epochMilliseconds
    if (isLate || !decisions[consent.state].includes(decision)) throw new AppError('wrong-state')
    await tx
      .updateTable('vouching.consent')
      .set({ state: decision, decided_at: now.toString() })
      .where('id', '=', consentId)
      .execute()
    const payload = { decision, purpose: consent.purpose }
    return { result: undefined, event: { subject: { type: 'consent', id: consentId }, payload } }
  },
})
