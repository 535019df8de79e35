import { formatDay } from '#kernel/i18n/format.ts'
import { getFamily, getPerson, moveWithin } from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome, EffectUndo } from '#modules/services/index.ts'
import { endFamilyCard, issueFamilyCard, issueOrEndFamilyCard } from '../cards/issue-family-card.ts'
import { registerPrefix } from '../domain.ts'
import { addEntry, undoEntry } from '../effects/entries.ts'
import { originOf } from '../effects/origin.ts'
import { takeRegisterNumber } from '../effects/register-number.ts'
import { addressLines, addressOf, destinationOf, moversOf, relationsOf, textOf, today } from './answers.ts'
import { movingLetterDraft } from './letter.ts'

/**
 * A move inside the region: address and cards change at once, no letter of removal is needed; what is issued tells banks
 * and schools of the new address.
 * @basis UU 23/2006 pasal 15 ayat (1); Perpres 96/2018 pasal 25, 26
 */
export async function registerMoveWithin(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const { tenant } = context
  const { family, memberIds } = await moversOf(input)
  const { villageCode, ...to } = await destinationOf(input)
  const people = []
  for (const id of memberIds) people.push(await getPerson(tx, id))
  const head = await getPerson(tx, family.headPersonId as string)
  const from = await addressLines(input, addressOf(family))
  const number = await takeRegisterNumber(tx, registerPrefix(villageCode, 'PD', today(input)))
  const movedOn = textOf(answers['movedOn']) ?? today(input).toString()
  const done = await moveWithin(tx, tenant, {
    ...originOf(input, `Pindah dalam daerah, ${number}`, { registerNumber: number, territoryCode: villageCode }),
    validOn: movedOn,
    memberIds,
    to: to.kind === 'card' ? { ...to, relations: relationsOf(input, memberIds) } : to,
    remainingHeadId: textOf(answers['remainingHead']),
    guardianConsents: answers['guardianStatement'] === true,
  })
  const touched = [done.familyId, ...done.left.keys()]
  await addMoveEntry(input, { kind: 'within', number, eventId: done.eventId, movedOn, villageCode, memberIds, touched })
  await issueFamilyCard(input, done.familyId)
  await issueCards(input, done.left)
  const newHome = await addressLines(input, addressOf(await getFamily(tx, done.familyId)))
  const letter = movingLetterDraft(tenant, {
    title: 'Surat Keterangan Pindah',
    number,
    lead: 'Penduduk di bawah ini pindah di dalam daerah. NIK mereka tetap, dan kartu keluarga dengan alamat baru sudah terbit.',
    family,
    head,
    from,
    to: newHome,
    movedOn,
    rows: [{ label: 'Yang pindah', value: `${memberIds.length} orang` }],
    people,
    on: today(input),
    remarks: ['Surat ini tidak perlu diserahkan ke kantor mana pun; kartu keluarga yang baru sudah berlaku.'],
  })
  return {
    facts: { number, registeredOn: formatDay(today(input), 'id'), members: memberIds.length },
    documents: [letter],
  }
}

interface MoveEntry {
  readonly kind: 'within' | 'out' | 'in' | 'abroad' | 'return'
  readonly number: string
  readonly eventId?: string | undefined
  readonly movedOn: string
  readonly villageCode: string
  readonly memberIds: readonly string[]
  /** Cards that changed, to be issued again when it is taken back. */
  readonly touched: readonly string[]
}

const register = 'move'

/** Enters a move in the register of moves. */
export async function addMoveEntry(input: EffectInput, entry: MoveEntry): Promise<void> {
  await addEntry(input, {
    register,
    number: entry.number,
    eventId: entry.eventId,
    happenedOn: entry.movedOn,
    territoryCode: entry.villageCode,
    details: { kind: entry.kind, cards: entry.touched.join(' ') },
    people: [...new Set(entry.memberIds)].map((personId) => ({ role: 'mover', personId })),
  })
}

/** Every card that was touched as it stands now; prints of those on which nobody is left no longer hold. */
export async function issueCards(input: EffectInput, cards: ReadonlyMap<string, number | undefined>): Promise<void> {
  for (const [familyId, version] of cards) {
    if (version === undefined) await endFamilyCard(input, familyId)
    else await issueFamilyCard(input, familyId)
  }
}

/** Takes a move back: everybody returns to the card and address of before, and those cards are issued again. */
export const undoMove: EffectUndo = async (input, facts) => {
  const before = await input.tx
    .selectFrom('population.entry')
    .select('details')
    .where('case_id', '=', input.caseId)
    .where('register', '=', register)
    .where('voided_at', 'is', null)
    .execute()
  await undoEntry(input, facts)
  for (const { details } of before) {
    for (const familyId of String((details as { cards?: string }).cards ?? '').split(' ')) {
      if (familyId) await issueOrEndFamilyCard(input, familyId)
    }
  }
}
