import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { DocumentDraft } from '#modules/documents/index.ts'
import {
  type EventKind,
  getFamily,
  openEvent,
  openNik,
  type Person,
  type PersonFacts,
  sexLabels,
} from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { registerPrefix } from '../domain.ts'
import { findBirthOf } from '../effects/birth-entry.ts'
import { birthExtractDraft } from '../effects/birth-extract.ts'
import { addEntry, type NewEntry } from '../effects/entries.ts'
import { addMarginalNote } from '../effects/marginal-notes.ts'
import { originOf } from '../effects/origin.ts'
import { certificateFootnotes, issuedAt, standingExtracts } from '../effects/papers.ts'
import { takeRegisterNumber } from '../effects/register-number.ts'
import { cardDrafts } from '../family-law/cards.ts'
import { identityCardDue } from './identity-card-due.ts'

type CivilData = Extract<DocumentDraft, { template: 'civil-certificate' }>['data']

/** One change of a person's data, as a register of civil registration enters it. */
interface ChangeOfPerson {
  readonly person: Person
  readonly kind: EventKind
  /** Two letters of the register number: GN, GK, PW. */
  readonly code: string
  readonly facts: PersonFacts
  /** ISO day on which it became true. */
  readonly validOn: string
  /** As the history shows it: "Perubahan nama". */
  readonly reason: string
  /** What the register notes; no NIK. */
  readonly details: NonNullable<NewEntry['details']>
  readonly isLate?: boolean | undefined
  /** What the margin of the birth entry says from now on. */
  readonly note?: string | undefined
  /** The certificate of this change; left out where only the card changes. */
  readonly certificate?:
    | { readonly title: string; readonly register: string; readonly happened: string; readonly rows: CivilRows }
    | undefined
}

type CivilRows = readonly { readonly label: string; readonly value: string }[]

/**
 * Enters a change of a person's data: register entry, the person, every card he stands on, the margin of his birth entry,
 * and all the papers that follow, in one transaction.
 * @throws invalid-input when nothing would change
 */
export async function recordChange(input: EffectInput, change: ChangeOfPerson): Promise<EffectOutcome> {
  const { tx, context } = input
  const { tenant, now } = context
  const { person } = change
  const today = dayOf(now, tenant.profile.zone)
  refuseNoChange(change)
  const village = person.familyId ? (await getFamily(tx, person.familyId)).villageCode : input.territoryCode
  const number = await takeRegisterNumber(tx, registerPrefix(village, change.code, today))
  const origin = originOf(input, `${change.reason}, ${number}`, { registerNumber: number, territoryCode: village })
  const event = await openEvent(tx, tenant, { ...origin, kind: change.kind, validOn: change.validOn })
  const changed = await event.changePerson(person.id, change.facts)
  const { eventId, cards } = await event.close()
  await identityCardDue(input, person, changed)
  await addEntry(input, {
    register: change.kind,
    number,
    eventId,
    happenedOn: change.validOn,
    territoryCode: village,
    isLate: change.isLate,
    details: change.details,
    people: [{ role: 'subject', personId: person.id }],
  })
  const hasBirth = change.note
    ? await addMarginalNote(input, { personId: person.id, registerNumber: number, note: change.note })
    : false
  const extract = hasBirth ? await extractAgain(input, person.id, today) : { documents: [], replaces: [] }
  return {
    facts: { certificateNumber: number, registeredOn: formatDay(today, 'id'), isLate: change.isLate ?? false },
    documents: [
      ...extract.documents,
      ...certificateOf(input, change, changed, number, today),
      ...(await cardDrafts(tenant, tx, cards, today)),
    ],
    replaces: extract.replaces,
  }
}

/** The extract of the birth with everything on its margin, in the place of the one that was issued before. */
export async function extractAgain(
  { tx, context }: Pick<EffectInput, 'tx' | 'context'>,
  personId: string,
  today: Temporal.PlainDate,
): Promise<{ readonly documents: readonly DocumentDraft[]; readonly replaces: readonly string[] }> {
  const birth = await findBirthOf(tx, personId)
  if (!birth) return { documents: [], replaces: [] }
  return {
    documents: [await birthExtractDraft(context.tenant, tx, birth, today)],
    replaces: await standingExtracts(tx, birth.number),
  }
}

function certificateOf(
  { context }: EffectInput,
  change: ChangeOfPerson,
  person: Person,
  number: string,
  today: Temporal.PlainDate,
): DocumentDraft[] {
  const { certificate } = change
  if (!certificate) return []
  const { tenant } = context
  const data: CivilData = {
    title: certificate.title,
    register: certificate.register,
    number,
    citizenship: person.citizenship === 'WNI' ? 'Warga Negara Indonesia' : 'Warga Negara Asing',
    event: { happened: certificate.happened, on: change.validOn, rows: certificate.rows },
    parties: [
      {
        role: 'Yang bersangkutan',
        name: person.fullName,
        nik: openNik(tenant, person),
        rows: [
          { label: 'Tempat lahir', value: person.birthPlace },
          { label: 'Tanggal lahir', value: formatDay(Temporal.PlainDate.from(person.birthOn), 'id') },
          { label: 'Jenis kelamin', value: sexLabels[person.sex].id },
          { label: 'Akta kelahiran', value: person.birthCertificateNumber ?? '-' },
        ],
      },
    ],
    issued: issuedAt(tenant, today),
    remarks: change.note ? [`Catatan pinggir pada akta kelahiran: ${change.note}`] : [],
  }
  return [
    {
      template: 'civil-certificate',
      number,
      title: certificate.title,
      subjectPersonId: person.id,
      subjectName: person.fullName,
      footnotes: certificateFootnotes,
      data,
    },
  ]
}

function refuseNoChange({ person, facts }: ChangeOfPerson): void {
  const present = person as unknown as Record<string, unknown>
  if (Object.entries(facts).some(([field, value]) => present[field] !== value)) return
  throw new AppError('conflict', {
    text: {
      id: 'Register sudah memuat data ini; tidak ada yang berubah. Kembalikan berkas ke verifikator.',
      en: 'The register already says so; nothing would change. Return the file to the verifier.',
    },
  })
}
