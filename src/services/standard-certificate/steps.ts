import type { ServiceInput } from '#modules/services/index.ts'
import { resubmit, sendBack, withdrawals } from '../endings.ts'
import { objectionSteps } from '../objection.ts'
import { days, objection, register } from './states.ts'

type Steps = ServiceInput['flow']['transitions']

/**
 * The office did not decide in time: the application counts as granted, by itself, wherever the file lies.
 * @basis UU 30/2014 pasal 53 ayat (3) jo. UU 6/2023
 */
const bySilence = (from: string): Steps[number] => ({
  from,
  verb: 'grant-by-silence',
  to: 'issued',
  by: 'clock',
  after: 'promise',
  tacit: { basis: 'UU 30/2014 pasal 53 jo. UU 6/2023' },
  effects: [register],
  label: { id: 'Terbit menurut hukum', en: 'Issued by law' },
  done: {
    id: 'Dianggap dikabulkan: tidak diputus dalam batas waktu (fiktif positif)',
    en: 'Counts as granted: not decided in time (tacit consent)',
  },
  tell: {
    title: { id: 'Sertifikat Anda terbit menurut hukum', en: 'Your certificate is issued by law' },
    body: {
      id: 'Berkas {number} tidak kami putus dalam batas waktu. Menurut UU 30/2014 pasal 53 permohonan Anda dikabulkan, dan sertifikatnya sudah terbit.',
      en: 'We did not decide file {number} in time. By UU 30/2014 art. 53 your application is granted, and the certificate has been issued.',
    },
  },
})

