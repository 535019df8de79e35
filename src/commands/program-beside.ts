import { type ChildProcess, spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import type { Logger } from 'pino'

/** The same program at other work, in a process that ends with this one. */
export interface ProgramBeside {
  readonly isAlive: () => boolean
  stop(): Promise<void>
}

const shortestPauseMs = 1_000
const longestPauseMs = 60_000
/** Having worked this long, it did not end because of how it was started. */
const soundMs = 60_000
const stopDeadlineMs = 20_000
/** Work that nobody waits for yields to pages that somebody waits for (`nice`). */
const yielding = 5

/**
 * Keeps `balai work` running beside the pages: what ends is started again, later and later.
 * @param program address of the built program
 */
export function keepWorkBeside(program: string, log: Logger): ProgramBeside {
  let child: ChildProcess | undefined
  let pauseMs = shortestPauseMs
  let isOver = false
  let waiting: NodeJS.Timeout | undefined
  const start = () => {
    const startedAt = performance.now()
    child = startProgram(program, ['work'])
    if (child.pid) yieldTo(child.pid)
    child.once('exit', (code, signal) => {
      child = undefined
      if (isOver) return
      pauseMs = performance.now() - startedAt > soundMs ? shortestPauseMs : Math.min(longestPauseMs, pauseMs * 2)
      log.error({ code, signal, againInMs: pauseMs }, 'the process of the jobs ended; it is started again')
      waiting = setTimeout(start, pauseMs)
    })
  }
  start()
  return {
    isAlive: () => child !== undefined,
    async stop() {
      isOver = true
      clearTimeout(waiting)
      if (child) await endOf(child)
    },
  }
}

/** Runs the program to its end, or until it is no longer wanted. @throws Error when it fails */
export async function runBeside(program: string, args: readonly string[], unwanted: Promise<void>): Promise<void> {
  const child = startProgram(program, args)
  let isUnwanted = false
  void unwanted.then(() => {
    isUnwanted = true
    child.kill('SIGKILL')
  })
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0 && !isUnwanted) throw new Error(`"balai ${args[0]}" ended with ${code}`)
}

function startProgram(program: string, args: readonly string[]): ChildProcess {
  const words = `import(${JSON.stringify(program)}).then(({ main }) => main(${JSON.stringify(args)}))`
  // The channel ends with this process, however that ends; `untilStopped` hears it.
  const child = spawn(process.execPath, ['--input-type=module', '--eval', words], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.on('error', () => {})
  return child
}

function yieldTo(pid: number): void {
  try {
    setPriority(pid, yielding)
  } catch {
    // Where a process may not set it, the system shares time evenly.
  }
}

async function endOf(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const forced = setTimeout(() => child.kill('SIGKILL'), stopDeadlineMs)
  await ended
  clearTimeout(forced)
}
