import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { listDocumentsOf, revokeDocument } from '#modules/documents/index.ts'
import { getPerson, openEvent, sameName } from '#modules/people/index.ts'
import { cancelGranted, type EffectInput, type EffectOutcome } from '#modules/services/index.ts'
import { endCardsOf } from '../cards/commands/card-row.ts'
import { issueOrEndFamilyCard } from '../cards/issue-family-card.ts'
import { registerPrefix } from '../domain.ts'
import { type BirthEntry, listBirthsOf } from '../effects/birth-entry.ts'
import { addEntry } from '../effects/entries.ts'
import { originOf } from '../effects/origin.ts'
import { certificateFootnotes, issuedAt } from '../effects/papers.ts'
import { takeRegisterNumber } from '../effects/register-number.ts'
import { findEntryByNumber, registerName, type StandingEntry } from '../queries/own-entries.ts'
import { courtDecisionIn, courtInWords, courtRows } from './court-decision.ts'

/**
 * Voids an entry of any civil register on the decision of a court: the file that caused it goes its own way back (people,
 * cards and papers with it), and the voiding itself is entered.
 * @throws invalid-input for an entry that does not stand; conflict when its file cannot be taken back, or later events rest on it
 * @basis UU 23/2006 pasal 72; PP 40/2019; Permendagri 108/2019
 */
export async function cancelEntry(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const { tenant, now } = context
  const entry = await entryToCancel(input)
  const court = courtDecisionIn(answers)
  const reason = `Berdasarkan ${courtInWords(court)}.`
  await takeBack(input, entry, reason)
  const today = dayOf(now, tenant.profile.zone)
  const number = await takeRegisterNumber(tx, registerPrefix(input.territoryCode, 'PB', today))
  await addEntry(input, {
    register: 'cancellation',
    number,
    happenedOn: court.on,
    territoryCode: input.territoryCode,
    details: { voided: entry.number, register: entry.register, court: court.court, courtNumber: court.number },
    people: [{ role: 'subject', personId: entry.personId }],
  })
  const person = await getPerson(tx, entry.personId)
  const name = registerName(entry.register)
  return {
    facts: { certificateNumber: number, voidedNumber: entry.number, registeredOn: formatDay(today, 'id') },
    documents: [
      {
        template: 'civil-certificate',
        number,
        title: 'Surat Keterangan Pembatalan Akta',
        subjectPersonId: person.id,
        subjectName: person.fullName,
        footnotes: certificateFootnotes,
        data: {
          title: 'Surat Keterangan Pembatalan Akta',
          register: 'Register Pembatalan Akta',
          number,
          event: {
            happened: 'telah dibatalkan akta atas nama',
            on: court.on,
            rows: [
              { label: 'Akta yang dibatalkan', value: name.id },
              { label: 'Nomor akta', value: entry.number },
              ...courtRows(court),
            ],
          },
          parties: [{ role: 'Atas nama', name: person.fullName, rows: [] }],
          issued: issuedAt(tenant, today),
        },
      },
    ],
  }
}

/** The entry of the application; one of somebody else's card has to be named with the person it is about. */
async function entryToCancel({ tx, answers }: EffectInput): Promise<StandingEntry> {
  const isOwn = answers['whose'] !== 'other'
  const number = String((isOwn ? answers['entry'] : answers['otherNumber']) ?? '').trim()
  const entry = await findEntryByNumber(tx, number)
  if (entry && (isOwn || sameName(entry.name, String(answers['otherName'] ?? '')))) return entry
  throw new AppError('invalid-input', {
    fields: [
      {
        path: isOwn ? 'entry' : 'otherNumber',
        message: {
          id: 'Tidak ada akta yang berlaku dengan nomor dan nama ini pada register. Kembalikan berkas ke verifikator.',
          en: 'No certificate with this number and name stands in the register. Return the file to the verifier.',
        },
      },
    ],
  })
}

async function takeBack(input: EffectInput, entry: StandingEntry, reason: string): Promise<void> {
  const { tx, context } = input
  if (entry.register === 'birth') {
    const births = await listBirthsOf(tx, entry.caseId)
    const one = births.find((birth) => birth.number === entry.number)
    if (one && births.length > 1) return voidOneOfTwins(input, one)
  }
  if (await cancelGranted(tx, context, entry.caseId, reason)) return
  throw new AppError('conflict', {
    params: { number: entry.number },
    text: {
      id: 'Berkas akta {number} sedang diproses atau sudah dibatalkan, sehingga belum dapat ditarik. Selesaikan dahulu berkas itu.',
      en: 'The file of certificate {number} is being worked on or was voided, so that it cannot be taken back now. Finish that file first.',
    },
  })
}

/** A court voids the certificate of one twin: the others, and their file, stay as they are. */
async function voidOneOfTwins(input: EffectInput, birth: BirthEntry): Promise<void> {
  const { tx, context, caseNumber } = input
  const { tenant, now } = context
  await endCardsOf(tx, context, birth.personId, 'akta kelahiran dibatalkan')
  const event = await openEvent(tx, tenant, {
    ...originOf(input, `Pembatalan akta kelahiran ${birth.number}`, { registerNumber: birth.number }),
    kind: 'cancellation',
    validOn: birth.body.bornOn,
  })
  await event.changePerson(birth.personId, { status: 'void', familyId: undefined })
  const { cards } = await event.close()
  await tx
    .updateTable('population.birth')
    .set({ voided_at: now.toString(), voided_reason: `Berkas ${caseNumber}` })
    .where('id', '=', birth.id)
    .execute()
  for (const paper of await listDocumentsOf(tx, 'case', birth.caseId)) {
    if (paper.number === birth.number && paper.standing === 'stands') {
      await revokeDocument(tx, context, paper.id, 'akta dibatalkan')
    }
  }
  for (const familyId of cards.keys()) await issueOrEndFamilyCard(input, familyId)
}
