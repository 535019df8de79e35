import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { compilePdf, compileSvg, type PdfStandard } from '../compile.ts'
import { getTypesetter } from '../compiler.ts'
import type { TemplateName } from '../template-data.ts'
import { type SourceFault, TypesetError, type TypesetRefusal } from '../typeset-error.ts'

/** One document to set, its words ready. */
export interface ThreadTask {
  readonly id: number
  readonly template: TemplateName
  readonly page: string
  /** The body that comes with the program, of an official letter. */
  readonly source: string | undefined
  /** Absent for a preview. */
  readonly pdf?: { readonly standard: PdfStandard | undefined; readonly nowMs: number } | undefined
}

export type ThreadAnswer = { readonly id: number } & (
  | { readonly pdf: Uint8Array }
  | { readonly svg: string }
  | {
      readonly refusal: TypesetRefusal
      readonly diagnostics: readonly string[]
      readonly faults: readonly SourceFault[]
    }
)

/** Where this module stands, as source or built: the same module is what the thread runs. */
export const threadUrl = import.meta.url
/** What the thread is started with. */
export const threadMark = 'balai-typeset'

if (!isMainThread && workerData === threadMark) {
  const typesetter = await getTypesetter()
  const answer = ({ id, template, page, source, pdf }: ThreadTask): ThreadAnswer => {
    try {
      const data = { source } as never
      if (!pdf) return { id, svg: compileSvg(typesetter, template, data, page) }
      const { standard, nowMs } = pdf
      return {
        id,
        pdf: compilePdf(typesetter, template, data, { now: new Date(nowMs), page, ...(standard ? { standard } : {}) }),
      }
    } catch (error) {
      if (!(error instanceof TypesetError)) return { id, refusal: 'faulty', diagnostics: [String(error)], faults: [] }
      const { refusal, diagnostics, faults } = error
      return { id, refusal, diagnostics, faults }
    }
  }
  // One message, one turn of the event loop: between them the native memory of earlier documents is freed.
  parentPort?.on('message', (task: ThreadTask) => parentPort?.postMessage(answer(task)))
}
