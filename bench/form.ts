import { checkForm } from './form-definition.ts'
import type { BenchOptions } from './main.ts'
import type { Figure } from './report.ts'
import { median } from './rounds.ts'
import type { Stage } from './stage.ts'

const rounds = 40
const perRound = 50

/**
 * What deciding a whole form costs, as it happens at every saved page: 60 questions on six pages, 40 conditions,
 * sums over rows. No database; the answers change from run to run, so that nothing is answered from memory.
 */
export async function benchForm(_stage: Stage, { say }: BenchOptions): Promise<Figure[]> {
  const form = checkForm()
  say(`${form.questions} questions, ${form.conditions} conditions`)
  for (let run = 0; run < 500; run += 1) form.evaluate(run)
  const times = Array.from({ length: rounds }, (_, round) => {
    const started = performance.now()
    for (let run = 0; run < perRound; run += 1) form.evaluate(round * perRound + run)
    return (performance.now() - started) / perRound
  })
  return [
    {
      name: `journey over ${form.questions} questions and ${form.conditions} conditions`,
      unit: 'ms',
      value: median(times),
      goal: { of: 'value', is: '<=', than: 1 },
      detail: { worstRound: Math.max(...times), rounds, perRound },
    },
  ]
}
