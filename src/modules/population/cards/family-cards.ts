import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import {
  changeHead,
  type Family,
  type FamilyRelation,
  findPersonByNik,
  findSpouse,
  getFamily,
  getPerson,
  joinFamily,
  type Person,
  renewFamily,
  splitFamily,
} from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome, EffectUndo } from '#modules/services/index.ts'
import { requireOpenNeighbourhood } from '#modules/territory/index.ts'
import { registerPrefix } from '../domain.ts'
import { addEntry, undoEntry } from '../effects/entries.ts'
import { originOf } from '../effects/origin.ts'
import { takeRegisterNumber } from '../effects/register-number.ts'
import { endFamilyCard, issueFamilyCard } from './issue-family-card.ts'

/**
 * Opens a family card for a couple or for who is on none, or splits it off another. Each card that changed is issued.
 * @basis UU 23/2006 pasal 61, 62; Perpres 96/2018 pasal 10, 11, 13
 */
export async function openFamilyCard(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const applicant = await getPerson(tx, input.applicantPersonId)
  const isSplit = answers['basis'] === undefined
  const partner = answers['basis'] === 'marriage' ? await partnerOf(input, applicant) : undefined
  const memberIds = [applicant.id, ...(partner ? [partner.id] : []), ...chosen(answers['companions'])]
  const place = await placeOf(input, applicant)
  const number = await takeRegisterNumber(tx, registerPrefix(place.villageCode, 'KK', today(input)))
  const headId = answers['headIs'] === 'partner' && partner ? partner.id : applicant.id
  const done = await splitFamily(tx, context.tenant, {
    ...originOf(input, isSplit ? `Pisah kartu keluarga, ${number}` : `Kartu keluarga baru, ${number}`, {
      registerNumber: number,
      territoryCode: place.villageCode,
    }),
    kind: isSplit ? 'family-split' : 'family-new',
    memberIds,
    headId,
    place,
    unrecordedCouple: partner && answers['marriageProof'] === 'statement' ? [applicant.id, partner.id] : undefined,
    remainingHeadId: text(answers['remainingHead']),
  })
  await addCardEntry(input, { number, eventId: done.eventId, village: place.villageCode, memberIds, left: done.left })
  await issueFamilyCard(input, done.familyId)
  await issueLeft(input, done.left)
  return outcome(input, { number, familyVersion: 1, members: done.members })
}

/** Takes the applicant and his people onto another card, or somebody else onto his. @basis Perpres 96/2018 pasal 12 */
export async function joinFamilyCard(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const applicant = await getPerson(tx, input.applicantPersonId)
  const takesIn = answers['direction'] === 'take-in'
  const other = await byNik(
    input,
    takesIn ? 'guestNik' : answers['direction'] === 'join-letter' ? 'hostNikByLetter' : 'hostNik',
  )
  const host = takesIn ? applicant : other
  const family = await cardOfHead(tx, host, takesIn ? 'direction' : 'hostNik')
  const mover = takesIn ? other : applicant
  const memberIds = [mover.id, ...(takesIn ? [] : chosen(answers['companions']))]
  const number = await takeRegisterNumber(tx, registerPrefix(family.villageCode, 'KK', today(input)))
  const done = await joinFamily(tx, context.tenant, {
    ...originOf(input, `Numpang kartu keluarga, ${number}`, {
      registerNumber: number,
      territoryCode: family.villageCode,
    }),
    familyId: family.id,
    memberIds,
    relations: { [mover.id]: (text(answers['relation']) ?? 'relative') as FamilyRelation },
    remainingHeadId: text(answers['remainingHead']),
  })
  await addCardEntry(input, {
    number,
    eventId: done.eventId,
    village: family.villageCode,
    memberIds,
    left: new Map([...done.left, [family.id, done.familyVersion]]),
  })
  await issueFamilyCard(input, family.id)
  await issueLeft(input, done.left)
  return outcome(input, { number, familyVersion: done.familyVersion, members: done.members })
}

/** The card was lost or damaged, or another member heads the family. @basis Perpres 96/2018 pasal 12, 14 */
export async function replaceFamilyCard(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const applicant = await getPerson(tx, input.applicantPersonId)
  const family = await cardOf(tx, applicant)
  const number = await takeRegisterNumber(tx, registerPrefix(family.villageCode, 'KK', today(input)))
  const origin = (reason: string) => ({
    ...originOf(input, `${reason}, ${number}`, { registerNumber: number, territoryCode: family.villageCode }),
    familyId: family.id,
  })
  const done =
    answers['why'] === 'new-head'
      ? await changeHead(tx, context.tenant, {
          ...origin('Ganti kepala keluarga'),
          headId: text(answers['newHead']) ?? applicant.id,
        })
      : await renewFamily(
          tx,
          context.tenant,
          origin(answers['why'] === 'lost' ? 'Kartu keluarga hilang' : 'Kartu keluarga rusak'),
        )
  const left = new Map([[family.id, done.familyVersion]])
  const memberIds = [applicant.id]
  await addCardEntry(input, { number, eventId: done.eventId, village: family.villageCode, memberIds, left })
  await issueFamilyCard(input, family.id)
  return outcome(input, { number, familyVersion: done.familyVersion })
}

