import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { TypesetError, type TypesetRefusal } from '../typeset-error.ts'
import type { SettingAnswer, SettingKind, SettingTask } from './program.ts'

/** A compiler in a process of its own. Two of them share nothing, so that each sets as fast as one alone; threads do not. */
export interface SettingProcess {
  /** Documents that were given to it, in all and not yet answered. */
  readonly taken: number
  readonly open: number
  /** @throws TypesetError when it refuses, takes too long, or ends */
  run(task: Omit<SettingTask, 'id'>): Promise<SettingAnswer>
  end(): Promise<void>
}

export interface SettingLimits {
  /** For one document, from the moment it is given to the process. */
  readonly deadlineMs: number
  /** Private memory, and the heap within it; none when absent. */
  readonly memoryKb?: number | undefined
  readonly heapMb?: number | undefined
}

const START_DEADLINE_MS = 20_000

/** Starts a process and waits until it is ready. @param gone is told when it ended, for whatever reason */
export async function startSettingProcess(
  kind: SettingKind,
  limits: SettingLimits,
  gone: () => void,
): Promise<SettingProcess> {
  const { programMark, programUrl } = await import('./program.ts')
  const heap = limits.heapMb ? [`--max-old-space-size=${limits.heapMb}`] : []
  const command = [process.execPath, ...heap, fileURLToPath(programUrl), programMark, kind]
  const child = spawnLimited(command, limits.memoryKb)
  child.unref()
  child.channel?.unref()
  const one = attach(child, limits.deadlineMs, gone)
  await one.started
  return one
}

const nowhere = 'http://127.0.0.1:9'

function spawnLimited([program = '', ...rest]: readonly string[], memoryKb: number | undefined): ChildProcess {
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
  if (!memoryKb) return spawn(program, rest, options)
  // The shell sets the limit and becomes the process; where it cannot (other systems), time alone is the limit.
  const limited = `ulimit -d ${memoryKb} 2>/dev/null; ulimit -c 0 2>/dev/null; exec "$0" "$@"`
  return spawn('/bin/sh', ['-c', limited, program, ...rest], options)
}

function attach(
  child: ChildProcess,
  deadlineMs: number,
  tellGone: () => void,
): SettingProcess & { readonly started: Promise<unknown> } {
  const asked = new Map<number, (answer: SettingAnswer | TypesetRefusal) => void>()
  let taken = 0
  let isGone = false
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const settleAll = (refusal: TypesetRefusal) => {
    isGone = true
    tellGone()
    for (const settle of asked.values()) settle(refusal)
  }
  child.on('message', (answer: SettingAnswer) => asked.get(answer.id)?.(answer))
  // What takes more memory than there is ends the process.
  child.once('exit', () => settleAll('too-big'))
  child.once('error', () => settleAll('too-big'))

  const waitFor = async (id: number, ms: number, template: string): Promise<SettingAnswer> => {
    let timer: NodeJS.Timeout | undefined
    const answer = await new Promise<SettingAnswer | TypesetRefusal>((resolve) => {
      if (isGone) return resolve('too-big')
      asked.set(id, resolve)
      timer = setTimeout(() => resolve('too-long'), ms)
    })
    clearTimeout(timer)
    asked.delete(id)
    if (typeof answer === 'string') {
      child.kill('SIGKILL')
      tellGone()
      throw refused(template, answer)
    }
    if ('refusal' in answer) {
      throw new TypesetError(template, answer.diagnostics, { refusal: answer.refusal, faults: answer.faults })
    }
    return answer
  }
  return {
    get taken() {
      return taken
    },
    get open() {
      return asked.size
    },
    started: waitFor(0, START_DEADLINE_MS, 'letter'),
    run(task) {
      taken += 1
      const id = taken
      const answer = waitFor(id, deadlineMs, task.template)
      child.send({ ...task, id }, (error) => {
        if (error) settleAll('too-big')
      })
      return answer
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
  'too-long': 'it took longer than a document may',
  'too-big': 'it took more memory than a document may, and its process ended',
  'too-many-pages': 'it has too many pages',
  busy: 'too many documents are being set',
}

export function refused(template: string, refusal: TypesetRefusal): TypesetError {
  return new TypesetError(template, [reasons[refusal]], { refusal })
}
