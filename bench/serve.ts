import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { fromRoot } from '#kernel/paths.ts'
import { sleep } from './rounds.ts'
import type { Region, Stage } from './stage.ts'

/** A server in a process of its own. */
export interface Served {
  readonly url: string
  readonly pid: number
  /** From starting the process to the first answered page, in milliseconds. */
  readonly startedInMs: number
  stop(): Promise<void>
}

/** The program as it is shipped, in production mode, on a region's database. */
export async function serveRegion(stage: Stage, region: Region, args: readonly string[] = []): Promise<Served> {
  const program = `import(${JSON.stringify(fromRoot('.build/bench/server/main.js'))}).then(({ main }) => main(${JSON.stringify(['serve', ...args])}))`
  return untilServing(
    stage.spawn(process.execPath, ['--input-type=module', '--eval', program], {
      DATABASE_URL: region.ownerUrl,
      BALAI_DATA: stage.config.dataDir,
      BALAI_SECRET: stage.secret.toString('hex'),
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      // All requests of a load test come from one address.
      REQUESTS_PER_MINUTE: '1000000000',
    }),
    '/',
  )
}

/** Nothing but Node's own HTTP server, giving the same bytes and headers to everybody. */
export function serveBare(stage: Stage, page: CapturedPage): Promise<Served> {
  return untilServing(
    stage.spawn(process.execPath, [fromRoot('bench/bare-server.mjs')], { PAGE: JSON.stringify(page) }),
    '/',
  )
}

export interface CapturedPage {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

async function untilServing(child: ChildProcess, path: string): Promise<Served> {
  const started = performance.now()
  let output = ''
  const port = await new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk
      const found = /localhost:(\d+)/.exec(output)
      if (found) resolve(Number(found[1]))
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => reject(new Error(`a server ended with ${code}: ${output}`)))
  })
  const url = `http://127.0.0.1:${port}`
  const first = await get(url + path)
  if (first.status !== 200) throw new Error(`${url}${path} answered ${first.status}`)
  return {
    url,
    pid: child.pid as number,
    startedInMs: performance.now() - started,
    stop: () => endOf(child),
  }
}

export async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const forced = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(forced)
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly rawHeaders: readonly string[]
  readonly body: Buffer
}

/** Four connections, as one browser or proxy keeps. */
const agent = new Agent({ keepAlive: true, maxSockets: 4 })
/** For many who ask at once, each over a connection of his own. */
export const crowd = new Agent({ keepAlive: true, maxSockets: 1000 })

/** One request over a kept connection, following nothing. */
export function get(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  form?: Readonly<Record<string, string>>,
  over: Agent = agent,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const body = form && new URLSearchParams(form).toString()
    const type =
      body === undefined
        ? {}
        : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) }
    const sent = httpRequest(
      url,
      { agent: over, method: body === undefined ? 'GET' : 'POST', headers: { ...headers, ...type } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.once('error', reject)
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            rawHeaders: answer.rawHeaders,
            body: Buffer.concat(chunks),
          }),
        )
      },
    )
    sent.once('error', reject)
    sent.end(body)
  })
}

/** Resident memory of a process, in MB. */
export function residentMb(pid: number): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1]) / 1024
}

/** Processor time a process has used, in seconds. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Waits until it holds. @throws when it does not in time */
export async function until(
  condition: () => Promise<boolean> | boolean,
  withinMs: number,
  what: string,
): Promise<number> {
  const started = performance.now()
  while (!(await condition())) {
    if (performance.now() - started > withinMs) throw new Error(`${what} did not happen within ${withinMs} ms`)
    await sleep(3)
  }
  return performance.now() - started
}
