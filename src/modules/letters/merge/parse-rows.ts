/** Rows pasted from a spreadsheet (tabs) or from a CSV file (commas or semicolons, quotes as in RFC 4180). */
export interface PastedRows {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export const mostMergeRows = 1000

/** The first line names the columns. Empty lines are passed over. */
export function parseRows(text: string): PastedRows {
  const separator = separatorOf(text)
  const lines = splitCells(text.replace(/^\u{feff}/u, ''), separator)
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
  const [header = [], ...rows] = lines
  return { header, rows }
}

/** What stands most often in the first line. */
function separatorOf(text: string): string {
  const first = text.split('\n', 1)[0] ?? ''
  const count = (mark: string) => first.split(mark).length
  return ['\t', ';', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best), '\t')
}

function splitCells(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (letter === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (letter === separator) endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else if (letter !== '\r') cell += letter
  }
  endCell()
  return rows
}
