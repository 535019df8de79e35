import { billed } from '../../calculation/billed.ts'
import { defineCalculator } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, money } from '../../calculation/fields.ts'
import { words } from '../../calculation/words.ts'

/** @basis PP 35/2023; sebelum 5 Januari 2024 UU 28/2009 pasal 106 */
export const disputeFine = defineCalculator({
  kind: 'dispute-fine',
  subject: 'sanction',
  title: { id: 'Denda keberatan dan banding', en: 'Fine of an objection or appeal' },
  lead: {
    id: 'Denda bila keberatan atau banding ditolak atau dikabulkan sebagian, dari pajak yang belum dibayar sebelumnya.',
    en: 'Fine when an objection or appeal is refused or partly granted, on the tax not paid before it.',
  },
  words: 'keberatan banding ditolak pengadilan pajak',
  law: 'region',
  fields: {
    stage: choice({
      label: { id: 'Putusan', en: 'Decision' },
      options: [
        { value: 'objection', label: { id: 'Keberatan', en: 'Objection' } },
        { value: 'appeal', label: { id: 'Banding', en: 'Appeal' } },
      ],
      initial: 'objection',
    }),
    decided: money({ label: { id: 'Pajak menurut putusan', en: 'Tax as decided' } }),
    paidBefore: money({
      label: { id: 'Sudah dibayar sebelum mengajukan', en: 'Paid before it was filed' },
      optional: true,
    }),
  },
  rules: ['tax.sanction.objection-fine', 'tax.sanction.appeal-fine', 'tax.local.rounding'],
  compute({ stage, decided, paidBefore }, law, working) {
    const key = `tax.sanction.${stage}-fine`
    const rate = law.rate(key)
    const base = decided.minus(paidBefore).atLeast(Exact.zero)
    const labelOfBase = { id: 'Belum dibayar sebelumnya', en: 'Not paid before' }
    working?.step('base', labelOfBase, base, words`${decided} − ${paidBefore}`)
    const fine = base.times(rate)
    const label =
      stage === 'objection'
        ? { id: 'Denda keberatan', en: 'Fine of the objection' }
        : { id: 'Denda banding', en: 'Fine of the appeal' }
    working?.step('fine', label, fine, words`${base} × ${rate}`, law.rule(key))
    return billed([{ id: 'fine', label, amount: fine, destination: 'region' }], law, 'tax.local.rounding', working)
  },
  example: {
    date: '2026-01-15',
    input: { stage: 'objection', decided: 80_000_000, paidBefore: 30_000_000 },
    total: 15_000_000,
  },
})
