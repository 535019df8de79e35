import { createHash, randomInt } from 'node:crypto'
import { invalidField } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import {
  type Family,
  getFamily,
  getPerson,
  leaveRegion,
  openKkNumber,
  openNik,
  type Person,
  requireMayLeave,
} from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { EffectInput, EffectOutcome, EffectUndo } from '#modules/services/index.ts'
import { registerPrefix } from '../domain.ts'
import { originOf } from '../effects/origin.ts'
import { takeRegisterNumber } from '../effects/register-number.ts'
import { addressLines, addressOf, type GivenAddress, moversOf, textOf, today } from './answers.ts'
import { movingLetterDraft } from './letter.ts'
import { addMoveEntry, issueCards, undoMove } from './move-within.ts'
import { packPeople } from './pack-people.ts'
import { findActivePeer } from './queries/peers.ts'
import { changeTransfer, endStates, lockTransfer, openTransfer } from './transfers.ts'

const reasons: Readonly<Record<string, string>> = {
  work: 'Pekerjaan',
  education: 'Pendidikan',
  security: 'Keamanan',
  health: 'Kesehatan',
  housing: 'Perumahan',
  family: 'Keluarga',
  other: 'Lainnya',
}

/**
 * People leave for another region or another country. To a region that settles moves electronically goes a package, and
 * they stay active here until it has registered them; with a letter on paper, or abroad, they leave with the signature.
 * @basis UU 23/2006 pasal 15, 16, 18; Perpres 96/2018 pasal 25, 27; Permendagri 108/2019
 */
export async function registerMoveOut(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const { tenant } = context
  const abroad = answers['goesTo'] === 'abroad'
  const leaving = await whoLeaves(input)
  const { family, memberIds, people } = leaving
  const peer = abroad ? undefined : await findActivePeer(tx, regionOf(answers['toAddress']))
  const number = await letterNumber(input, family.villageCode, abroad ? 'SKPLN' : 'SKPWNI')
  const movedOn = textOf(answers['movedOn']) ?? today(input).toString()
  const validTo = abroad ? undefined : await lastDayOf(input, family.villageCode)
  const [place, area] = await destinationLines(input)
  const code = peer && claimCode()
  const left = peer
    ? undefined
    : await leaveRegion(tx, tenant, {
        ...originOf(input, `${abroad ? 'Pindah ke luar negeri' : 'Pindah keluar daerah'}, ${number}`, {
          registerNumber: number,
          territoryCode: family.villageCode,
        }),
        kind: abroad ? 'departure-abroad' : 'move-out',
        validOn: earlier(movedOn, today(input).toString()),
        memberIds,
        remainingHeadId: textOf(answers['remainingHead']),
        guardianConsents: answers['guardianStatement'] === true,
      })
  await addMoveEntry(input, {
    kind: abroad ? 'abroad' : 'out',
    number,
    eventId: left?.eventId,
    movedOn,
    villageCode: family.villageCode,
    memberIds,
    touched: [...(left?.left.keys() ?? [])],
  })
  await openTransfer(
    tx,
    context,
    {
      direction: 'out',
      channel: abroad ? 'abroad' : peer ? 'peer' : 'letter',
      state: peer ? 'drafted' : 'settled',
      peerCode: peer?.regionCode,
      number,
      caseId: input.caseId,
      eventId: left?.eventId,
      familyId: family.id,
      headName: leaving.first.fullName,
      peopleCount: memberIds.length,
      otherPlace: area,
      villageCode: family.villageCode,
      movedOn,
      validTo,
      personIds: memberIds,
      says: peer !== undefined,
      claim: peer && {
        remainingHeadId: textOf(answers['remainingHead']),
        guardianConsents: answers['guardianStatement'] === true,
      },
      package:
        peer && code && validTo
          ? {
              number,
              issuedOn: today(input).toString(),
              movedOn,
              validTo,
              reason: reasons[String(answers['reason'])] ?? 'Lainnya',
              kkNumber: openKkNumber(tenant, family),
              headNik: openNik(tenant, leaving.first),
              from: addressOf(family),
              to: answers['toAddress'] as GivenAddress,
              claimCode: hashOfCode(code),
              people: await packPeople(tenant, tx, people),
            }
          : undefined,
    },
    peer ? 'drafted' : abroad ? 'left-abroad' : 'left-by-letter',
  )
  if (left) await issueCards(input, left.left)
  const letter = movingLetterDraft(tenant, {
    title: abroad ? 'Surat Keterangan Pindah Luar Negeri' : 'Surat Keterangan Pindah WNI',
    number,
    lead: abroad
      ? 'Penduduk di bawah ini pindah ke luar negeri. NIK mereka tetap dan dipakai lagi bila kembali.'
      : 'Penduduk di bawah ini pindah ke daerah lain. NIK mereka tetap; kartu keluarga yang baru diterbitkan daerah tujuan.',
    family,
    head: leaving.head,
    from: await addressLines(input, addressOf(family)),
    to: [place, area],
    movedOn,
    validTo,
    rows: [
      { label: 'Alasan pindah', value: reasons[String(answers['reason'])] ?? 'Lainnya' },
      { label: 'Yang pindah', value: `${memberIds.length} orang` },
      ...(code ? [{ label: 'Kode kedatangan', value: code }] : []),
    ],
    people,
    on: today(input),
    remarks: peer
      ? [
          `Data sudah dikirim secara elektronik ke ${peer.name}. Sampaikan kode kedatangan di sana; sampai terdaftar, mereka tetap penduduk daerah ini.`,
        ]
      : abroad
        ? ['Laporkan diri pada perwakilan Republik Indonesia di negara tujuan.']
        : ['Serahkan surat ini kepada dinas kependudukan daerah tujuan sebelum masanya lewat.'],
  })
  return {
    facts: {
      number,
      registeredOn: formatDay(today(input), 'id'),
      members: memberIds.length,
      electronic: peer !== undefined,
    },
    documents: [letter],
  }
}

