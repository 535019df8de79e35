import { billed } from '../../calculation/billed.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, count, decimal, type InputOf, rows, yesNo } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { number, words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { ownAmount, ownRate } from '../local/own-figures.ts'
import { type Chosen, exact, RegionalFigures } from '../local/regional-figures.ts'
import { rowOf } from '../local/tables.ts'
import { buildingIndices, buildingRules, lowIncomeShare, workIndexOf } from './building-index.ts'
import { complexities, owners, permanences, uses, workKinds, worksAround } from './building-options.ts'

const work = choice({ label: { id: 'Pekerjaan', en: 'Work' }, options: workKinds, initial: 'new' })

const buildings = rows({
  label: { id: 'Bangunan', en: 'Buildings' },
  one: { id: 'Bangunan', en: 'Building' },
  fields: {
    area: decimal({
      label: { id: 'Luas semua lantai', en: 'Area of all floors' },
      suffix: { id: 'm²', en: 'm²' },
      max: 10_000_000,
      places: 4,
    }),
    floors: count({ label: { id: 'Jumlah lantai', en: 'Floors' }, min: 1, max: 200, initial: 1 }),
    use: choice({ label: { id: 'Fungsi', en: 'Use' }, options: uses, initial: 'dwelling' }),
    complexity: choice({ label: { id: 'Kompleksitas', en: 'Complexity' }, options: complexities, initial: 'simple' }),
    permanence: choice({ label: { id: 'Permanensi', en: 'Permanence' }, options: permanences, initial: 'permanent' }),
    work,
    owner: choice({ label: { id: 'Pemilik', en: 'Owner' }, options: owners, initial: 'other' }),
    isLowIncome: yesNo({
      label: { id: 'Rumah masyarakat berpenghasilan rendah (MBR)', en: 'Home of a person of low income (MBR)' },
    }),
  },
})

const works = rows({
  label: { id: 'Prasarana: pagar, jalan, kolam', en: 'Works: fences, roads, pools' },
  one: { id: 'Prasarana', en: 'Work' },
  least: 0,
  fields: {
    work: choice({ label: { id: 'Jenis', en: 'Kind' }, options: worksAround, initial: 'fence' }),
    volume: decimal({
      label: { id: 'Volume', en: 'Volume' },
      hint: { id: 'm, m², m³, atau unit.', en: 'm, m², m³ or units.' },
      max: 10_000_000,
      places: 2,
    }),
    state: work,
  },
})

/** @basis PP 16/2021 pasal 261 dan Lampiran II; UU 1/2022 pasal 88 */
export const pbg = defineCalculator({
  kind: 'retribution.pbg',
  subject: 'retribution',
  title: { id: 'Retribusi persetujuan bangunan gedung (PBG)', en: 'Retribution of a building approval (PBG)' },
  lead: {
    id: 'Luas lantai dikalikan harga satuan, indeks lokalitas, indeks terintegrasi, dan indeks pekerjaannya; beberapa bangunan sekaligus.',
    en: 'Floor area by unit cost, locality index, integrated index and index of the work; several buildings at once.',
  },
  words: 'imb izin mendirikan bangunan rumah shst ilo',
  law: 'region',
  fields: {
    buildings,
    works,
    unitCost: ownAmount('Harga satuan tertinggi (SHST) per m²', 'Highest unit cost (SHST) a m²'),
    locality: ownRate('Indeks lokalitas (Ilo)', 'Locality index (Ilo)'),
  },
  rules: [
    ...buildingRules,
    'licensing.building.unit-cost',
    'licensing.building.locality-index',
    'tax.pbg.works',
    'tax.local.rounding',
  ],
  compute(input, law, working) {
    const figures = new RegionalFigures(law)
    const lines = input.buildings.map((building, index) => {
      working?.section(`building-${index + 1}`, { id: `Bangunan ${index + 1}`, en: `Building ${index + 1}` })
      const amount = retributionOf(building, index, input, figures, law, working)
      return lineOf(
        `building-${index + 1}`,
        { id: `PBG bangunan ${index + 1}`, en: `PBG, building ${index + 1}` },
        amount,
      )
    })
    working?.section()
    const around = input.works.map((each, index) => {
      const amount = worksOf(each, index, law, working)
      return lineOf(`works-${index + 1}`, { id: `PBG prasarana ${index + 1}`, en: `PBG, works ${index + 1}` }, amount)
    })
    return {
      ...billed([...lines, ...around], law, 'tax.local.rounding', working),
      warnings: figures.warnings,
      isEstimate: figures.isTyped,
    }
  },
  example: {
    date: '2026-01-15',
    input: { buildings: [{ area: 36, floors: 1, use: 'dwelling', complexity: 'simple', permanence: 'permanent' }] },
    total: 162_000,
  },
})

function lineOf(id: string, label: Line['label'], amount: Exact): Line {
  return { id, label, amount, destination: 'region' }
}

interface Typed {
  readonly unitCost: Exact
  readonly locality: Exact
}

/** Area × (Ilo × SHST) × It × Ibg. */
function retributionOf(
  building: InputOf<typeof buildings.fields>,
  index: number,
  typed: Typed,
  figures: RegionalFigures,
  law: Law,
  working: Working | undefined,
): Exact {
  const { integrated, ofWork } = buildingIndices(building, index, law, working)
  const cost = figures.amount('licensing.building.unit-cost', { path: 'unitCost', value: typed.unitCost })
  const locality: Chosen<ReturnType<Law['rate']>> = figures.rate('licensing.building.locality-index', {
    path: 'locality',
    value: typed.locality,
  })
  const amount = building.area.times(cost.value).times(exact(locality.value)).times(integrated).times(ofWork)
  working?.step(
    'retribution',
    { id: 'Retribusi', en: 'Retribution' },
    amount,
    words`${number(building.area)} m² × (${locality.value} × ${cost.value}) × ${number(integrated)} × ${number(ofWork)}`,
    ...cost.rules,
    ...locality.rules,
  )
  return building.isLowIncome ? lowIncomeShare(amount, building.area, index, law, working, figures.warnings) : amount
}

interface WorksRow {
  readonly work: string
  readonly price: number
  readonly index: string
}

/** Volume × index × unit price × Ibg. */
function worksOf(
  { work, volume, state }: InputOf<typeof works.fields>,
  index: number,
  law: Law,
  working: Working | undefined,
): Exact {
  const key = 'tax.pbg.works'
  const row = rowOf<WorksRow>(
    law.table(key, (table) => table),
    'work',
    work,
  )
  if (!row) throw new Error(`${key} holds no ${work}`)
  const price = Exact.of(row.price)
  const of = Exact.read(row.index)
  const ofWork = workIndexOf(state, law)
  const amount = volume.times(of).times(price).times(ofWork)
  const label = { id: `Prasarana ${index + 1}`, en: `Works ${index + 1}` }
  const formula = words`${number(volume)} × ${number(of)} × ${price} × ${number(ofWork)}`
  working?.step(`works-${index + 1}`, label, amount, formula, law.rule(key))
  return amount
}
