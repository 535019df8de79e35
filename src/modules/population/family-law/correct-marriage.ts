import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { openEvent } from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { originOf } from '../effects/origin.ts'
import { standingExtracts } from '../effects/papers.ts'
import { cardDrafts } from './cards.ts'
import { coupleCertificates } from './couple-certificate.ts'
import { couplePhoto } from './couple-photo.ts'
import { marriageEvent } from './marriage-event.ts'
import { coupleOf, type Spouse } from './spouses.ts'

/**
 * Corrects an error of writing in a marriage entry and issues both extracts again under their number; the earlier ones
 * count as replaced. A day that changes is corrected with both people too.
 * @basis UU 23/2006 pasal 71
 */
export async function correctMarriage(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, findings } = input
  const { tenant, now } = context
  const entry = await tx
    .selectFrom('population.entry')
    .selectAll()
    .where('case_id', '=', input.caseId)
    .where('register', '=', 'marriage')
    .where('voided_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!entry) throw notFound()
  const before = entry.details as Record<string, string>
  const corrected = (name: string, present: string | undefined) => String(findings[name] ?? '') || (present ?? '')
  const details = {
    ...before,
    place: corrected('correctPlace', before['place']),
    officiant: corrected('correctOfficiant', before['officiant']),
    proof: before['proof'] ?? '',
    witnesses: before['witnesses'] ?? '',
  }
  const marriedOn = corrected('correctMarriedOn', entry.happened_on)
  const couple = await coupleOf(input)
  const today = dayOf(now, tenant.profile.zone)
  let cards: ReadonlyMap<string, number> = new Map()
  if (marriedOn !== entry.happened_on) {
    const origin = originOf(input, `Pembetulan akta perkawinan ${entry.number}`, { registerNumber: entry.number })
    const event = await openEvent(tx, tenant, { ...origin, kind: 'correction', validOn: marriedOn })
    for (const { person } of [couple.husband, couple.wife]) {
      if (person) await event.changePerson(person.id, { marriedOn })
    }
    const closed = await event.close()
    cards = closed.cards
    Object.assign(details, { corrections: [before['corrections'], closed.eventId].filter(Boolean).join(' ') })
  }
  await tx
    .updateTable('population.entry')
    .set({ happened_on: marriedOn, details: JSON.stringify(details), corrected_at: now.toString() })
    .where('id', '=', entry.id)
    .execute()
  const statusOf = (spouse: Spouse) => before[spouse.sex === 'male' ? 'husbandBefore' : 'wifeBefore'] ?? '-'
  const certificates = coupleCertificates(tenant, {
    couple,
    register: 'Akta Perkawinan',
    number: entry.number,
    event: marriageEvent({ marriedOn, ...details }),
    on: today,
    remarks: [`Kutipan ini memuat pembetulan akta pada ${formatDay(today, 'id')} (UU 23/2006 pasal 71).`],
    photo: await couplePhoto(input),
    rowsOf: (spouse) => [{ label: 'Status sebelumnya', value: statusOf(spouse) }],
  })
  const renewed = await cardDrafts(tenant, tx, cards, today)
  return {
    facts: { correctedOn: formatDay(today, 'id') },
    documents: [...certificates, ...renewed],
    replaces: await standingExtracts(tx, entry.number),
  }
}
