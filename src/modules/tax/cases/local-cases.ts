import type { Result } from '../calculation/calculate.ts'
import { type GoldenCase, type GoldenMapping, type GoldenMappings, line, step } from './golden.ts'

type Input = Readonly<Record<string, unknown>>
type Figures = Readonly<Record<string, unknown>>

/** Figures of the demo region, where the case gives its own for the rest. */
const region = '99.01'
const day = ({ rules_year }: GoldenCase) => `${rules_year}-06-30`

function one(
  kind: string,
  input: (given: GoldenCase['inputs']) => Input,
  figures: (result: Result | undefined) => Figures,
  date = day,
): GoldenMapping {
  return {
    runs: (example) => [{ kind, date: date(example), region, input: input(example.inputs) }],
    figures: ([result]) => figures(result),
  }
}

/** The same question once for each entry of a list in the case. */
function each(
  kind: string,
  list: string,
  input: (given: GoldenCase['inputs'], entry: string, index: number) => Input,
  figures: (results: readonly Result[]) => Figures,
  of = region,
): GoldenMapping {
  return {
    runs: (example) =>
      (example.inputs[list] as string[]).map((entry, index) => ({
        kind,
        date: day(example),
        region: of,
        input: input(example.inputs, entry, index),
      })),
    figures: (results) => figures(results),
  }
}

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

/** Exact figures of a step in whole rupiah, as the source prints them. */
function rounded(figure: ReturnType<typeof step>) {
  return typeof figure === 'number' ? figure : figure.rounded('half-up')
}

