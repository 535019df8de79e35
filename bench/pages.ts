import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { fromRoot } from '#kernel/paths.ts'
import { invalidation } from './invalidation.ts'
import type { Figure } from './report.ts'
import { interleave, median } from './rounds.ts'
import { type CapturedPage, get, processorSeconds, type Served, serveBare, serveRegion } from './serve.ts'
import type { Stage } from './stage.ts'

export const basicSize = { people: 6000, cases: 5000 }
const rounds = 5
const pages = [
  { name: 'start page', path: '/' },
  { name: 'service page', path: '/layanan/akta-kelahiran' },
] as const

/** Cached public pages by the shipped program, against Node's bare HTTP server with the same bytes. */
export async function benchPages(stage: Stage): Promise<Figure[]> {
  const region = await stage.region('basic', basicSize)
  const figures: Figure[] = []
  for (const { name, path } of pages) {
    const served = await serveRegion(stage, region)
    const page = await capture(served.url + path)
    const bare = await serveBare(stage, page)
    await load(stage, served, path, 2)
    await load(stage, bare, path, 2)
    const results = await interleave(rounds, {
      ours: () => load(stage, served, path, 5),
      bare: () => load(stage, bare, path, 5),
    })
    await Promise.all([served.stop(), bare.stop()])
    const of = (which: 'ours' | 'bare', what: keyof Load) => results[which].map((result) => result[what])
    figures.push(
      {
        name: `${name} from the cache`,
        unit: 'req/s',
        value: median(of('ours', 'perSecond')),
        limit: { name: 'bare node:http', value: median(of('bare', 'perSecond')) },
        goal: { of: 'ratio', is: '>=', than: 0.6 },
        detail: {
          bytes: Buffer.from(page.body, 'base64').length,
          ours: of('ours', 'perSecond'),
          bare: of('bare', 'perSecond'),
        },
      },
      {
        // Free of the load generator's own limit and of what else runs: the processor time of the server alone.
        name: `${name}, processor time per request`,
        unit: 'µs',
        value: median(of('ours', 'microseconds')),
        limit: { name: 'bare node:http', value: median(of('bare', 'microseconds')) },
        detail: { p99Ms: { ours: median(of('ours', 'p99')), bare: median(of('bare', 'p99')) } },
      },
    )
  }
  return [...figures, ...(await invalidation(stage, region))]
}

/** The answer as it comes from the cache: asked twice, the second is kept. */
async function capture(url: string): Promise<CapturedPage> {
  const headers = { 'accept-encoding': 'gzip' }
  await get(url, headers)
  const { status, rawHeaders, body } = await get(url, headers)
  if (status !== 200 || !gunzipSync(body).includes('</html>')) throw new Error(`${url} gave no page`)
  // Node adds these by itself to every answer.
  const own = new Set(['date', 'connection', 'keep-alive'])
  const pairs = rawHeaders.flatMap((name, index) =>
    index % 2 ? [] : [[name, rawHeaders[index + 1] as string] as const],
  )
  return { headers: pairs.filter(([name]) => !own.has(name.toLowerCase())), body: body.toString('base64') }
}

interface Load {
  readonly perSecond: number
  readonly microseconds: number
  readonly p99: number
}

const autocannon = createRequire(fromRoot('package.json')).resolve('autocannon')

/** Asks as fast as it goes, from a third process. @throws when a single answer is not 200 */
async function load(stage: Stage, served: Served, path: string, seconds: number): Promise<Load> {
  const before = processorSeconds(served.pid)
  const args = [
    '-c',
    '20',
    '-p',
    '1',
    '-d',
    String(seconds),
    '-H',
    'accept-encoding=gzip',
    '-j',
    '-n',
    served.url + path,
  ]
  const child = stage.spawn(process.execPath, [autocannon, ...args])
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk
  })
  await new Promise((resolve) => child.once('close', resolve))
  const used = processorSeconds(served.pid) - before
  const result = JSON.parse(output) as {
    requests: { total: number; average: number }
    latency: { p99: number }
    errors: number
    non2xx: number
    timeouts: number
  }
  const wrong = result.errors + result.non2xx + result.timeouts
  if (wrong) throw new Error(`${wrong} of ${result.requests.total} requests for ${path} failed`)
  return {
    perSecond: result.requests.average,
    microseconds: (used * 1e6) / result.requests.total,
    p99: result.latency.p99,
  }
}
