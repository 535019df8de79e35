import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

const ofStall = 'list(known, "stalls").filter(s, s.code == answers.stallCode)'

/** Which stall, for what trade, by whom. */
export const stallPages: Pages = [
  {
    id: 'kios',
    title: { id: 'Kios', en: 'Stall' },
    lead: {
      id: 'Pilih kios yang kosong, atau kios Anda sendiri untuk diperpanjang. Kodenya tertulis di papan kios.',
      en: 'Choose a free stall, or your own to renew it. Its code is on the board of the stall.',
    },
    groups: [
      {
        fields: [
          {
            id: 'stallCode',
            kind: 'choice',
            optionsFrom: 'licensing.free-stalls',
            label: { id: 'Kios', en: 'Stall' },
            hint: {
              id: 'Kios yang sekarang dapat diminta, dengan luas dan retribusinya setahun.',
              en: 'Stalls that can be asked for now, with their size and yearly fee.',
            },
            checks: [
              {
                holds: 'list(known, "stalls").exists(s, s.code == answers.stallCode)',
                say: {
                  id: 'Kios ini tidak ada, ditutup, atau dipakai pedagang lain. Pilih kios kosong atau kios Anda sendiri.',
                  en: 'This stall does not exist, is closed, or is held by another trader. Choose a free one or your own.',
                },
                basis: 'Perbup pengelolaan pasar (satu kios untuk satu pedagang)',
              },
              {
                holds:
                  'list(known, "stalls").exists(s, s.code == answers.stallCode && (s.standing == "free" || daysBetween(today, string(s.until)) <= int(known.renewDays)))',
                say: {
                  id: 'Izin Anda atas kios ini masih lama berlaku. Perpanjangan dibuka {rule:market.stall.renew-from} sebelum berakhir.',
                  en: 'Your permit for this stall still holds for long. Renewal opens {rule:market.stall.renew-from} before its end.',
                },
                basis: 'Perbup pengelolaan pasar (masa perpanjangan)',
              },
            ],
          },
          {
            id: 'renewal',
            kind: 'computed',
            gives: 'yes-no',
            value: 'list(known, "stalls").exists(s, s.code == answers.stallCode && s.standing == "mine")',
            label: { id: 'Perpanjangan kios yang sudah Anda pakai', en: 'Renewal of a stall you hold' },
          },
          {
            id: 'stallArea',
            kind: 'computed',
            gives: 'number',
            decimals: 2,
            measure: 'm2',
            unit: { id: 'm²', en: 'm²' },
            value: `double(${ofStall}[0].area)`,
            label: { id: 'Luas kios menurut register', en: 'Area of the stall by the register' },
          },
          {
            id: 'days',
            kind: 'computed',
            gives: 'number',
            measure: 'day',
            unit: { id: 'hari', en: 'days' },
            value: 'daysBetween(today, addYears(today, 1))',
            label: { id: 'Masa pemakaian', en: 'Time of use' },
          },
        ],
      },
    ],
  },
  {
    id: 'dagangan',
    title: { id: 'Dagangan', en: 'Trade' },
    groups: [
      {
        fields: [
          {
            id: 'goods',
            kind: 'text',
            max: 80,
            prefill: `string(${ofStall}[0].goods)`,
            label: { id: 'Barang atau jasa yang dijual', en: 'Goods or services sold' },
            hint: {
              id: 'Bila sama dengan tahun lalu, perpanjangan tidak perlu peninjauan.',
              en: 'If it is the same as last year, a renewal needs no visit.',
            },
          },
          {
            id: 'unchanged',
            kind: 'computed',
            gives: 'yes-no',
            value:
              'list(known, "stalls").exists(s, s.code == answers.stallCode && s.standing == "mine" && s.goods == answers.goods)',
            label: { id: 'Perpanjangan tanpa perubahan', en: 'Renewal without a change' },
          },
          {
            id: 'cooking',
            kind: 'yes-no',
            label: { id: 'Apakah Anda memakai api atau gas?', en: 'Do you use fire or gas?' },
          },
          {
            id: 'nib',
            kind: 'nib',
            required: 'false',
            label: { id: 'NIB, bila ada', en: 'NIB, if you have one' },
          },
          {
            id: 'helpers',
            kind: 'repeat',
            minItems: 0,
            maxItems: 5,
            required: 'false',
            itemLabel: { id: 'Pembantu', en: 'Helper' },
            label: { id: 'Orang yang membantu di kios', en: 'People who help at the stall' },
            fields: [{ id: 'helperName', kind: 'name', label: { id: 'Nama', en: 'Name' } }],
          },
        ],
      },
    ],
  },
  {
    id: 'pedagang',
    title: { id: 'Pedagang', en: 'Trader' },
    groups: [
      {
        fields: [
          {
            id: 'traderName',
            kind: 'name',
            fixed: true,
            prefill: 'fact(known, "applicantName")',
            label: { id: 'Nama pedagang', en: 'Name of the trader' },
          },
          {
            id: 'traderNik',
            kind: 'nik',
            fixed: true,
            sensitive: true,
            prefill: 'fact(known, "applicantNik")',
            label: { id: 'NIK pedagang', en: 'NIK of the trader' },
          },
          {
            id: 'phone',
            kind: 'phone',
            prefill: 'fact(known, "phone")',
            label: { id: 'Nomor ponsel', en: 'Mobile number' },
          },
          {
            id: 'portrait',
            kind: 'photo',
            document: 'portrait',
            label: { id: 'Pasfoto', en: 'Portrait' },
            hint: { id: 'Dipasang pada kartu izin di kios.', en: 'Goes on the permit card at the stall.' },
          },
          {
            id: 'rules',
            kind: 'statement',
            label: {
              id: 'Saya memakai sendiri kios ini, tidak memindahtangankannya, dan menaati tata tertib pasar.',
              en: 'I use this stall myself, do not pass it on, and keep the rules of the market.',
            },
          },
        ],
      },
    ],
  },
]
