import type { SourceFault } from '../typeset-error.ts'

/** A body longer than this is no letter. */
export const LONGEST_SOURCE = 200_000

/**
 * What a body must not say at all: opening other files and packages. The process that compiles it has neither, and the
 * library takes the functions away (templates/lib/naskah.typ); here the author is told where.
 */
export function checkSource(source: string): SourceFault[] {
  if (source.length > LONGEST_SOURCE) return [{ message: 'forbidden: source-length' }]
  const faults: SourceFault[] = []
  for (const match of withoutText(source).matchAll(/(#|^[ \t]*|[{;(][ \t]*)(import|include)\b(?=[ \t]*["@a-z(/:])/gm)) {
    const [, before = '', word = ''] = match
    const isCode = before.includes('#') || /[{;(]/.test(before) || isInCode(source, match.index)
    if (isCode)
      faults.push({ message: `forbidden: ${word}`, ...placeAt(source, match.index + before.length, word.length) })
  }
  return faults
}

/** The same text with comments, raw text and strings blanked, so that only what is said counts. */
function withoutText(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|```[\s\S]*?```|`[^`\n]*`/g, (text) =>
    text.replace(/[^\n]/g, ' '),
  )
}

/** Whether a place stands within braces that a `#` opened. Escaped braces and those in text make it say yes too often. */
function isInCode(source: string, at: number): boolean {
  let depth = 0
  for (let i = 0; i < at; i += 1) {
    if (source[i] === '\\') i += 1
    else if (source[i] === '{') depth += 1
    else if (source[i] === '}') depth = Math.max(0, depth - 1)
  }
  return depth > 0
}

export function placeAt(source: string, index: number, length: number) {
  const before = source.slice(0, index)
  const line = before.split('\n').length
  const column = index - before.lastIndexOf('\n')
  return { line, column, endLine: line, endColumn: column + length }
}
