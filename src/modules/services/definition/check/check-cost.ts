import { mostRupiah } from '../proof/build-world.ts'
import { evaluate } from '../proof/evaluate.ts'
import { worldWhere } from '../proof/every-case.ts'
import { type Counted, combine, countedOf, isSame, plain, sayCounted } from '../proof/measure.ts'
import { asNumber, type NumberValue, product, type Value } from '../proof/values.ts'
import type { World } from '../proof/world.ts'
import type { CostLine, ServiceDefinition } from '../schema.ts'
import { treeOf } from './ast.ts'
import { checkFormula } from './check-formula.ts'
import { checkGiven } from './check-given.ts'
import { type AddFault, duplicates, type Fault, findingFaults } from './fault.ts'
import { type Installed, momentsOf, rowOn } from './installed.ts'

const rupiah: Counted = { rupiah: 1 }

/**
 * The fee comes out for every complete application, in whole rupiah, never below zero and never beyond what is
 * counted exactly: line by line, under the figures of every day and place.
 */
export function checkCost(definition: ServiceDefinition, installed: Installed, world: World): Fault[] {
  return findingFaults((add) => {
    for (const id of duplicates(definition.cost.map((line) => line.id))) {
      add('fee-twice', `cost.${id}`, `Baris biaya "${id}" ditulis dua kali.`, `Cost line "${id}" is written twice.`)
    }
    let most = 0
    for (const line of definition.cost) {
      const ways = [line.rule, line.amount, line.formula].filter((way) => way !== undefined)
      if (ways.length !== 1 || (line.times && !line.rule)) {
        add(
          'fee-one-way',
          `cost.${line.id}`,
          'Baris biaya dihitung dari satu aturan, satu rumus, atau satu ungkapan.',
          'A cost line comes from one rule, one formula or one expression.',
        )
        continue
      }
      const value = lineValue(definition, installed, line, world, add)
      if (value) most += value.high
    }
    if (most > mostRupiah) {
      add(
        'fee-overflow',
        'cost',
        'Jumlah biaya dapat melampaui bilangan yang dihitung tepat; beri "max" pada isian yang dipakai.',
        'The fee may pass what is counted exactly; give "max" to the fields that are used.',
      )
    }
  })
}

function lineValue(
  definition: ServiceDefinition,
  installed: Installed,
  line: CostLine,
  world: World,
  add: AddFault,
): NumberValue | undefined {
  const inside = worldWhere([line.when], world)
  const at = `cost.${line.id}`
  if (!inside) {
    add(
      'fee-dead',
      at,
      'Syarat baris biaya ini tidak pernah terpenuhi.',
      'The condition of this cost line never holds.',
    )
    return undefined
  }
  for (const expression of expressionsIn(line)) checkGiven(definition, line, expression, world, add)
  if (line.formula) {
    checkFormula(definition, installed, line, inside, add)
    return undefined
  }
  const value = line.rule ? ruleLine(definition, installed, line, inside, add) : amountLine(line, inside, add)
  if (!value) return undefined
  if (value.low < 0) {
    add(
      'fee-negative',
      at,
      `Tidak dapat dibuktikan bahwa jumlahnya tidak kurang dari nol (terendah ${bound(value.low, 'id')}); beri "min" pada isian, atau pakai syarat.`,
      `It cannot be proved that the amount is never below zero (lowest ${bound(value.low, 'en')}); give "min" to the fields, or use a condition.`,
    )
  }
  if (value.high > mostRupiah) {
    add(
      'fee-unbounded',
      at,
      'Jumlahnya tidak punya batas atas; beri "max" pada isian yang dipakai.',
      'The amount has no upper bound; give "max" to the fields that are used.',
    )
  }
  return Number.isFinite(value.high) ? value : undefined
}

export function expressionsIn(line: CostLine): string[] {
  const inputs = Object.values(line.formula?.inputs ?? {})
  return [...(line.amount === undefined ? [] : [line.amount]), ...(line.times ?? []), ...inputs]
}

