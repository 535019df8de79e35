import type { ServiceInput } from '#modules/services/index.ts'

type Field = ServiceInput['form']['pages'][number]['groups'][number]['fields'][number]

/** What is asked of a card that was lost (`answers.why == "lost"`) or damaged. */
export const lostOrDamagedFields: Field[] = [
  {
    id: 'policeReport',
    kind: 'text',
    min: 5,
    max: 60,
    when: 'answers.why == "lost"',
    label: { id: 'Nomor surat keterangan hilang dari kepolisian', en: 'Number of the police report' },
  },
  {
    id: 'lostOn',
    kind: 'date',
    when: 'answers.why == "lost"',
    label: { id: 'Tanggal surat itu', en: 'Date of that report' },
  },
  {
    id: 'damagedCard',
    kind: 'photo',
    when: 'answers.why == "damaged"',
    label: { id: 'Foto kartu yang rusak', en: 'Photo of the damaged card' },
  },
]
