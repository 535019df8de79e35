import { tellLost } from '../rows/aftermath.ts'
import { refuse } from '../rows/refusal.ts'
import { days as daysOf, examines, handsBack, office, type State, type Step, signs } from '../rows/row.ts'
import { checking, type TaxFlow, taxOffice } from '../rows/tax-flow.ts'

const days = daysOf('local-tax.bphtb')

export const acquisitionPayment: NonNullable<TaxFlow['payment']> = {
  state: {
    id: 'payment',
    holder: 'payment',
    label: { id: 'Menunggu pembayaran', en: 'Waiting for payment' },
    sentence: {
      id: 'Isian Anda sudah diperiksa. Kami menunggu pembayaran BPHTB sejak {since}.',
      en: 'Your declaration has been examined. We have been waiting for the tax since {since}.',
    },
    step: {
      title: { id: 'Anda membayar BPHTB', en: 'You pay the tax' },
      place: { id: 'bank, QRIS atau loket', en: 'bank, QRIS or counter' },
      time: {
        id: 'paling lama {rule:local-tax.bphtb.payment-within}',
        en: 'within {rule:local-tax.bphtb.payment-within}',
      },
    },
  },
  steps: [
    {
      from: 'payment',
      verb: 'paid',
      to: 'signing',
      by: 'payment',
      label: { id: 'Lunas', en: 'Paid' },
      done: { id: 'BPHTB lunas', en: 'Tax paid' },
    },
    {
      from: 'payment',
      verb: 'lapse',
      to: 'lapsed',
      by: 'clock',
      after: days('payment-within'),
      undoes: ['accept'],
      label: { id: 'Gugur', en: 'Lapse' },
      done: { id: 'Gugur: BPHTB tidak dibayar', en: 'Lapsed: the tax was not paid' },
      tell: {
        title: { id: 'Permohonan Anda gugur', en: 'Your application has lapsed' },
        body: {
          id: 'BPHTB pada berkas {number} tidak dibayar dalam {rule:local-tax.bphtb.payment-within}, sehingga permohonan gugur. Anda dapat mengajukan lagi kapan saja.',
          en: 'The tax of file {number} was not paid within {rule:local-tax.bphtb.payment-within}, so the application has lapsed. You can apply again at any time.',
        },
      },
    },
    {
      ...refuse(
        'signing',
        { id: 'Validasi BPHTB ditolak', en: 'The validation was refused' },
        [
          {
            id: 'untrue',
            label: { id: 'Isian terbukti tidak benar', en: 'The declaration proved untrue' },
            basis: 'UU 1/2022, ketentuan pidana; PP 35/2023',
          },
          {
            id: 'disputed-land',
            label: { id: 'Tanah dalam sengketa atau blokir', en: 'The land is disputed or blocked' },
            basis: 'PP 24/1997 pasal 45',
          },
        ],
        ['accept'],
      ),
      undoes: ['accept'],
    },
  ],
}

/** After the deed the owner changes in the register; what the check finds missing is assessed. */
export const afterStates: readonly State[] = [
  {
    ...checking(days('check-time')),
    id: 'deed-check',
    label: { id: 'Akta diperiksa', en: 'Deed being examined' },
    sentence: {
      id: 'Akta Anda dicocokkan sejak {since}. Sesudah itu SPPT PBB berganti nama.',
      en: 'Your deed has been compared since {since}. Then the yearly notice changes its name.',
    },
  },
  office({
    id: 'shortfall',
    desk: 'services.sign',
    unit: taxOffice,
    deadline: days('signature-time'),
    label: { id: 'Usul SKPDKB', en: 'Assessment of a shortfall proposed' },
    sentence: {
      id: 'Pemeriksaan menemukan nilai lain dari yang diisi. Kepala badan mempertimbangkan ketetapan sejak {since}.',
      en: 'The check found another value. The head of office has considered an assessment since {since}.',
    },
  }),
]

/** Until the owner was changed. */
export const notPassed = 'fact(findings, "deedMatches") != "yes"'

const reportDeed: Step = {
  from: 'issued',
  verb: 'report-deed',
  to: 'deed-check',
  by: 'applicant',
  when: notPassed,
  within: { rule: 'local-tax.bphtb.deed-within', per: 'month' },
  label: { id: 'Laporkan akta yang sudah ditandatangani', en: 'Report the signed deed' },
  done: { id: 'Akta dilaporkan', en: 'Deed reported' },
  form: [
    { id: 'deedNumber', kind: 'text', min: 2, max: 60, label: { id: 'Nomor akta', en: 'Number of the deed' } },
    { id: 'deedOn', kind: 'date', label: { id: 'Tanggal akta', en: 'Day of the deed' } },
    {
      id: 'deedBy',
      kind: 'text',
      min: 3,
      max: 120,
      label: { id: 'Nama pejabat yang menandatangani akta', en: 'Name of the official who signed the deed' },
    },
  ],
}

