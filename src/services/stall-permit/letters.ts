import type { ServiceInput } from '#modules/services/index.ts'
import { objectionLetters } from '../rows/objection.ts'
import { refusalLetter } from '../rows/refusal.ts'

/** The permit, its refusal and its withdrawal. */
export const stallLetters: NonNullable<ServiceInput['documents']> = [
  {
    id: 'permit',
    on: ['issue'],
    template: 'certificate',
    title: { id: 'Izin Pemakaian Kios', en: 'Stall permit' },
    register: 'izin-kios',
    number: '511/{sequence}/KIOS/{year}',
    values: { code: 'answers.stallCode' },
    opening: ['Kios {code} Pasar Arunika diizinkan dipakai oleh {applicant} sampai dengan {validTo}.'],
    rows: [
      { label: 'Kode kios', value: 'answers.stallCode' },
      { label: 'Luas', value: 'answers.stallArea' },
      { label: 'Dagangan', value: 'answers.goods' },
      { label: 'Retribusi selama {rule:market.stall.validity}', value: 'fee' },
    ],
    closing: ['Izin ini tidak dapat dipindahtangankan dan dipasang di kios.'],
  },
  refusalLetter({
    title: { id: 'Penolakan izin pemakaian kios', en: 'Refusal of a stall permit' },
    register: 'penolakan-kios',
    number: '511/{sequence}/TOLAK-KIOS/{year}',
    rows: [
      { label: 'Kode kios', value: 'answers.stallCode' },
      { label: 'Dagangan', value: 'answers.goods' },
    ],
  }),
  {
    id: 'withdrawal-letter',
    on: ['cancel'],
    template: 'decision-letter',
    title: { id: 'Pencabutan izin pemakaian kios', en: 'Withdrawal of a stall permit' },
    register: 'pencabutan-kios',
    number: '511/{sequence}/CABUT-KIOS/{year}',
    opening: ['Izin pemakaian kios pada berkas {number} atas nama {applicant} dicabut.'],
    rows: [{ label: 'Kode kios', value: 'answers.stallCode' }],
    closing: [
      'Alasan pencabutan tertulis pada halaman berkas. Kios dikosongkan dalam {rule:market.stall.vacate-within}.',
    ],
    replaces: ['permit'],
  },
  ...objectionLetters('KIOS'),
]
