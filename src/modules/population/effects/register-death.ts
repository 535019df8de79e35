import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { newId } from '#kernel/ids.ts'
import { settleNotices } from '#modules/notices/index.ts'
import {
  findPersonByNik,
  getFamily,
  getPerson,
  type Person,
  registerDeath as recordDeath,
} from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { isLateDeath, registerPrefix } from '../domain.ts'
import { deathCertificateDraft } from './death-certificate.ts'
import { originOf } from './origin.ts'
import { familyCardDraft } from './papers.ts'
import { takeRegisterNumber } from './register-number.ts'

type ReporterKind = 'family' | 'relative' | 'neighbourhood-head' | 'institution'
type DeathProof = 'doctor' | 'village' | 'police' | 'court' | 'neighbourhood'

/**
 * Enters a death: certificate number, the person as dead, the spouse as widowed, the family card without him and under
 * a new head when he was its head, both documents. All in the transaction of the signature.
 * @basis UU 23/2006 pasal 44 jo. UU 24/2013; Perpres 96/2018 pasal 45; Permendagri 108/2019
 */
export async function registerDeath(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context } = input
  const { tenant, now } = context
  const text = (name: string) => String(input.answers[name] ?? '')
  const deceased = await deceasedOf(input)
  const today = dayOf(now, tenant.profile.zone)
  const territory = deceased.familyId ? (await getFamily(tx, deceased.familyId)).villageCode : input.territoryCode
  const within = wholeNumber(await getRule(tx, 'civil-registration.death.report-within', territory, today))
  const diedOn = Temporal.PlainDate.from(text('diedOn'))
  const isLate = isLateDeath(diedOn, dayOf(input.submittedAt, tenant.profile.zone), within)
  const number = await takeRegisterNumber(tx, registerPrefix(territory, 'KM', today))
  const done = await recordDeath(tx, tenant, {
    personId: deceased.id,
    diedOn: diedOn.toString(),
    newHeadId: text('newHead') || undefined,
    ...originOf(input, `Kematian ${deceased.fullName}, akta ${number}`, {
      registerNumber: number,
      territoryCode: territory,
    }),
  })
  await tx
    .insertInto('population.death')
    .values({
      id: newId(now.epochMilliseconds),
      number,
      person_id: deceased.id,
      case_id: input.caseId,
      event_id: done.eventId,
      reporter_person_id: input.applicantPersonId,
      reporter_kind: text('reporterKind') as ReporterKind,
      died_on: diedOn.toString(),
      died_time: text('diedTime') || null,
      place: text('deathPlace'),
      place_kind: text('placeKind'),
      cause: text('cause'),
      proof: text('proof') as DeathProof,
      proof_number: text('proofNumber') || null,
      is_late: isLate,
      widowed_person_id: done.widowedPersonId ?? null,
      registered_at: now.toString(),
    })
    .execute()
  await settleNotices(tx, {
    kinds: ['death', 'burial'],
    personIds: [deceased.id],
    happenedOn: diedOn.toString(),
    registerNumber: number,
    by: 'Register akta kematian',
    now,
  })
  const subject = { subjectPersonId: deceased.id, subjectName: deceased.fullName }
  const certificate = deathCertificateDraft(tenant, deceased, {
    number,
    diedOn: diedOn.toString(),
    diedAt: text('diedTime') || undefined,
    place: text('deathPlace'),
    on: today,
    remarks: isLate ? [`Pelaporan melampaui ${within} hari sejak kematian.`] : [],
  })
  const hasCard = done.familyId !== undefined && done.familyVersion !== undefined
  const card = hasCard ? [await familyCardDraft(tenant, tx, done.familyId as string, subject, today)] : []
  return {
    facts: {
      certificateNumber: number,
      registeredOn: formatDay(today, 'id'),
      isLate,
      onlyMinors: done.onlyMinors,
      ...(done.familyVersion === undefined ? {} : { familyVersion: done.familyVersion }),
    },
    documents: [certificate, ...card],
  }
}

/** Whose death was reported: a member of the reporter's own card, or somebody by NIK. @throws invalid-input */
async function deceasedOf(
  input: Pick<EffectInput, 'tx' | 'context' | 'answers' | 'applicantPersonId'>,
): Promise<Person> {
  const { tx, context, answers } = input
  if (answers['reporterKind'] === 'family') {
    const reporter = await getPerson(tx, input.applicantPersonId)
    const member = await getPerson(tx, String(answers['deceasedMember'] ?? ''))
    if (member.familyId !== undefined && member.familyId === reporter.familyId) return member
    throw unknownPerson('deceasedMember')
  }
  const found = await findPersonByNik(context.tenant, tx, String(answers['deceasedNik'] ?? ''))
  if (!found) throw unknownPerson('deceasedNik')
  return found
}

function unknownPerson(path: string): AppError {
  return new AppError('invalid-input', {
    fields: [
      {
        path,
        message: {
          id: 'Orang ini tidak ada pada register daerah atau kartu keluarga pelapor. Kembalikan berkas ke verifikator.',
          en: 'This person is not in the regional register or on the reporter’s family card. Return the file to the verifier.',
        },
      },
    ],
  })
}
