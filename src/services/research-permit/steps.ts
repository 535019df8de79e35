import type { ServiceInput } from '#modules/services/index.ts'
import { reviewSteps } from '../appeal.ts'
import { resubmit, sendBack, withdrawals } from '../endings.ts'
import { researchAftermath } from './aftermath.ts'

type Steps = ServiceInput['flow']['transitions']

const sign: Omit<Steps[number], 'from' | 'notBy'> = {
  verb: 'sign',
  to: 'issued',
  by: 'services.sign',
  key: 's',
  tone: 'primary',
  label: { id: 'Tanda tangani dan terbitkan', en: 'Sign and issue' },
  done: { id: 'Ditandatangani dan diterbitkan', en: 'Signed and issued' },
  needs: ['no-marks'],
  stepUp: true,
  tell: {
    title: { id: 'Surat keterangan penelitian sudah terbit', en: 'The research letter has been issued' },
    body: {
      id: 'Surat untuk penelitian "{subject}" sudah terbit. Unduh dari halaman berkas {number}. Setelah selesai, kirim laporan hasilnya ke alamat pada surat.',
      en: 'The letter for the research "{subject}" has been issued. Download it from file {number}. When done, send the report to the address on the letter.',
    },
  },
}

/** Silence of the office is consent: the letter comes out sealed, without an official. */
const bySilence = (from: string): Steps[number] => ({
  from,
  verb: 'grant-by-silence',
  to: 'issued',
  by: 'clock',
  after: 'promise',
  tacit: { basis: 'UU 30/2014 pasal 53 jo. UU 6/2023 pasal 175' },
  label: { id: 'Dianggap dikabulkan', en: 'Counts as granted' },
  done: { id: 'Dianggap dikabulkan karena tidak diputus tepat waktu', en: 'Counts as granted: not decided in time' },
  tell: {
    title: { id: 'Permohonan Anda dianggap dikabulkan', en: 'Your application counts as granted' },
    body: {
      id: 'Berkas {number} tidak diputus dalam waktunya, sehingga menurut hukum dikabulkan. Surat bersegel elektronik dapat diunduh.',
      en: 'File {number} was not decided in time and is granted by law. A letter with the electronic seal can be downloaded.',
    },
  },
})

/** From the counter over Kesbangpol to the letter. @basis Permendagri 3/2018 pasal 7 sampai 12 */
export const researchSteps: Steps = [
  {
    from: 'received',
    verb: 'forward',
    to: 'verifying',
    by: 'services.receive',
    key: 's',
    tone: 'primary',
    label: { id: 'Lengkap, teruskan ke verifikator', en: 'Complete, forward to the verifier' },
    done: { id: 'Diterima loket, diteruskan ke verifikator', en: 'Received, forwarded to the verifier' },
    needs: ['no-marks'],
  },
  sendBack('received', 'services.receive', 'returned'),
  resubmit('returned', 'received'),
  {
    from: 'returned',
    verb: 'lapse',
    to: 'lapsed',
    by: 'clock',
    after: { rule: 'research-permit.correction-within', per: 'working-day' },
    label: { id: 'Gugur karena tidak diperbaiki', en: 'Lapses without a correction' },
    done: {
      id: 'Gugur, perbaikan tidak datang dalam 10 hari kerja',
      en: 'Lapsed: no correction within 10 working days',
    },
    tell: {
      title: { id: 'Permohonan Anda gugur', en: 'Your application has lapsed' },
      body: {
        id: 'Perbaikan berkas {number} tidak kami terima dalam 10 hari kerja. Anda dapat mengajukan lagi kapan saja.',
        en: 'We did not receive the corrections of file {number} within 10 working days. You can apply again at any time.',
      },
    },
  },
  {
    from: 'verifying',
    verb: 'accept',
    to: 'assessing',
    by: 'services.verify',
    key: 's',
    tone: 'primary',
    label: { id: 'Sah, teruskan ke Kesbangpol', en: 'Valid, forward to Kesbangpol' },
    done: { id: 'Dokumen sah, diteruskan ke Kesbangpol', en: 'Papers valid, forwarded to Kesbangpol' },
    needs: ['no-marks'],
  },
  sendBack('verifying', 'services.verify', 'returned'),
  {
    from: 'assessing',
    verb: 'report-impact',
    to: 'deciding',
    by: 'services.verify',
    key: 's',
    tone: 'primary',
    label: { id: 'Kirim hasil kajian', en: 'Send the assessment' },
    done: { id: 'Dampak penelitian dikaji Kesbangpol', en: 'Impact assessed by Kesbangpol' },
    form: [
      {
        id: 'impact',
        kind: 'choice',
        label: { id: 'Hasil kajian', en: 'Assessment' },
        options: [
          { value: 'none', label: { id: 'Tidak berdampak negatif', en: 'No negative impact' } },
          { value: 'harmful', label: { id: 'Berdampak negatif', en: 'Negative impact' } },
        ],
      },
      {
        id: 'impactReason',
        kind: 'long-text',
        min: 20,
        when: 'fact(findings, "impact") == "harmful"',
        label: { id: 'Dampak yang dikhawatirkan, dan dasarnya', en: 'The impact feared, and on what ground' },
      },
    ],
  },
  {
    ...sign,
    from: 'deciding',
    when: 'fact(findings, "impact") == "none"',
    notBy: ['report-impact'],
  },
  {
    from: 'deciding',
    verb: 'refuse',
    to: 'refused',
    by: 'services.sign',
    key: 't',
    tone: 'danger',
    label: { id: 'Tolak dengan alasan', en: 'Refuse with a reason' },
    done: { id: 'Ditolak kepala dinas', en: 'Refused by the head of office' },
    needs: ['reason'],
    notBy: ['report-impact'],
    stepUp: true,
    reasons: [
      {
        id: 'unrest',
        label: {
          id: 'Dapat menimbulkan perpecahan, keresahan atau gangguan keamanan',
          en: 'May cause division, unrest or a danger to safety',
        },
        basis: 'Permendagri 3/2018 pasal 4',
      },
      {
        id: 'purpose-differs',
        label: { id: 'Tujuan penelitian tidak sesuai dengan proposalnya', en: 'The aim differs from the proposal' },
        basis: 'Permendagri 3/2018 pasal 8',
      },
      {
        id: 'papers-invalid',
        label: { id: 'Dokumen tidak sah', en: 'Papers are not valid' },
        basis: 'Permendagri 3/2018 pasal 10',
      },
    ],
    tell: {
      title: { id: 'Permohonan Anda ditolak', en: 'Your application was refused' },
      body: {
        id: 'Berkas {number} ditolak. {reason} Anda dapat mengajukan keberatan di halaman berkas dalam 21 hari kerja (UU 30/2014 pasal 77).',
        en: 'File {number} was refused. {reason} You may object on the page of the file within 21 working days (UU 30/2014 art. 77).',
      },
    },
  },
  {
    from: 'deciding',
    verb: 'ask-again',
    to: 'assessing',
    by: 'services.sign',
    key: 'k',
    label: { id: 'Minta kajian ulang', en: 'Ask for another assessment' },
    done: { id: 'Diminta kajian ulang', en: 'Another assessment asked for' },
    needs: ['reason'],
  },
  ...['received', 'verifying', 'assessing', 'deciding'].map(bySilence),
  ...withdrawals(['received', 'returned', 'verifying', 'assessing']),
  ...researchAftermath,
  ...reviewSteps({ unit: 'dpmptsp', superior: 'setda' }),
  { ...sign, from: 'fulfilling', notBy: ['grant-appeal'] },
]
