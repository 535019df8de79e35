import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { TypesetOptions } from '../compile.ts'
import type { TemplateName } from '../template-data.ts'
import { TypesetError } from '../typeset-error.ts'
import type { ThreadAnswer, ThreadTask } from './thread.ts'

/** Two on a small machine: a step that brings several letters waits for them. Each holds a compiler of its own, some 60 MB. */
const MOST_THREADS = Math.max(2, Math.min(4, availableParallelism() - 1))

/** Words of a document that are ready to be set. */
export interface ReadyPage {
  readonly template: TemplateName
  readonly page: string
  /** The body of an official letter, which comes with the program. */
  readonly source?: string | undefined
}

interface Thread {
  readonly worker: Worker
  readonly asked: Map<number, { readonly template: string; settle(answer: ThreadAnswer | Error): void }>
}

const threads: Thread[] = []
let lastTask = 0

/** Sets a page as PDF beside this thread, so that the pages of the program go on. @throws TypesetError */
export async function pdfInThread(ready: ReadyPage, options: Omit<TypesetOptions, 'page'>): Promise<Uint8Array> {
  const answer = await ask(ready, { standard: options.standard, nowMs: options.now.getTime() })
  if (!('pdf' in answer)) throw new Error('the typesetting thread gave no PDF')
  return answer.pdf
}

/** The same as one SVG, its pages below each other. @throws TypesetError */
export async function svgInThread(ready: ReadyPage): Promise<string> {
  const answer = await ask(ready)
  if (!('svg' in answer)) throw new Error('the typesetting thread gave no pages')
  return answer.svg
}

async function ask({ template, page, source }: ReadyPage, pdf?: ThreadTask['pdf']): Promise<ThreadAnswer> {
  const thread = await leastBusy()
  lastTask += 1
  const id = lastTask
  const answer = await new Promise<ThreadAnswer | Error>((settle) => {
    thread.asked.set(id, { template, settle })
    // Nobody waits for a thread that has nothing to do; while it works the program does not end.
    thread.worker.ref()
    thread.worker.postMessage({ id, template, page, source, pdf } satisfies ThreadTask)
  })
  if (answer instanceof Error) throw answer
  if (!('refusal' in answer)) return answer
  throw new TypesetError(template, answer.diagnostics, { refusal: answer.refusal, faults: answer.faults })
}

async function leastBusy(): Promise<Thread> {
  const { threadMark, threadUrl } = await import('./thread.ts')
  const idle = threads.find((thread) => thread.asked.size === 0)
  if (idle) return idle
  if (threads.length < MOST_THREADS) threads.push(start(threadUrl, threadMark))
  return threads.reduce((least, thread) => (thread.asked.size < least.asked.size ? thread : least))
}

function start(url: string, workerData: string): Thread {
  const worker = new Worker(new URL(url), { workerData, env: {} })
  const asked: Thread['asked'] = new Map()
  const thread = { worker, asked }
  const settle = (id: number, answer: ThreadAnswer | Error) => {
    asked.get(id)?.settle(answer)
    asked.delete(id)
    if (asked.size === 0) worker.unref()
  }
  /** Whoever waits is told; the next document has a new thread. */
  const end = (error: Error) => {
    const place = threads.indexOf(thread)
    if (place >= 0) threads.splice(place, 1)
    for (const id of [...asked.keys()]) settle(id, error)
  }
  worker.on('message', (answer: ThreadAnswer) => settle(answer.id, answer))
  worker.on('error', (error: Error) => end(error))
  worker.on('exit', () => end(new Error('The typesetting thread ended without an answer')))
  worker.unref()
  return thread
}
