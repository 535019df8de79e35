/** What is wrong in the body of an official letter. Lines and columns of the body, counted from 1. */
export interface SourceFault {
  /** In the words of the compiler. */
  readonly message: string
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly endLine?: number | undefined
  readonly endColumn?: number | undefined
}

/**
 * faulty: the compiler refuses it. too-long, too-big: it took more time or memory than a letter may.
 * too-many-pages: nobody writes such a letter. busy: too many are being typeset; come again.
 */
export type TypesetRefusal = 'faulty' | 'too-long' | 'too-big' | 'too-many-pages' | 'busy'

interface TypesetErrorDetails extends ErrorOptions {
  readonly refusal?: TypesetRefusal | undefined
  readonly faults?: readonly SourceFault[] | undefined
}

/** A template could not be compiled or exported; `diagnostics` are the compiler's own words. */
export class TypesetError extends Error {
  readonly template: string
  readonly diagnostics: readonly string[]
  readonly refusal: TypesetRefusal
  /** Of the body of an official letter. */
  readonly faults: readonly SourceFault[]

  constructor(template: string, diagnostics: readonly string[], details: TypesetErrorDetails = {}) {
    super(`Template ${template} could not be typeset: ${diagnostics.join(' | ') || 'no diagnostics'}`, details)
    this.name = 'TypesetError'
    this.template = template
    this.diagnostics = diagnostics
    this.refusal = details.refusal ?? 'faulty'
    this.faults = details.faults ?? []
  }
}
