import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Line } from '../../calculation/calculator.ts'
import type { Exact } from '../../calculation/exact.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'

export const borneRules = ['tax.pph21.borne.monthly-most', 'tax.pph21.borne.daily-most'] as const

/**
 * The part of the tax that the payer does not pay: the state gives it back as an incentive, or the budget bears it for
 * civil servants. Beyond the limit of the incentive nothing is borne.
 *
 * @basis PMK 105/2025 pasal 4; PP 80/2010 pasal 2
 */
export function bornePart(
  law: Law,
  by: 'employee' | 'incentive' | 'state',
  tax: Exact,
  income: { readonly monthly: Exact } | { readonly daily: Exact },
  working?: Working,
): { readonly lines: readonly Line[]; readonly warnings: readonly LocalText[] } {
  if (by === 'employee') return { lines: [], warnings: [] }
  if (by === 'incentive') {
    const key = 'monthly' in income ? 'tax.pph21.borne.monthly-most' : 'tax.pph21.borne.daily-most'
    const amount = 'monthly' in income ? income.monthly : income.daily
    if (!law.has(key)) return refused(noIncentive)
    const most = law.rupiah(key)
    working?.step(
      'borne-most',
      { id: 'Batas penghasilan untuk insentif', en: 'Highest income for the incentive' },
      most,
      words`${amount}`,
      law.rule(key),
    )
    if (amount.isOver(most)) return refused(overLimit)
  }
  const label: LocalText =
    by === 'incentive'
      ? { id: 'Ditanggung pemerintah', en: 'Borne by the government' }
      : { id: 'Ditanggung anggaran negara atau daerah', en: 'Borne by the public budget' }
  return {
    lines: [{ id: 'borne', label, amount: tax.negated, destination: 'state' }],
    warnings: by === 'incentive' ? [onlyTrades] : [],
  }
}

const refused = (warning: LocalText) => ({ lines: [], warnings: [warning] })

const noIncentive: LocalText = {
  id: 'Pada tanggal ini tidak ada insentif PPh 21 ditanggung pemerintah yang dimuat di Balai; pajaknya dipotong seperti biasa.',
  en: 'Balai holds no incentive for this day; the tax is withheld as usual.',
}
const overLimit: LocalText = {
  id: 'Penghasilannya di atas batas insentif; pajaknya dipotong seperti biasa.',
  en: 'The income is above the limit of the incentive; the tax is withheld as usual.',
}
const onlyTrades: LocalText = {
  id: 'Insentif hanya berlaku bagi pemberi kerja dengan kode lapangan usaha yang disebut dalam peraturannya.',
  en: 'The incentive is only for employers in the trades that the regulation names.',
}
