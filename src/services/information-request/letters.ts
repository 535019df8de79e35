import type { ServiceInput } from '#modules/services/index.ts'

const common = {
  template: 'decision-letter',
  register: 'layanan-informasi',
  number: '480/{sequence}/PPID/{month}/{year}',
} as const
const asked = { label: 'Informasi yang diminta', value: 'answers.request' }

/** Every answer of the public body is written. @basis UU 14/2008 pasal 22 ayat (7); Perki 1/2021 (bentuk surat) */
export const informationLetters: ServiceInput['documents'] = [
  {
    ...common,
    id: 'extension',
    on: ['announce-extension'],
    title: { id: 'Pemberitahuan perpanjangan waktu', en: 'Notice of extension' },
    opening: [
      'Jawaban atas permohonan {number} dari {applicant} diperpanjang satu kali, paling lama {rule:public-information.extension}.',
      'Alasan: {why}',
    ],
    values: { why: 'findings.extensionReason' },
    rows: [asked],
    closing: [
      'Bila jawaban tidak diterima dalam waktu itu, keberatan dapat diajukan kepada atasan PPID (UU 14/2008 pasal 35).',
    ],
  },
  {
    ...common,
    id: 'answer',
    on: ['answer'],
    title: {
      id: 'Pemberitahuan tertulis atas permohonan informasi',
      en: 'Written answer to a request for information',
    },
    values: { text: 'findings.answerText' },
    opening: ['Permohonan {number} dari {applicant} yang diterima pada {submitted} dijawab sebagai berikut.', '{text}'],
    rows: [
      asked,
      { label: 'Penguasaan informasi', value: 'findings.holding' },
      { label: 'Yang diberikan', value: 'findings.scope' },
      { label: 'Bentuk', value: 'answers.formats' },
      { label: 'Cara penyampaian', value: 'answers.delivery' },
      { label: 'Bagian yang dikecualikan', value: 'findings.keptBack' },
      { label: 'Biaya', value: 'fee' },
    ],
    closing: [
      'Bila jawaban ini tidak sesuai permintaan, keberatan dapat diajukan kepada atasan PPID dalam {rule:public-information.objection-within} ({article:public-information.objection-within}).',
    ],
    replaces: ['extension'],
  },
  {
    ...common,
    id: 'late-answer',
    on: ['answer-late'],
    title: {
      id: 'Pemberitahuan tertulis atas permohonan informasi',
      en: 'Written answer to a request for information',
    },
    values: { text: 'findings.lateAnswer' },
    opening: ['Permohonan {number} dari {applicant} dijawab melampaui waktunya. Kami mohon maaf.', '{text}'],
    rows: [asked, { label: 'Cara penyampaian', value: 'answers.delivery' }],
    closing: [
      'Keberatan atas keterlambatan dapat diajukan kepada atasan PPID dalam {rule:public-information.objection-within} ({article:public-information.objection-within}).',
    ],
  },
  {
    ...common,
    id: 'exemption',
    on: ['refuse'],
    title: { id: 'Keputusan penolakan permohonan informasi', en: 'Decision to keep information back' },
    values: { harm: 'findings.harm', interest: 'findings.publicInterest' },
    opening: [
      'Permohonan {number} dari {applicant} yang diterima pada {submitted} tidak dapat dikabulkan.',
      '{reason}',
      'Uji konsekuensi. Akibat bila dibuka: {harm} Kepentingan publik: {interest}',
    ],
    rows: [
      asked,
      { label: 'Yang dikecualikan', value: 'findings.keptBack' },
      { label: 'Dikecualikan sampai', value: 'findings.exemptUntil' },
    ],
    closing: [
      'Keberatan dapat diajukan kepada atasan PPID dalam {rule:public-information.objection-within} melalui halaman berkas ({article:public-information.objection-within}).',
    ],
  },
  {
    ...common,
    id: 'late-exemption',
    on: ['refuse-late'],
    title: { id: 'Keputusan penolakan permohonan informasi', en: 'Decision to keep information back' },
    values: { harm: 'findings.lateHarm' },
    opening: [
      'Permohonan {number} dari {applicant} tidak dapat dikabulkan, dan keputusan ini melampaui waktunya.',
      '{reason}',
      'Uji konsekuensi. Akibat bila dibuka: {harm}',
    ],
    rows: [asked],
    closing: [
      'Keberatan dapat diajukan kepada atasan PPID dalam {rule:public-information.objection-within} melalui halaman berkas ({article:public-information.objection-within}).',
    ],
  },
  {
    ...common,
    id: 'objection-granted',
    on: ['grant-objection'],
    title: { id: 'Tanggapan atas keberatan: dikabulkan', en: 'Answer to an objection: granted' },
    opening: [
      'Keberatan {applicant} pada permohonan {number} dikabulkan. PPID memberikan informasi yang diminta.',
      '{reason}',
    ],
    rows: [asked],
  },
  {
    ...common,
    id: 'objection-refused',
    on: ['refuse-objection'],
    title: { id: 'Tanggapan atas keberatan: ditolak', en: 'Answer to an objection: refused' },
    opening: ['Keberatan {applicant} pada permohonan {number} tidak dapat dikabulkan.', '{reason}'],
    rows: [asked],
    closing: [
      'Sengketa dapat diajukan ke Komisi Informasi dalam {rule:public-information.dispute-within} sejak surat ini diterima ({article:public-information.dispute-within}).',
    ],
  },
  {
    ...common,
    id: 'complied-answer',
    on: ['comply'],
    title: { id: 'Penyerahan informasi', en: 'Handing over of information' },
    values: { text: 'findings.compliedAnswer' },
    opening: [
      'Sesuai keputusan atasan PPID atau putusan Komisi Informasi, permohonan {number} dari {applicant} dipenuhi.',
      '{text}',
    ],
    rows: [asked, { label: 'Cara penyampaian', value: 'answers.delivery' }],
    replaces: ['answer', 'late-answer', 'exemption', 'late-exemption', 'corrected-answer'],
  },
  {
    ...common,
    id: 'corrected-answer',
    on: ['sign-correction'],
    title: { id: 'Ralat jawaban atas permohonan informasi', en: 'Corrected answer' },
    values: { text: 'findings.correctionText' },
    opening: ['Jawaban atas permohonan {number} dari {applicant} diralat sebagai berikut.', '{text}'],
    rows: [asked],
    replaces: ['answer', 'late-answer', 'corrected-answer'],
  },
]
