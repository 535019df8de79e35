import type { ServiceDefinition } from '../schema.ts'
import { type AddFault, duplicates, type Fault, findingFaults } from './fault.ts'
import { type Edge, looping, reachable, rowsFrom, turned } from './graph.ts'
import { isOfficial, stateAt, stepAt } from './steps.ts'

/** The shape of the flow: everything can be reached, everything ends, nothing runs in circles by itself or waits for ever. */
export function checkFlow(definition: ServiceDefinition): Fault[] {
  return findingFaults((add) => {
    checkNames(definition, add)
    checkPaths(definition, add)
    checkCircles(definition, add)
    checkWaiting(definition, add)
    checkEnds(definition, add)
  })
}

function checkNames({ flow }: ServiceDefinition, add: AddFault): void {
  const states = flow.states.map((state) => state.id)
  for (const id of duplicates(states)) {
    add('flow-state-twice', `states.${id}`, `Keadaan "${id}" ditulis dua kali.`, `State "${id}" is written twice.`)
  }
  if (!states.includes(flow.initial)) {
    add(
      'flow-initial',
      'flow.initial',
      `Keadaan awal "${flow.initial}" tidak ada.`,
      `The first state "${flow.initial}" does not exist.`,
    )
  }
  for (const row of flow.transitions) {
    for (const state of [row.from, row.to]) {
      if (states.includes(state)) continue
      add(
        'flow-unknown-state',
        stepAt(row),
        `Langkah ini menyebut keadaan "${state}" yang tidak ada.`,
        `This step names state "${state}", which does not exist.`,
      )
    }
  }
  for (const key of duplicates(flow.transitions.map((row) => `${row.from}.${row.verb}`))) {
    add(
      'flow-verb-twice',
      `transitions.${key}`,
      'Langkah dengan nama ini meninggalkan keadaan yang sama dua kali.',
      'Two steps of this name leave the same state.',
    )
  }
}

function checkPaths({ flow }: ServiceDefinition, add: AddFault): void {
  const forward = reachable([flow.initial], flow.transitions)
  const ends = flow.states.filter((state) => state.result !== undefined).map((state) => state.id)
  const ending = reachable(ends, turned(flow.transitions))
  for (const state of flow.states) {
    if (!forward.has(state.id)) {
      add(
        'flow-unreachable',
        stateAt(state),
        'Tidak ada langkah yang membawa berkas ke keadaan ini.',
        'No step brings a file into this state: it cannot be reached.',
      )
    } else if (!ending.has(state.id)) {
      add(
        'flow-endless',
        stateAt(state),
        'Dari keadaan ini tidak ada jalan menuju akhir.',
        'No path from this state ends.',
      )
    }
  }
}

/** Steps that nobody takes must not chase each other: the file would never stand still. */
function checkCircles({ flow }: ServiceDefinition, add: AddFault): void {
  const passes = (id: string) => {
    const state = flow.states.find((candidate) => candidate.id === id)
    if (state?.branches) return state.branches.every((branch) => branch.when !== undefined)
    // A bill of nothing counts as paid at once.
    return state?.holder === 'engine' || state?.holder === 'payment'
  }
  const edges: Edge[] = flow.transitions.filter(
    (row) => (row.by === 'engine' || row.by === 'payment') && passes(row.from),
  )
  for (const group of looping(
    flow.states.map((state) => state.id),
    edges,
  )) {
    const names = group.toReversed().join(', ')
    add(
      'flow-engine-loop',
      `states.${group.at(-1)}`,
      `Langkah otomatis berputar tanpa seorang pun: ${names}.`,
      `Automatic steps go in a circle with no person between: ${names}.`,
    )
  }
}

/** Whoever is waited for may never answer: then time or a withdrawal has to end the file. */
function checkWaiting({ flow }: ServiceDefinition, add: AddFault): void {
  const results = new Map(flow.states.map((state) => [state.id, state.result]))
  for (const state of flow.states) {
    if (state.holder !== 'applicant' && state.holder !== 'payment') continue
    const rows = rowsFrom(flow, state.id)
    const leaves = rows.some(
      (row) => row.by === 'clock' || (row.by === 'applicant' && results.get(row.to) === 'withdrawn'),
    )
    if (!leaves) {
      add(
        'flow-waits-for-ever',
        stateAt(state),
        'Pemohon dapat diam selamanya: tambahkan langkah waktu ("clock") atau penarikan berkas.',
        'The applicant may stay silent for ever: add a step by the clock or a withdrawal.',
      )
    }
  }
}

function checkEnds(definition: ServiceDefinition, add: AddFault): void {
  const { flow } = definition
  for (const state of flow.states) {
    const rows = rowsFrom(flow, state.id)
    if ((state.holder === 'none') !== (state.result !== undefined)) {
      add(
        'flow-end',
        stateAt(state),
        'Keadaan tanpa pemegang harus punya hasil, dan hanya keadaan itu.',
        'A state that nobody holds has a result, and only such a state.',
      )
    }
    if (state.result === undefined && rows.length === 0) {
      add('flow-end', stateAt(state), 'Berkas berhenti di sini tanpa hasil.', 'The file ends here without a result.')
    }
    if (state.result === undefined) continue
    for (const row of rows) {
      if (row.within !== undefined || isOfficial(row)) continue
      add(
        'flow-after-result',
        stepAt(row),
        'Setelah ada hasil hanya pejabat yang dapat melangkah, atau pemohon dalam jangka waktu ("within").',
        'After a result only an official may go on, or the applicant within a time ("within").',
      )
    }
  }
  if (!flow.states.some((state) => state.result === 'granted')) {
    add(
      'flow-never-granted',
      'flow',
      'Tidak ada keadaan yang mengabulkan permohonan.',
      'No state grants the application.',
    )
  }
}
