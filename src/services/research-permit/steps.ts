import type { ServiceInput } from '#modules/services/index.ts'
import { reviewSteps } from '../rows/appeal.ts'
import { withdrawals } from '../rows/endings.ts'
import { forward, lapseUncorrected, resubmit, sendBack } from '../rows/intake.ts'
import { issues } from '../rows/issue.ts'
import { refuse } from '../rows/refusal.ts'
import { days, examines, handsBack } from '../rows/row.ts'
import { grantBySilence } from '../rows/silence.ts'
import { researchAftermath } from './aftermath.ts'

const sign = {
  verb: 'sign',
  needs: ['no-marks' as const],
  tell: {
    title: { id: 'Surat keterangan penelitian sudah terbit', en: 'The research letter has been issued' },
    body: {
      id: 'Surat untuk penelitian "{subject}" sudah terbit. Unduh dari halaman berkas {number}. Setelah selesai, kirim laporan hasilnya ke alamat pada surat.',
      en: 'The letter for the research "{subject}" has been issued. Download it from file {number}. When done, send the report to the address on the letter.',
    },
  },
}

/** From the counter over Kesbangpol to the letter. @basis Permendagri 3/2018 pasal 7 sampai 12 */
export const researchSteps: ServiceInput['flow']['transitions'] = [
  forward,
  sendBack('received', 'services.receive', 'returned'),
  resubmit('returned', 'received'),
  lapseUncorrected(days('research-permit')('correction-within')),
  examines({
    from: 'verifying',
    verb: 'accept',
    to: 'assessing',
    needs: ['no-marks'],
    label: { id: 'Sah, teruskan ke Kesbangpol', en: 'Valid, forward to Kesbangpol' },
    done: { id: 'Dokumen sah, diteruskan ke Kesbangpol', en: 'Papers valid, forwarded to Kesbangpol' },
  }),
  sendBack('verifying', 'services.verify', 'returned'),
  examines({
    from: 'assessing',
    verb: 'report-impact',
    to: 'deciding',
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
  }),
  issues({ ...sign, from: 'deciding', when: 'fact(findings, "impact") == "none"', notBy: ['report-impact'] }),
  refuse(
    'deciding',
    { id: 'Permohonan Anda ditolak', en: 'Your application was refused' },
    [
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
    ['report-impact'],
  ),
  handsBack({
    from: 'deciding',
    verb: 'ask-again',
    to: 'assessing',
    label: { id: 'Minta kajian ulang', en: 'Ask for another assessment' },
    done: { id: 'Diminta kajian ulang', en: 'Another assessment asked for' },
  }),
  ...grantBySilence(['received', 'verifying', 'assessing', 'deciding']),
  ...withdrawals(['received', 'returned', 'verifying', 'assessing']),
  ...researchAftermath,
  ...reviewSteps({ unit: 'dpmptsp', superior: 'setda' }),
  issues({ ...sign, from: 'fulfilling', notBy: ['grant-appeal'] }),
]
