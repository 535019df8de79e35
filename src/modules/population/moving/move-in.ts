import { invalidField } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import {
  type Arrival,
  type ArriveAt,
  educations,
  enterRegion,
  type FamilyRelation,
  religions,
} from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome, EffectUndo } from '#modules/services/index.ts'
import { issueFamilyCard } from '../cards/issue-family-card.ts'
import { registerPrefix } from '../domain.ts'
import { originOf } from '../effects/origin.ts'
import { takeRegisterNumber } from '../effects/register-number.ts'
import { type GivenAddress, hostCard, openPlace, relationsOf, textOf, today } from './answers.ts'
import { addMoveEntry, undoMove } from './move-within.ts'
import { findHandedIn } from './queries/transfers.ts'
import { changeTransfer, lockTransfer, openTransfer } from './transfers.ts'

/**
 * People arrive with a letter on paper or from abroad, with their NIK; who lived here before returns under it.
 * @basis UU 23/2006 pasal 15 ayat (2), pasal 19; Perpres 96/2018 pasal 26, 28; PP 40/2019
 */
export async function registerMoveIn(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const abroad = answers['comesFrom'] === 'abroad'
  const arrivals = arrivalsOf(answers['arrivals'])
  const head = arrivals.find((arrival) => arrival.relation === 'head') ?? arrivals[0]
  if (!head) throw invalidField('arrivals', 'Tulis paling sedikit satu orang.', 'Name at least one person.')
  const letterNumber = textOf(answers['letterNumber'])
  if (letterNumber) await refuseUsedLetter(input, letterNumber)
  const { villageCode, ...to } = await homeOf(input, arrivals, head.nik)
  const number = await takeRegisterNumber(tx, registerPrefix(villageCode, abroad ? 'KLN' : 'KDT', today(input)))
  const arrivedOn = textOf(answers['movedOn']) ?? today(input).toString()
  const done = await enterRegion(tx, context.tenant, {
    ...originOf(input, `${abroad ? 'Datang dari luar negeri' : 'Pindah datang'}, ${number}`, {
      registerNumber: number,
      territoryCode: villageCode,
    }),
    kind: abroad ? 'return-from-abroad' : 'move-in',
    validOn: arrivedOn,
    arrivals,
    to,
    knownDataStand: true,
  })
  await addMoveEntry(input, {
    kind: abroad ? 'return' : 'in',
    number,
    eventId: done.eventId,
    movedOn: arrivedOn,
    villageCode,
    memberIds: done.personIds,
    touched: [done.familyId],
  })
  await openTransfer(
    tx,
    context,
    {
      direction: 'in',
      channel: abroad ? 'abroad' : 'letter',
      state: 'settled',
      number: letterNumber,
      caseId: input.caseId,
      eventId: done.eventId,
      familyId: done.familyId,
      headName: head.fullName,
      peopleCount: arrivals.length,
      otherPlace: String(answers[abroad ? 'country' : 'originName'] ?? ''),
      villageCode,
      movedOn: arrivedOn,
      personIds: done.personIds,
    },
    abroad ? 'returned' : 'arrived-by-letter',
  )
  await issueFamilyCard(input, done.familyId)
  return {
    facts: { number, registeredOn: formatDay(today(input), 'id'), members: arrivals.length },
    documents: [],
  }
}

async function homeOf(
  input: EffectInput,
  arrivals: readonly Arrival[],
  headNik: string,
): Promise<ArriveAt & { readonly villageCode: string }> {
  if (input.answers['destination'] === 'card') {
    const host = await hostCard(input)
    const relations = relationsOf(
      input,
      arrivals.map((arrival) => arrival.nik),
    )
    return { kind: 'card', familyId: host.id, relations, villageCode: host.villageCode }
  }
  const place = await openPlace(input.tx, input.answers['newAddress'] as GivenAddress | undefined)
  return { kind: 'address', place, headNik, villageCode: place.villageCode }
}

/** Rows as they were typed from the letter of the region that they left. */
function arrivalsOf(rows: unknown): Arrival[] {
  const list = Array.isArray(rows) ? (rows as Record<string, string>[]) : []
  return list.map((row) => ({
    nik: String(row['nik'] ?? ''),
    fullName: String(row['name'] ?? ''),
    sex: row['sex'] === 'female' ? 'female' : 'male',
    birthPlace: String(row['birthPlace'] ?? ''),
    birthOn: String(row['birthOn'] ?? ''),
    religion: religionWords[String(row['religion'])] ?? religions[6],
    education: educationWords[String(row['education'])] ?? educations[0],
    occupation: String(row['occupation'] ?? '') || 'Belum/Tidak Bekerja',
    maritalStatus: (row['marital'] ?? 'single') as NonNullable<Arrival['maritalStatus']>,
    relation: (row['relation'] ?? 'relative') as FamilyRelation,
    motherName: row['mother'] || undefined,
    fatherName: row['father'] || undefined,
  }))
}

const religionWords: Readonly<Record<string, string>> = {
  islam: religions[0],
  kristen: religions[1],
  katolik: religions[2],
  hindu: religions[3],
  buddha: religions[4],
  khonghucu: religions[5],
  kepercayaan: religions[6],
}
const educationWords: Readonly<Record<string, string>> = {
  none: educations[0],
  primary: educations[2],
  'lower-secondary': educations[3],
  'upper-secondary': educations[4],
  diploma: educations[6],
  bachelor: educations[7],
  master: educations[8],
}

async function refuseUsedLetter({ tx }: EffectInput, number: string): Promise<void> {
  const used = await findHandedIn(tx, number)
  if (!used) return
  throw used.channel === 'peer'
    ? invalidField(
        'letterNumber',
        'Daerah asal sudah mengirim perpindahan ini secara elektronik. Daftarkan dari meja perpindahan.',
        'The region of origin has sent this move electronically. Register it at the desk of moves.',
      )
    : invalidField(
        'letterNumber',
        'Surat pindah ini sudah pernah diserahkan di sini.',
        'This letter was handed in here before.',
      )
}

/** The arrival is taken back: who was entered by it is void, who had returned is away again. */
export const undoMoveIn: EffectUndo = async (input, facts) => {
  const { tx, context } = input
  const rows = await tx.selectFrom('population.transfer').select('id').where('case_id', '=', input.caseId).execute()
  for (const { id } of rows) {
    await changeTransfer(tx, context, await lockTransfer(tx, id), { state: 'cancelled', what: 'cancelled' })
  }
  await undoMove(input, facts)
}
