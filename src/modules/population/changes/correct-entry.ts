import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { type DocumentDraft, draftOfDocument } from '#modules/documents/index.ts'
import { getPerson, openEvent, type PersonFacts } from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { originOf } from '../effects/origin.ts'
import { standingExtracts } from '../effects/papers.ts'
import { cardDrafts } from '../family-law/cards.ts'
import { registerName, type StandingEntry } from '../queries/own-entries.ts'

type CivilDraft = Extract<DocumentDraft, { template: 'civil-certificate' }>

/** Registers whose extracts name one event, and what of its day stands with the people. */
const dayOfEvent: Readonly<Record<string, keyof PersonFacts | undefined>> = {
  marriage: 'marriedOn',
  divorce: 'divorcedOn',
  recognition: undefined,
  legitimation: undefined,
  adoption: undefined,
}
export const isCorrectable = (register: string): boolean => Object.hasOwn(dayOfEvent, register)

/**
 * Corrects an error of writing in an entry of marriage, divorce, recognition, legitimation or adoption: its day, its place.
 * What stands with the people is put right by an event on which the voiding of the entry looks, and every extract is issued
 * again in the words it has, for the register itself did not change otherwise.
 * @throws invalid-input at `certificateNumber` for an entry of strangers, at `rightOn` when nothing would change
 * @basis UU 23/2006 pasal 71; Perpres 96/2018 pasal 59
 */
export async function correctCivilEntry(input: EffectInput, entry: StandingEntry): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const { tenant, now } = context
  const today = dayOf(now, tenant.profile.zone)
  const on = String(answers['rightOn'] ?? '').trim() || entry.happenedOn
  const place = String(answers['rightPlace'] ?? '').trim() || undefined
  const row = await lockedEntry(input, entry)
  const details = row.details as Record<string, string>
  if (on === entry.happenedOn && (!place || place === details['place'])) throw nothingNew()
  const people = await concerned(input, row.id)
  const { cards, eventId } = await changePeople(input, entry, on, people)
  const corrections = [details['corrections'], eventId].filter(Boolean).join(' ')
  const corrected = { ...details, ...(place ? { place } : {}), ...(corrections ? { corrections } : {}) }
  await tx
    .updateTable('population.entry')
    .set({ happened_on: on, details: JSON.stringify(corrected), corrected_at: now.toString() })
    .where('id', '=', row.id)
    .execute()
  const extracts: DocumentDraft[] = []
  const replaces = await standingExtracts(tx, entry.number)
  for (const id of replaces) {
    const draft = await draftOfDocument(tx, context, id)
    if (draft.template === 'civil-certificate') extracts.push(correctedExtract(draft, { on, place, today }))
  }
  return {
    facts: { correctedNumber: entry.number, correctedOn: formatDay(today, 'id') },
    documents: [...extracts, ...(await cardDrafts(tenant, tx, cards, today))],
    replaces,
  }
}

async function lockedEntry({ tx }: EffectInput, entry: StandingEntry) {
  return tx
    .selectFrom('population.entry')
    .select(['id', 'details'])
    .where('number', '=', entry.number)
    .where('voided_at', 'is', null)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Whom the entry is about; the applicant or somebody of his card is one of them. */
async function concerned({ tx, applicantPersonId }: EffectInput, entryId: string) {
  const rows = await tx
    .selectFrom('population.entry_person')
    .select(['person_id', 'role'])
    .where('entry_id', '=', entryId)
    .where('role', '<>', 'witness')
    .execute()
  const people = await Promise.all(
    rows.map(async ({ person_id, role }) => ({ role, person: await getPerson(tx, person_id) })),
  )
  const applicant = await getPerson(tx, applicantPersonId)
  const isTheirs = people.some(
    ({ person }) => person.id === applicant.id || (applicant.familyId && person.familyId === applicant.familyId),
  )
  if (isTheirs) return people
  throw atNumber(
    'Akta ini bukan tentang pemohon atau orang pada kartu keluarganya. Kembalikan berkas ke verifikator.',
    'This certificate is about nobody on the applicant’s card. Return the file to the verifier.',
  )
}

async function changePeople(
  input: EffectInput,
  entry: StandingEntry,
  on: string,
  people: Awaited<ReturnType<typeof concerned>>,
): Promise<{ readonly cards: ReadonlyMap<string, number>; readonly eventId: string | undefined }> {
  const field = dayOfEvent[entry.register]
  if (!field || on === entry.happenedOn) return { cards: new Map(), eventId: undefined }
  const name = registerName(entry.register).id.toLowerCase()
  const event = await openEvent(input.tx, input.context.tenant, {
    ...originOf(input, `Pembetulan ${name} ${entry.number}`, { registerNumber: entry.number }),
    kind: 'correction',
    validOn: on,
  })
  for (const { person } of people) {
    // Who married again, or whose marriage ended, has another day by now.
    if (person[field] === entry.happenedOn) await event.changePerson(person.id, { [field]: on })
  }
  const { cards, eventId } = await event.close()
  return { cards, eventId }
}

function correctedExtract(
  draft: CivilDraft,
  { on, place, today }: { on: string; place: string | undefined; today: Temporal.PlainDate },
): DocumentDraft {
  const remark = `Kutipan ini memuat pembetulan akta pada ${formatDay(today, 'id')} (UU 23/2006 pasal 71).`
  const { data } = draft
  return {
    ...draft,
    data: {
      ...data,
      event: { ...data.event, on, ...(place ? { place } : {}) },
      issued: { ...data.issued, on: today.toString() },
      remarks: [...(data.remarks ?? []), remark],
    },
  }
}

function nothingNew(): AppError {
  return new AppError('invalid-input', {
    fields: [
      {
        path: 'rightOn',
        message: {
          id: 'Register sudah memuat tanggal dan tempat ini. Kembalikan berkas agar pemohon menulis yang benar.',
          en: 'The register has this day and place already. Return the file so that the applicant writes what is right.',
        },
      },
    ],
  })
}

export function atNumber(id: string, en: string): AppError {
  return new AppError('invalid-input', { fields: [{ path: 'certificateNumber', message: { id, en } }] })
}
