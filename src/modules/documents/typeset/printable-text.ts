/** Coverage of the fonts in `templates/fonts`: family to ranges of code points, as `make-fonts.ts` writes it. */
export type FontCoverage = Readonly<Record<string, readonly (readonly [first: number, last: number])[]>>

/** The templates draw this as an empty box with alternative text. */
export const MISSING_GLYPH = '\u{fffd}'

const ZERO_WIDTH_SPACE = '\u{200b}'

/** Look-alikes that the fonts have under another number; keyboards and imports mix them freely. */
const SAME_LOOK: Readonly<Record<string, string>> = { ʼ: '’', ʻ: '‘', '‐': '-', '‑': '-', '\u{2007}': ' ' }

/**
 * Invisible letters: soft hyphen, joiners, variation selectors and, because they could make a name read as another
 * one than the register holds, every control of text direction.
 */
const INVISIBLE = /\p{Cc}|\p{Cf}|\p{Variation_Selector}|\u{34f}/gu

const clusters = new Intl.Segmenter('id', { granularity: 'grapheme' })

/** Prepares data for print with a given font coverage. */
export interface TextPrinter {
  /**
   * One line of printable text: composed (NFC), white space but for no-break spaces collapsed, letters without a glyph replaced by
   * `MISSING_GLYPH`. A word longer than `breakAfter` letters may be broken anywhere, for it would leave the page.
   */
  print(text: string, breakAfter?: number): string
  /** The letters of a text that would print as boxes; ask before issuing a document. */
  findUnprintable(text: string): string[]
}

const DEFAULT_BREAK_AFTER = 28
const PLAIN = /^[ -~]*$/
const PLAIN_LETTERS = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index))

export function createTextPrinter(coverage: FontCoverage): TextPrinter {
  const families = Object.values(coverage)
  const known = new Map<string, boolean>()

  function hasGlyphs(cluster: string): boolean {
    let result = known.get(cluster)
    if (result === undefined) {
      const points = [...cluster].map((character) => character.codePointAt(0) as number)
      // One family must have them all: a letter and its marks are shaped together.
      result = families.some((ranges) => points.every((point) => ranges.some(([a, b]) => point >= a && point <= b)))
      if (known.size < 10_000) known.set(cluster, result)
    }
    return result
  }

  function clustersOf(text: string): string[] {
    // Plain letters, of which most words are made, need no rules of Unicode.
    if (PLAIN.test(text)) return [...text.replace(/ +/g, ' ').trim()]
    const cleaned = text
      .normalize('NFC')
      .replace(/[^\S\u{a0}]+/gu, ' ')
      .replace(INVISIBLE, '')
      .replace(/[ʼʻ‐‑\u{2007}]/gu, (character) => SAME_LOOK[character] ?? character)
      .trim()
    return [...clusters.segment(cleaned)].map(({ segment }) => segment)
  }

  // What every font of ours has needs no look at each letter.
  const plainIsKnown = PLAIN_LETTERS.every(hasGlyphs)

  return {
    print(text, breakAfter = DEFAULT_BREAK_AFTER) {
      if (plainIsKnown && PLAIN.test(text)) {
        const plain = text.replace(/ +/g, ' ').trim()
        if (!plain.split(' ').some((word) => word.length > breakAfter)) return plain
      }
      const printed = clustersOf(text).map((cluster) => (hasGlyphs(cluster) ? cluster : MISSING_GLYPH))
      const words: string[][] = [[]]
      for (const cluster of printed) {
        if (cluster === ' ') words.push([])
        else words.at(-1)?.push(cluster)
      }
      return words.map((word) => word.join(word.length > breakAfter ? ZERO_WIDTH_SPACE : '')).join(' ')
    },
    findUnprintable(text) {
      if (plainIsKnown && PLAIN.test(text)) return []
      return [...new Set(clustersOf(text).filter((cluster) => !hasGlyphs(cluster)))]
    },
  }
}
