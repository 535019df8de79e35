import type { GoldenCase } from '../definition/schema.ts'
import type { Simulation } from './simulate.ts'

/** Where a golden case and its simulation do not agree. */
export interface Difference {
  readonly what: string
  readonly expected: string
  readonly found: string
}

/** What a golden case says and the simulation does not do. What the case leaves open is not compared. */
export function differencesOf(example: GoldenCase, simulation: Simulation): Difference[] {
  const found: Difference[] = []
  const compare = (what: string, expected: unknown, actual: unknown) => {
    const [left, right] = [say(expected), say(actual)]
    if (expected !== undefined && left !== right) found.push({ what, expected: left, found: right })
  }
  compare('pages', example.pages, simulation.pages)
  compare('refused', example.refused, simulation.refused)
  compare('ineligible', example.ineligible, simulation.ineligible)
  const wasSent = example.refused.length === 0 && example.ineligible.length === 0
  if (simulation.stuck) found.push({ what: 'path', expected: 'walked to its end', found: simulation.stuck })
  if (!wasSent && example.path?.length) {
    found.push({ what: 'path', expected: 'none, for the application is not sent', found: say(example.path) })
  }
  compare('fee', example.fee, simulation.cost?.total)
  if (example.promisedAt !== undefined) {
    const expected = Temporal.Instant.from(example.promisedAt)
    compare('promisedAt', expected.toString(), simulation.promisedAt?.toString())
  }
  compare('endsIn', example.endsIn, simulation.passed.at(-1))
  compare('result', example.result, simulation.result)
  return found
}

function say(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
}