const imports: GoldenMappings = {
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

const propertyTax = (figures: (result: Result | undefined) => Figures) =>
  one(
    'pbb',
    (given) => ({
      ...(given['njop'] === undefined ? { parts: partsOf(given) } : { valueIs: 'total', njop: given['njop'] }),
      untaxed: given['njoptkp'],
      share: given['njkp_pct'],
      rate: given['rate_pct'],
      lastYear: given['prev_year'],
      relief: given['relief_of_increase_pct'],
    }),
    figures,
    // The old national law had these formulas too; the figures come with the case.
    ({ rules_year }) => `${Math.max(rules_year, 2024)}-06-30`,
  )

function partsOf(given: GoldenCase['inputs']) {
  return [
    ['land', 'land'],
    ['bldg', 'building'],
    ['garden', 'building'],
  ].flatMap(([name, what]) =>
    given[`${name}_m2`] === undefined ? [] : [{ what, area: given[`${name}_m2`], price: given[`${name}_njop`] }],
  )
}

const acquisition = (more: Input = {}) =>
  one(
    'bphtb',
    ({ npop, npoptkp, rate_pct }) => ({ value: npop, untaxed: npoptkp, rate: rate_pct, ...more }),
    (result) => ({ bphtb: line(result, 'bphtb') }),
  )

const vehicle = (input: (given: GoldenCase['inputs']) => Input) =>
  one('pkb', input, (result) => ({ pkb: line(result, 'pkb'), opsen: line(result, 'opsen-pkb'), total: result?.total }))

const vehicles: GoldenMappings = {
  'PKB-001': vehicle(({ njkb_x_bobot, rate_pct }) => ({ value: njkb_x_bobot, weight: 1, rate: rate_pct })),
  'PKB-003': vehicle(({ njkb, bobot, rate_pct }) => ({ value: njkb, weight: bobot, rate: rate_pct })),
  'PKB-005': one(
    'opsen',
    ({ pkb }) => ({ of: 'pkb', tax: pkb }),
    (result) => ({ opsen: line(result, 'opsen-pkb') }),
  ),
  'PKB-007': {
    runs: ({ inputs: { njkb, bobot, rate_pct } }) => [
      { kind: 'pkb', date: '2025-06-30', region, input: { value: njkb, weight: bobot, rate: rate_pct } },
      { kind: 'pkb', date: '2024-06-30', region, input: { value: njkb, weight: bobot, rate: 1.75 } },
    ],
    figures: ([now, old]) => ({
      pkb: line(now, 'pkb'),
      opsen_floor: line(now, 'opsen-pkb'),
      total_floor: now?.total,
      old_pkb_1_75: old?.total,
    }),
  },
  'BBNKB-001': one(
    'bbnkb',
    ({ njkb, rate_pct }) => ({ value: njkb, transferRate: rate_pct }),
    (result) => ({ bbnkb: line(result, 'bbnkb'), opsen: line(result, 'opsen-bbnkb'), total: result?.total }),
  ),
  'SAMSAT-001': one(
    'samsat',
    ({ pkb, months_late }) => ({ pkbIs: 'given', pkb, vehicle: 'motorcycle', lateIs: 'months', months: months_late }),
    (result) => ({
      opsen: line(result, 'opsen-pkb'),
      fine_pkb: line(result, 'fine-pkb'),
      fine_opsen: line(result, 'fine-opsen-pkb'),
      total: result?.total,
    }),
  ),
}

/** Examples of consumption taxes, imports, regional taxes and retributions. */
export const localCases: GoldenMappings = {
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
  ...imports,
  'PBB-001': propertyTax((result) => ({
    njop_taxable: step(result, 'taxable'),
    pbb: line(result, 'pbb'),
    increase: rounded(step(result, 'increase')),
    relief: rounded(step(result, 'relief')),
    payable: result?.total,
  })),
  'PBB-003': propertyTax((result) => ({ njop: step(result, 'njop'), pbb: result?.total })),
  'PBB-004': propertyTax((result) => ({ pbb: result?.total })),
  'PBB-X01': propertyTax((result) => ({ pbb: result?.total })),
  'BPHTB-001': acquisition(),
  'BPHTB-003': acquisition(),
  'BPHTB-005': acquisition({ acquisition: 'inheritance', isClosestFamily: true }),
  ...vehicles,
  'PBJT-001': one(
    'pbjt',
    ({ turnover, rate_pct }) => ({ service: 'food', amount: turnover, rate: rate_pct }),
    (result) => ({ pbjt: line(result, 'pbjt') }),
  ),
  // By the rows of Jakarta itself.
  'PBJT-003': each(
    'pbjt',
    'rate_pct',
    ({ bill }, _rate, index) => ({
      service: ['electricity', 'electricity-industry', 'electricity-own'][index],
      amount: bill,
    }),
    (results) => ({ pbjt: results.map((result) => line(result, 'pbjt')) }),
    '31',
  ),
  'REKL-001': one(
    'reklame',
    ({ nsr, rate_pct }) => ({ valueIs: 'contract', contract: nsr, rate: rate_pct }),
    (result) => ({ tax: line(result, 'reklame') }),
  ),
  'PAT-001': one(
    'air-tanah',
    ({ volume_m3, harga_air_baku, bobot, rate_pct }) => ({
      volume: volume_m3,
      price: harga_air_baku,
      weight: bobot,
      rate: rate_pct,
    }),
    (result) => ({ npa: step(result, 'npa'), tax: line(result, 'air-tanah') }),
  ),
  'MBLB-001': one(
    'mblb',
    ({ volume_m3, price, rate_pct }) => ({ taken: [{ mineral: 'sand', volume: volume_m3, price }], rate: rate_pct }),
    (result) => ({ mblb: line(result, 'mblb'), opsen: line(result, 'opsen-mblb'), total: result?.total }),
  ),
  'WALET-001': one(
    'walet',
    ({ sale_value, rate_pct }) => ({ value: sale_value, rate: rate_pct }),
    (result) => ({ tax: line(result, 'walet') }),
  ),
  'FINE-001': each(
    'late-interest',
    'paid',
    ({ principal, due }, paidOn) => ({ principal, dueOn: due, paidOn }),
    (results) => ({
      months: results.map((result) => step(result, 'months')),
      interest: results.map((result) => line(result, 'interest')),
    }),
  ),
  'SKPDKB-001': one(
    'assessment',
    ({ shortfall, months }) => ({ document: 'audit', shortfall, months }),
    (result) => ({ interest: line(result, 'interest'), total: result?.total }),
  ),
  'PBG-001': one(
    'retribution.pbg',
    ({ floor_m2, ilo_pct, shst }) => ({
      buildings: [{ area: floor_m2, floors: 1, use: 'dwelling', complexity: 'simple', permanence: 'permanent' }],
      unitCost: shst,
      locality: ilo_pct,
    }),
    (result) => ({ It: step(result, 'building-1.integrated'), retribution: result?.total }),
    ({ rules_year }) => `${rules_year}-12-01`,
  ),
}
