import { compilePdf, compileSvg, type PdfStandard } from '../compile.ts'
import { getTypesetter, loadIsolatedTypesetter } from '../compiler.ts'
import type { TemplateName } from '../template-data.ts'
import { type SourceFault, TypesetError, type TypesetRefusal } from '../typeset-error.ts'

/** One document to set, its words ready. */
export interface SettingTask {
  readonly id: number
  readonly template: TemplateName
  readonly page: string
  /** The body of an official letter. */
  readonly source?: string | undefined
  /** Absent for a preview. */
  readonly pdf?: { readonly standard: PdfStandard | undefined; readonly nowMs: number } | undefined
}

export type SettingAnswer = { readonly id: number } & (
  | { readonly pdf: Uint8Array }
  | { readonly svg: string }
  | {
      readonly refusal: TypesetRefusal
      readonly diagnostics: readonly string[]
      readonly faults: readonly SourceFault[]
    }
)

/** `own`: what comes with the program. `isolated`: text that staff wrote, without any file but those of a letter. */
export type SettingKind = 'own' | 'isolated'

/** Where this module stands, as source or built: the same module is what the process runs. */
export const programUrl = import.meta.url
/** First argument of the process; the second is the kind. */
export const programMark = 'balai-typeset'

if (process.argv[2] === programMark) await serve(process.argv[3] as SettingKind)

/** Answers one task after another until the parent goes away. */
async function serve(kind: SettingKind): Promise<void> {
  const typesetter = kind === 'own' ? await getTypesetter() : await loadIsolatedTypesetter()
  // One message, one turn of the event loop: between them the native memory of earlier documents is freed.
  process.on('message', (task: SettingTask) => {
    process.send?.(answer(task))
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ id: 0, svg: '' } satisfies SettingAnswer)

  function answer({ id, template, page, source, pdf }: SettingTask): SettingAnswer {
    try {
      // Of the data only the body is still needed: the words are in the page.
      const data = { source } as never
      if (!pdf) return { id, svg: compileSvg(typesetter, template, data, page) }
      const standard = pdf.standard ? { standard: pdf.standard } : {}
      const file = compilePdf(typesetter, template, data, { now: new Date(pdf.nowMs), page, ...standard })
      if (kind === 'isolated') refuseForeignFonts(file)
      return { id, pdf: file }
    } catch (error) {
      if (!(error instanceof TypesetError)) return { id, refusal: 'faulty', diagnostics: [String(error)], faults: [] }
      const { refusal, diagnostics, faults } = error
      return { id, refusal, diagnostics, faults }
    }
  }
}

/** A font of this machine would print other letters on another one. */
function refuseForeignFonts(file: Buffer): void {
  const names = [...file.toString('latin1').matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([\w-]+)/g)].map((match) => match[1])
  const foreign = names.find((name) => !name?.startsWith('BalaiSans'))
  if (!foreign) return
  const message = `foreign font ${foreign}`
  throw new TypesetError('official-letter', [message], { faults: [{ message }] })
}
