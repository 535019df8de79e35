import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { command, runCommand } from '#kernel/command/command.ts'
import { letterWork } from '#modules/documents/testing.ts'
import type { BenchOptions } from './main.ts'
import { openOfficers } from './officers.ts'
import type { Figure } from './report.ts'
import { interleave, median } from './rounds.ts'
import type { Stage } from './stage.ts'

const rounds = 9
const letters = 60
const leastPerSecond = 60

/**
 * Letters a second, one after another: typeset, signed, time-stamped, stored and entered in one transaction each. Node
 * and PostgreSQL take turns, so that together they use one core.
 */
export async function benchLetters(stage: Stage, { say }: BenchOptions): Promise<Figure[]> {
  const region = await stage.region('letters', { people: 600, cases: 50 })
  const officers = await openOfficers(region)
  const head = officers.find(({ actor }) => actor.grants.some(({ permission }) => permission === 'documents.sign'))
  if (!head) throw new Error('nobody in the demo region may sign')
  const work = await letterWork()
  const issuing = command({
    name: 'documents.issue-in-bench',
    event: 'documents.issued-in-bench.v1',
    access: anyone,
    input: z.object({ number: z.int() }),
    run: async (tx, { number }, context) => {
      const { id } = await work.issue(tx, context, number, 'disdukcapil')
      return { result: id, event: { subject: { type: 'document', id }, payload: {} } }
    },
  })
  const { tenant } = region
  const clock = { now: () => Temporal.Now.instant() }
  let number = 0
  const perSecond = async (one: () => unknown) => {
    const started = performance.now()
    for (let count = 0; count < letters; count += 1) await one()
    return letters / ((performance.now() - started) / 1000)
  }
  const issue = () => runCommand(issuing, { number: ++number }, { tenant, actor: head.actor, clock })
  await perSecond(issue)
  const found = await interleave(rounds, {
    letters: () => perSecond(issue),
    typst: () => {
      const pages = Array.from({ length: letters }, () => work.pageOf(++number))
      return perSecond(() => work.bareTypst(pages.pop() as Buffer))
    },
    typeset: () => perSecond(() => work.typeset(++number)),
    sign: () => perSecond(() => work.sign()),
    signature: () => perSecond(() => work.bareSignature()),
  })
  const each = (name: keyof typeof found) => 1000 / median(found[name])
  const parts = `typeset ${each('typeset').toFixed(1)}, signed and stamped ${each('sign').toFixed(2)} ms`
  say(`one letter ${each('letters').toFixed(1)} ms; of it ${parts}`)
  return [
    {
      name: 'birth certificates typeset, signed, time-stamped and stored',
      unit: '/s',
      value: median(found.letters),
      limit: { name: 'Typst compile and export alone', value: median(found.typst) },
      goal: { of: 'value', is: '>=', than: leastPerSecond },
      detail: found,
    },
    {
      name: 'signature with time stamp put into a file',
      unit: '/s',
      value: median(found.sign),
      limit: { name: 'one ECDSA signature alone', value: median(found.signature) },
      detail: { all: found.sign, bare: found.signature },
    },
  ]
}
