import { mkdirSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { record } from './recorded.ts'
import { resultsFolder } from './report.ts'

/** Runs each work once, and what it asked of the database once more under EXPLAIN; into bench/results/plans-N.txt. */
export async function writePlans<Work>(
  size: number,
  url: string,
  works: Readonly<Record<string, Work>>,
  run: (work: Work) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const parts: string[] = []
  for (const [name, work] of Object.entries(works)) {
    await run(work)
    const { all } = await record(() => run(work))
    parts.push(`=== ${name}, ${size} cases: ${all.length} statements ===`)
    for (const { text, values } of all) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers, settings) ${text}`, [
        ...values,
      ])
      const plan = rows.map((row) => row['QUERY PLAN'])
      const took = plan.find((line) => line.startsWith('Execution Time')) ?? ''
      const buffers = plan.find((line) => line.includes('Buffers:'))?.trim() ?? 'Buffers: none'
      parts.push(`-- ${took}; ${buffers}\n${text.trim()}\n\n${plan.join('\n')}`)
    }
  }
  await client.end()
  mkdirSync(resultsFolder, { recursive: true })
  writeFileSync(`${resultsFolder}/plans-${size}.txt`, `${parts.join('\n\n')}\n`)
}
