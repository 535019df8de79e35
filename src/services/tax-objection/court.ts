import type { TaxFlow } from '../rows/tax-flow.ts'

const appeal = '{rule:local-tax.objection.appeal-within} ({article:local-tax.objection.appeal-within})'
const fine = '{rule:tax.sanction.objection-fine} ({article:tax.sanction.objection-fine})'

/** What the examiner proposes, with the amount that it comes to. */
export const objectionExamination: NonNullable<TaxFlow['examination']> = [
  {
    id: 'outcome',
    kind: 'choice',
    label: { id: 'Usul keputusan', en: 'Proposed decision' },
    options: [
      { value: 'whole', label: { id: 'dikabulkan seluruhnya', en: 'granted wholly' } },
      { value: 'part', label: { id: 'dikabulkan sebagian', en: 'granted in part' } },
      { value: 'increase', label: { id: 'jumlah pajak ditambah', en: 'the tax is raised' } },
    ],
  },
  {
    id: 'newAmount',
    kind: 'money',
    min: 0,
    max: 1_000_000_000_000,
    when: 'findings.outcome != "whole"',
    label: { id: 'Jumlah pajak menurut keputusan', en: 'Amount by the decision' },
    checks: [
      {
        holds:
          'findings.outcome != "part" || (int(findings.newAmount) < answers.claimed && int(findings.newAmount) > answers.agreedAmount)',
        say: {
          id: 'Dikabulkan sebagian berarti di antara jumlah menurut pemohon dan jumlah ketetapan.',
          en: 'In part means between what the applicant says and the assessment.',
        },
      },
      {
        holds: 'findings.outcome != "increase" || int(findings.newAmount) > answers.claimed',
        say: {
          id: 'Jumlah yang ditambah harus di atas ketetapan.',
          en: 'A raised amount lies above the assessment.',
        },
      },
    ],
  },
  {
    id: 'opinion',
    kind: 'long-text',
    min: 20,
    max: 3000,
    label: { id: 'Pertimbangan', en: 'Considerations' },
  },
]

/** Who is refused goes to the tax court; the fine is not asked for while it decides. */
export const objectionCourt: NonNullable<TaxFlow['court']> = {
  refused: {
    id: `Keberatan ditolak. Banding ke Pengadilan Pajak dapat diajukan dalam ${appeal}; laporkan di sini agar dendanya tidak ditagih.`,
    en: `The objection was refused. You may appeal to the tax court within ${appeal}; report it here so that the fine is not collected.`,
  },
  refusedTell: {
    id: `Keberatan pada berkas {number} ditolak. {reason} Denda ${fine} dari pajak yang belum dibayar ditagih dengan STPD, kecuali Anda mengajukan banding dalam ${appeal}.`,
    en: `The objection in file {number} was refused. {reason} A fine of ${fine} of the unpaid tax is asked for, unless you appeal within ${appeal}.`,
  },
  letter: `Banding ke Pengadilan Pajak dapat diajukan dalam ${appeal}.`,
  states: [
    {
      id: 'appealed',
      holder: 'none',
      result: 'refused',
      label: { id: 'Banding diajukan', en: 'Appealed' },
      sentence: {
        id: 'Anda mengajukan banding ke Pengadilan Pajak. Denda keberatan tidak ditagih.',
        en: 'You appealed to the tax court. The fine of the objection is not collected.',
      },
    },
  ],
  steps: [
    {
      from: 'refused',
      verb: 'report-appeal',
      to: 'appealed',
      by: 'applicant',
      within: { rule: 'local-tax.objection.appeal-within', per: 'month' },
      effects: ['local-tax.lift-objection-fine'],
      label: { id: 'Laporkan banding ke Pengadilan Pajak', en: 'Report an appeal to the tax court' },
      done: { id: 'Banding dilaporkan', en: 'Appeal reported' },
      form: [
        {
          id: 'appealNumber',
          kind: 'text',
          min: 3,
          max: 60,
          label: { id: 'Nomor banding', en: 'Number of the appeal' },
        },
        { id: 'appealedOn', kind: 'date', label: { id: 'Tanggal diajukan', en: 'Day of the appeal' } },
      ],
    },
  ],
}
