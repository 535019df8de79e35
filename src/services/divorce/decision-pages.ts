import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

/** The decision of the court, as divorce and annulments ask for it. */
export const decisionPages: Pages = [
  {
    id: 'putusan',
    title: { id: 'Putusan pengadilan', en: 'The court decision' },
    lead: {
      id: 'Perceraian dicatat setelah putusan berkekuatan hukum tetap. Kami mencocokkannya dengan pengadilan.',
      en: 'A divorce is recorded once the decision is final. We compare it with the court’s own records.',
    },
    groups: [
      {
        fields: [
          {
            id: 'court',
            kind: 'choice',
            label: { id: 'Pengadilan yang memutus', en: 'Which court decided' },
            options: [
              {
                value: 'general',
                label: { id: 'Pengadilan negeri', en: 'General court' },
                hint: {
                  id: 'Perkawinan yang dicatat kantor ini. Anda menerima akta perceraian.',
                  en: 'A marriage recorded by this office. You receive a divorce certificate.',
                },
              },
              {
                value: 'religious',
                label: { id: 'Pengadilan agama', en: 'Religious court' },
                hint: {
                  id: 'Perkawinan yang dicatat KUA. Akta cerai sudah diberi pengadilan; kami memperbarui kartu keluarga dan KTP.',
                  en: 'A marriage recorded by the KUA. The court gave the certificate; we renew family card and identity card.',
                },
              },
            ],
          },
          {
            id: 'courtName',
            kind: 'text',
            max: 80,
            label: { id: 'Nama pengadilan', en: 'Name of the court' },
            hint: { id: 'Misalnya Pengadilan Negeri Arunika.', en: 'For example Pengadilan Negeri Arunika.' },
          },
          {
            id: 'decisionNumber',
            kind: 'text',
            max: 60,
            label: { id: 'Nomor putusan', en: 'Number of the decision' },
          },
          { id: 'decidedOn', kind: 'date', label: { id: 'Tanggal putusan', en: 'Date of the decision' } },
          {
            id: 'finalOn',
            kind: 'date',
            label: { id: 'Tanggal berkekuatan hukum tetap', en: 'Date on which it became final' },
            hint: {
              id: 'Dilaporkan paling lambat {rule:civil-registration.divorce.report-within} sesudahnya; lewat dari itu tetap dapat dicatat.',
              en: 'It is reported within {rule:civil-registration.divorce.report-within} of that day; later it can still be recorded.',
            },
            checks: [
              {
                holds: 'daysBetween(answers.decidedOn, answers.finalOn) >= 0',
                say: {
                  id: 'Putusan tidak mungkin tetap sebelum dijatuhkan.',
                  en: 'A decision cannot be final before it was made.',
                },
              },
            ],
          },
          {
            id: 'decision',
            kind: 'file',
            document: 'court-decision',
            label: { id: 'Salinan putusan', en: 'Copy of the decision' },
          },
          {
            id: 'finalLetter',
            kind: 'file',
            document: 'court-final-letter',
            when: 'answers.court == "general"',
            label: { id: 'Surat keterangan berkekuatan hukum tetap', en: 'Letter that the decision is final' },
          },
          {
            id: 'courtCertificate',
            kind: 'file',
            document: 'divorce-certificate',
            when: 'answers.court == "religious"',
            label: { id: 'Akta cerai dari pengadilan agama', en: 'Divorce certificate of the religious court' },
          },
          {
            id: 'courtCertificateNumber',
            kind: 'text',
            max: 60,
            when: 'answers.court == "religious"',
            label: { id: 'Nomor akta cerai', en: 'Number of that certificate' },
            hint: { id: 'Misalnya 0123/AC/2026/PA.Arn.', en: 'For example 0123/AC/2026/PA.Arn.' },
          },
        ],
      },
    ],
  },
]
