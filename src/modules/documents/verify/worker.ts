import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { FileReport } from './verdict.ts'
import { type VerifyOptions, verifyPdf } from './verify-pdf.ts'

/** What a worker is started with. */
export interface VerifyTask {
  readonly task: 'verify-pdf'
  readonly file: Uint8Array
  readonly options: VerifyOptions
}

/** Where this module stands, as source or built: the same module is what the worker runs. */
export const workerUrl = import.meta.url

const task = workerData as VerifyTask | undefined
if (!isMainThread && task?.task === 'verify-pdf') {
  const report: FileReport = verifyPdf(task.file, task.options)
  parentPort?.postMessage(report)
}
