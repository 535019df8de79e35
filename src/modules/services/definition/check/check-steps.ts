import type { ServiceDefinition, TransitionDefinition } from '../schema.ts'
import { type AddFault, duplicates, type Fault, findingFaults } from './fault.ts'
import { reachable, rowsFrom } from './graph.ts'
import type { Installed } from './installed.ts'
import { isImpersonal, isOfficial, isWeighty, stepAt } from './steps.ts'

/** Each step for itself: who takes it, when, and what it does. */
export function checkSteps(definition: ServiceDefinition, installed: Installed): Fault[] {
  return findingFaults((add) => {
    for (const row of definition.flow.transitions) {
      checkActor(definition, row, installed, add)
      checkTime(definition, row, add)
      checkNeeds(definition, row, add)
      checkEffects(definition, row, installed, add)
    }
    checkKeys(definition, add)
    checkFourEyes(definition, add)
  })
}

function checkActor({ flow }: ServiceDefinition, row: TransitionDefinition, installed: Installed, add: AddFault): void {
  const at = stepAt(row)
  if (isOfficial(row) && !installed.permissions.has(row.by)) {
    add('unknown-permission', at, `Izin "${row.by}" tidak ada.`, `Permission "${row.by}" does not exist.`)
  }
  const state = flow.states.find((candidate) => candidate.id === row.from)
  if (state?.holder === 'engine' && row.by !== 'engine') {
    add(
      'step-never',
      at,
      'Keadaan ini dilalui seketika; langkah oleh siapa pun tidak pernah sempat.',
      'This state is passed at once; nobody ever gets to take this step.',
    )
  }
  if (row.by === 'engine' && state && state.holder !== 'engine' && !state.branches) {
    add(
      'step-engine-from-desk',
      at,
      'Langkah otomatis hanya dari keadaan otomatis atau setelah telaah bersamaan.',
      'An automatic step only leaves an automatic state or one with parallel reviews.',
    )
  }
  if (
    !isOfficial(row) &&
    (row.stepUp || row.bulk || row.notBy.length > 0 || row.form.length > 0) &&
    row.by !== 'applicant'
  ) {
    add(
      'step-nobody',
      at,
      'Langkah tanpa orang tidak dapat mengisi, membuktikan diri, atau menandatangani.',
      'A step that no person takes cannot fill in a form, prove identity or be signed.',
    )
  }
}

function checkTime({ flow }: ServiceDefinition, row: TransitionDefinition, add: AddFault): void {
  const at = stepAt(row)
  const state = flow.states.find((candidate) => candidate.id === row.from)
  if ((row.by === 'clock') !== (row.after !== undefined)) {
    add(
      'step-clock',
      at,
      'Langkah oleh waktu menyebut "after", dan hanya langkah itu.',
      'A step by the clock says "after", and only such a step.',
    )
  }
  if (row.after === 'deadline' && !state?.deadline) {
    add(
      'step-no-deadline',
      at,
      'Langkah ini menunggu tenggat, tetapi keadaannya tidak punya tenggat.',
      'This step waits for a deadline, but its state has none.',
    )
  }
  if (row.within !== undefined && state?.result === undefined && state?.holder !== 'applicant') {
    add(
      'step-within',
      at,
      '"within" hanya setelah ada hasil atau selagi pemohon memegang berkas.',
      '"within" is only for steps after a result or while the applicant holds the file.',
    )
  }
}

function checkNeeds(definition: ServiceDefinition, row: TransitionDefinition, add: AddFault): void {
  const at = stepAt(row)
  const { flow } = definition
  if (row.needs.includes('marks') && row.needs.includes('no-marks')) {
    add(
      'step-needs',
      at,
      'Langkah ini meminta tanda dan sekaligus melarangnya.',
      'This step asks for marks and forbids them.',
    )
  }
  if (row.needs.includes('marks')) {
    const automatic = flow.transitions.filter((one) =>
      flow.states.some((state) => state.id === one.from && state.holder === 'engine'),
    )
    const near = reachable([row.to], automatic)
    if (!flow.states.some((state) => near.has(state.id) && state.holder === 'applicant')) {
      add(
        'step-marks-lost',
        at,
        'Isian ditandai keliru, tetapi berkas tidak kembali kepada pemohon.',
        'Answers are marked wrong, but the file does not go back to the applicant.',
      )
    }
  }
  if (row.reasons && !row.needs.includes('reason')) {
    add(
      'step-reasons',
      at,
      'Ada pilihan alasan, tetapi langkah ini tidak meminta alasan.',
      'There are reasons to choose from, but the step asks for none.',
    )
  }
  for (const id of duplicates((row.reasons ?? []).map((reason) => reason.id))) {
    add('step-reasons', at, `Alasan "${id}" ditulis dua kali.`, `Reason "${id}" is written twice.`)
  }
  if (row.bulk && (row.form.length > 0 || row.needs.includes('reason') || row.needs.includes('marks'))) {
    add(
      'step-bulk',
      at,
      'Langkah untuk banyak berkas sekaligus tidak dapat meminta isian, alasan atau tanda.',
      'A step for many files at once cannot ask for a form, a reason or marks.',
    )
  }
  const verbs = new Set(flow.transitions.map((one) => one.verb))
  for (const verb of row.notBy) {
    if (!verbs.has(verb))
      add(
        'step-not-by',
        at,
        `"notBy" menyebut langkah "${verb}" yang tidak ada.`,
        `"notBy" names step "${verb}", which does not exist.`,
      )
    if (verb === row.verb) add('step-not-by', at, 'Langkah ini melarang dirinya sendiri.', 'This step forbids itself.')
  }
}

