import { Worker } from 'node:worker_threads'
import type { FileReport } from './verdict.ts'
import type { VerifyOptions } from './verify-pdf.ts'
import type { VerifyTask } from './worker.ts'

const MOST_AT_ONCE = 2
const MOST_WAITING = 20
const DEADLINE_MS = 10_000
/** Of the worker's own heap; the file and what is unpacked of it lie beside it, within the verifier's budget. */
const HEAP_MB = 256

/** Too many files are being looked at; the sender is asked to come again. */
export class VerifierBusy extends Error {}

let running = 0
const waiting: (() => void)[] = []

/**
 * `verifyPdf` in a thread of its own, ended when it takes too long or too much memory: a hostile file costs its sender
 * an answer (`too-complex`), never the server. A new thread for each file, so that nothing of one is left for the next.
 * @throws VerifierBusy
 */
export async function verifyInWorker(
  file: Uint8Array,
  options: VerifyOptions,
  deadlineMs: number = DEADLINE_MS,
): Promise<FileReport> {
  if (running >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new VerifierBusy('Too many files are being verified')
    // Who goes hands the place over, so it is not counted anew.
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await runWorker(file, options, deadlineMs)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

async function runWorker(file: Uint8Array, options: VerifyOptions, deadlineMs: number): Promise<FileReport> {
  const { workerUrl } = await import('./worker.ts')
  const task: VerifyTask = { task: 'verify-pdf', file: Uint8Array.from(file), options }
  const worker = new Worker(new URL(workerUrl), {
    workerData: task,
    transferList: [task.file.buffer as ArrayBuffer],
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<FileReport>((resolve) => {
      const refuse = (refusal: string) => resolve({ verdict: 'too-complex', signatures: [], refusal })
      timer = setTimeout(() => refuse('It took too long'), deadlineMs)
      worker.once('message', resolve)
      worker.once('error', (error: Error) => refuse(error.message))
      worker.once('exit', () => refuse('The verifier ended without an answer'))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
