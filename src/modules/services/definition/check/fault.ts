import type { LocalText } from '#kernel/i18n/texts.ts'

/** One thing that is wrong with a definition. */
export interface Fault {
  /** What rule is broken: "flow-unreachable". Stable, for tests and for counting. */
  readonly code: string
  /** Where: "states.verifying", "transitions.signing.sign", "fields.area", "cost.retribution". */
  readonly element: string
  readonly say: LocalText
}

export type AddFault = (code: string, element: string, id: string, en: string) => void

/** Collects what one kind of proof finds. */
export function findingFaults(find: (add: AddFault) => void): Fault[] {
  const faults: Fault[] = []
  find((code, element, id, en) => faults.push({ code, element, say: { id, en } }))
  return faults
}

/** "states.verifying: this state cannot be reached [flow-unreachable]" */
export function sayFault(fault: Fault): string {
  return `${fault.element}: ${fault.say.en} [${fault.code}]`
}

export function duplicates(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}
