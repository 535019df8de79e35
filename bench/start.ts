import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { fromRoot } from '#kernel/paths.ts'
import type { Figure } from './report.ts'
import { median, timed } from './rounds.ts'
import { get, residentMb, until } from './serve.ts'
import type { Stage } from './stage.ts'

const rounds = 5

interface Started {
  /** Until the first page was there, in seconds. */
  readonly seconds: number
  readonly built: boolean
  readonly residentMb: number
}

/**
 * `npm start`, whole: npm, the check of packages and build, PostgreSQL, migrations, rules, server, first page.
 * The first start fills the region; the second and later ones are what is promised.
 */
export async function benchStart(stage: Stage): Promise<Figure[]> {
  const dataDir = join(stage.folder, 'start')
  const first = await startOnce(stage, dataDir)
  const again: Started[] = []
  const alone: number[] = []
  for (let tries = 0; again.length < rounds && tries < rounds * 3; tries += 1) {
    const started = await startOnce(stage, dataDir)
    // Source that changed meanwhile is built anew, which is no second start.
    if (started.built) continue
    again.push(started)
    alone.push(await databaseAlone(stage, dataDir))
  }
  await (await startEmbedded({ dataDir, secret: stage.secret })).remove()
  return [
    {
      name: 'npm start to the first page, second start',
      unit: 's',
      value: median(again.map((started) => started.seconds)),
      limit: { name: 'PostgreSQL alone', value: median(alone) },
      goal: { of: 'value', is: '<=', than: 3 },
      detail: { all: again.map((started) => started.seconds), alone },
    },
    {
      name: 'npm start to the first page, first start (6,000 people)',
      unit: 's',
      value: first.seconds,
      detail: { ...first },
    },
    {
      name: 'resident memory after the first start',
      unit: 'MB',
      value: first.residentMb,
      goal: { of: 'value', is: '<=', than: 200 },
    },
  ]
}

async function startOnce(stage: Stage, dataDir: string): Promise<Started> {
  const from = performance.now()
  let output = ''
  const env = { BALAI_DATA: dataDir, PORT: '0', HOST: '127.0.0.1', BALAI_SECRET: stage.secret.toString('hex') }
  const child = stage.spawn('npm', ['start', '--prefix', fromRoot()], env, { detached: true })
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk
  })
  try {
    await until(() => /localhost:\d+/.test(output) || child.exitCode !== null, 180_000, 'npm start')
    const port = /localhost:(\d+)/.exec(output)?.[1]
    if (!port) throw new Error(`npm start ended with ${child.exitCode}: ${output}`)
    // On a machine that is short of processors the server may at first ask to come back later.
    const page = `http://127.0.0.1:${port}/`
    await until(async () => (await get(page)).status === 200, 60_000, 'the first page')
    const seconds = (performance.now() - from) / 1000
    return { seconds, built: output.includes('building'), residentMb: largestOf(child.pid as number, 'start.mjs') }
  } finally {
    await interrupt(child)
  }
}

/** Resident memory of the program itself among what npm started, in MB. */
function largestOf(group: number, program: string): number {
  const sizes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        const [, , pgrp] = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ')
        const isOurs = Number(pgrp) === group && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(program)
        return isOurs ? residentMb(Number(name)) : 0
      } catch {
        return 0
      }
    })
  return Math.max(...sizes)
}

/** As Ctrl-C in a terminal: to npm and everything it started, which then stops in order. */
async function interrupt(child: ChildProcess): Promise<void> {
  const ended = child.exitCode !== null ? undefined : new Promise((resolve) => child.once('close', resolve))
  if (ended && child.pid) process.kill(-child.pid, 'SIGINT')
  await ended
}

async function databaseAlone(stage: Stage, dataDir: string): Promise<number> {
  let stop = async () => {}
  const ms = await timed(async () => {
    const server = await startEmbedded({ dataDir, secret: stage.secret })
    stop = () => server.stop()
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query('select 1')
    await client.end()
  })
  await stop()
  return ms / 1000
}
