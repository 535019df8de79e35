import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TypesetOptions } from '../compile.ts'
import type { OfficialLetterData } from '../official-letter-data.ts'
import { TypesetError, type TypesetRefusal } from '../typeset-error.ts'
import { checkSource } from './check-source.ts'
import type { ApartAnswer, ApartTask } from './process.ts'

/** For one letter, from the moment the process begins with it. */
const DEADLINE_MS = 8_000
const START_DEADLINE_MS = 20_000
const IDLE_MS = 90_000
const MOST_WAITING = 40
/** Then a new process takes its place: the compiler keeps a little of every letter. */
const MOST_LETTERS = 500
/** Private memory of the process: program, fonts and compiler need some 250 MB of it. */
const MEMORY_KB = 900_000
const NODE_HEAP_MB = 160

/**
 * Typesets a letter whose body staff wrote, in a process that has neither our memory nor our secrets, nor any file or
 * network, and is ended when it takes too long: a hostile body costs its author an answer, never the server.
 * @throws TypesetError
 */
export async function typesetApart(data: OfficialLetterData, options: TypesetOptions): Promise<Uint8Array> {
  const pdf = { standard: options.standard, nowMs: options.now.getTime() }
  const answer = await ask({ data, pdf })
  if (!('pdf' in answer)) throw new Error('the typesetting process gave no PDF')
  return answer.pdf
}

/** Pages of the letter as one SVG, as `typesetApart` makes it. @throws TypesetError */
export async function previewApart(data: OfficialLetterData): Promise<string> {
  const answer = await ask({ data })
  if (!('svg' in answer)) throw new Error('the typesetting process gave no pages')
  return answer.svg
}

/** Ends the process; the next letter starts another. For tests, and for a server that goes away. */
export async function endTypesetting(): Promise<void> {
  const child = running
  running = undefined
  await child?.end()
}

interface Running {
  readonly process: ChildProcess
  letters: number
  run(task: ApartTask): Promise<ApartAnswer>
  end(): Promise<void>
}

let running: Running | undefined
let lastTask = 0
let idle: NodeJS.Timeout | undefined
let queue: Promise<unknown> = Promise.resolve()
let waiting = 0

async function ask(task: Omit<ApartTask, 'id'>): Promise<ApartAnswer> {
  const faults = checkSource(task.data.source)
  if (faults.length > 0) {
    throw new TypesetError(
      'official-letter',
      faults.map((fault) => fault.message),
      { faults },
    )
  }
  if (waiting >= MOST_WAITING) throw refused('busy')
  waiting += 1
  // One after another: the process has one thread, and a deadline counts from the letter's own beginning.
  const turn = queue.then(() => runOne(task))
  queue = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    waiting -= 1
  }
}

async function runOne(task: Omit<ApartTask, 'id'>): Promise<ApartAnswer> {
  clearTimeout(idle)
  lastTask += 1
  try {
    if (running && running.letters >= MOST_LETTERS) await endTypesetting()
    running ??= await start()
    running.letters += 1
    const answer = await running.run({ ...task, id: lastTask })
    if ('refusal' in answer) {
      throw new TypesetError('official-letter', answer.diagnostics, { refusal: answer.refusal, faults: answer.faults })
    }
    return answer
  } finally {
    idle = setTimeout(() => void endTypesetting(), IDLE_MS)
    idle.unref()
  }
}

async function start(): Promise<Running> {
  const { processMark, processUrl } = await import('./process.ts')
  const command = [process.execPath, `--max-old-space-size=${NODE_HEAP_MB}`, fileURLToPath(processUrl), processMark]
  const options: SpawnOptions = {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    // Nothing of our environment; and no way to a registry of packages, should a body get so far as to ask for one.
    env: {
      HOME: '/nonexistent',
      ALL_PROXY: nowhere,
      HTTP_PROXY: nowhere,
      HTTPS_PROXY: nowhere,
      XDG_CACHE_HOME: '/nonexistent',
      XDG_DATA_HOME: '/nonexistent',
    },
  }
  // The shell sets the limit and becomes the process; where it cannot (other systems), time alone is the limit.
  const limited = `ulimit -d ${MEMORY_KB} 2>/dev/null; ulimit -c 0 2>/dev/null; exec "$0" "$@"`
  const child = spawn('/bin/sh', ['-c', limited, ...command], options)
  child.unref()
  child.channel?.unref()
  const one = attach(child)
  await one.started
  return one
}

const nowhere = 'http://127.0.0.1:9'

function attach(child: ChildProcess): Running & { readonly started: Promise<unknown> } {
  const asked = new Map<number, (answer: ApartAnswer | TypesetRefusal) => void>()
  let isGone = false
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const settleAll = (refusal: TypesetRefusal) => {
    isGone = true
    if (running?.process === child) running = undefined
    for (const settle of asked.values()) settle(refusal)
  }
  child.on('message', (answer: ApartAnswer) => asked.get(answer.id)?.(answer))
  // A body that takes more memory than there is ends its process.
  child.once('exit', () => settleAll('too-big'))
  child.once('error', () => settleAll('too-big'))

  const waitFor = async (id: number, deadlineMs: number): Promise<ApartAnswer> => {
    let timer: NodeJS.Timeout | undefined
    const answer = await new Promise<ApartAnswer | TypesetRefusal>((resolve) => {
      if (isGone) return resolve('too-big')
      asked.set(id, resolve)
      timer = setTimeout(() => resolve('too-long'), deadlineMs)
    })
    clearTimeout(timer)
    asked.delete(id)
    if (typeof answer !== 'string') return answer
    child.kill('SIGKILL')
    if (running?.process === child) running = undefined
    throw refused(answer)
  }
  return {
    process: child,
    letters: 0,
    started: waitFor(0, START_DEADLINE_MS),
    run(task) {
      child.send(task, (error) => {
        if (error) settleAll('too-big')
      })
      return waitFor(task.id, DEADLINE_MS)
    },
    async end() {
      child.ref()
      child.kill('SIGKILL')
      await gone
    },
  }
}

const reasons: Readonly<Record<TypesetRefusal, string>> = {
  faulty: 'faulty',
  'too-long': `the letter took longer than ${DEADLINE_MS / 1000} seconds`,
  'too-big': 'the letter took more memory than a letter may, and its process ended',
  'too-many-pages': 'the letter has too many pages',
  busy: 'too many letters are being typeset',
}

function refused(refusal: TypesetRefusal): TypesetError {
  return new TypesetError('official-letter', [reasons[refusal]], { refusal })
}