/** A day that is announced ahead becomes true with the signature. */
const earlier = (day: string, other: string) => [day, other].sort()[0] as string

interface Leavers {
  readonly family: Family
  readonly memberIds: readonly string[]
  readonly people: readonly Person[]
  readonly head: Person
  /** The head when he goes too, else the first of them. */
  readonly first: Person
}

async function whoLeaves(input: EffectInput): Promise<Leavers> {
  const { tx, answers } = input
  const { family, memberIds } = await moversOf(input)
  const people = await requireMayLeave(tx, memberIds, today(input), answers['guardianStatement'] === true)
  const head = await getPerson(tx, family.headPersonId as string)
  const first = people.find((person) => person.id === head.id) ?? people[0]
  if (!first) throw invalidField('movers', 'Pilih paling sedikit satu orang.', 'Choose at least one person.')
  return { family: await getFamily(tx, family.id), memberIds, people, head, first }
}

async function destinationLines(input: EffectInput): Promise<[string, string]> {
  const { answers } = input
  if (answers['goesTo'] === 'abroad') return [String(answers['abroadAddress'] ?? ''), String(answers['country'] ?? '')]
  return addressLines(input, answers['toAddress'] as GivenAddress)
}

/** Regency or city of an address: 98.02. */
export function regionOf(address: unknown): string {
  return String((address as GivenAddress | undefined)?.area ?? '').slice(0, 5)
}

/** "SKPWNI/9901/23112026/0003" */
async function letterNumber(input: EffectInput, villageCode: string, kind: string): Promise<string> {
  const number = await takeRegisterNumber(input.tx, registerPrefix(villageCode, kind, today(input)))
  const [region, , day, sequence] = number.split('-')
  return [kind, region, day, sequence].join('/')
}

async function lastDayOf(input: EffectInput, villageCode: string): Promise<string> {
  const days = wholeNumber(await getRule(input.tx, 'moving.letter-valid', villageCode, today(input)))
  return today(input).add({ days }).toString()
}

/** Eight digits that stand on the letter. */
const claimCode = () => `${randomInt(1000, 10_000)}-${randomInt(1000, 10_000)}`

export function hashOfCode(code: string): string {
  return createHash('sha256')
    .update(`balai-kedatangan:${code.replace(/\D/g, '')}`)
    .digest('hex')
}

/** People who left return; who has not been registered elsewhere yet simply stays, once the other region agrees. */
export const undoMoveOut: EffectUndo = async (input, facts) => {
  const { tx, context } = input
  const rows = await tx.selectFrom('population.transfer').select('id').where('case_id', '=', input.caseId).execute()
  for (const { id } of rows) {
    const row = await lockTransfer(tx, id)
    if (row.channel === 'peer' && row.state === 'settled' && row.event_id) throw registeredElsewhere()
    if (row.channel === 'peer' && !endStates.includes(row.state)) {
      await changeTransfer(tx, context, row, {
        state: 'withdrawing',
        says: true,
        what: 'withdrawal-asked',
        reason: 'cancelled',
      })
    } else if (row.channel !== 'peer') {
      await changeTransfer(tx, context, row, { state: 'cancelled', what: 'cancelled' })
    }
  }
  await undoMove(input, facts)
}

function registeredElsewhere() {
  return invalidField(
    '',
    'Daerah tujuan sudah mendaftarkan mereka. Untuk kembali, mereka pindah dari sana seperti biasa.',
    'The other region has registered them. To come back they move from there in the usual way.',
  )
}
