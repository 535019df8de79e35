import { defineCalculator } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, count, decimal, type InputOf, money, option, rows } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { number, words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { flatRules, flatTax } from './flat-tax.ts'
import { ownRate } from './own-figures.ts'
import { RegionalFigures } from './regional-figures.ts'
import { entryOf } from './tables.ts'

const none: Typed = { path: 'boards', value: Exact.zero }
type Typed = { readonly path: string; readonly value: Exact }

const boards = rows({
  label: { id: 'Reklame', en: 'Advertisements' },
  one: { id: 'Reklame', en: 'Advertisement' },
  when: { field: 'valueIs', is: ['formula'] },
  fields: {
    type: choice({
      label: { id: 'Jenis', en: 'Type' },
      options: [
        option('billboard', 'Papan, baliho', 'Billboard'),
        option('videotron', 'Videotron, megatron', 'Screen'),
        option('neon', 'Neon', 'Neon sign'),
        option('banner', 'Kain, spanduk', 'Banner'),
        option('wall', 'Dinding', 'Wall'),
        option('vehicle', 'Kendaraan', 'Vehicle'),
        option('air', 'Udara', 'In the air'),
      ],
      initial: 'billboard',
    }),
    area: decimal({
      label: { id: 'Luas satu sisi', en: 'Area of one side' },
      suffix: { id: 'm²', en: 'm²' },
      max: 100_000,
      places: 2,
    }),
    sides: count({ label: { id: 'Jumlah sisi', en: 'Sides' }, min: 1, max: 12, initial: 1 }),
    days: count({ label: { id: 'Lama pasang', en: 'Time' }, suffix: { id: 'hari', en: 'days' }, min: 1, max: 366 }),
    road: choice({
      label: { id: 'Kelas jalan', en: 'Class of road' },
      options: [option('a', 'Kelas A, utama', 'A, main'), option('b', 'Kelas B', 'B'), option('c', 'Kelas C', 'C')],
      initial: 'c',
    }),
    height: decimal({
      label: { id: 'Tinggi', en: 'Height' },
      suffix: { id: 'm', en: 'm' },
      max: 1000,
      places: 2,
      optional: true,
    }),
  },
})

/** @basis UU 1/2022 pasal 60 sampai 64; sebelum 5 Januari 2024 UU 28/2009 pasal 47 sampai 51 */
export const reklame = defineCalculator({
  kind: 'reklame',
  subject: 'local',
  title: { id: 'Pajak reklame', en: 'Advertising tax' },
  lead: {
    id: 'Dari nilai kontrak bila dipasang pihak lain, dari rumus nilai sewa bila dipasang sendiri.',
    en: 'On the contract when somebody else puts it up, on the rental formula when one does it oneself.',
  },
  words: 'iklan baliho papan nama billboard videotron nsr',
  law: 'region',
  fields: {
    valueIs: choice({
      label: { id: 'Nilai sewa reklame (NSR)', en: 'Rental value (NSR)' },
      options: [
        option('contract', 'Nilai kontrak', 'Value of the contract'),
        option('formula', 'Dihitung dari ukuran dan tempat', 'Computed from size and place'),
      ],
      initial: 'contract',
    }),
    contract: money({
      label: { id: 'Nilai kontrak', en: 'Value of the contract' },
      when: { field: 'valueIs', is: ['contract'] },
    }),
    boards,
    rate: ownRate('Tarif', 'Rate'),
  },
  rules: [...flatRules('reklame'), 'tax.reklame.price', 'tax.reklame.location', 'tax.reklame.height'],
  compute(input, law, working) {
    const figures = new RegionalFigures(law)
    const value =
      input.valueIs === 'contract'
        ? input.contract
        : Exact.sum(input.boards.map((board, index) => rentOf(board, index, figures, law, working)))
    working?.step('nsr', { id: 'Nilai sewa reklame (NSR)', en: 'Rental value (NSR)' }, value)
    const label = { id: 'Pajak reklame', en: 'Advertising tax' }
    return flatTax(
      { id: 'reklame', label, base: value, rate: input.rate, destination: 'region' },
      figures,
      law,
      working,
    )
  },
  example: {
    date: '2026-01-15',
    input: { valueIs: 'formula', boards: [{ type: 'billboard', area: 12, sides: 2, days: 30, road: 'b', height: 6 }] },
    total: 819_000,
  },
})

type Board = InputOf<typeof boards.fields>

function rentOf(board: Board, index: number, figures: RegionalFigures, law: Law, working: Working | undefined): Exact {
  const price = figures.fromTable('tax.reklame.price', none, (table) => entryOf(table, board.type))
  const road = figures.fromTable('tax.reklame.location', none, (table) => entryOf(table, board.road))
  const high = heightOf(board.height, law)
  const rent = price.value.times(board.area).times(board.sides).times(board.days).times(road.value).times(high.factor)
  working?.step(
    `board-${index + 1}`,
    { id: `Reklame ${index + 1}`, en: `Advertisement ${index + 1}` },
    rent,
    words`${price.value} × ${number(board.area)} m² × ${board.sides} × ${board.days} × ${number(road.value)} × ${number(high.factor)}`,
    ...price.rules,
    ...road.rules,
    ...high.keys.map((key) => law.rule(key)),
  )
  return rent
}

function heightOf(height: Exact, law: Law): { factor: Exact; keys: readonly string[] } {
  const key = 'tax.reklame.height'
  if (height.isZero || !law.has(key)) return { factor: Exact.of(1), keys: [] }
  const { above, factor } = law.table(key, (table) => table as { above: string; factor: string })
  return { factor: height.isOver(Exact.read(above)) ? Exact.read(factor) : Exact.of(1), keys: [key] }
}
