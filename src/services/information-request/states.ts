import type { ServiceInput } from '#modules/services/index.ts'

const ppid = 'diskominfo'
const desk = 'diskominfo.ikp'
const superior = 'setda'
const workingDays = (rule: string) => ({ rule: `public-information.${rule}`, per: 'working-day' }) as const

/** From the request to the answer, and what follows when there is none. @basis UU 14/2008 pasal 22, 35 sampai 40 */
export const informationStates: ServiceInput['flow']['states'] = [
  {
    id: 'received',
    holder: 'office',
    desk: 'services.receive',
    deadline: workingDays('intake'),
    label: { id: 'Didaftar', en: 'Being registered' },
    sentence: {
      id: 'Permohonan Anda didaftar di meja layanan informasi sejak {since}',
      en: 'Your request has been at the information desk since {since}',
    },
    step: {
      title: { id: 'Permohonan didaftar', en: 'The request is registered' },
      place: { id: 'meja layanan informasi', en: 'information desk' },
      time: { id: '1 hari kerja', en: '1 working day' },
    },
  },
  {
    id: 'returned',
    holder: 'applicant',
    label: { id: 'Perlu dilengkapi', en: 'To be completed' },
    sentence: {
      id: 'Kami menunggu kelengkapan dari Anda sejak {since}',
      en: 'We have been waiting for what is missing since {since}',
    },
  },
  {
    id: 'gathering',
    holder: 'office',
    desk: 'services.verify',
    unit: desk,
    deadline: workingDays('gathering'),
    label: { id: 'Informasi dikumpulkan', en: 'Being gathered' },
    sentence: {
      id: 'Informasinya dikumpulkan dari kantor yang memilikinya sejak {since}',
      en: 'The information has been gathered from its owners since {since}',
    },
    step: {
      title: { id: 'Informasi dikumpulkan', en: 'The information is gathered' },
      place: { id: 'petugas informasi bersama unit pemilik', en: 'information officer with the owner' },
      time: { id: 'paling lama 6 hari kerja', en: 'within 6 working days' },
    },
  },
  {
    id: 'announcing',
    holder: 'engine',
    label: { id: 'Perpanjangan diberitahukan', en: 'Extension announced' },
    sentence: {
      id: 'Pemberitahuan perpanjangan waktu sedang diterbitkan',
      en: 'The notice of extension is being issued',
    },
  },
  {
    id: 'extended',
    holder: 'office',
    desk: 'services.verify',
    unit: desk,
    deadline: workingDays('extended-gathering'),
    label: { id: 'Diperpanjang', en: 'Extended' },
    sentence: {
      id: 'Jawaban diperpanjang dengan alasan tertulis; informasinya masih dikumpulkan sejak {since}',
      en: 'The answer was put off with a written reason; the information has been gathered since {since}',
    },
    step: {
      title: { id: 'Bila perlu: perpanjangan satu kali', en: 'If needed: one extension' },
      place: { id: 'dengan pemberitahuan tertulis', en: 'with a written notice' },
      time: { id: 'paling lama 7 hari kerja', en: 'at most 7 working days' },
    },
  },
  {
    id: 'drafting',
    holder: 'office',
    desk: 'services.verify',
    unit: desk,
    deadline: workingDays('drafting'),
    label: { id: 'Jawaban disusun', en: 'Being drafted' },
    sentence: {
      id: 'Jawaban disusun dan diuji petugas informasi sejak {since}',
      en: 'The answer has been drafted and tested since {since}',
    },
    step: {
      title: { id: 'Jawaban disusun, pengecualian diuji', en: 'The answer is drafted, exemptions are tested' },
      place: { id: 'petugas informasi', en: 'information officer' },
      time: { id: 'paling lama 2 hari kerja', en: 'within 2 working days' },
    },
  },
  {
    id: 'deciding',
    holder: 'office',
    desk: 'services.sign',
    unit: ppid,
    deadline: workingDays('decision'),
    label: { id: 'Menunggu keputusan PPID', en: 'Waiting for the PPID' },
    sentence: {
      id: 'Jawaban menunggu tanda tangan PPID sejak {since}',
      en: 'The answer has waited for the signature of the PPID since {since}',
    },
    step: {
      title: { id: 'PPID memutus dan menandatangani', en: 'The PPID decides and signs' },
      place: { id: 'Pejabat Pengelola Informasi dan Dokumentasi', en: 'officer for information and documentation' },
      time: { id: '1 hari kerja', en: '1 working day' },
    },
  },
  {
    id: 'overdue',
    holder: 'office',
    desk: 'services.sign',
    unit: ppid,
    label: { id: 'Terlambat dijawab', en: 'Answer overdue' },
    sentence: {
      id: 'Kami terlambat menjawab sejak {since}. Anda berhak mengajukan keberatan; kami tetap wajib menjawab.',
      en: 'Our answer has been overdue since {since}. You may object; we still have to answer.',
    },
  },
  {
    id: 'answered',
    holder: 'none',
    result: 'granted',
    label: { id: 'Dijawab', en: 'Answered' },
    sentence: {
      id: 'Informasi sudah diberikan. Suratnya ada di halaman ini.',
      en: 'The information has been given. The letter is on this page.',
    },
    step: {
      title: { id: 'Anda menerima jawaban tertulis', en: 'You receive a written answer' },
      place: { id: 'dengan dokumen yang diminta', en: 'with the documents asked for' },
    },
  },
  {
    id: 'signing-correction',
    holder: 'office',
    desk: 'services.sign',
    unit: ppid,
    deadline: workingDays('decision'),
    label: { id: 'Ralat menunggu tanda tangan', en: 'Correction waits for signature' },
    sentence: {
      id: 'Ralat jawaban menunggu tanda tangan PPID sejak {since}',
      en: 'The corrected answer has waited for the PPID since {since}',
    },
  },
  {
    id: 'refused',
    holder: 'none',
    result: 'refused',
    label: { id: 'Dikecualikan', en: 'Exempt' },
    sentence: {
      id: 'Informasi ini dikecualikan. Alasan dan hasil uji konsekuensi ada di surat; Anda dapat mengajukan keberatan dalam 30 hari kerja.',
      en: 'This information is exempt. The letter gives the ground and the test of consequences; you may object within 30 working days.',
    },
  },
  {
    id: 'lapsed',
    holder: 'none',
    result: 'lapsed',
    label: { id: 'Gugur', en: 'Lapsed' },
    sentence: {
      id: 'Permohonan ini gugur karena tidak dilengkapi. Anda dapat mengajukan yang baru kapan saja.',
      en: 'This request lapsed because it was not completed. You can send a new one at any time.',
    },
  },
  {
    id: 'withdrawn',
    holder: 'none',
    result: 'withdrawn',
    label: { id: 'Ditarik', en: 'Withdrawn' },
    sentence: { id: 'Anda menarik permohonan ini.', en: 'You withdrew this request.' },
  },
  {
    id: 'objection',
    holder: 'office',
    desk: 'services.sign',
    unit: superior,
    deadline: workingDays('objection-answer'),
    label: { id: 'Keberatan', en: 'Objection' },
    sentence: {
      id: 'Keberatan Anda ada pada atasan PPID sejak {since}, dijawab paling lambat {deadline}',
      en: 'Your objection has been with the superior of the PPID since {since}, answered by {deadline}',
    },
    step: {
      title: {
        id: 'Bila tidak puas: atasan PPID menjawab keberatan',
        en: 'If you object: the superior of the PPID answers',
      },
      place: { id: 'Sekretaris Daerah', en: 'Regional Secretary' },
      time: { id: 'paling lama 30 hari kerja', en: 'within 30 working days' },
    },
  },
  {
    id: 'complying',
    holder: 'office',
    desk: 'services.sign',
    unit: ppid,
    label: { id: 'Informasi diserahkan', en: 'Being handed over' },
    sentence: {
      id: 'PPID diperintahkan memberikan informasi sejak {since}',
      en: 'The PPID was ordered to give the information on {since}',
    },
  },
  {
    id: 'complied',
    holder: 'none',
    result: 'granted',
    label: { id: 'Diserahkan', en: 'Handed over' },
    sentence: {
      id: 'Informasi sudah diserahkan sesuai perintah atasan PPID atau putusan Komisi Informasi',
      en: 'The information was handed over as the superior or the Information Commission ordered',
    },
  },
  {
    id: 'objection-refused',
    holder: 'none',
    result: 'refused',
    label: { id: 'Keberatan ditolak', en: 'Objection refused' },
    sentence: {
      id: 'Keberatan Anda ditolak. Anda dapat membawa sengketa ke Komisi Informasi dalam 14 hari kerja.',
      en: 'Your objection was refused. You may take the dispute to the Information Commission within 14 working days.',
    },
  },
  {
    id: 'objection-unanswered',
    holder: 'none',
    result: 'refused',
    label: { id: 'Keberatan tidak dijawab', en: 'Objection not answered' },
    sentence: {
      id: 'Atasan PPID tidak menjawab dalam 30 hari kerja. Anda dapat membawa sengketa ke Komisi Informasi dalam 14 hari kerja.',
      en: 'The superior did not answer within 30 working days. You may take the dispute to the Information Commission within 14 working days.',
    },
  },
  {
    id: 'disputed',
    holder: 'office',
    desk: 'services.sign',
    unit: superior,
    deadline: workingDays('dispute-settled'),
    label: { id: 'Sengketa di Komisi Informasi', en: 'Before the Information Commission' },
    sentence: {
      id: 'Sengketa ini di Komisi Informasi sejak {since}; kami menunggu putusannya',
      en: 'The dispute has been before the Information Commission since {since}; we await its ruling',
    },
  },
  {
    id: 'dispute-lost',
    holder: 'none',
    result: 'refused',
    label: { id: 'Putusan: tetap dikecualikan', en: 'Ruling: stays exempt' },
    sentence: {
      id: 'Komisi Informasi memutus informasi ini tetap dikecualikan. Anda dapat menggugat ke pengadilan.',
      en: 'The Information Commission ruled that the information stays exempt. You can go to court.',
    },
  },
]
