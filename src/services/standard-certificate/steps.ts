import type { ServiceInput } from '#modules/services/index.ts'
import { takeBack, tellLost } from '../rows/aftermath.ts'
import { withdrawals } from '../rows/endings.ts'
import { lapseUncorrected, resubmit, sendBack } from '../rows/intake.ts'
import { issues } from '../rows/issue.ts'
import { objectionSteps } from '../rows/objection.ts'
import { refuse } from '../rows/refusal.ts'
import { examines, receives } from '../rows/row.ts'
import { grantBySilence } from '../rows/silence.ts'
import { days, objection, register } from './states.ts'

/** The level of risk decides the way; whatever is not decided in time counts as granted. */
export const certificateSteps: ServiceInput['flow']['transitions'] = [
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
  receives({
    from: 'received',
    verb: 'forward',
    to: 'inspecting',
    label: { id: 'Lengkap, atur pemeriksaan', en: 'Complete, arrange the inspection' },
    done: { id: 'Lengkap, pemeriksaan diatur', en: 'Complete, inspection arranged' },
  }),
  sendBack('received', 'services.receive', 'returned'),
  resubmit('returned', 'received'),
  lapseUncorrected(days('correction-within')),
  examines({
    from: 'inspecting',
    verb: 'report-inspection',
    to: 'signing',
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
  }),
  sendBack('inspecting', 'services.verify', 'returned'),
  issues({
    from: 'signing',
    verb: 'issue',
    needs: ['no-marks'],
    when: 'findings.standardMet == "yes"',
    notBy: ['report-inspection'],
    effects: [register],
    tell: {
      title: { id: 'Sertifikat standar {subject} sudah terbit', en: 'The certificate of {subject} is issued' },
      body: {
        id: 'Sertifikat standar terverifikasi sudah terbit. Unduh dari berkas {number}.',
        en: 'The verified standard certificate has been issued. Download it from file {number}.',
      },
    },
  }),
  refuse(
    'signing',
    { id: 'Permohonan sertifikat Anda ditolak', en: 'Your application was refused' },
    [
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
    ['report-inspection'],
  ),
  ...grantBySilence(['received', 'inspecting', 'signing'], [register]),
  takeBack({
    verb: 'cancel',
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
    tell: tellLost(
      { id: 'Sertifikat standar {subject} dicabut', en: 'The certificate of {subject} was taken back' },
      { id: 'Sertifikat pada berkas {number} dicabut.', en: 'The certificate of file {number} was taken back.' },
    ),
  }),
  ...withdrawals(['received', 'returned', 'inspecting', 'signing']),
  ...objectionSteps(objection),
]
