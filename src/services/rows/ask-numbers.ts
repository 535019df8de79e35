import type { Step } from './row.ts'

/** Numbers that the signature needs are asked for when the verifier accepts, and when an objection was granted. */
export function asksNumbers(step: Step): Step {
  const isAccepted = step.verb === 'accept' || step.verb === 'accept-late' || step.to === 'fulfilling'
  return isAccepted ? { ...step, effects: [...(step.effects ?? []), 'population.ask-numbers'] } : step
}
