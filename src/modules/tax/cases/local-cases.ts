import type { Result } from '../calculation/calculate.ts'
import { borderCases } from './border-cases.ts'
import { type GoldenCase, type GoldenMappings, line, step } from './golden.ts'
import { each, type Figures, type Input, one, region, rounded } from './questions.ts'

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
  ...borderCases,
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
