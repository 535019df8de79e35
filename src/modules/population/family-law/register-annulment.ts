import { dayOf } from '#kernel/clock/clock.ts'
import { invalidField } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { listDocumentsOf, revokeDocument } from '#modules/documents/index.ts'
import {
  findPersonByNik,
  findSpouse,
  getFamily,
  getPerson,
  type Person,
  separate,
  undoDivorce,
} from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { registerPrefix } from '../domain.ts'
import { addEntry } from '../effects/entries.ts'
import { originOf } from '../effects/origin.ts'
import { takeRegisterNumber } from '../effects/register-number.ts'
import { cardDrafts } from './cards.ts'
import { coupleCertificates } from './couple-certificate.ts'
import { courtDecisionOf } from './court-decision.ts'
import { partnersOf } from './spouses.ts'

/** By what was annulled: register, letters of its number (BK, BC), rules, what the statement says. */
const kinds = {
  marriage: {
    register: 'annulment',
    code: 'BK',
    rules: 'civil-registration.marriage-annulment',
    paper: 'Pembatalan Perkawinan',
    happened: 'telah dibatalkan perkawinan antara',
  },
  divorce: {
    register: 'divorce-annulment',
    code: 'BC',
    rules: 'civil-registration.divorce-annulment',
    paper: 'Pembatalan Perceraian',
    happened: 'telah dibatalkan perceraian antara',
  },
} as const

/**
 * Enters that a court annulled a marriage, or a divorce: both return to what they were, the extracts of the entry that is
 * annulled no longer hold, and both receive a statement.
 * @basis UU 23/2006 pasal 39 ayat (2), pasal 43 ayat (2); Perpres 96/2018 pasal 41, 43
 */
export async function registerAnnulment(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const { tenant, now } = context
  const annulled = answers['annuls'] === 'divorce' ? 'divorce' : 'marriage'
  const kind = kinds[annulled]
  const applicant = await getPerson(tx, input.applicantPersonId)
  const other = annulled === 'marriage' ? await findSpouse(tx, applicant) : await formerSpouse(input)
  const number0 = annulled === 'marriage' ? applicant.marriageCertificateNumber : applicant.divorceCertificateNumber
  const decision = courtDecisionOf(answers)
  const today = dayOf(now, tenant.profile.zone)
  const territory = applicant.familyId ? (await getFamily(tx, applicant.familyId)).villageCode : input.territoryCode
  const within = wholeNumber(await getRule(tx, `${kind.rules}.report-within`, territory, today))
  const reported = dayOf(input.submittedAt, tenant.profile.zone)
  const isLate = Temporal.PlainDate.from(decision.finalOn).until(reported, { largestUnit: 'days' }).days > within
  const number = await takeRegisterNumber(tx, registerPrefix(territory, kind.code, today))
  const couple = partnersOf(tenant, applicant, other, String(answers['spouseName'] ?? ''))
  const origin = originOf(input, `${kind.paper} ${couple.husband.name} dan ${couple.wife.name}, ${number}`, {
    registerNumber: number,
    territoryCode: territory,
  })
  const done =
    annulled === 'marriage'
      ? await separate(tx, tenant, {
          ...origin,
          kind: 'annulment',
          personId: applicant.id,
          separatedOn: decision.finalOn,
        })
      : await undoDivorce(tx, tenant, {
          ...origin,
          personId: applicant.id,
          spouseId: other?.id,
          decidedOn: decision.finalOn,
        })
  await addEntry(input, {
    register: kind.register,
    number,
    eventId: done.eventId,
    happenedOn: decision.finalOn,
    territoryCode: territory,
    isLate,
    details: {
      annulledNumber: number0 ?? '',
      court: decision.court,
      decisionNumber: decision.number,
      husbandName: couple.husband.name,
      wifeName: couple.wife.name,
    },
    people: (['husband', 'wife'] as const).flatMap((role) => {
      const person = couple[role].person
      return person ? [{ role, personId: person.id }] : []
    }),
  })
  if (number0) await revokeExtracts(input, number0, kind.paper)
  const statements = coupleCertificates(tenant, {
    couple,
    register: `Daftar ${kind.paper}`,
    title: `Surat Keterangan ${kind.paper}`,
    number,
    event: {
      happened: kind.happened,
      on: decision.finalOn,
      rows: [
        { label: 'Putusan', value: decision.words },
        { label: 'Akta yang dibatalkan', value: number0 ?? '-' },
      ],
    },
    on: today,
    remarks: isLate ? [`Pelaporan melampaui ${within} hari sejak putusan berkekuatan hukum tetap.`] : [],
  })
  return {
    facts: { certificateNumber: number, registeredOn: formatDay(today, 'id'), isLate },
    documents: [...statements, ...(await cardDrafts(tenant, tx, done.cards, today))],
  }
}

async function formerSpouse({ tx, context, answers }: EffectInput): Promise<Person | undefined> {
  const found = await findPersonByNik(context.tenant, tx, String(answers['spouseNik'] ?? ''))
  if (found) return found
  throw invalidField(
    'spouseNik',
    'NIK ini tidak ada pada register daerah. Kembalikan berkas agar pelapor memperbaikinya.',
    'This NIK is not in the regional register. Send the file back for correction.',
  )
}

/** The extracts that this office gave of the entry no longer hold. */
async function revokeExtracts({ tx, context }: EffectInput, number: string, why: string): Promise<void> {
  const entry = await tx
    .selectFrom('population.entry')
    .select('case_id')
    .where('number', '=', number)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!entry) return
  for (const paper of await listDocumentsOf(tx, 'case', entry.case_id)) {
    if (paper.number === number && paper.standing === 'stands') {
      await revokeDocument(tx, context, paper.id, why.toLowerCase())
    }
  }
}
