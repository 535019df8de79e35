import { dayOf } from '#kernel/clock/clock.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { changedPerson } from './changed-person.ts'
import { courtDecisionIn, courtInWords, courtRows } from './court-decision.ts'
import { recordChange } from './record-change.ts'

/**
 * Changes a name on the decision of a court: the person and his card bear the new one, the margin of the birth entry
 * says so, and the extract of it is issued again.
 * @basis UU 23/2006 pasal 52; Permendagri 108/2019
 */
export async function changeName(input: EffectInput): Promise<EffectOutcome> {
  const person = await changedPerson(input)
  const name = String(input.answers['newName'] ?? '').trim()
  const court = courtDecisionIn(input.answers)
  return recordChange(input, {
    person,
    kind: 'name-change',
    code: 'GN',
    facts: { fullName: name },
    validOn: court.on,
    reason: 'Perubahan nama',
    details: { court: court.court, courtNumber: court.number, before: person.fullName, after: name },
    isLate: await isLate(input, 'personal-data.name-change.report-within', court.on),
    note: `nama ${person.fullName} menjadi ${name} berdasarkan ${courtInWords(court)}.`,
    certificate: {
      title: 'Surat Keterangan Perubahan Nama',
      register: 'Register Perubahan Nama',
      happened: 'telah ditetapkan perubahan nama dari',
      rows: [
        { label: 'Nama semula', value: person.fullName },
        { label: 'Nama sekarang', value: name },
        ...courtRows(court),
      ],
    },
  })
}

/** Whether a court's decision was reported later than the law asks. */
export async function isLate(
  input: Pick<EffectInput, 'tx' | 'context' | 'submittedAt' | 'territoryCode'>,
  rule: string,
  decidedOn: string,
): Promise<boolean> {
  const reportedOn = dayOf(input.submittedAt, input.context.tenant.profile.zone)
  const within = wholeNumber(await getRule(input.tx, rule, input.territoryCode, reportedOn))
  const decided = Temporal.PlainDate.from(decidedOn)
  return decided.until(reportedOn, { largestUnit: 'days' }).days > within
}
