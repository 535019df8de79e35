import { findingFields } from '../fields.ts'
import type { ServiceDefinition, StateDefinition } from '../schema.ts'
import { type AddFault, duplicates, type Fault, findingFaults } from './fault.ts'
import { rowsFrom } from './graph.ts'
import type { Installed } from './installed.ts'
import { stateAt } from './steps.ts'

/** Each state for itself: whoever holds the file can act, and what the state needs is there. */
export function checkStates(definition: ServiceDefinition, installed: Installed): Fault[] {
  return findingFaults((add) => {
    for (const state of definition.flow.states) {
      checkDesk(definition, state, installed, add)
      checkBranches(definition, state, installed, add)
      checkHolder(definition, state, installed, add)
      checkAppointment(definition, state, add)
    }
    for (const id of duplicates(findingFields(definition).map((field) => field.id))) {
      add(
        'finding-twice',
        `findings.${id}`,
        `Dua langkah menulis temuan "${id}"; beri nama berbeda.`,
        `Two steps write the finding "${id}"; give them different names.`,
      )
    }
  })
}

function checkDesk({ flow }: ServiceDefinition, state: StateDefinition, installed: Installed, add: AddFault): void {
  const at = stateAt(state)
  if (state.holder === 'office' && !state.desk && !state.branches) {
    add(
      'state-no-desk',
      at,
      'Berkas ada di kantor, tetapi mejanya tidak disebut.',
      'The file is at the office but no desk is named.',
    )
  }
  if (state.holder !== 'office' && (state.desk || state.branches)) {
    add(
      'state-desk-idle',
      at,
      'Hanya keadaan di kantor yang punya meja atau telaah.',
      'Only a state at the office has a desk or reviews.',
    )
  }
  if (state.desk && state.branches) {
    add(
      'state-desk-and-branches',
      at,
      'Sebut satu meja, atau beberapa telaah bersamaan, bukan keduanya.',
      'Name one desk or several reviews at the same time, not both.',
    )
  }
  if (!state.desk) return
  if (!installed.permissions.has(state.desk)) {
    add('unknown-permission', at, `Izin "${state.desk}" tidak ada.`, `Permission "${state.desk}" does not exist.`)
  } else if (state.holder === 'office' && !rowsFrom(flow, state.id).some((row) => row.by === state.desk)) {
    add(
      'state-desk-cannot-act',
      at,
      `Meja "${state.desk}" melihat berkas ini tetapi tidak punya langkah.`,
      `Desk "${state.desk}" sees the file but has no step to take.`,
    )
  }
}

function checkBranches({ flow }: ServiceDefinition, state: StateDefinition, installed: Installed, add: AddFault): void {
  if (!state.branches) return
  const at = stateAt(state)
  for (const id of duplicates(state.branches.map((branch) => branch.id))) {
    add('branch-twice', `${at}.branches.${id}`, `Telaah "${id}" ditulis dua kali.`, `Review "${id}" is written twice.`)
  }
  for (const branch of state.branches) {
    const here = `${at}.branches.${branch.id}`
    if (!installed.permissions.has(branch.desk)) {
      add('unknown-permission', here, `Izin "${branch.desk}" tidak ada.`, `Permission "${branch.desk}" does not exist.`)
    }
    const outcomes = branch.outcomes.map((outcome) => outcome.id)
    for (const id of duplicates(outcomes)) {
      add('branch-outcome-twice', here, `Hasil "${id}" ditulis dua kali.`, `Outcome "${id}" is written twice.`)
    }
    if (outcomes.includes('skipped')) {
      add(
        'branch-outcome-twice',
        here,
        '"skipped" adalah hasil telaah yang dilewati; pakai nama lain.',
        '"skipped" is the outcome of a review that is left out; use another name.',
      )
    }
  }
  if (!rowsFrom(flow, state.id).some((row) => row.by === 'engine')) {
    add(
      'branch-no-next',
      at,
      'Setelah semua telaah selesai tidak ada langkah otomatis yang menyimpulkan.',
      'When all reviews are in, no automatic step draws the conclusion.',
    )
  }
}

