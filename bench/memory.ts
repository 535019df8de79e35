import { basicSize } from './pages.ts'
import type { Figure } from './report.ts'
import { median, sleep } from './rounds.ts'
import { get, residentMb, serveBare, serveRegion } from './serve.ts'
import type { Stage } from './stage.ts'

const processes = 5
const idleMs = 60_000

/** Resident memory of idle serve processes (web and jobs, without PostgreSQL), beside that of a bare Node server. */
export async function benchMemory(stage: Stage): Promise<Figure[]> {
  const region = await stage.region('basic', basicSize)
  const page = { headers: [['content-type', 'text/html']], body: 'b2s=' } as const
  const at = { start: [] as number[], page: [] as number[], idle: [] as number[], bare: [] as number[] }
  const open = []
  for (let turn = 0; turn < processes; turn += 1) {
    const served = await serveRegion(stage, region)
    at.start.push(residentMb(served.pid))
    await get(`${served.url}/layanan/akta-kelahiran`)
    at.page.push(residentMb(served.pid))
    const bare = await serveBare(stage, page)
    open.push({ served, bare })
  }
  // All of them idle together: one process does not touch the memory of another.
  await sleep(idleMs)
  for (const { served, bare } of open) {
    at.idle.push(residentMb(served.pid))
    at.bare.push(residentMb(bare.pid))
    await Promise.all([served.stop(), bare.stop()])
  }
  const limit = { name: 'bare node:http', value: median(at.bare) }
  const figure = (name: string, values: readonly number[]): Figure => ({
    name,
    unit: 'MB',
    value: median(values),
    limit,
    goal: { of: 'value', is: '<=', than: 200 },
    detail: { all: values },
  })
  return [
    figure('resident memory after the start', at.start),
    figure('resident memory after one more page', at.page),
    figure('resident memory after 60 s idle', at.idle),
  ]
}
