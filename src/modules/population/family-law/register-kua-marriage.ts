import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { getFamily, marry } from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { registerPrefix } from '../domain.ts'
import { addEntry } from '../effects/entries.ts'
import { originOf } from '../effects/origin.ts'
import { takeRegisterNumber } from '../effects/register-number.ts'
import { cardDrafts } from './cards.ts'
import { homeOf } from './home.ts'
import { coupleOf } from './spouses.ts'

/**
 * Notes a marriage that a KUA recorded: both as married under the number of the marriage book, the cards as they chose.
 * The certificate is the KUA's own; its age limit and its witnesses are the KUA's to see to.
 * @basis UU 23/2006 pasal 8 ayat (2), pasal 34 ayat (4) dan (5)
 */
export async function registerKuaMarriage(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const { tenant, now } = context
  const text = (name: string) => String(answers[name] ?? '')
  const couple = await coupleOf(input)
  const stranger = [couple.husband, couple.wife].find(({ person }) => person && person.religion !== 'Islam')
  if (stranger) throw notMuslim(stranger.name)
  // Of the husband: confirmed with the court by the second officer, who writes its answer down. @basis UU 1/1974 pasal 4, 5
  const hasPermission = text('secondMarriage') === 'yes' && input.findings['permissionFinal'] === 'yes'
  const today = dayOf(now, tenant.profile.zone)
  const home = couple.applicant.person?.familyId
  const territory = home ? (await getFamily(tx, home)).villageCode : input.territoryCode
  // LK: notices of marriages that a KUA recorded; the number of the book stays with the people.
  const number = await takeRegisterNumber(tx, registerPrefix(territory, 'LK', today))
  const done = await marry(tx, tenant, {
    husbandId: couple.husband.person?.id,
    wifeId: couple.wife.person?.id,
    marriedOn: text('marriedOn'),
    certificateNumber: text('bookNumber'),
    home: await homeOf(input, couple),
    hasPermission,
    ...originOf(input, `Perkawinan ${couple.husband.name} dan ${couple.wife.name}, buku nikah ${text('bookNumber')}`, {
      registerNumber: number,
      territoryCode: territory,
    }),
  })
  await addEntry(input, {
    register: 'marriage-notice',
    number,
    eventId: done.eventId,
    happenedOn: text('marriedOn'),
    territoryCode: territory,
    details: {
      bookNumber: text('bookNumber'),
      kua: text('kuaName'),
      ...(hasPermission
        ? { court: text('courtName'), courtNumber: text('courtNumber'), permittedOn: text('courtOn') }
        : {}),
      husbandName: couple.husband.name,
      wifeName: couple.wife.name,
    },
    people: (['husband', 'wife'] as const).flatMap((role) => {
      const person = couple[role].person
      return person ? [{ role, personId: person.id }] : []
    }),
  })
  return {
    facts: { noticeNumber: number, registeredOn: formatDay(today, 'id'), cards: done.cards.size },
    documents: await cardDrafts(tenant, tx, done.cards, today),
  }
}

function notMuslim(name: string): AppError {
  return new AppError('conflict', {
    params: { name },
    text: {
      id: '{name} menurut register bukan beragama Islam. Periksa buku nikahnya, atau betulkan dahulu data agamanya.',
      en: 'In the register {name} is not a Muslim. Look at the marriage book, or correct the religion first.',
    },
  })
}