/** The cards return to who stood on them before and are issued so; prints of this case no longer hold. */
export const undoFamilyCard: EffectUndo = async (input, facts) => {
  const before = await input.tx
    .selectFrom('population.entry')
    .select('details')
    .where('case_id', '=', input.caseId)
    .where('register', '=', 'family-card')
    .where('voided_at', 'is', null)
    .execute()
  await undoEntry(input, facts)
  for (const { details } of before) {
    for (const familyId of String((details as { cards?: string }).cards ?? '').split(' ')) {
      if (familyId) await issueFamilyCard(input, familyId)
    }
  }
}

async function issueLeft(input: EffectInput, left: ReadonlyMap<string, number | undefined>): Promise<void> {
  for (const [familyId, version] of left) {
    if (version === undefined) await endFamilyCard(input, familyId)
    else await issueFamilyCard(input, familyId)
  }
}

interface CardEntry {
  readonly number: string
  readonly eventId: string
  readonly village: string
  readonly memberIds: readonly string[]
  /** Cards that were there before and changed. */
  readonly left: ReadonlyMap<string, number | undefined>
}

async function addCardEntry(input: EffectInput, entry: CardEntry): Promise<void> {
  await addEntry(input, {
    register: 'family-card',
    number: entry.number,
    eventId: entry.eventId,
    happenedOn: today(input).toString(),
    territoryCode: entry.village,
    details: { cards: [...entry.left.keys()].join(' ') },
    people: [...new Set(entry.memberIds)].map((personId) => ({ role: 'member', personId })),
  })
}

function outcome(input: EffectInput, facts: Readonly<Record<string, string | number>>): EffectOutcome {
  return { facts: { ...facts, registeredOn: formatDay(today(input), 'id') }, documents: [] }
}

const today = ({ context }: EffectInput) => dayOf(context.now, context.tenant.profile.zone)
const text = (answer: unknown) => (typeof answer === 'string' && answer !== '' ? answer : undefined)
const chosen = (answer: unknown) => (Array.isArray(answer) ? (answer as string[]) : [])

/** The spouse on the same card, or by NIK; by the register married to the applicant unless a statement stands in. */
async function partnerOf(input: EffectInput, applicant: Person): Promise<Person> {
  const { tx, answers } = input
  const onCard = answers['partnerPlace'] === 'same-card'
  const field = onCard ? 'partnerMember' : 'partnerNik'
  const partner = onCard ? await getPerson(tx, String(answers['partnerMember'])) : await byNik(input, 'partnerNik')
  if (onCard && partner.familyId !== applicant.familyId) throw notOnCard(field)
  if (answers['marriageProof'] === 'statement') return partner
  const spouse = await findSpouse(tx, applicant)
  const bothMarried = [applicant, partner].every(({ maritalStatus }) => maritalStatus === 'married')
  if (spouse ? spouse.id !== partner.id : !bothMarried) {
    throw invalidField(
      field,
      'Menurut register keduanya belum kawin satu sama lain. Laporkan perkawinannya dahulu, atau ajukan dengan pernyataan kawin belum tercatat.',
      'By the register they are not married to each other. Report the marriage first, or apply with the statement of an unrecorded marriage.',
    )
  }
  return partner
}

/** Where the new card is: the present dwelling, or another address of the region that is open. */
async function placeOf({ tx, answers }: EffectInput, applicant: Person) {
  if (answers['sameAddress'] === 'yes' && applicant.familyId) {
    const { address, rt, rw, villageCode, postalCode, householdId } = await getFamily(tx, applicant.familyId)
    return { address, rt, rw, villageCode, postalCode, householdId }
  }
  const given = answers['newAddress'] as { street: string; rt: string; rw: string; area: string } | undefined
  if (!given) throw invalidField('newAddress', 'Alamat baru belum diisi.', 'The new address is missing.')
  const place = { rt: given.rt.padStart(3, '0'), rw: given.rw.padStart(3, '0'), villageCode: given.area }
  await requireOpenNeighbourhood(tx, place, 'newAddress')
  return { ...place, address: given.street }
}

async function byNik({ tx, context, answers }: EffectInput, field: string): Promise<Person> {
  const person = await findPersonByNik(context.tenant, tx, String(answers[field] ?? ''))
  if (person) return person
  throw invalidField(
    field,
    'NIK ini tidak ada pada register daerah. Kembalikan berkas kepada pemohon.',
    'This NIK is not in the regional register. Return the file to the applicant.',
  )
}

async function cardOf(tx: WriteHandle, person: Person): Promise<Family> {
  if (person.familyId) return getFamily(tx, person.familyId)
  throw invalidField(
    '',
    `${person.fullName} tidak ada pada kartu keluarga.`,
    `${person.fullName} is on no family card.`,
  )
}

async function cardOfHead(tx: WriteHandle, host: Person, field: string): Promise<Family> {
  const family = await cardOf(tx, host)
  if (family.headPersonId === host.id) return family
  throw invalidField(
    field,
    `${host.fullName} bukan kepala keluarga pada kartunya, jadi persetujuannya belum cukup.`,
    `${host.fullName} does not head that card, so this consent is not enough.`,
  )
}

function notOnCard(field: string) {
  return invalidField(
    field,
    'Orang ini tidak lagi pada kartu keluarga pemohon.',
    'This person is no longer on the applicant’s family card.',
  )
}
