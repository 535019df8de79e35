import { dayOf } from '#kernel/clock/clock.ts'
import { invalidField } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { DocumentDraft } from '#modules/documents/index.ts'
import {
  type ClosedEvent,
  type EventOrigin,
  findPersonByNik,
  getFamily,
  openNik,
  type Person,
  sexLabels,
} from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { extractAgain } from '../changes/record-change.ts'
import { registerPrefix } from '../domain.ts'
import { addEntry, type NewEntry } from '../effects/entries.ts'
import { addMarginalNote } from '../effects/marginal-notes.ts'
import { originOf } from '../effects/origin.ts'
import { certificateFootnotes, issuedAt } from '../effects/papers.ts'
import { takeRegisterNumber } from '../effects/register-number.ts'
import { cardDrafts } from './cards.ts'

type Rows = readonly { readonly label: string; readonly value: string }[]

/** What becomes of a child: recognition, legitimation, adoption. */
export interface ChildEntry {
  readonly child: Person
  readonly register: 'recognition' | 'legitimation' | 'adoption'
  /** Letters of the register number: PA, PS, AA. */
  readonly code: string
  /** Family of dated rules that holds report-within. */
  readonly rules: string
  /** ISO day from which the time to report runs. */
  readonly happenedOn: string
  /** As the history shows it: "Pengakuan anak Kirana Ayu". */
  readonly reason: string
  readonly record: (origin: EventOrigin) => Promise<ClosedEvent>
  readonly people: NewEntry['people']
  readonly details: NonNullable<NewEntry['details']>
  /** On the margin of the birth entry. */
  readonly note: string
  readonly paper: { readonly title: string; readonly register: string; readonly happened: string; readonly rows: Rows }
  readonly parents: Rows
}

/**
 * Enters what became of a child: number, register of people, entry, margin of the birth entry, and all papers: the
 * extract of this register, the extract of the birth with its note, the cards that changed.
 * @basis UU 23/2006 pasal 47, 49, 50 dan 52 (catatan pinggir)
 */
export async function enterChild(input: EffectInput, entry: ChildEntry): Promise<EffectOutcome> {
  const { tx, context } = input
  const { tenant, now } = context
  const { child } = entry
  const today = dayOf(now, tenant.profile.zone)
  const village = child.familyId ? (await getFamily(tx, child.familyId)).villageCode : input.territoryCode
  const within = wholeNumber(await getRule(tx, `${entry.rules}.report-within`, village, today))
  const reported = dayOf(input.submittedAt, tenant.profile.zone)
  const isLate = Temporal.PlainDate.from(entry.happenedOn).until(reported, { largestUnit: 'days' }).days > within
  const number = await takeRegisterNumber(tx, registerPrefix(village, entry.code, today))
  const { eventId, cards } = await entry.record(
    originOf(input, `${entry.reason}, ${number}`, { registerNumber: number, territoryCode: village }),
  )
  await addEntry(input, {
    register: entry.register,
    number,
    eventId,
    happenedOn: entry.happenedOn,
    territoryCode: village,
    isLate,
    details: entry.details,
    people: entry.people,
  })
  const hasBirth = await addMarginalNote(input, { personId: child.id, registerNumber: number, note: entry.note })
  const extract = hasBirth ? await extractAgain(input, child.id, today) : { documents: [], replaces: [] }
  const late = isLate ? [`Pelaporan melampaui ${within} hari.`] : []
  return {
    facts: { certificateNumber: number, registeredOn: formatDay(today, 'id'), isLate, birthExtract: hasBirth },
    documents: [
      paperOf(input, entry, number, today, late),
      ...extract.documents,
      ...(await cardDrafts(tenant, tx, cards, today)),
    ],
    replaces: extract.replaces,
  }
}

function paperOf(
  { context: { tenant } }: EffectInput,
  { child, paper, parents, note, happenedOn }: ChildEntry,
  number: string,
  today: Temporal.PlainDate,
  late: readonly string[],
): DocumentDraft {
  return {
    template: 'civil-certificate',
    number,
    title: paper.title,
    subjectPersonId: child.id,
    subjectName: child.fullName,
    footnotes: certificateFootnotes,
    data: {
      title: paper.title,
      register: paper.register,
      number,
      citizenship: child.citizenship === 'WNI' ? 'Warga Negara Indonesia' : child.citizenship,
      event: { happened: paper.happened, on: happenedOn, rows: paper.rows },
      parties: [
        {
          role: 'Anak',
          name: child.fullName,
          nik: openNik(tenant, child),
          rows: [
            {
              label: 'Tempat, tanggal lahir',
              value: `${child.birthPlace}, ${formatDay(Temporal.PlainDate.from(child.birthOn), 'id')}`,
            },
            { label: 'Jenis kelamin', value: sexLabels[child.sex].id },
            { label: 'Akta kelahiran', value: child.birthCertificateNumber ?? '-' },
          ],
        },
      ],
      parents,
      issued: issuedAt(tenant, today),
      remarks: [`Catatan pinggir pada akta kelahiran: ${note}`, ...late],
    },
  }
}

/** The child that a report names by NIK. @throws invalid-input */
export async function childOf({ tx, context, answers }: EffectInput): Promise<Person> {
  const child = await findPersonByNik(context.tenant, tx, String(answers['childNik'] ?? ''))
  if (child) return child
  throw invalidField(
    'childNik',
    'NIK anak tidak ada pada register daerah. Kembalikan berkas agar pelapor memperbaikinya.',
    'The NIK of the child is not in the regional register. Send the file back for correction.',
  )
}
