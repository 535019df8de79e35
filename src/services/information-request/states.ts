import type { ServiceInput } from '#modules/services/index.ts'
import { days as daysOf, lasting, office } from '../rows/row.ts'

const ppid = 'diskominfo'
const desk = 'diskominfo.ikp'
const superior = 'setda'
const days = daysOf('public-information')

/** From the request to the answer, and what follows when there is none. @basis UU 14/2008 pasal 22, 35 sampai 40 */
export const informationStates: ServiceInput['flow']['states'] = [
  office({
    id: 'received',
    desk: 'services.receive',
    deadline: days('intake'),
    label: { id: 'Didaftar', en: 'Being registered' },
    sentence: {
      id: 'Permohonan Anda didaftar di meja layanan informasi sejak {since}',
      en: 'Your request has been at the information desk since {since}',
    },
    step: {
      title: { id: 'Permohonan didaftar', en: 'The request is registered' },
      place: { id: 'meja layanan informasi', en: 'information desk' },
    },
  }),
  {
    id: 'returned',
    holder: 'applicant',
    label: { id: 'Perlu dilengkapi', en: 'To be completed' },
    sentence: {
      id: 'Kami menunggu kelengkapan dari Anda sejak {since}',
      en: 'We have been waiting for what is missing since {since}',
    },
  },
  office({
    id: 'gathering',
    desk: 'services.verify',
    unit: desk,
    deadline: days('gathering'),
    label: { id: 'Informasi dikumpulkan', en: 'Being gathered' },
    sentence: {
      id: 'Informasinya dikumpulkan dari kantor yang memilikinya sejak {since}',
      en: 'The information has been gathered from its owners since {since}',
    },
    step: {
      title: { id: 'Informasi dikumpulkan', en: 'The information is gathered' },
      place: { id: 'petugas informasi bersama unit pemilik', en: 'information officer with the owner' },
    },
  }),
  {
    id: 'announcing',
    holder: 'engine',
    label: { id: 'Perpanjangan diberitahukan', en: 'Extension announced' },
    sentence: {
      id: 'Pemberitahuan perpanjangan waktu sedang diterbitkan',
      en: 'The notice of extension is being issued',
    },
  },
  office({
    id: 'extended',
    desk: 'services.verify',
    unit: desk,
    deadline: days('extended-gathering'),
    label: { id: 'Diperpanjang', en: 'Extended' },
    sentence: {
      id: 'Jawaban diperpanjang dengan alasan tertulis; informasinya masih dikumpulkan sejak {since}',
      en: 'The answer was put off with a written reason; the information has been gathered since {since}',
    },
    step: {
      title: { id: 'Bila perlu: perpanjangan satu kali', en: 'If needed: one extension' },
      place: { id: 'dengan pemberitahuan tertulis', en: 'with a written notice' },
      time: lasting(days('extension')),
    },
  }),
  office({
    id: 'drafting',
    desk: 'services.verify',
    unit: desk,
    deadline: days('drafting'),
    label: { id: 'Jawaban disusun', en: 'Being drafted' },
    sentence: {
      id: 'Jawaban disusun dan diuji petugas informasi sejak {since}',
      en: 'The answer has been drafted and tested since {since}',
    },
    step: {
      title: { id: 'Jawaban disusun, pengecualian diuji', en: 'The answer is drafted, exemptions are tested' },
      place: { id: 'petugas informasi', en: 'information officer' },
    },
  }),
  office({
    id: 'deciding',
    desk: 'services.sign',
    unit: ppid,
    deadline: days('decision'),
    label: { id: 'Menunggu keputusan PPID', en: 'Waiting for the PPID' },
    sentence: {
      id: 'Jawaban menunggu tanda tangan PPID sejak {since}',
      en: 'The answer has waited for the signature of the PPID since {since}',
    },
    step: {
      title: { id: 'PPID memutus dan menandatangani', en: 'The PPID decides and signs' },
      place: { id: 'Pejabat Pengelola Informasi dan Dokumentasi', en: 'officer for information and documentation' },
    },
  }),
  office({
    id: 'overdue',
    desk: 'services.sign',
    unit: ppid,
    label: { id: 'Terlambat dijawab', en: 'Answer overdue' },
    sentence: {
      id: 'Kami terlambat menjawab sejak {since}. Anda berhak mengajukan keberatan; kami tetap wajib menjawab.',
      en: 'Our answer has been overdue since {since}. You may object; we still have to answer.',
    },
  }),
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
  office({
    id: 'signing-correction',
    desk: 'services.sign',
    unit: ppid,
    deadline: days('decision'),
    label: { id: 'Ralat menunggu tanda tangan', en: 'Correction waits for signature' },
    sentence: {
      id: 'Ralat jawaban menunggu tanda tangan PPID sejak {since}',
      en: 'The corrected answer has waited for the PPID since {since}',
    },
  }),
  {
    id: 'refused',
    holder: 'none',
    result: 'refused',
    label: { id: 'Dikecualikan', en: 'Exempt' },
    sentence: {
      id: 'Informasi ini dikecualikan. Alasan dan hasil uji konsekuensi ada di surat; Anda dapat mengajukan keberatan dalam {rule:public-information.objection-within}.',
      en: 'This information is exempt. The letter gives the ground and the test of consequences; you may object within {rule:public-information.objection-within}.',
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
  office({
    id: 'objection',
    desk: 'services.sign',
    unit: superior,
    deadline: days('objection-answer'),
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
    },
  }),
  office({
    id: 'complying',
    desk: 'services.sign',
    unit: ppid,
    label: { id: 'Informasi diserahkan', en: 'Being handed over' },
    sentence: {
      id: 'PPID diperintahkan memberikan informasi sejak {since}',
      en: 'The PPID was ordered to give the information on {since}',
    },
  }),
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
      id: 'Keberatan Anda ditolak. Anda dapat membawa sengketa ke Komisi Informasi dalam {rule:public-information.dispute-within}.',
      en: 'Your objection was refused. You may take the dispute to the Information Commission within {rule:public-information.dispute-within}.',
    },
  },
  {
    id: 'objection-unanswered',
    holder: 'none',
    result: 'refused',
    label: { id: 'Keberatan tidak dijawab', en: 'Objection not answered' },
    sentence: {
      id: 'Atasan PPID tidak menjawab dalam {rule:public-information.objection-answer}. Anda dapat membawa sengketa ke Komisi Informasi dalam {rule:public-information.dispute-within}.',
      en: 'The superior did not answer within {rule:public-information.objection-answer}. You may take the dispute to the Information Commission within {rule:public-information.dispute-within}.',
    },
  },
  office({
    id: 'disputed',
    desk: 'services.sign',
    unit: superior,
    deadline: days('dispute-settled'),
    label: { id: 'Sengketa di Komisi Informasi', en: 'Before the Information Commission' },
    sentence: {
      id: 'Sengketa ini di Komisi Informasi sejak {since}; kami menunggu putusannya',
      en: 'The dispute has been before the Information Commission since {since}; we await its ruling',
    },
  }),
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
