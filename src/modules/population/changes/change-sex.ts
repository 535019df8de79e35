import { sexLabels } from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { isLate } from './change-name.ts'
import { changedPerson } from './changed-person.ts'
import { courtDecisionIn, courtInWords, courtRows } from './court-decision.ts'
import { recordChange } from './record-change.ts'

/**
 * Changes the sex of a person on the decision of a court, and his name when the same decision changes it. The NIK stays.
 * @basis UU 23/2006 pasal 56 (peristiwa penting lainnya); PP 40/2019 (NIK tidak berubah)
 */
export async function changeSex(input: EffectInput): Promise<EffectOutcome> {
  const person = await changedPerson(input)
  const sex = person.sex === 'male' ? 'female' : 'male'
  const name = String(input.answers['newName'] ?? '').trim() || person.fullName
  const court = courtDecisionIn(input.answers)
  const [from, to] = [sexLabels[person.sex].id.toLowerCase(), sexLabels[sex].id.toLowerCase()]
  const renamed = name === person.fullName ? '' : ` dan nama ${person.fullName} menjadi ${name}`
  return recordChange(input, {
    person,
    kind: 'sex-change',
    code: 'GK',
    facts: { sex, fullName: name },
    validOn: court.on,
    reason: 'Perubahan jenis kelamin',
    details: { court: court.court, courtNumber: court.number, before: person.sex, after: sex },
    isLate: await isLate(input, 'personal-data.sex-change.report-within', court.on),
    note: `jenis kelamin ${from} menjadi ${to}${renamed} berdasarkan ${courtInWords(court)}.`,
    certificate: {
      title: 'Surat Keterangan Pencatatan Peristiwa Penting Lainnya',
      register: 'Register Peristiwa Penting Lainnya',
      happened: 'telah ditetapkan perubahan jenis kelamin dari',
      rows: [
        { label: 'Jenis kelamin semula', value: sexLabels[person.sex].id },
        { label: 'Jenis kelamin sekarang', value: sexLabels[sex].id },
        ...(renamed ? [{ label: 'Nama semula', value: person.fullName }] : []),
        ...courtRows(court),
      ],
    },
  })
}
