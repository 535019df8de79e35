import { X509Certificate } from 'node:crypto'
import { setPriority } from 'node:os'
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { type Level, NotRaisable, type RaisedFile, raisePdf } from './raise-pdf.ts'

/** One file to raise; what it is raised with is asked for over the same port. */
export interface RaisingTask {
  readonly file: Uint8Array
  readonly wanted: Level
  readonly renew: boolean
  /** Certificates, DER. */
  readonly anchors: readonly Uint8Array[]
  readonly timeStampAnchors: readonly Uint8Array[]
  readonly nowMs: number
}

export type RaisingQuestion =
  | { readonly stampOf: Uint8Array }
  | { readonly listFor: Uint8Array; readonly by: Uint8Array; readonly sinceMs: number }

export type FromWorker =
  | { readonly ask: number; readonly question: RaisingQuestion }
  | { readonly raised: RaisedFile }
  | { readonly failed: string; readonly isNotRaisable: boolean }

export type ToWorker =
  | { readonly task: RaisingTask }
  | { readonly ask: number; readonly answer: Uint8Array }
  | { readonly ask: number; readonly refused: string }

/** Where this module stands, as source or built: the same module is what the thread runs. */
export const workerUrl = import.meta.url
export const workerMark = 'raise-levels'
/** Nobody waits for it: pages that somebody waits for come first (`nice`). */
const yielding = 10

if (!isMainThread && workerData === workerMark) serve()

function serve(): void {
  // Linux sets it for the calling thread alone; elsewhere it would slow down the whole program.
  if (process.platform === 'linux') setPriority(yielding)
  const port = parentPort
  const asked = new Map<number, (told: Exclude<ToWorker, { task: RaisingTask }>) => void>()
  let questions = 0
  const ask = async (question: RaisingQuestion): Promise<Uint8Array> => {
    questions += 1
    const id = questions
    port?.postMessage({ ask: id, question } satisfies FromWorker)
    const told = await new Promise<Exclude<ToWorker, { task: RaisingTask }>>((resolve) => asked.set(id, resolve))
    asked.delete(id)
    if ('refused' in told) throw new Error(told.refused)
    return told.answer
  }
  const raise = ({ file, wanted, renew, anchors, timeStampAnchors, nowMs }: RaisingTask) =>
    raisePdf(
      file,
      wanted,
      {
        anchors: anchors.map((one) => new X509Certificate(one)),
        timeStampAnchors: timeStampAnchors.map((one) => new X509Certificate(one)),
        now: new Date(nowMs),
        stamp: (digest) => ask({ stampOf: digest }),
        listOf: (certificate, issuer, since) =>
          ask({ listFor: certificate.raw, by: issuer.raw, sinceMs: since.getTime() }),
      },
      renew,
    )
  port?.on('message', (message: ToWorker) => {
    if (!('task' in message)) return asked.get(message.ask)?.(message)
    raise(message.task).then(
      (raised) => port.postMessage({ raised } satisfies FromWorker),
      (error: unknown) =>
        port.postMessage({
          failed: error instanceof Error ? error.message : String(error),
          isNotRaisable: error instanceof NotRaisable,
        } satisfies FromWorker),
    )
  })
}
