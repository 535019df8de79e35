import { compilePdf, compileSvg, type PdfStandard } from '../compile.ts'
import { loadIsolatedTypesetter } from '../compiler.ts'
import type { OfficialLetterData } from '../official-letter-data.ts'
import { type SourceFault, TypesetError, type TypesetRefusal } from '../typeset-error.ts'

/** One letter to set. */
export interface ApartTask {
  readonly id: number
  readonly data: OfficialLetterData
  /** Absent for a preview. */
  readonly pdf?: { readonly standard: PdfStandard | undefined; readonly nowMs: number } | undefined
}

export type ApartAnswer = { readonly id: number } & (
  | { readonly pdf: Uint8Array }
  | { readonly svg: string }
  | {
      readonly refusal: TypesetRefusal
      readonly diagnostics: readonly string[]
      readonly faults: readonly SourceFault[]
    }
)

/** Where this module stands, as source or built: the same module is what the process runs. */
export const processUrl = import.meta.url
/** First argument of the process. */
export const processMark = 'balai-typeset-apart'

if (process.argv[2] === processMark) await serve()

/** Answers one task after another until the parent goes away. */
async function serve(): Promise<void> {
  const typesetter = await loadIsolatedTypesetter()
  process.on('message', (task: ApartTask) => {
    process.send?.(answer(task))
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ id: 0, svg: '' } satisfies ApartAnswer)

  function answer({ id, data, pdf }: ApartTask): ApartAnswer {
    try {
      if (!pdf) return { id, svg: compileSvg(typesetter, 'official-letter', data) }
      const options = { now: new Date(pdf.nowMs), ...(pdf.standard ? { standard: pdf.standard } : {}) }
      const file = compilePdf(typesetter, 'official-letter', data, options)
      refuseForeignFonts(file)
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
