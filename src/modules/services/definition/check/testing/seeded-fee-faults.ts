import { addField, branch, change, document, line, state, words } from './parts.ts'
import type { Seeded } from './seeded-flow-faults.ts'

const span = (rule: string, per: 'working-day' | 'calendar-day' | 'month' | 'year' = 'working-day') => ({ rule, per })

export const deadlineFaults: readonly Seeded[] = [
  [
    'steps longer than the promise',
    (d) => change(state(d, 'hearing'), { deadline: span('test.thirty-days') }),
    'deadline-promise',
    'clock',
  ],
  [
    'steps longer than the law allows from next year',
    (d) => {
      change(state(d, 'signing'), { deadline: span('test.three-days') })
      change(d, { clock: span('test.thirty-days') })
    },
    'deadline-limit',
    'legalLimit',
  ],
  ['a promise beyond the law', (d) => change(d, { clock: span('test.thirty-days') }), 'deadline-clock', 'clock'],
  [
    'a review longer than the promise',
    (d) => change(branch(d, 'health'), { deadline: span('test.thirty-days') }),
    'deadline-promise',
    'clock',
  ],
  [
    'an appointment after the deadline',
    (d) => change(state(d, 'hearing'), { deadline: span('test.zero') }),
    'deadline-appointment',
    'states.hearing',
  ],
  [
    'renewal before the permit begins',
    (d) =>
      change(d, { validity: { lasts: span('test.two-years', 'year'), renewFrom: span('test.three-years', 'year') } }),
    'validity-renewal',
    'validity',
  ],
]

export const feeFaults: readonly Seeded[] = [
  ['two lines of one name', (d) => void d.cost.push(structuredClone(line(d, 'goods'))), 'fee-twice', 'cost.goods'],
  ['a line from two sources', (d) => change(line(d, 'rent'), { amount: '1' }), 'fee-one-way', 'cost.rent'],
  [
    'a tariff without the days',
    (d) => change(line(d, 'rent'), { times: ['answers.area'] }),
    'fee-measure',
    'cost.rent',
  ],
  [
    'square metres added to days',
    (d) => change(line(d, 'rent'), { times: ['answers.area + answers.days', 'answers.days'] }),
    'fee-measures-mixed',
    'cost.rent',
  ],
  ['a fee in square metres', (d) => change(line(d, 'goods'), { amount: 'answers.area' }), 'fee-measure', 'cost.goods'],
  [
    'a fee below zero',
    (d) => change(line(d, 'goods'), { amount: 'totalInt(answers.rows, "price") - 5000' }),
    'fee-negative',
    'cost.goods',
  ],
  [
    'a fee without an upper bound',
    (d) => {
      addField(d, { id: 'turnover', kind: 'money' })
      change(line(d, 'goods'), { amount: 'answers.turnover / 100' })
    },
    'fee-unbounded',
    'cost.goods',
  ],
  [
    'lines that together count too far',
    (d) => {
      addField(d, { id: 'turnover', kind: 'money', max: 9_000_000_000_000_000 })
      change(line(d, 'goods'), { amount: 'answers.turnover' })
      d.cost.push({ id: 'again', label: words('Lagi', 'Again'), amount: 'answers.turnover' })
    },
    'fee-overflow',
    'cost',
  ],
  [
    'a division by what may be zero',
    (d) => change(line(d, 'goods'), { amount: 'totalInt(answers.rows, "price") / (answers.area - 20)' }),
    'fee-divides-by-zero',
    'cost.goods',
  ],
  [
    'a question that is not always put',
    (d) => {
      addField(d, { id: 'stock', kind: 'money', max: 100, when: 'answers.kind == "food"' })
      change(line(d, 'goods'), { amount: 'answers.stock' })
    },
    'fee-field-missing',
    'cost.goods',
  ],
  [
    'a question that may stay empty',
    (d) => {
      addField(d, { id: 'stock', kind: 'money', max: 100, required: 'false' })
      change(line(d, 'goods'), { amount: 'answers.stock' })
    },
    'fee-field-optional',
    'cost.goods',
  ],
  [
    'a line that is never due',
    (d) => change(line(d, 'goods'), { when: 'answers.area > 500' }),
    'fee-dead',
    'cost.goods',
  ],
  [
    'a rule that is no money',
    (d) => d.cost.splice(0, 1, { id: 'rent', label: words('Sewa', 'Rent'), rule: 'test.closes' }),
    'fee-rule',
    'cost.rent',
  ],
  [
    'an unknown formula',
    (d) => change(line(d, 'cleaning'), { formula: { name: 'test.magic', inputs: {} } }),
    'unknown-formula',
    'cost.cleaning',
  ],
  [
    'a formula without an input',
    (d) => change(line(d, 'cleaning'), { formula: { name: 'test.cleaning', inputs: { area: 'answers.area' } } }),
    'formula-input',
    'cost.cleaning',
  ],
  [
    'a formula given the wrong measure',
    (d) =>
      change(line(d, 'cleaning'), {
        formula: { name: 'test.cleaning', inputs: { area: 'answers.days', tables: '0' } },
      }),
    'fee-measure',
    'cost.cleaning',
  ],
  [
    'a formula that fails at a corner',
    (d) =>
      change(line(d, 'cleaning'), {
        formula: {
          name: 'test.cleaning',
          inputs: { area: 'answers.area - 200', tables: '0' },
        },
      }),
    'formula-fails',
    'cost.cleaning',
  ],
  [
    'a fee from what is found only later',
    (d) => change(line(d, 'rent'), { times: ['findings.measuredArea', 'answers.days'] }),
    'fee-found-later',
    'cost.rent',
  ],
  [
    'whole and broken numbers together',
    (d) => {
      change(branch(d, 'survey').form[0] as object as { decimals?: number }, { decimals: 1 })
      change(document(d), { values: { area: 'findings.measuredArea * 2', note: 'findings.note' } })
    },
    'expression-numbers',
    'documents.permit',
  ],
]
