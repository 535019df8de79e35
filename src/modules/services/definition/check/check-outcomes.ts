import { placedFields } from '../fields.ts'
import { askedWhen, canHold, everyCase, surelyHolds, worldWhere } from '../proof/every-case.ts'
import type { World } from '../proof/world.ts'
import type { ServiceDefinition, StateDefinition, TransitionDefinition } from '../schema.ts'
import { pathsIn } from './ast.ts'
import { type AddFault, type Fault, findingFaults } from './fault.ts'
import { rowsFrom } from './graph.ts'
import { isOfficial, stateAt, stepAt } from './steps.ts'

/**
 * Automatic steps: in every case one of them holds, each of them is taken in some case, and what parallel reviews
 * lead to is the same whenever it is worked out.
 */
export function checkOutcomes(definition: ServiceDefinition, world: World): Fault[] {
  const asked = askedWhen(placedFields(definition))
  return findingFaults((add) => {
    for (const state of definition.flow.states) {
      const rows = rowsFrom(definition.flow, state.id)
      const automatic = rows.filter((row) => row.by === 'engine')
      checkWaitedFor(state, rows, world, asked, add)
      if (automatic.length > 0) checkAutomatic(state, automatic, world, asked, add)
      for (const row of rows) {
        if (row.by === 'engine' || row.when === undefined) continue
        const cases = everyCase([row.when], world, asked)
        if (cases?.every((one) => !worldWhere([row.when], one))) add('step-dead', stepAt(row), ...never)
      }
    }
  })
}

/** Whoever is waited for can go on in every case: conditions on his steps leave none of them without a way. */
function checkWaitedFor(
  state: StateDefinition,
  rows: readonly TransitionDefinition[],
  world: World,
  asked: Parameters<typeof everyCase>[2],
  add: AddFault,
): void {
  if (state.branches || state.holder === 'engine' || state.holder === 'none') return
  const waitedFor = rows.filter((row) => isWaitedFor(state, row))
  if (waitedFor.length === 0 || waitedFor.some((row) => row.when === undefined)) return
  const conditions = waitedFor.map((row) => row.when as string)
  const cases = everyCase(conditions, world, asked)
  if (!cases?.some((one) => canHold(conditions.map(not), one)) && cases) return
  add(
    'step-stuck',
    stateAt(state),
    'Semua langkah di sini bersyarat, dan dalam keadaan tertentu tidak satu pun terpenuhi.',
    'Every step here has a condition, and in some case none of them holds.',
  )
}

function isWaitedFor(state: StateDefinition, row: TransitionDefinition): boolean {
  if (state.holder === 'office') return isOfficial(row) || row.by === 'clock'
  if (state.holder === 'applicant') return row.by === 'applicant' || row.by === 'clock'
  return row.by === state.holder
}

const never = ['Syarat langkah ini tidak pernah terpenuhi.', 'The condition of this step never holds.'] as const

function checkAutomatic(
  state: StateDefinition,
  rows: readonly TransitionDefinition[],
  world: World,
  asked: Parameters<typeof everyCase>[2],
  add: AddFault,
): void {
  const conditions = rows.flatMap((row) => (row.when === undefined ? [] : [row.when]))
  if (state.branches && conditions.some((when) => pathsIn(when).includes('today'))) {
    add(
      'outcome-by-day',
      stateAt(state),
      'Kesimpulan telaah bergantung pada hari; hasilnya berubah bila dihitung ulang.',
      'What the reviews lead to depends on the day; worked out again it would differ.',
    )
  }
  const cases = everyCase(conditions, world, asked)
  if (cases === undefined) {
    if (rows.every((row) => row.when !== undefined)) {
      add(
        'outcome-too-many',
        stateAt(state),
        'Terlalu banyak kombinasi untuk dibuktikan; beri langkah terakhir tanpa syarat.',
        'Too many combinations to prove; give the last automatic step no condition.',
      )
    }
    return
  }
  const taken = new Set<TransitionDefinition>()
  let gap: World | undefined
  for (const one of cases) {
    let left: World | undefined = one
    for (const row of rows) {
      if (!left) break
      if (worldWhere([row.when], left)) taken.add(row)
      left = surelyHolds([row.when], left) ? undefined : worldWhere([not(row.when)], left)
    }
    if (left) gap ??= left
  }
  if (gap) {
    const example = describeCase(state, gap)
    add(
      'outcome-gap',
      stateAt(state),
      `Ada keadaan tanpa langkah berikutnya${example}; beri langkah otomatis terakhir tanpa syarat.`,
      `In some case no step follows${example}; give the last automatic step no condition.`,
    )
  }
  for (const row of rows)
    if (!taken.has(row))
      add(
        'step-dead',
        stepAt(row),
        `${never[0]} Langkah sebelumnya mendahuluinya.`,
        `${never[1]} An earlier step takes its place.`,
      )
}

function not(when: string | undefined): string {
  return when === undefined ? 'false' : `!(${when})`
}

function describeCase(state: StateDefinition, world: World): string {
  const outcomes = (state.branches ?? []).flatMap((branch) => {
    const value = world.get(`branches.${branch.id}`)
    return value?.kind === 'text' && value.options?.size === 1 ? [`${branch.id}: ${[...value.options][0]}`] : []
  })
  return outcomes.length ? ` (${outcomes.join(', ')})` : ''
}
