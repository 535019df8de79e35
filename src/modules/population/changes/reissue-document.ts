import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { type DocumentDraft, draftOfDocument, type HeldDocument, listHeldDocuments } from '#modules/documents/index.ts'
import { getPerson, listFamilyMembers, type Person } from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome, OptionSource } from '#modules/services/index.ts'
import { findBirthOf } from '../effects/birth-entry.ts'
import { birthExtractDraft } from '../effects/birth-extract.ts'
import { familyCardDraft } from '../effects/papers.ts'

/** Papers of civil registration that may be issued again without anybody deciding anew. */
const templates = ['birth-certificate', 'death-certificate', 'civil-certificate']
/** @basis Permendagri 7/2019 (penerbitan dokumen secara daring); Permendagri 109/2019 */
const sealedUnder = 'Permendagri 7/2019 dan Permendagri 109/2019 (penerbitan kembali)'

/**
 * Issues a paper once more, at once: the register says today what it said then, so nobody has to decide. It bears the seal
 * of the office and a code of its own; the former print no longer holds, for a paper that was lost may be in anybody's hands.
 * @throws invalid-input for a paper that is not the applicant's or no longer stands
 */
export async function reissueDocument(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const today = dayOf(context.now, context.tenant.profile.zone)
  const applicant = await getPerson(tx, input.applicantPersonId)
  const people = await heldPeople(input, applicant)
  if (answers['what'] === 'family-card') return reissueCard(input, applicant, today)
  const held = await listHeldDocuments(
    tx,
    people.map(({ id }) => id),
    templates,
  )
  const chosen = held.find((paper) => paper.id === answers['document'])
  if (!chosen) throw notHeld()
  const draft = await freshDraft(input, chosen, today)
  return outcome({ ...draft, sealedUnder }, [chosen.id], today)
}

async function reissueCard(input: EffectInput, applicant: Person, today: Temporal.PlainDate): Promise<EffectOutcome> {
  const { tx, context } = input
  if (!applicant.familyId) throw notHeld()
  const subject = { subjectPersonId: applicant.id, subjectName: applicant.fullName }
  const card = await familyCardDraft(context.tenant, tx, applicant.familyId, subject, today)
  const members = await listFamilyMembers(tx, applicant.familyId)
  const former = await listHeldDocuments(
    tx,
    members.map(({ id }) => id),
    ['family-card'],
  )
  const replaced = former.filter((paper) => paper.number === card.number).map(({ id }) => id)
  return outcome({ ...card, sealedUnder }, replaced, today)
}

/** A birth extract bears what was noted on its margin since; other papers say what they said. */
async function freshDraft(input: EffectInput, paper: HeldDocument, today: Temporal.PlainDate): Promise<DocumentDraft> {
  const birth = await findBirthOf(input.tx, paper.subjectPersonId)
  if (birth?.number === paper.number) return birthExtractDraft(input.context.tenant, input.tx, birth, today)
  return draftOfDocument(input.tx, input.context, paper.id)
}

function outcome(draft: DocumentDraft, replaces: readonly string[], today: Temporal.PlainDate): EffectOutcome {
  return {
    facts: { reissuedNumber: draft.number, reissuedOn: formatDay(today, 'id') },
    documents: [draft],
    replaces,
    seal: true,
  }
}

/** The applicant, and the children on his card who are not of age. */
async function heldPeople(input: Pick<EffectInput, 'tx'>, applicant: Person): Promise<Person[]> {
  if (!applicant.familyId) return [applicant]
  const members = await listFamilyMembers(input.tx, applicant.familyId)
  return members.filter(
    (member) => member.id === applicant.id || member.motherId === applicant.id || member.fatherId === applicant.id,
  )
}

/** What the applicant and his children hold and may have issued again. */
export const ownDocuments: OptionSource = {
  address: '/berkas-saya',
  async list(_tenant, db, { personId, value }) {
    const people = await heldPeople({ tx: db as never }, await getPerson(db, personId))
    const held = await listHeldDocuments(
      db,
      people.map(({ id }) => id),
      templates,
    )
    return held
      .filter((paper) => value === undefined || paper.id === value)
      .map((paper) => {
        const name = people.find(({ id }) => id === paper.subjectPersonId)?.fullName ?? paper.subjectLabel
        return {
          value: paper.id,
          label: { id: `${paper.title}: ${name}`, en: `${paper.title}: ${name}` },
          detail: { id: paper.number, en: paper.number },
        }
      })
  },
}

function notHeld(): AppError {
  return new AppError('invalid-input', {
    fields: [
      {
        path: 'document',
        message: {
          id: 'Dokumen ini bukan milik Anda atau tidak berlaku lagi. Pilih dari daftar.',
          en: 'This document is not yours or no longer holds. Choose one from the list.',
        },
      },
    ],
  })
}
