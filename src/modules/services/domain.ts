import { type Machine, machine } from '#kernel/command/machine.ts'
import { AppError } from '#kernel/errors.ts'
import type { ServiceDefinition, StateDefinition, TransitionDefinition } from './definition/schema.ts'

export type CaseResult = 'granted' | 'refused' | 'withdrawn'

export function stateOf(definition: ServiceDefinition, id: string): StateDefinition {
  const state = definition.flow.states.find((candidate) => candidate.id === id)
  if (!state) throw new Error(`service ${definition.id} version ${definition.version} has no state "${id}"`)
  return state
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

/** Checks what a step asks for. @throws invalid-input at the reason or the marks */
export function checkNeeds(row: TransitionDefinition, given: { reason: string; marks: readonly MarkInput[] }): void {
  const fields = []
  if (row.needs.includes('reason') && given.reason.trim().length < 10) {
    fields.push({
      path: 'reason',
      message: {
        id: 'Tulis alasannya dengan kalimat yang dapat dipahami pemohon (paling sedikit 10 huruf).',
        en: 'Give a reason the applicant can understand (at least 10 characters).',
      },
    })
  }
  if (row.needs.includes('marks') && given.marks.length === 0) {
    fields.push({
      path: 'marks',
      message: {
        id: 'Tandai paling sedikit satu isian yang harus diperbaiki pemohon.',
        en: 'Mark at least one answer that the applicant must correct.',
      },
    })
  }
  if (row.needs.includes('no-marks') && given.marks.length > 0) {
    fields.push({
      path: 'marks',
      message: {
        id: 'Ada isian yang Anda tandai keliru. Kembalikan berkas, atau hapus tandanya.',
        en: 'Some answers are marked wrong. Send the file back, or remove the marks.',
      },
    })
  }
  if (fields.length) throw new AppError('invalid-input', { fields })
}
