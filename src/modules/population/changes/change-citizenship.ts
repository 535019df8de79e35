import { formatDay } from '#kernel/i18n/format.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { isLate } from './change-name.ts'
import { changedPerson } from './changed-person.ts'
import { recordChange } from './record-change.ts'

/**
 * Enters a change of citizenship: into Indonesian by decree and oath, or out of it by decree. The NIK stays; the identity
 * card of the former citizenship no longer holds.
 * @basis UU 23/2006 pasal 53 dan 54; UU 12/2006 pasal 9 sampai 16, 23
 */
export async function changeCitizenship(input: EffectInput): Promise<EffectOutcome> {
  const { answers } = input
  const person = await changedPerson(input)
  const text = (name: string) => String(answers[name] ?? '')
  const becomesIndonesian = text('direction') === 'to-wni'
  const citizenship = becomesIndonesian ? 'WNI' : 'WNA'
  const on = becomesIndonesian ? text('oathOn') : text('decreeOn')
  const decree = `keputusan nomor ${text('decreeNumber')} tanggal ${formatDay(Temporal.PlainDate.from(text('decreeOn')), 'id')}`
  const said = becomesIndonesian
    ? `memperoleh kewarganegaraan Indonesia berdasarkan ${decree} dan sumpah tanggal ${formatDay(Temporal.PlainDate.from(on), 'id')}.`
    : `melepaskan kewarganegaraan Indonesia menjadi warga negara ${text('newNationality')} berdasarkan ${decree}.`
  return recordChange(input, {
    person,
    kind: 'citizenship-change',
    code: 'PW',
    facts: { citizenship },
    validOn: on,
    reason: becomesIndonesian ? 'Perubahan kewarganegaraan menjadi WNI' : 'Perubahan kewarganegaraan menjadi WNA',
    details: { decree: text('decreeNumber'), before: person.citizenship, after: citizenship },
    isLate: await isLate(input, 'personal-data.citizenship-change.report-within', on),
    note: said,
    certificate: {
      title: 'Surat Keterangan Perubahan Status Kewarganegaraan',
      register: 'Register Perubahan Status Kewarganegaraan',
      happened: becomesIndonesian
        ? 'telah menjadi Warga Negara Indonesia'
        : 'telah melepaskan kewarganegaraan Indonesia',
      rows: [
        { label: 'Kewarganegaraan semula', value: person.citizenship },
        { label: 'Sekarang', value: becomesIndonesian ? 'Indonesia' : text('newNationality') },
        { label: 'Keputusan', value: text('decreeNumber') },
        ...(becomesIndonesian ? [{ label: 'Sumpah setia', value: formatDay(Temporal.PlainDate.from(on), 'id') }] : []),
      ],
    },
  })
}
