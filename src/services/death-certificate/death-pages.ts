import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

const headDied =
  'answers.reporterKind == "family" && list(known, "family").exists(m, m.id == answers.deceasedMember && m.relation == "head") && list(known, "family").size() > 1'

/** When and where, as on formulir F-2.01, and who heads the family now. */
export const deathPages: Pages = [
  {
    id: 'kematian',
    title: { id: 'Tentang kematiannya', en: 'About the death' },
    groups: [
      {
        fields: [
          {
            id: 'diedOn',
            kind: 'date',
            label: { id: 'Tanggal meninggal', en: 'Date of death' },
            hint: {
              id: 'Lebih dari {rule:civil-registration.death.report-within} yang lalu pun tetap dapat dicatat, tanpa denda.',
              en: 'A death of more than {rule:civil-registration.death.report-within} ago can still be recorded, without a fine.',
            },
            checks: [
              {
                holds:
                  'answers.reporterKind != "family" || list(known, "family").all(m, m.id != answers.deceasedMember || daysBetween(m.birthOn, answers.diedOn) >= 0)',
                say: {
                  id: 'Tanggal ini mendahului tanggal lahirnya pada kartu keluarga.',
                  en: 'This date comes before the date of birth on the family card.',
                },
                basis: 'UU 23/2006 pasal 44',
              },
            ],
          },
          {
            id: 'diedTime',
            kind: 'time',
            required: 'false',
            label: { id: 'Jam meninggal', en: 'Time of death' },
            hint: { id: 'Kosongkan bila tidak tahu.', en: 'Leave empty if unknown.' },
          },
          {
            id: 'deathPlace',
            kind: 'text',
            max: 60,
            prefill: 'fact(known, "regencyName")',
            label: { id: 'Kabupaten atau kota tempat meninggal', en: 'Regency or city of death' },
            hint: { id: 'Ini yang tertulis pada akta.', en: 'This is what the certificate says.' },
          },
          {
            id: 'placeKind',
            kind: 'choice',
            label: { id: 'Tempat meninggal', en: 'Place of death' },
            options: [
              { value: 'home', label: { id: 'Rumah', en: 'Home' } },
              { value: 'hospital', label: { id: 'Rumah sakit', en: 'Hospital' } },
              { value: 'health-centre', label: { id: 'Puskesmas atau klinik', en: 'Health centre or clinic' } },
              { value: 'road', label: { id: 'Jalan', en: 'On the road' } },
              { value: 'other', label: { id: 'Lainnya', en: 'Elsewhere' } },
            ],
          },
          {
            id: 'cause',
            kind: 'choice',
            sensitive: true,
            label: { id: 'Sebab kematian', en: 'Cause of death' },
            hint: {
              id: 'Tidak tercetak pada akta; hanya untuk statistik kesehatan.',
              en: 'Not printed on the certificate; for health statistics only.',
            },
            options: [
              { value: 'illness', label: { id: 'Sakit atau usia tua', en: 'Illness or old age' } },
              { value: 'epidemic', label: { id: 'Wabah penyakit', en: 'Epidemic' } },
              { value: 'accident', label: { id: 'Kecelakaan', en: 'Accident' } },
              { value: 'crime', label: { id: 'Kekerasan', en: 'Violence' } },
              { value: 'suicide', label: { id: 'Bunuh diri', en: 'Suicide' } },
              { value: 'other', label: { id: 'Lainnya atau tidak tahu', en: 'Other or unknown' } },
            ],
          },
          {
            id: 'bodyFound',
            kind: 'yes-no',
            label: { id: 'Apakah jenazahnya ditemukan?', en: 'Was the body found?' },
          },
        ],
      },
    ],
  },
  {
    id: 'kepala-keluarga',
    title: { id: 'Kepala keluarga yang baru', en: 'The new head of the family' },
    lead: {
      id: 'Yang meninggal adalah kepala keluarga. Kartu keluarga baru terbit atas nama kepala keluarga yang baru.',
      en: 'The deceased was the head of the family. The new family card is issued in the name of the new head.',
    },
    when: headDied,
    groups: [
      {
        fields: [
          {
            id: 'newHead',
            kind: 'family-member',
            label: { id: 'Kepala keluarga yang baru', en: 'The new head of the family' },
            hint: {
              id: 'Anggota keluarga yang sudah dewasa. Bila semuanya masih anak, pilih yang tertua; kami akan menghubungi walinya.',
              en: 'An adult member. If all are children, choose the eldest; we will contact their guardian.',
            },
            checks: [
              {
                holds: 'answers.newHead != answers.deceasedMember',
                say: { id: 'Pilih orang lain.', en: 'Choose somebody else.' },
              },
              {
                holds:
                  'list(known, "family").exists(m, m.id == answers.newHead && ageOn(m.birthOn, today) >= int(known.adultAge)) || list(known, "family").all(m, m.id == answers.deceasedMember || ageOn(m.birthOn, today) < int(known.adultAge))',
                say: {
                  id: 'Kepala keluarga sudah berumur {rule:civil-registration.adult-age} atau pernah kawin. Pilih anggota yang dewasa.',
                  en: 'The head of a family is at least {rule:civil-registration.adult-age} old, or married. Choose an adult member.',
                },
                basis: 'UU 24/2013 pasal 63; Perpres 96/2018 pasal 12',
              },
            ],
          },
        ],
      },
    ],
  },
]
