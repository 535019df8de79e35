import { type Machine, machine } from '#kernel/command/machine.ts'
import { AppError, type FieldError, notFound } from '#kernel/errors.ts'
import type {
  BranchDefinition,
  FieldDefinition,
  ServiceDefinition,
  StateDefinition,
  TransitionDefinition,
} from './definition/schema.ts'

export type { CaseResult } from './definition/schema.ts'

export function stateOf(definition: ServiceDefinition, id: string): StateDefinition {
  const state = definition.flow.states.find((candidate) => candidate.id === id)
  if (!state) throw new Error(`service ${definition.id} version ${definition.version} has no state "${id}"`)
  return state
}

/** Fields of the application and of every step. */
export function allFieldsOf(definition: ServiceDefinition): FieldDefinition[] {
  return [
    ...definition.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields)),
    ...definition.flow.transitions.flatMap((row) => row.form),
    ...definition.flow.states.flatMap((state) => (state.branches ?? []).flatMap((branch) => branch.form)),
  ]
}

/** One of the parallel reviews of a state. @throws not-found */
export function branchOf(state: StateDefinition, id: string): BranchDefinition {
  const branch = state.branches?.find((candidate) => candidate.id === id)
  if (!branch) throw notFound()
  return branch
}

const machines = new WeakMap<ServiceDefinition, Machine<TransitionDefinition>>()

/** The transition table of a service: its buttons, checks, drawn procedure and tests all come from here. */
export function machineOf(definition: ServiceDefinition): Machine<TransitionDefinition> {
  let found = machines.get(definition)
  if (!found) {
    const { initial, states, transitions } = definition.flow
    found = machine({ initial, states: states.map((state) => state.id), transitions })
    machines.set(definition, found)
  }
  return found
}

/** The steps somebody with these roles may take now. */
export function openTransitions(
  definition: ServiceDefinition,
  state: string,
  may: (by: string) => boolean,
): TransitionDefinition[] {
  return machineOf(definition)
    .from(state)
    .filter((row) => may(row.by))
}

/** @throws wrong-state when the verb does not leave this state */
export function transitionOf(definition: ServiceDefinition, state: string, verb: string): TransitionDefinition {
  return machineOf(definition).step(state, verb)
}

/** What an officer typed beside one field. */
export interface MarkInput {
  readonly field: string
  readonly note: string
}

/** What a step or the outcome of a review asks for. */
export interface Asking {
  readonly needs: readonly ('reason' | 'marks' | 'no-marks')[]
  readonly reasons?: TransitionDefinition['reasons']
}

export interface Given {
  readonly reason: string
  readonly reasonId?: string | undefined
  readonly marks: readonly MarkInput[]
}

/** Checks what a step asks for. @throws invalid-input at the reason or the marks */
export function checkNeeds(row: Asking, given: Given): void {
  const fields = [
    ...(row.needs.includes('reason') ? reasonFaults(row, given) : []),
    ...(row.needs.includes('marks') && given.marks.length === 0 ? [noMark] : []),
    ...(row.needs.includes('no-marks') && given.marks.length > 0 ? [marksLeft] : []),
  ]
  if (fields.length) throw new AppError('invalid-input', { fields })
}

const shortestReason = 10

function reasonFaults(row: Asking, given: Given): FieldError[] {
  const faults: FieldError[] = []
  if (row.reasons && !row.reasons.some((reason) => reason.id === given.reasonId)) {
    faults.push({
      path: 'reasonId',
      message: { id: 'Pilih dasar keputusannya.', en: 'Choose the ground of the decision.' },
    })
  }
  if (given.reason.trim().length < shortestReason) {
    faults.push({
      path: 'reason',
      message: {
        id: 'Tulis alasannya dengan kalimat yang dapat dipahami pemohon (paling sedikit 10 huruf).',
        en: 'Give a reason the applicant can understand (at least 10 characters).',
      },
    })
  }
  return faults
}

const noMark: FieldError = {
  path: 'marks',
  message: {
    id: 'Tandai paling sedikit satu isian yang harus diperbaiki pemohon.',
    en: 'Mark at least one answer that the applicant must correct.',
  },
}

const marksLeft: FieldError = {
  path: 'marks',
  message: {
    id: 'Ada isian yang Anda tandai keliru. Kembalikan berkas, atau hapus tandanya.',
    en: 'Some answers are marked wrong. Send the file back, or remove the marks.',
  },
}