export const certificateSteps: Steps = [
  {
    from: 'routing',
    verb: 'confirm-low-risk',
    to: 'issued',
    by: 'engine',
    when: 'answers.risk == "rendah"',
    effects: [register],
    label: { id: 'Risiko rendah', en: 'Low risk' },
    done: { id: 'Risiko rendah: NIB sudah cukup', en: 'Low risk: the NIB is enough' },
    tell: {
      title: { id: 'Usaha Anda berisiko rendah', en: 'Your business is of low risk' },
      body: {
        id: 'NIB sudah menjadi izin Anda. Keterangan tingkat risiko ada pada berkas {number}.',
        en: 'The NIB is your licence. File {number} holds the statement of the level of risk.',
      },
    },
  },
  {
    from: 'routing',
    verb: 'issue-at-once',
    to: 'issued',
    by: 'engine',
    when: 'answers.risk == "menengah rendah"',
    effects: [register],
    label: { id: 'Risiko menengah rendah', en: 'Medium-low risk' },
    done: { id: 'Terbit seketika atas pernyataan mandiri', en: 'Issued at once on the own declaration' },
    tell: {
      title: { id: 'Sertifikat standar sudah terbit', en: 'The standard certificate is issued' },
      body: {
        id: 'Sertifikat untuk berkas {number} terbit seketika atas pernyataan Anda. Pengawasan dapat dilakukan kemudian.',
        en: 'The certificate of file {number} was issued at once on your declaration. It may be supervised later.',
      },
    },
  },
  {
    from: 'routing',
    verb: 'ask-verification',
    to: 'received',
    by: 'engine',
    label: { id: 'Risiko menengah tinggi', en: 'Medium-high risk' },
    done: { id: 'Risiko menengah tinggi: diverifikasi dahulu', en: 'Medium-high risk: verified first' },
  },
  {
    from: 'received',
    verb: 'forward',
    to: 'inspecting',
    by: 'services.receive',
    key: 's',
    tone: 'primary',
    needs: ['no-marks'],
    label: { id: 'Lengkap, atur pemeriksaan', en: 'Complete, arrange the inspection' },
    done: { id: 'Lengkap, pemeriksaan diatur', en: 'Complete, inspection arranged' },
  },
  sendBack('received', 'services.receive', 'returned'),
  bySilence('received'),
  resubmit('returned', 'received'),
  {
    from: 'returned',
    verb: 'lapse',
    to: 'lapsed',
    by: 'clock',
    after: days('correction-within'),
    label: { id: 'Gugur', en: 'Lapse' },
    done: { id: 'Gugur: perbaikan tidak dikirim', en: 'Lapsed: the correction was not sent' },
  },
  {
    from: 'inspecting',
    verb: 'report-inspection',
    to: 'signing',
    by: 'services.verify',
    key: 's',
    tone: 'primary',
    afterAppointment: true,
    needs: ['no-marks'],
    label: { id: 'Kirim berita acara pemeriksaan', en: 'Send the report of the inspection' },
    done: { id: 'Tempat usaha diperiksa', en: 'Place of business inspected' },
    form: [
      {
        id: 'standardMet',
        kind: 'yes-no',
        label: { id: 'Semua butir standar terpenuhi', en: 'Every item of the standard is met' },
      },
      { id: 'placePhotos', kind: 'photo', label: { id: 'Foto pemeriksaan', en: 'Photos of the inspection' } },
      {
        id: 'findingsNote',
        kind: 'long-text',
        max: 2000,
        required: 'findings.standardMet == "no"',
        label: { id: 'Temuan', en: 'What was found' },
      },
    ],
  },
  { ...sendBack('inspecting', 'services.verify', 'returned') },
  bySilence('inspecting'),
  {
    from: 'signing',
    verb: 'issue',
    to: 'issued',
    by: 'services.sign',
    key: 's',
    tone: 'primary',
    stepUp: true,
    needs: ['no-marks'],
    when: 'findings.standardMet == "yes"',
    notBy: ['report-inspection'],
    effects: [register],
    label: { id: 'Tanda tangani dan terbitkan', en: 'Sign and issue' },
    done: { id: 'Ditandatangani dan diterbitkan', en: 'Signed and issued' },
    tell: {
      title: { id: 'Sertifikat standar {subject} sudah terbit', en: 'The certificate of {subject} is issued' },
      body: {
        id: 'Sertifikat standar terverifikasi sudah terbit. Unduh dari berkas {number}.',
        en: 'The verified standard certificate has been issued. Download it from file {number}.',
      },
    },
  },
  {
    from: 'signing',
    verb: 'refuse',
    to: 'refused',
    by: 'services.sign',
    key: 't',
    tone: 'danger',
    stepUp: true,
    needs: ['reason'],
    notBy: ['report-inspection'],
    reasons: [
      {
        id: 'standard-not-met',
        label: { id: 'Standar usaha belum terpenuhi', en: 'The business standard is not met' },
        basis: 'PP 28/2025 (pemenuhan standar kegiatan usaha)',
      },
      {
        id: 'place-not-found',
        label: { id: 'Usaha tidak ditemukan di alamat itu', en: 'The business was not found at the address' },
        basis: 'PP 28/2025 (verifikasi lapangan)',
      },
    ],
    label: { id: 'Tolak dan tanda tangani', en: 'Refuse and sign' },
    done: { id: 'Ditolak', en: 'Refused' },
    tell: {
      title: { id: 'Permohonan sertifikat Anda ditolak', en: 'Your application was refused' },
      body: {
        id: 'Berkas {number} ditolak. {reason} Anda dapat mengajukan keberatan dari halaman berkas dalam 21 hari kerja (UU 30/2014 pasal 77).',
        en: 'File {number} was refused. {reason} You may object from the file within 21 working days (UU 30/2014 art. 77).',
      },
    },
  },
  bySilence('signing'),
  {
    from: 'issued',
    verb: 'cancel',
    to: 'cancelled',
    by: 'services.sign',
    tone: 'danger',
    stepUp: true,
    needs: ['reason'],
    undoes: [
      'issue',
      'issue-at-once',
      'confirm-low-risk',
      'grant-by-silence',
      'grant-objection',
      'grant-objection-by-silence',
    ],
    reasons: [
      {
        id: 'false-declaration',
        label: { id: 'Pernyataan terbukti tidak benar', en: 'The declaration proved untrue' },
        basis: 'UU 30/2014 pasal 66; PP 28/2025 (sanksi administratif)',
      },
      {
        id: 'standard-broken',
        label: { id: 'Standar tidak lagi dipenuhi', en: 'The standard is no longer met' },
        basis: 'PP 28/2025 (pengawasan)',
      },
    ],
    label: { id: 'Cabut sertifikat', en: 'Withdraw the certificate' },
    done: { id: 'Sertifikat dicabut', en: 'Certificate taken back' },
    tell: {
      title: { id: 'Sertifikat standar {subject} dicabut', en: 'The certificate of {subject} was taken back' },
      body: {
        id: 'Sertifikat pada berkas {number} dicabut. {reason} Hubungi DPMPTSP bila Anda tidak setuju.',
        en: 'The certificate of file {number} was taken back. {reason} Talk to DPMPTSP if you disagree.',
      },
    },
  },
  ...withdrawals(['received', 'returned', 'inspecting', 'signing']),
  ...objectionSteps(objection),
]
