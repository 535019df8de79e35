import type { ServiceDefinition } from '#modules/services/definition/schema.ts'

/** From the counter to the signature of the head of the civil-registry office, as offices really work. */
export const birthFlow: ServiceDefinition['flow'] = {
  initial: 'received',
  states: [
    {
      id: 'received', holder: 'office', desk: 'services.receive',
      label: { id: 'Di loket', en: 'At the counter' },
      sentence: { id: 'Berkas Anda di loket {unit} sejak {since}', en: 'Your file has been at the counter of {unit} since {since}' },
      step: {
        title: { id: 'Petugas loket memeriksa kelengkapan', en: 'The counter checks completeness' },
        place: { id: 'Loket pelayanan kecamatan', en: 'District service counter' },
        time: { id: 'hari yang sama', en: 'same day' },
      },
    },
    {
      id: 'returned', holder: 'applicant',
      label: { id: 'Dikembalikan', en: 'Sent back' },
      sentence: { id: 'Kami menunggu perbaikan dari Anda sejak {since}', en: 'We have been waiting for your correction since {since}' },
    },
    {
      id: 'verifying', holder: 'office', desk: 'services.verify', unit: 'disdukcapil',
      label: { id: 'Diverifikasi', en: 'Being verified' },
      sentence: { id: 'Berkas Anda di meja verifikator sejak {since}', en: 'Your file has been on the verifier’s desk since {since}' },
      step: {
        title: { id: 'Verifikator mencocokkan dengan register', en: 'A verifier matches it with the register' },
        place: { id: 'Dinas kependudukan dan pencatatan sipil', en: 'Civil registration office' },
        time: { id: 'hari yang sama', en: 'same day' },
      },
    },
    {
      id: 'signing', holder: 'office', desk: 'services.sign', unit: 'disdukcapil',
      label: { id: 'Menunggu tanda tangan', en: 'Waiting for signature' },
      sentence: { id: 'Akta menunggu tanda tangan kepala dinas sejak {since}', en: 'The certificate has waited for the head of office’s signature since {since}' },
      step: {
        title: { id: 'Kepala dinas menandatangani', en: 'The head of office signs' },
        place: { id: 'tanda tangan elektronik', en: 'electronic signature' },
        time: { id: 'paling lambat 1 hari kerja', en: 'within 1 working day' },
      },
    },
    {
      id: 'issued', holder: 'none', result: 'granted',
      label: { id: 'Terbit', en: 'Issued' },
      sentence: { id: 'Akta dan kartu keluarga baru sudah terbit', en: 'The certificate and the new family card have been issued' },
      step: {
        title: { id: 'Dokumen Anda terima', en: 'You receive the documents' },
        place: { id: 'unduh dan cetak sendiri, atau cetak di kecamatan', en: 'download and print yourself, or at the district' },
      },
    },
    {
      id: 'refused', holder: 'none', result: 'refused',
      label: { id: 'Ditolak', en: 'Refused' },
      sentence: { id: 'Berkas ini ditolak', en: 'This application was refused' },
    },
    {
      id: 'withdrawn', holder: 'none', result: 'withdrawn',
      label: { id: 'Ditarik', en: 'Withdrawn' },
      sentence: { id: 'Anda menarik berkas ini', en: 'You withdrew this application' },
    },
  ],
  transitions: [
    {
      from: 'received', verb: 'forward', to: 'verifying', by: 'services.receive', key: 's', tone: 'primary',
      label: { id: 'Lengkap, teruskan ke verifikator', en: 'Complete, forward to the verifier' },
      needs: ['no-marks'], stepUp: false, effects: [],
    },
    {
      from: 'received', verb: 'send-back', to: 'returned', by: 'services.receive', key: 'k', tone: 'secondary',
      label: { id: 'Kembalikan untuk diperbaiki', en: 'Send back for correction' },
      needs: ['marks'], stepUp: false, effects: [],
      tell: {
        title: { id: 'Ada isian yang perlu Anda perbaiki', en: 'Some answers need your correction' },
        body: {
          id: 'Petugas menandai isian pada berkas {number}. Perbaiki isian itu saja; jam janji berhenti selama kami menunggu Anda.',
          en: 'An officer marked answers in file {number}. Correct only those; the promise clock stands still while we wait.',
        },
      },
    },
    {
      from: 'returned', verb: 'resubmit', to: 'received', by: 'applicant', tone: 'primary',
      label: { id: 'Kirim perbaikan', en: 'Send corrections' }, needs: [], stepUp: false, effects: [],
    },
    {
      from: 'verifying', verb: 'accept', to: 'signing', by: 'services.verify', key: 's', tone: 'primary',
      label: { id: 'Setujui, teruskan ke kepala dinas', en: 'Accept, forward to the head of office' },
      needs: ['no-marks'], stepUp: false, effects: [],
    },
    {
      from: 'verifying', verb: 'send-back', to: 'returned', by: 'services.verify', key: 'k', tone: 'secondary',
      label: { id: 'Kembalikan untuk diperbaiki', en: 'Send back for correction' },
      needs: ['marks'], stepUp: false, effects: [],
      tell: {
        title: { id: 'Ada isian yang perlu Anda perbaiki', en: 'Some answers need your correction' },
        body: {
          id: 'Verifikator menandai isian pada berkas {number}. Perbaiki isian itu saja; jam janji berhenti selama kami menunggu Anda.',
          en: 'A verifier marked answers in file {number}. Correct only those; the promise clock stands still while we wait.',
        },
      },
    },
    {
      from: 'verifying', verb: 'refuse', to: 'refused', by: 'services.verify', key: 't', tone: 'danger',
      label: { id: 'Tolak dengan alasan', en: 'Refuse with a reason' },
      needs: ['reason'], stepUp: false, effects: [],
      tell: {
        title: { id: 'Berkas Anda ditolak', en: 'Your application was refused' },
        body: {
          id: 'Berkas {number} ditolak. Alasan: {reason} Anda dapat mengajukan keberatan kepada kepala dinas dalam 21 hari kerja (UU 30/2014 pasal 77).',
          en: 'File {number} was refused. Reason: {reason} You may object to the head of office within 21 working days (UU 30/2014 art. 77).',
        },
      },
    },
    {
      from: 'signing', verb: 'sign', to: 'issued', by: 'services.sign', key: 's', tone: 'primary',
      label: { id: 'Tanda tangani dan terbitkan', en: 'Sign and issue' },
      needs: ['no-marks'], stepUp: true, effects: ['population.register-birth'],
      tell: {
        title: { id: 'Akta kelahiran {subject} sudah terbit', en: 'The birth certificate of {subject} has been issued' },
        body: {
          id: 'Akta kelahiran dan kartu keluarga baru untuk {subject} sudah terbit. Unduh dan cetak kapan saja dari halaman berkas {number}.',
          en: 'The birth certificate and the new family card for {subject} are ready. Download and print them at any time from file {number}.',
        },
      },
    },
    {
      from: 'signing', verb: 'send-back-to-verifier', to: 'verifying', by: 'services.sign', key: 'k', tone: 'secondary',
      label: { id: 'Kembalikan ke verifikator', en: 'Return to the verifier' },
      needs: ['reason'], stepUp: false, effects: [],
    },
    {
      from: 'received', verb: 'withdraw', to: 'withdrawn', by: 'applicant', tone: 'danger',
      label: { id: 'Tarik berkas', en: 'Withdraw' }, needs: [], stepUp: false, effects: [],
    },
    {
      from: 'returned', verb: 'withdraw', to: 'withdrawn', by: 'applicant', tone: 'danger',
      label: { id: 'Tarik berkas', en: 'Withdraw' }, needs: [], stepUp: false, effects: [],
    },
    {
      from: 'verifying', verb: 'withdraw', to: 'withdrawn', by: 'applicant', tone: 'danger',
      label: { id: 'Tarik berkas', en: 'Withdraw' }, needs: [], stepUp: false, effects: [],
    },
  ],
}