function amountLine(line: CostLine, world: World, add: AddFault): NumberValue | undefined {
  const value = measured(line, line.amount as string, world, add)
  if (value?.counted && !isSame(value.counted, rupiah)) addMeasure(line, value.counted, add)
  if (value && !value.whole) {
    add(
      'fee-broken',
      `cost.${line.id}`,
      'Jumlahnya dapat punya angka di belakang koma; bulatkan dengan int().',
      'The amount may have digits after the comma; round it with int().',
    )
  }
  return value
}

/** The rule's rupiah times each factor, under every row that ever holds. */
function ruleLine(
  definition: ServiceDefinition,
  installed: Installed,
  line: CostLine,
  world: World,
  add: AddFault,
): NumberValue | undefined {
  const key = line.rule as string
  const factors = (line.times ?? []).map((factor) => measured(line, factor, world, add))
  if (factors.some((factor) => factor === undefined)) return undefined
  let found: NumberValue | undefined
  let mismatch: Counted | undefined
  for (const { region, day } of momentsOf(definition, [key], installed.rules)) {
    const row = rowOn(installed.rules, key, region, day)
    if (!row) continue
    if (typeof row.value !== 'number' || !Number.isInteger(row.value) || row.value < 0) {
      add(
        'fee-rule',
        `cost.${line.id}`,
        `Aturan "${key}" tidak memuat rupiah bulat.`,
        `Rule "${key}" does not hold whole rupiah.`,
      )
      return undefined
    }
    let total: NumberValue = {
      kind: 'number',
      low: row.value,
      high: row.value,
      counted: countedOf(row.unit),
      whole: true,
    }
    for (const factor of factors as NumberValue[]) {
      const counted = combine(total.counted ?? plain, factor.counted ?? plain, 1)
      total = { ...total, ...product(total, factor), counted }
    }
    if (!isSame(total.counted ?? plain, rupiah)) mismatch = total.counted
    found = found ? { ...total, low: Math.min(total.low, found.low), high: Math.max(total.high, found.high) } : total
  }
  if (mismatch) addMeasure(line, mismatch, add)
  return found
}

/** The bounds of one expression; two measures that meet and a division by zero are told on the way. */
function measured(line: CostLine, expression: string, world: World, add: AddFault): NumberValue | undefined {
  const tree = treeOf(expression)
  if (!tree) return undefined
  const at = `cost.${line.id}`
  const value: Value = evaluate(tree, world, (trouble) => {
    if (trouble.kind === 'zero') {
      add(
        'fee-divides-by-zero',
        at,
        `Pembagi pada "${trouble.source}" dapat nol; beri "min" pada isiannya.`,
        `The divisor in "${trouble.source}" may be zero; give "min" to its field.`,
      )
    } else {
      add(
        'fee-measures-mixed',
        at,
        `"${trouble.source}" menggabungkan ${trouble.left} dengan ${trouble.right}.`,
        `"${trouble.source}" puts ${trouble.left} together with ${trouble.right}.`,
      )
    }
  })
  return asNumber(value)
}

function addMeasure(line: CostLine, counted: Counted, add: AddFault): void {
  const at = `cost.${line.id}`
  if (isSame(counted, plain)) {
    add(
      'fee-measure',
      at,
      'Hasilnya bilangan tanpa satuan: ambil rupiahnya dari aturan bertanggal ("rule" dan "times").',
      'The result is a number of nothing: take its rupiah from a dated rule ("rule" and "times").',
    )
    return
  }
  add(
    'fee-measure',
    at,
    `Hasilnya bukan rupiah melainkan ${sayCounted(counted)}.`,
    `The result is not rupiah but ${sayCounted(counted)}.`,
  )
}

function bound(value: number, locale: 'id' | 'en'): string {
  if (Number.isFinite(value)) return String(value)
  return locale === 'id' ? 'tanpa batas' : 'no bound'
}
