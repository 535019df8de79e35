import { type GoldenMappings, line, step } from './golden.ts'
import { each, one, region, rounded } from './questions.ts'

const known = (freight: number, insurance: number) => ({
  isFreightKnown: true,
  freight,
  isInsuranceKnown: true,
  insurance,
})

const vat = one(
  'ppn',
  ({ price }) => ({ supply: 'ordinary', price }),
  (result) => ({ dpp_rounded: rounded(step(result, 'base')), ppn: line(result, 'ppn') }),
)

/** Examples of VAT and imports. */
export const borderCases: GoldenMappings = {
  'PPN-001': vat,
  'PPN-003': vat,
  // Both questions are asked of the same meals: the region taxes them, and VAT says that it does not.
  'PPN-X01': {
    runs: ({ inputs: { turnover } }) => [
      { kind: 'pbjt', date: '2026-06-30', region, input: { service: 'food', amount: turnover } },
      { kind: 'ppn', date: '2026-06-30', input: { supply: 'food', price: turnover } },
    ],
    figures: ([pbjt, ppn]) => ({ pbjt: pbjt?.total, ppn: ppn?.total }),
  },

  'IMP-001': one(
    'import',
    (given) => ({
      valueIs: 'fob',
      amount: given['cost_usd'],
      ...known((given['cost_usd'] * given['freight_pct']) / 100, (given['cost_usd'] * given['insurance_pct']) / 100),
      currencyRate: given['kurs'],
      dutyRate: given['bm_pct'],
      extraDutyRate: given['bmt_pct'],
      hasLicence: given['api'],
    }),
    (result) => ({
      cif_usd: step(result, 'cif'),
      cif_idr: step(result, 'customs-value'),
      bm: line(result, 'duty'),
      bmt: line(result, 'extra-duty'),
      nilai_impor: step(result, 'import-value'),
      pph22: line(result, 'pph22'),
    }),
  ),
  'IMP-003': one(
    'import',
    ({ fob_usd, kurs }) => ({ valueIs: 'fob', amount: fob_usd, origin: 'asean', currencyRate: kurs, dutyRate: 0 }),
    (result) => ({
      freight: step(result, 'freight'),
      insurance: step(result, 'insurance'),
      cif_usd: step(result, 'cif'),
      nilai_pabean: step(result, 'customs-value'),
    }),
  ),
  'IMP-005': one(
    'import',
    ({ cif_usd, kurs, bm_pct, api }) => ({
      valueIs: 'cif',
      amount: cif_usd,
      currencyRate: kurs,
      dutyRate: bm_pct,
      hasLicence: api,
    }),
    (result) => ({
      nilai_pabean: step(result, 'customs-value'),
      bm: line(result, 'duty'),
      nilai_impor: step(result, 'import-value'),
      ppn: line(result, 'ppn'),
      pph22: line(result, 'pph22'),
      total: result?.total,
    }),
    // The new rates of PPh 22 hold from August of that year.
    ({ rules_year }) => `${rules_year}-10-01`,
  ),
  'IMP-007': one(
    'import.consignment',
    ({ fob_usd, freight_usd, insurance_usd, kurs }) => ({
      fob: fob_usd,
      ...known(freight_usd, insurance_usd),
      currencyRate: kurs,
    }),
    (result) => ({
      nilai_pabean: step(result, 'customs-value'),
      bm: line(result, 'duty'),
      ppn: line(result, 'ppn'),
      pph22: line(result, 'pph22'),
    }),
  ),
  'IMP-009': each(
    'import.consignment',
    'bm_pct',
    ({ fob_usd, freight_usd, insurance_usd, kurs }, _rate, index) => ({
      goods: ['bag', 'cosmetics', 'books'][index],
      fob: fob_usd,
      ...known(freight_usd, insurance_usd),
      currencyRate: kurs,
    }),
    (results) => ({ bm: results.map((result) => line(result, 'duty')) }),
  ),
}
