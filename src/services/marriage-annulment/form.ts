import type { ServiceInput } from '#modules/services/index.ts'

/** What the court annulled, and the other one of the two. */
export const annulmentForm: ServiceInput['form']['pages'] = [
  {
    id: 'putusan',
    title: { id: 'Putusan pengadilan', en: 'The court decision' },
    groups: [
      {
        fields: [
          {
            id: 'annuls',
            kind: 'choice',
            label: { id: 'Yang dibatalkan pengadilan', en: 'What the court annulled' },
            options: [
              {
                value: 'marriage',
                label: { id: 'Perkawinan', en: 'The marriage' },
                hint: { id: 'Perkawinan dianggap tidak pernah ada.', en: 'The marriage counts as never having been.' },
              },
              {
                value: 'divorce',
                label: { id: 'Perceraian', en: 'The divorce' },
                hint: { id: 'Keduanya kembali berstatus kawin.', en: 'Both are married as before.' },
              },
            ],
            checks: [
              {
                holds: 'answers.annuls != "marriage" || fact(known, "maritalStatus") == "married"',
                say: {
                  id: 'Menurut register Anda tidak sedang terikat perkawinan.',
                  en: 'In the register you are not married at present.',
                },
                basis: 'UU 23/2006 pasal 39',
              },
              {
                holds: 'answers.annuls != "divorce" || fact(known, "maritalStatus") == "divorced"',
                say: {
                  id: 'Menurut register Anda tidak berstatus cerai hidup.',
                  en: 'In the register you are not divorced.',
                },
                basis: 'UU 23/2006 pasal 43',
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
          { id: 'decisionNumber', kind: 'text', max: 60, label: { id: 'Nomor putusan', en: 'Number of the decision' } },
          { id: 'decidedOn', kind: 'date', label: { id: 'Tanggal putusan', en: 'Date of the decision' } },
          {
            id: 'finalOn',
            kind: 'date',
            label: { id: 'Tanggal berkekuatan hukum tetap', en: 'Date on which it became final' },
            hint: {
              id: 'Dilaporkan paling lambat {rule:civil-registration.marriage-annulment.report-within} sesudahnya untuk perkawinan, {rule:civil-registration.divorce-annulment.report-within} untuk perceraian.',
              en: 'It is reported within {rule:civil-registration.marriage-annulment.report-within} of that day for a marriage, {rule:civil-registration.divorce-annulment.report-within} for a divorce.',
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
            label: { id: 'Surat keterangan berkekuatan hukum tetap', en: 'Letter that the decision is final' },
          },
        ],
      },
    ],
  },
  {
    id: 'pasangan',
    title: { id: 'Pasangan dan pernyataan', en: 'The other spouse, and the statement' },
    groups: [
      {
        fields: [
          {
            id: 'spouseName',
            kind: 'name',
            max: 60,
            prefill: 'fact(known, "spouseName")',
            label: { id: 'Nama lengkap suami atau istri', en: 'Full name of husband or wife' },
          },
          {
            id: 'spouseNik',
            kind: 'nik',
            sensitive: true,
            when: 'answers.annuls == "divorce"',
            label: { id: 'NIK-nya', en: 'NIK of the other one' },
            hint: {
              id: 'Agar keduanya tercatat kawin kembali sebagai pasangan.',
              en: 'So that both are married to each other again.',
            },
            checks: [
              {
                holds: 'answers.spouseNik != fact(known, "nik")',
                say: { id: 'Ini NIK Anda sendiri.', en: 'This is your own NIK.' },
              },
            ],
          },
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
