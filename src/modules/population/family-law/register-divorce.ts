import { dayOf } from '#kernel/clock/clock.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { getFamily, getPerson, listSpouses, type Person, separate } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { registerPrefix } from '../domain.ts'
import { addEntry } from '../effects/entries.ts'
import { originOf } from '../effects/origin.ts'
import { takeRegisterNumber } from '../effects/register-number.ts'
import { cardDrafts } from './cards.ts'
import { coupleCertificates } from './couple-certificate.ts'
import { courtDecisionOf } from './court-decision.ts'
import { placeOf } from './home.ts'
import { partnersOf } from './spouses.ts'

/**
 * Enters a divorce that a court decided. Of a marriage recorded here both receive an extract; of a Muslim one the court
 * gave the certificate, and only cards and status follow.
 * @basis UU 23/2006 pasal 8 ayat (2), pasal 39, 40; Perpres 96/2018 pasal 42; Permendagri 108/2019
 */
export async function registerDivorce(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const { tenant, now } = context
  const text = (name: string) => String(answers[name] ?? '')
  const applicant = await getPerson(tx, input.applicantPersonId)
  const spouses = await listSpouses(tx, applicant)
  const spouse = spouses.find((one) => one.marriageCertificateNumber === text('marriageNumber')) ?? spouses[0]
  const decision = courtDecisionOf(answers)
  const byReligiousCourt = text('court') === 'religious'
  const today = dayOf(now, tenant.profile.zone)
  const family = applicant.familyId ? await getFamily(tx, applicant.familyId) : undefined
  const territory = family?.villageCode ?? input.territoryCode
  const within = wholeNumber(await getRule(tx, 'civil-registration.divorce.report-within', territory, today))
  const reported = dayOf(input.submittedAt, tenant.profile.zone)
  const isLate = Temporal.PlainDate.from(decision.finalOn).until(reported, { largestUnit: 'days' }).days > within
  // CR: the register of divorces; LC: notices of divorces whose certificate a religious court gave.
  const number = await takeRegisterNumber(tx, registerPrefix(territory, byReligiousCourt ? 'LC' : 'CR', today))
  const certificateNumber = byReligiousCourt ? text('courtCertificateNumber') : number
  const couple = partnersOf(tenant, applicant, spouse, text('spouseName'))
  const done = await separate(tx, tenant, {
    kind: 'divorce',
    personId: applicant.id,
    marriageNumber: text('marriageNumber') || undefined,
    separatedOn: decision.finalOn,
    certificateNumber,
    leaver: family && (await leaverOf(input, applicant, spouse, family)),
    ...originOf(input, `Perceraian ${couple.husband.name} dan ${couple.wife.name}, ${number}`, {
      registerNumber: number,
      territoryCode: territory,
    }),
  })
  await addEntry(input, {
    register: byReligiousCourt ? 'divorce-notice' : 'divorce',
    number,
    eventId: done.eventId,
    happenedOn: decision.finalOn,
    territoryCode: territory,
    isLate,
    details: {
      court: decision.court,
      decisionNumber: decision.number,
      decidedOn: decision.decidedOn,
      marriageNumber: text('marriageNumber'),
      certificateNumber,
      husbandName: couple.husband.name,
      wifeName: couple.wife.name,
    },
    people: (['husband', 'wife'] as const).flatMap((role) => {
      const person = couple[role].person
      return person ? [{ role, personId: person.id }] : []
    }),
  })
  const certificates = byReligiousCourt
    ? []
    : coupleCertificates(tenant, {
        couple,
        register: 'Akta Perceraian',
        number,
        event: {
          happened: 'telah berakhir karena perceraian perkawinan antara',
          on: decision.finalOn,
          rows: [
            { label: 'Putusan', value: decision.words },
            { label: 'Akta perkawinan', value: text('marriageNumber') || '-' },
          ],
        },
        on: today,
        remarks: isLate ? [`Pelaporan melampaui ${within} hari sejak putusan berkekuatan hukum tetap.`] : [],
      })
  return {
    facts: { certificateNumber, registeredOn: formatDay(today, 'id'), isLate, cards: done.cards.size },
    documents: [...certificates, ...(await cardDrafts(tenant, tx, done.cards, today))],
  }
}

/** Who leaves the card, as reported. The other one's new card has the same address until he moves by himself. */
async function leaverOf(
  input: EffectInput,
  applicant: Person,
  spouse: Person | undefined,
  family: Awaited<ReturnType<typeof getFamily>>,
) {
  const { answers } = input
  const childIds = Array.isArray(answers['children']) ? answers['children'].map(String) : []
  if (answers['leaves'] === 'me') {
    return { personId: applicant.id, place: await placeOf(input), childIds }
  }
  if (answers['leaves'] !== 'spouse' || !spouse) return undefined
  const { address, rt, rw, villageCode, postalCode, householdId } = family
  return { personId: spouse.id, place: { address, rt, rw, villageCode, postalCode, householdId }, childIds }
}
