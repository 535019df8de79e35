import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

const childrenHere =
  'list(known, "family").exists(m, (m.relation == "child" || m.relation == "grandchild") && m.id != fact(known, "personId"))'

/** From whom one was divorced, and who leaves the common card. */
export const partingPages: Pages = [
  {
    id: 'mantan-pasangan',
    title: { id: 'Mantan suami atau istri', en: 'The former spouse' },
    groups: [
      {
        fields: [
          {
            id: 'spouseName',
            kind: 'name',
            max: 60,
            prefill: 'fact(known, "spouseName")',
            label: { id: 'Nama lengkap', en: 'Full name' },
            hint: { id: 'Seperti pada putusan.', en: 'As in the decision.' },
          },
          {
            id: 'marriageNumber',
            kind: 'text',
            max: 60,
            prefill: 'fact(known, "marriageNumber")',
            label: { id: 'Nomor akta perkawinan atau buku nikah', en: 'Number of the marriage certificate or book' },
          },
        ],
      },
    ],
  },
  {
    id: 'kartu-keluarga',
    title: { id: 'Kartu keluarga sesudah bercerai', en: 'The family card after the divorce' },
    when: 'holds(known, "sharesCard")',
    groups: [
      {
        fields: [
          {
            id: 'leaves',
            kind: 'choice',
            label: { id: 'Siapa yang keluar dari kartu keluarga ini', en: 'Who leaves this family card' },
            options: [
              { value: 'me', label: { id: 'Saya', en: 'I do' } },
              {
                value: 'spouse',
                label: { id: 'Mantan pasangan saya', en: 'My former spouse' },
                hint: {
                  id: 'Kartu barunya di alamat yang sama sampai ia mengurus pindah.',
                  en: 'The new card has the same address until they report a move.',
                },
              },
              {
                value: 'nobody',
                label: { id: 'Belum ada', en: 'Nobody yet' },
                hint: { id: 'Keduanya tetap pada kartu ini.', en: 'Both stay on this card.' },
              },
            ],
          },
          {
            id: 'newAddress',
            kind: 'address',
            when: 'answers.leaves == "me"',
            prefill:
              '{"street": fact(known, "street"), "rt": fact(known, "rt"), "rw": fact(known, "rw"), "area": fact(known, "villageCode")}',
            label: { id: 'Alamat kartu keluarga baru Anda', en: 'Address of your new card' },
            checks: [
              {
                holds:
                  'fact(known, "regencyCode") == "" || answers.newAddress.area == "" || answers.newAddress.area.startsWith(fact(known, "regencyCode"))',
                say: {
                  id: 'Alamat ini di luar daerah kami. Pilih alamat di sini; pindah ke luar daerah diajukan sesudahnya.',
                  en: 'This address is outside our region. Choose one here; a move out is reported afterwards.',
                },
                basis: 'Perpres 96/2018 pasal 25',
              },
            ],
          },
          {
            id: 'children',
            kind: 'family-members',
            required: 'false',
            when: `(answers.leaves == "me" || answers.leaves == "spouse") && ${childrenHere}`,
            label: { id: 'Anak yang ikut keluar, menurut putusan', en: 'Children who leave too, by the decision' },
            hint: { id: 'Yang tidak dipilih tetap pada kartu ini.', en: 'Those not chosen stay on this card.' },
            checks: [
              {
                holds:
                  'answers.children.all(child, child != fact(known, "personId") && child != fact(known, "spouseId"))',
                say: { id: 'Pilih anak saja.', en: 'Choose children only.' },
              },
            ],
          },
        ],
      },
    ],
  },
  {
    id: 'pernyataan',
    title: { id: 'Pernyataan', en: 'Statement' },
    groups: [
      {
        fields: [
          {
            id: 'phone',
            kind: 'phone',
            prefill: 'fact(known, "phone")',
            label: { id: 'Nomor ponsel Anda', en: 'Your mobile number' },
            hint: { id: 'Kami hanya menghubungi tentang laporan ini.', en: 'We call only about this report.' },
          },
          {
            id: 'truth',
            kind: 'statement',
            label: {
              id: 'Semua yang saya tulis benar dan putusan ini tidak sedang dimintakan upaya hukum. Saya tahu bahwa laporan palsu diancam pidana (UU 23/2006 pasal 93).',
              en: 'Everything I wrote is true and no appeal is running. I know that a false report is a crime (UU 23/2006 art. 93).',
            },
          },
        ],
      },
    ],
  },
]