const findShortfall: Step = {
  from: 'issued',
  verb: 'find-shortfall',
  to: 'shortfall',
  by: 'services.verify',
  key: 'b',
  label: { id: 'Usulkan SKPDKB', en: 'Propose the assessment of a shortfall' },
  done: { id: 'Pemeriksaan menemukan kurang bayar', en: 'The check found a shortfall' },
  form: [
    {
      id: 'foundValue',
      kind: 'money',
      min: 1_000_000,
      max: 1_000_000_000_000,
      label: { id: 'Nilai perolehan menurut pemeriksaan', en: 'Value by the check' },
      checks: [
        {
          holds: 'int(findings.foundValue) > answers.value',
          say: {
            id: 'Nilai ini tidak lebih tinggi dari yang diisi, jadi tidak ada yang kurang dibayar.',
            en: 'This is not above what was declared, so nothing is missing.',
          },
          basis: 'PP 35/2023 (SKPDKB)',
        },
      ],
    },
    {
      id: 'shortfallReason',
      kind: 'long-text',
      min: 20,
      max: 1000,
      label: { id: 'Bukti pemeriksaan', en: 'What the check rests on' },
    },
  ],
}

export const afterSteps: readonly Step[] = [
  reportDeed,
  examines({
    from: 'deed-check',
    verb: 'pass-owner',
    to: 'issued',
    effects: ['local-tax.pass-acquired'],
    form: [
      {
        id: 'deedMatches',
        kind: 'yes-no',
        label: {
          id: 'Pihak, objek dan nilai pada akta sama dengan bukti validasi',
          en: 'Parties, land and value of the deed are those of the validation',
        },
        checks: [
          {
            holds: 'findings.deedMatches == "yes"',
            say: {
              id: 'Akta yang berbeda tidak dapat dicatat. Pilih "Akta tidak cocok" dan tulis apa yang berbeda.',
              en: 'A deed that differs cannot be entered. Choose "The deed does not match" and say what differs.',
            },
            basis: 'PP 35/2023 (penelitian BPHTB)',
          },
        ],
      },
    ],
    label: { id: 'Akta cocok, ganti pemilik objek', en: 'The deed is right, change the owner' },
    done: { id: 'Pemilik objek PBB diganti', en: 'Owner of the land changed' },
    tell: {
      title: { id: 'PBB sudah atas nama Anda', en: 'The land tax bears your name' },
      body: {
        id: 'Tanah pada berkas {number} sudah tercatat atas nama Anda di register PBB.',
        en: 'The land of file {number} stands under your name in the register of land tax.',
      },
    },
  }),
  handsBack({
    from: 'deed-check',
    verb: 'return-deed',
    to: 'issued',
    by: 'services.verify',
    label: { id: 'Akta tidak cocok', en: 'The deed does not match' },
    done: { id: 'Akta tidak cocok dengan validasi', en: 'Deed does not match the validation' },
    tell: {
      title: { id: 'Akta Anda belum dapat dicatat', en: 'Your deed could not be entered' },
      body: {
        id: 'Akta pada berkas {number} tidak cocok dengan validasi BPHTB. {reason} Laporkan lagi setelah diperbaiki.',
        en: 'The deed of file {number} does not match the validation. {reason} Report it again when it is right.',
      },
    },
  }),
  findShortfall,
  signs({
    from: 'shortfall',
    verb: 'assess-shortfall',
    to: 'issued',
    effects: ['local-tax.assess-shortfall'],
    notBy: ['find-shortfall'],
    label: { id: 'Terbitkan SKPDKB', en: 'Issue the assessment' },
    done: { id: 'SKPDKB diterbitkan', en: 'Shortfall assessed' },
    tell: {
      title: { id: 'Ada BPHTB yang kurang dibayar', en: 'Some tax is missing' },
      body: {
        id: 'Pemeriksaan atas berkas {number} menemukan nilai yang lebih tinggi. Ketetapan dan tagihannya ada di halaman Tagihan saya; keberatan dapat diajukan.',
        en: 'The check of file {number} found a higher value. The assessment and its bill are on the page of your bills; you may object.',
      },
    },
  }),
  handsBack({
    from: 'shortfall',
    verb: 'drop-shortfall',
    to: 'issued',
    label: { id: 'Tidak ada yang kurang', en: 'Nothing is missing' },
    done: { id: 'Usul SKPDKB tidak diterima', en: 'Proposal not accepted' },
  }),
]

export const lostValidation = tellLost(
  { id: 'Validasi BPHTB dibatalkan', en: 'The validation was voided' },
  { id: 'Validasi BPHTB pada berkas {number} dibatalkan.', en: 'The validation of file {number} was voided.' },
  {
    id: 'Uang yang sudah dibayar dikembalikan oleh bendahara.',
    en: 'The treasurer sends back what was paid.',
  },
)
