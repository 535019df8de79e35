import { invalidField } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { Exact } from '../../calculation/exact.ts'
import type { Law } from '../../calculation/law.ts'
import { number, words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'

const key = (name: string) => `licensing.building.${name}`

export const buildingRules = [
  'function-index',
  'small-dwelling',
  'small-mixed',
  'weights',
  'parameters',
  'floor-index',
  'owner-factor',
  'work-index',
  'index-rounding',
  'low-income-share',
  'low-income-area',
].map(key)

interface Building {
  readonly area: Exact
  readonly floors: number
  readonly use: string
  readonly complexity: string
  readonly permanence: string
  readonly work: string
  readonly owner: string
}

/**
 * It = If × Σ(weight × index) × Fm, and Ibg.
 * @basis PP 16/2021 Lampiran II
 */
export function buildingIndices(building: Building, index: number, law: Law, working: Working | undefined) {
  const ofUse = entry(law, 'function-index', useOf(building, law))
  const floors = entryOrUndefined(law, 'floor-index', String(building.floors))
  if (!floors)
    throw invalidField(
      `buildings.${index}.floors`,
      `Belum ada koefisien untuk ${building.floors} lantai. Tanyakan kepada dinas bangunan.`,
      `There is no coefficient for ${building.floors} floors yet. Ask the building office.`,
    )
  const part = (weight: string, of: Exact) => entry(law, 'weights', weight).times(of)
  const sum = Exact.sum([
    part('complexity', entry(law, 'parameters', building.complexity)),
    part('permanence', entry(law, 'parameters', building.permanence)),
    part('height', floors),
  ])
  const owner = entry(law, 'owner-factor', building.owner)
  const integrated = rounded(ofUse.times(sum).times(owner), law)
  const ofWork = workIndexOf(building.work, law)
  working?.step(
    'sum',
    { id: 'Jumlah bobot × indeks', en: 'Sum of weight × index' },
    { quantity: sum },
    undefined,
    ...rulesOf(law, 'weights', 'parameters', 'floor-index'),
  )
  working?.step(
    'integrated',
    { id: 'Indeks terintegrasi (It)', en: 'Integrated index (It)' },
    { quantity: integrated },
    words`${number(ofUse)} × ${number(sum)} × ${number(owner)}`,
    ...rulesOf(law, 'function-index', 'owner-factor', 'index-rounding'),
  )
  const label = { id: 'Indeks bangunan terbangun (Ibg)', en: 'Index of the work (Ibg)' }
  working?.step('work', label, { quantity: ofWork }, undefined, ...rulesOf(law, 'work-index'))
  return { integrated, ofWork }
}

export function workIndexOf(work: string, law: Law): Exact {
  return entry(law, 'work-index', work)
}

/** The line of the table for a use of this size. @basis PP 16/2021 Lampiran II */
function useOf({ use, area, floors }: Building, law: Law): string {
  const isBelow = (name: string) => {
    const small = law.table(key(name), (table) => table as { areaBelow: string; floorsBelow: number })
    return area.isUnder(Exact.read(small.areaBelow)) && floors < small.floorsBelow
  }
  if (use === 'dwelling' && isBelow('small-dwelling')) return 'dwelling-small'
  return use === 'mixed' && isBelow('small-mixed') ? 'mixed-small' : use
}

/** Homes of people of low income, up to the area that is exempt. */
export function lowIncomeShare(
  amount: Exact,
  area: Exact,
  index: number,
  law: Law,
  working: Working | undefined,
  warnings: LocalText[],
): Exact {
  if (!law.has(key('low-income-share')))
    throw invalidField(
      `buildings.${index}.isLowIncome`,
      `Pembebasan untuk MBR belum berlaku pada ${formatDay(law.day, 'id')}.`,
      `There was no exemption for low income on ${formatDay(law.day, 'en')}.`,
    )
  const largest = Exact.read(law.text(key('low-income-area')))
  if (area.isOver(largest)) {
    warnings.push({
      id: `Bangunan ${index + 1} lebih luas dari ${largest.decimal()} m², sehingga tidak dibebaskan.`,
      en: `Building ${index + 1} is larger than ${largest.decimal()} m² and therefore not exempt.`,
    })
    return amount
  }
  const share = law.rate(key('low-income-share'))
  const due = amount.times(share)
  const label = { id: 'Dibayar masyarakat berpenghasilan rendah', en: 'Paid by a person of low income' }
  working?.step(
    'low-income',
    label,
    due,
    words`${amount} × ${share}`,
    ...rulesOf(law, 'low-income-share', 'low-income-area'),
  )
  return due
}

function rounded(index: Exact, law: Law): Exact {
  const digits = law.text(key('index-rounding'))
  if (digits === 'exact') return index
  const scale = 10n ** BigInt(digits)
  return index.times(scale).rounded('half-up').over(scale)
}

function rulesOf(law: Law, ...names: readonly string[]) {
  return names.map((name) => law.rule(key(name)))
}

function entry(law: Law, table: string, name: string): Exact {
  const found = entryOrUndefined(law, table, name)
  if (!found) throw new Error(`${key(table)} holds no ${name}`)
  return found
}

function entryOrUndefined(law: Law, table: string, name: string): Exact | undefined {
  const found = law.table(key(table), (value) => value as Readonly<Record<string, string>>)[name]
  return found === undefined ? undefined : Exact.read(found)
}
