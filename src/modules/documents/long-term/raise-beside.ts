import { X509Certificate } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { type Level, NotRaisable, type RaisedFile, type RaisingMeans, type raisePdf } from './raise-pdf.ts'
import type { FromWorker, RaisingQuestion, ToWorker } from './raise-worker.ts'

const IDLE_MS = 60_000

/** `raisePdf` in a thread that yields to everything else: some fifty milliseconds of reading that no page waits for. */
export const raiseBeside: typeof raisePdf = (file, wanted, means, renew = false) => {
  const turn = last.then(() => raiseInThread(file, wanted, means, renew))
  last = turn.catch(() => {})
  return turn
}

/** One after another. */
let last: Promise<unknown> = Promise.resolve()
let thread: Promise<Worker> | undefined
let idle: NodeJS.Timeout | undefined

async function raiseInThread(file: Uint8Array, wanted: Level, means: RaisingMeans, renew: boolean) {
  clearTimeout(idle)
  thread ??= start()
  const worker = await thread
  try {
    return await converse(worker, means, {
      task: {
        file,
        wanted,
        renew,
        anchors: means.anchors.map((one) => one.raw),
        timeStampAnchors: means.timeStampAnchors.map((one) => one.raw),
        nowMs: means.now.getTime(),
      },
    })
  } finally {
    idle = setTimeout(() => void worker.terminate(), IDLE_MS)
    idle.unref()
  }
}

async function start(): Promise<Worker> {
  const { workerMark, workerUrl } = await import('./raise-worker.ts')
  const worker = new Worker(new URL(workerUrl), { workerData: workerMark, env: {}, execArgv: [] })
  worker.unref()
  worker.once('exit', () => {
    thread = undefined
  })
  return worker
}

async function converse(worker: Worker, means: RaisingMeans, task: ToWorker): Promise<RaisedFile> {
  // What a means refused with is what the caller gets; the thread only knows the words.
  let refusal: unknown
  const answer = async (ask: number, question: RaisingQuestion) => {
    try {
      worker.postMessage({ ask, answer: await answerOf(question, means) } satisfies ToWorker)
    } catch (error) {
      refusal = error
      worker.postMessage({ ask, refused: String(error) } satisfies ToWorker)
    }
  }
  // A thread does not keep the program alive, but whoever waits for one does.
  const alive = setInterval(() => {}, IDLE_MS)
  let hear: (message: FromWorker) => void = () => {}
  let gone: (reason: unknown) => void = () => {}
  try {
    return await new Promise<RaisedFile>((resolve, reject) => {
      hear = (message) => {
        if ('ask' in message) void answer(message.ask, message.question)
        else if ('raised' in message) resolve({ ...message.raised, file: Buffer.from(message.raised.file) })
        else reject(refusal ?? (message.isNotRaisable ? new NotRaisable(message.failed) : new Error(message.failed)))
      }
      gone = (reason) => reject(reason instanceof Error ? reason : new Error('the thread ended'))
      worker.on('message', hear).once('error', gone).once('exit', gone)
      worker.postMessage(task)
    })
  } finally {
    clearInterval(alive)
    worker.off('message', hear).off('error', gone).off('exit', gone)
  }
}

function answerOf(question: RaisingQuestion, means: RaisingMeans): Promise<Uint8Array> {
  if ('stampOf' in question) return means.stamp(question.stampOf)
  const { listFor, by, sinceMs } = question
  return means.listOf(new X509Certificate(listFor), new X509Certificate(by), new Date(sinceMs))
}
