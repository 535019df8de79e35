import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { getFamily, marry } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { registerPrefix } from '../domain.ts'
import { addEntry } from '../effects/entries.ts'
import { originOf } from '../effects/origin.ts'
import { takeRegisterNumber } from '../effects/register-number.ts'
import { cardDrafts } from './cards.ts'
import { coupleCertificates } from './couple-certificate.ts'
import { couplePhoto } from './couple-photo.ts'
import { homeOf } from './home.ts'
import { marriageEvent } from './marriage-event.ts'
import { type Couple, coupleOf } from './spouses.ts'

/**
 * Enters a marriage of people who are not Muslims: certificate number, both as married, the cards as they chose, an
 * extract for each. All in the transaction of the signature.
 * @basis UU 23/2006 pasal 34 sampai 36; Perpres 96/2018 pasal 37, 38; Permendagri 108/2019
 */
export async function registerMarriage(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const { tenant, now } = context
  const text = (name: string) => String(answers[name] ?? '')
  const couple = await coupleOf(input)
  refuseMuslims(couple)
  const today = dayOf(now, tenant.profile.zone)
  const home = couple.applicant.person?.familyId
  const territory = home ? (await getFamily(tx, home)).villageCode : input.territoryCode
  const rule = async (name: string) =>
    wholeNumber(await getRule(tx, `civil-registration.marriage.${name}`, territory, today))
  const within = await rule('report-within')
  const marriedOn = text('marriedOn')
  const reported = dayOf(input.submittedAt, tenant.profile.zone)
  const isLate = Temporal.PlainDate.from(marriedOn).until(reported, { largestUnit: 'days' }).days > within
  const number = await takeRegisterNumber(tx, registerPrefix(territory, 'KW', today))
  const done = await marry(tx, tenant, {
    husbandId: couple.husband.person?.id,
    wifeId: couple.wife.person?.id,
    marriedOn,
    certificateNumber: number,
    minimumAge: text('belowAge') === 'yes' ? undefined : await rule('minimum-age'),
    home: await homeOf(input, couple),
    ...originOf(input, `Perkawinan ${couple.husband.name} dan ${couple.wife.name}, akta ${number}`, {
      registerNumber: number,
      territoryCode: territory,
    }),
  })
  const details = {
    place: text('place'),
    officiant: text('officiant'),
    proof: text('proof'),
    ...(text('courtNumber') ? { courtNumber: text('courtNumber') } : {}),
    witnesses: witnessNames(answers['witnesses']),
    husbandName: couple.husband.name,
    wifeName: couple.wife.name,
    husbandBefore: couple.husband.statusBefore,
    wifeBefore: couple.wife.statusBefore,
  }
  await addEntry(input, {
    register: 'marriage',
    number,
    eventId: done.eventId,
    happenedOn: marriedOn,
    territoryCode: territory,
    isLate,
    details,
    people: (['husband', 'wife'] as const).flatMap((role) => {
      const person = couple[role].person
      return person ? [{ role, personId: person.id }] : []
    }),
  })
  const certificates = coupleCertificates(tenant, {
    couple,
    register: 'Akta Perkawinan',
    number,
    event: marriageEvent({ marriedOn, ...details }),
    on: today,
    remarks: isLate ? [`Pelaporan melampaui ${within} hari sejak hari perkawinan.`] : [],
    photo: await couplePhoto(input),
    rowsOf: (spouse) => [{ label: 'Status sebelumnya', value: spouse.statusBefore }],
  })
  return {
    facts: { certificateNumber: number, registeredOn: formatDay(today, 'id'), isLate, cards: done.cards.size },
    documents: [...certificates, ...(await cardDrafts(tenant, tx, done.cards, today))],
  }
}

function witnessNames(rows: unknown): string {
  const names = Array.isArray(rows) ? rows.map((row) => String((row as { name?: unknown }).name ?? '')) : []
  return names.filter(Boolean).join(' dan ')
}

/** @basis UU 23/2006 pasal 8 ayat (2), pasal 34 ayat (4): perkawinan orang Islam dicatat KUA */
function refuseMuslims({ husband, wife }: Couple): void {
  const muslim = [husband, wife].find((spouse) => spouse.faith === 'Islam')
  if (!muslim) return
  throw new AppError('conflict', {
    text: {
      id: `${muslim.name} menurut register beragama Islam. Perkawinan menurut agama Islam dicatat KUA, bukan kantor ini.`,
      en: `In the register ${muslim.name} is a Muslim. Muslim marriages are recorded by the KUA, not by this office.`,
    },
  })
}