function checkEffects(
  definition: ServiceDefinition,
  row: TransitionDefinition,
  installed: Installed,
  add: AddFault,
): void {
  const at = stepAt(row)
  for (const effect of row.effects) {
    if (!installed.effects.has(effect))
      add('unknown-effect', at, `Akibat "${effect}" tidak ada.`, `Effect "${effect}" does not exist.`)
  }
  if (row.tacit && (row.by !== 'clock' || !isWeighty(definition, row))) {
    add(
      'step-tacit',
      at,
      'Persetujuan diam-diam terjadi oleh waktu dan menerbitkan sesuatu.',
      'Tacit consent is taken by the clock and has effects or a document.',
    )
  }
  for (const verb of row.undoes) checkUndone(definition, row, verb, installed, add)
}

function checkUndone(
  definition: ServiceDefinition,
  row: TransitionDefinition,
  verb: string,
  installed: Installed,
  add: AddFault,
): void {
  const at = stepAt(row)
  const undone = definition.flow.transitions.filter((one) => one.verb === verb)
  if (undone.length === 0) {
    add(
      'undo-unknown-step',
      at,
      `"undoes" menyebut langkah "${verb}" yang tidak ada.`,
      `"undoes" names step "${verb}", which does not exist.`,
    )
    return
  }
  const effects = undone.flatMap((one) => one.effects)
  const lasting = effects.filter((effect) => !installed.undos.has(effect))
  for (const effect of new Set(lasting)) {
    add(
      'undo-impossible',
      at,
      `Akibat "${effect}" dari "${verb}" tidak dapat ditarik kembali.`,
      `Effect "${effect}" of "${verb}" cannot be taken back.`,
    )
  }
  if (effects.length === 0) {
    add(
      'undo-nothing',
      at,
      `Langkah "${verb}" tidak berakibat apa pun yang dapat ditarik.`,
      `Step "${verb}" has no effect to take back.`,
    )
  }
  if (!undone.some((one) => reachable([one.to], definition.flow.transitions).has(row.from))) {
    add(
      'undo-never',
      at,
      `Langkah "${verb}" tidak pernah mendahului langkah ini.`,
      `Step "${verb}" never comes before this one.`,
    )
  }
}

/** One key does one thing: at a desk all its steps stand side by side. */
function checkKeys({ flow }: ServiceDefinition, add: AddFault): void {
  for (const state of flow.states) {
    const rows = rowsFrom(flow, state.id).filter((row) => row.key && !isImpersonal(row.by))
    for (const key of duplicates(rows.map((row) => `${row.by} ${row.key}`))) {
      add(
        'step-key-twice',
        `states.${state.id}`,
        `Tombol "${key.split(' ')[1]}" dipakai dua langkah di meja yang sama.`,
        `Key "${key.split(' ')[1]}" stands for two steps at the same desk.`,
      )
    }
  }
}

/** A definition that asks for four eyes anywhere asks for them where the decision is signed. */
function checkFourEyes({ flow, ...definition }: ServiceDefinition, add: AddFault): void {
  if (!flow.transitions.some((row) => row.notBy.length > 0)) return
  const results = new Map(flow.states.map((state) => [state.id, state.result]))
  for (const row of flow.transitions) {
    if (!isOfficial(row) || results.get(row.to) !== 'granted' || !isWeighty({ flow, ...definition }, row)) continue
    const before = flow.transitions.filter((one) => isOfficial(one) && one.to === row.from && one.from !== row.from)
    if (before.length > 0 && !before.some((one) => row.notBy.includes(one.verb))) {
      add(
        'step-four-eyes',
        stepAt(row),
        'Yang memeriksa dapat menandatangani sendiri; sebut langkah pemeriksaan di "notBy".',
        'Whoever checked may sign himself; name the checking step in "notBy".',
      )
    }
  }
}