/** What each holder needs: a step that only he can take, and whatever he waits for. */
function checkHolder(definition: ServiceDefinition, state: StateDefinition, installed: Installed, add: AddFault): void {
  const at = stateAt(state)
  const rows = rowsFrom(definition.flow, state.id)
  const has = (by: string) => rows.some((row) => row.by === by)
  switch (state.holder) {
    case 'engine':
      if (!has('engine'))
        add(
          'state-engine',
          at,
          'Keadaan otomatis tidak punya langkah otomatis.',
          'An automatic state has no automatic step.',
        )
      break
    case 'applicant':
      if (!has('applicant'))
        add(
          'state-applicant',
          at,
          'Pemohon memegang berkas tetapi tidak punya langkah.',
          'The applicant holds the file but has no step to take.',
        )
      break
    case 'payment':
      if (!has('payment'))
        add(
          'state-payment',
          at,
          'Keadaan pembayaran tidak punya langkah "payment".',
          'A state of payment has no step by payment.',
        )
      if (definition.cost.length === 0)
        add(
          'state-payment',
          at,
          'Berkas menunggu pembayaran, tetapi layanan ini tidak punya biaya.',
          'The file waits for a payment, but the service has no cost.',
        )
      break
    case 'sub-service':
      checkSubService(state, has('sub-service'), installed, add)
      break
    case 'allocation':
      if (!has('allocation'))
        add(
          'state-allocation',
          at,
          'Keadaan peringkat tidak punya langkah "allocation".',
          'A state of allocation has no step by allocation.',
        )
      if (!definition.quota)
        add(
          'state-allocation',
          at,
          'Berkas menunggu pembagian kuota, tetapi kuota tidak disebut.',
          'The file waits for an allocation, but no quota is named.',
        )
      break
  }
  if (state.subService && state.holder !== 'sub-service') {
    add(
      'state-sub-service',
      at,
      'Layanan lain disebut, tetapi berkas tidak menunggunya.',
      'Another service is named, but the file does not wait for it.',
    )
  }
  const waits: Readonly<Record<string, string>> = {
    payment: 'payment',
    'sub-service': 'sub-service',
    allocation: 'allocation',
  }
  for (const row of rows) {
    const wanted = waits[row.by]
    if (wanted && wanted !== state.holder) {
      add(
        'step-wrong-holder',
        `transitions.${row.from}.${row.verb}`,
        `Langkah "${row.by}" hanya dari keadaan yang menunggunya.`,
        `A step by ${row.by} only leaves a state that waits for it.`,
      )
    }
  }
}

function checkSubService(state: StateDefinition, hasRow: boolean, installed: Installed, add: AddFault): void {
  const at = stateAt(state)
  if (!hasRow)
    add(
      'state-sub-service',
      at,
      'Tidak ada langkah "sub-service" yang melanjutkan.',
      'No step by sub-service goes on from here.',
    )
  if (!state.subService) {
    add('state-sub-service', at, 'Layanan yang ditunggu tidak disebut.', 'The service that is waited for is not named.')
    return
  }
  const { service, answers } = state.subService
  const other = installed.services.get(service)
  if (!other) {
    add('unknown-service', at, `Layanan "${service}" tidak ada.`, `Service "${service}" does not exist.`)
    return
  }
  const fields = new Set(
    other.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields.map((field) => field.id))),
  )
  for (const field of Object.keys(answers)) {
    if (!fields.has(field)) {
      add(
        'unknown-field',
        `${at}.subService.${field}`,
        `Layanan "${service}" tidak punya isian "${field}".`,
        `Service "${service}" has no field "${field}".`,
      )
    }
  }
}

function checkAppointment({ flow, quota }: ServiceDefinition, state: StateDefinition, add: AddFault): void {
  const rows = rowsFrom(flow, state.id)
  if (state.appointment && !rows.some((row) => row.afterAppointment)) {
    add(
      'appointment-unused',
      stateAt(state),
      'Janji temu dibuat, tetapi tidak ada langkah yang memerlukannya.',
      'An appointment is made, but no step needs it.',
    )
  }
  for (const row of rows) {
    if (row.afterAppointment && !state.appointment) {
      add(
        'appointment-missing',
        `transitions.${row.from}.${row.verb}`,
        'Langkah ini memerlukan janji temu, tetapi keadaannya tidak mengaturnya.',
        'This step needs an appointment, but its state arranges none.',
      )
    }
  }
  const first = flow.states[0]
  if (quota && state === first && !flow.states.some((one) => one.holder === 'allocation')) {
    add(
      'state-allocation',
      'quota',
      'Kuota disebut, tetapi tidak ada keadaan yang menunggu pembagiannya.',
      'A quota is named, but no state waits for its allocation.',
    )
  }
}
