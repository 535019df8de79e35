import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { findPersonByNik, getFamily, sexLabels } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { isLateDeath, registerPrefix } from '../domain.ts'
import { addEntry } from './entries.ts'
import { certificateFootnotes, issuedAt } from './papers.ts'
import { takeRegisterNumber } from './register-number.ts'

/**
 * Enters a stillbirth: an entry and a letter, no NIK and no place on the family card.
 * @basis UU 23/2006 pasal 33; Permendagri 108/2019
 */
export async function registerStillbirth(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const { tenant } = context
  const text = (name: string) => String(answers[name] ?? '')
  const mother = await findPersonByNik(tenant, tx, text('motherNik'))
  if (!mother) {
    throw new AppError('invalid-input', {
      fields: [
        {
          path: 'motherNik',
          message: {
            id: 'NIK ibu tidak ada pada register daerah. Kembalikan berkas ke verifikator.',
            en: 'The mother’s NIK is not in the regional register. Return the file to the verifier.',
          },
        },
      ],
    })
  }
  const today = dayOf(context.now, tenant.profile.zone)
  const village = mother.familyId ? (await getFamily(tx, mother.familyId)).villageCode : input.territoryCode
  const within = wholeNumber(await getRule(tx, 'personal-data.stillbirth.report-within', village, today))
  const on = text('bornOn')
  const reportedOn = dayOf(input.submittedAt, tenant.profile.zone)
  const isLate = isLateDeath(Temporal.PlainDate.from(on), reportedOn, within)
  const number = await takeRegisterNumber(tx, registerPrefix(village, 'LM', today))
  const father = text('fatherName')
  await addEntry(input, {
    register: 'stillbirth',
    number,
    happenedOn: on,
    territoryCode: village,
    isLate,
    details: {
      sex: text('sex'),
      weeks: Number(answers['weeks']),
      place: text('place'),
      facility: text('facility'),
      proof: text('proof'),
      ...(father ? { fatherName: father } : {}),
    },
    people: [{ role: 'mother', personId: mother.id }],
  })
  const sex = text('sex') === 'unknown' ? 'Tidak dapat ditentukan' : sexLabels[text('sex') as 'male' | 'female'].id
  return {
    facts: { certificateNumber: number, registeredOn: formatDay(today, 'id'), isLate },
    documents: [
      {
        template: 'civil-certificate',
        number,
        title: 'Surat Keterangan Lahir Mati',
        subjectPersonId: mother.id,
        subjectName: mother.fullName,
        footnotes: certificateFootnotes,
        data: {
          title: 'Surat Keterangan Lahir Mati',
          register: 'Daftar Lahir Mati',
          number,
          event: {
            happened: 'telah lahir mati anak dari',
            on,
            place: text('place'),
            rows: [
              { label: 'Jenis kelamin', value: sex },
              { label: 'Lama kandungan', value: `${Number(answers['weeks'])} minggu` },
            ],
          },
          parties: [{ role: 'Ibu', name: mother.fullName, rows: [{ label: 'Ayah', value: father || '-' }] }],
          issued: issuedAt(tenant, today),
          remarks: isLate ? [`Pelaporan melampaui ${within} hari.`] : [],
        },
      },
    ],
  }
}
