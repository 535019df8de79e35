import type { ServiceInput } from '#modules/services/index.ts'
import { taxedObjects } from '../rows/tax-objects.ts'
import { phone, truth } from '../rows/tax-standard.ts'

type Pages = ServiceInput['form']['pages']

const isFor = (request: string) => `answers.request == "${request}"`
const own = 'list(known, "taxpayers").filter(t, t.npwpd == answers.npwpd)'

/** Which taxpayer, what changes, and the facts of that change. */
export const changePages: Pages = [
  {
    id: 'perubahan',
    title: { id: 'Apa yang berubah', en: 'What changes' },
    groups: [
      {
        fields: [
          {
            id: 'npwpd',
            kind: 'choice',
            optionsFrom: 'local-tax.own-taxpayers',
            label: { id: 'Wajib pajak', en: 'Taxpayer' },
            hint: { id: 'Diri Anda atau badan usaha yang Anda pimpin.', en: 'Yourself or a firm that you lead.' },
          },
          {
            id: 'request',
            kind: 'choice',
            label: { id: 'Yang Anda laporkan', en: 'What you report' },
            options: [
              { value: 'add-objects', label: { id: 'Usaha atau objek baru', en: 'A new business or object' } },
              { value: 'contact', label: { id: 'Alamat atau kontak baru', en: 'A new address or contact' } },
              {
                value: 'close-object',
                label: { id: 'Usaha atau objek ditutup', en: 'A business or object was closed' },
              },
              {
                value: 'close-taxpayer',
                label: {
                  id: 'Berhenti sebagai wajib pajak (NPWPD ditutup)',
                  en: 'No taxpayer any more (NPWPD closed)',
                },
              },
            ],
            checks: [
              {
                holds: `answers.request != "close-taxpayer" || !list(known, "objects").exists(o, o.npwpd == answers.npwpd)`,
                say: {
                  id: 'Masih ada objek pajak yang aktif. Laporkan penutupannya satu per satu lebih dahulu; tanah dialihkan lewat layanan Objek PBB.',
                  en: 'Some objects are still active. Report their closing first; land is passed on by the service for land.',
                },
                basis: 'PP 35/2023 (penghapusan NPWPD)',
              },
              {
                holds: `answers.request != "close-taxpayer" || !${own}.exists(t, t.owes)`,
                say: {
                  id: 'Masih ada pajak yang belum lunas. Lunasi dahulu di halaman Tagihan, lalu ajukan penutupan.',
                  en: 'Some taxes are not paid. Pay them on the page of bills, then ask for the closing.',
                },
                basis: 'PP 35/2023 (penghapusan NPWPD)',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    id: 'data',
    title: { id: 'Data perubahan', en: 'Facts of the change' },
    groups: [
      { fields: taxedObjects({ minItems: 1, when: isFor('add-objects') }) },
      {
        fields: [
          {
            id: 'mailAddress',
            kind: 'address',
            when: isFor('contact'),
            prefill:
              '{"street": fact(known, "street"), "rt": fact(known, "rt"), "rw": fact(known, "rw"), "area": fact(known, "villageCode")}',
            label: { id: 'Alamat wajib pajak', en: 'Address of the taxpayer' },
          },
          {
            id: 'email',
            kind: 'email',
            when: isFor('contact'),
            required: 'false',
            prefill: 'fact(known, "email")',
            label: { id: 'Surel', en: 'E-mail' },
          },
          {
            id: 'closedObject',
            kind: 'choice',
            optionsFrom: 'local-tax.own-objects',
            when: isFor('close-object'),
            label: { id: 'Objek yang ditutup', en: 'The object that was closed' },
          },
          {
            id: 'closedOn',
            kind: 'date',
            when: `${isFor('close-object')} || ${isFor('close-taxpayer')}`,
            label: { id: 'Sejak tanggal', en: 'Since' },
          },
          {
            id: 'closedWhy',
            kind: 'long-text',
            min: 10,
            max: 250,
            when: `${isFor('close-object')} || ${isFor('close-taxpayer')}`,
            label: { id: 'Sebabnya', en: 'Why' },
            hint: { id: 'Misalnya sewa tempat berakhir dan tidak diperpanjang.', en: 'Such as the end of the lease.' },
          },
          {
            id: 'closingProof',
            kind: 'photo',
            when: isFor('close-object'),
            label: { id: 'Foto atau surat yang menunjukkan penutupan', en: 'Photo or letter that shows it' },
          },
          phone,
          truth,
        ],
      },
    ],
  },
]
