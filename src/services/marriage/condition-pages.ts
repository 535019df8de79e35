import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

/** The conditions of the law that registers do not tell by themselves. */
export const conditionPages: Pages = [
  {
    id: 'syarat',
    title: { id: 'Umur, status dan pengumuman', en: 'Age, status and announcement' },
    groups: [
      {
        fields: [
          {
            id: 'belowAge',
            kind: 'yes-no',
            label: {
              id: 'Apakah salah satu dari Anda belum berumur {rule:civil-registration.marriage.minimum-age} pada hari perkawinan?',
              en: 'Was one of you not {rule:civil-registration.marriage.minimum-age} old on the day of the marriage?',
            },
            checks: [
              {
                holds:
                  'answers.belowAge == "yes" || yearsBetween(fact(known, "birthOn"), answers.marriedOn) >= int(known.minimumAge)',
                say: {
                  id: 'Pada hari itu Anda belum berumur {rule:civil-registration.marriage.minimum-age}. Jawab ya dan lampirkan dispensasi pengadilan.',
                  en: 'You were not {rule:civil-registration.marriage.minimum-age} old on that day. Answer yes and add the court’s dispensation.',
                },
                basis: 'UU 1/1974 pasal 7 jo. UU 16/2019',
              },
            ],
          },
          {
            id: 'dispensation',
            kind: 'file',
            document: 'court-decision',
            when: 'answers.belowAge == "yes"',
            label: { id: 'Penetapan dispensasi kawin', en: 'Court’s dispensation' },
          },
          {
            id: 'dispensationNumber',
            kind: 'text',
            max: 60,
            when: 'answers.belowAge == "yes"',
            label: { id: 'Nomor penetapan dispensasi', en: 'Number of the dispensation' },
          },
          {
            id: 'formerMarriageProof',
            kind: 'file',
            document: 'divorce-certificate',
            when: '(fact(known, "maritalStatus") == "divorced" || fact(known, "maritalStatus") == "widowed") && fact(known, "formerMarriageEnded") == ""',
            label: {
              id: 'Akta perceraian Anda, atau akta kematian pasangan Anda sebelumnya',
              en: 'Your divorce certificate, or the death certificate of your former spouse',
            },
            hint: {
              id: 'Register kami belum memuat nomornya.',
              en: 'Our register does not hold its number yet.',
            },
          },
          {
            id: 'noticeWaived',
            kind: 'yes-no',
            label: {
              id: 'Apakah camat memberi dispensasi dari masa pengumuman?',
              en: 'Has the district head waived the announcement?',
            },
            hint: {
              id: 'Tanpa dispensasi, perkawinan diumumkan {rule:civil-registration.marriage.notice-time} sebelum dicatat.',
              en: 'Without it, the marriage is announced for {rule:civil-registration.marriage.notice-time} before it is recorded.',
            },
          },
          {
            id: 'noticeWaiver',
            kind: 'file',
            document: 'district-letter',
            when: 'answers.noticeWaived == "yes"',
            label: { id: 'Surat dispensasi camat', en: 'Letter of the district head' },
          },
        ],
      },
    ],
  },
]
