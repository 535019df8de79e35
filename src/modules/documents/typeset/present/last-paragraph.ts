import type { LetterValues } from '../official-letter-data.ts'

const shortText = 900

/**
 * Whether the last paragraph of a body is surely short, so that it goes with the signature to one page unmeasured:
 * measuring it would cost a tenth of the letter. When in doubt it says no.
 */
export function isLastParagraphShort(source: string, values: LetterValues): boolean {
  const last =
    source
      .trimEnd()
      .split(/\n[ \t]*\n/)
      .at(-1) ?? ''
  if (!isBalanced(last) || /#(for|while|pagebreak|colbreak|let|lampiran|include)\b/.test(last)) return false
  const named = [...last.matchAll(/\b(?:isian|nilai)\.([a-z][a-z0-9-]*)/g)].map((match) => values[match[1] as string])
  const filled = named.reduce<number>((sum, value) => sum + (value === undefined ? 0 : JSON.stringify(value).length), 0)
  return last.length + filled < shortText
}

function isBalanced(text: string): boolean {
  const count = (letter: string) => text.split(letter).length
  return count('[') === count(']') && count('(') === count(')') && count('{') === count('}')
}
