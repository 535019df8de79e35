const separators = [';', ',', '\t', '|'] as const
type Separator = (typeof separators)[number]

/** What divides most of the first lines into the most cells. */
export function separatorOf(lines: readonly string[]): Separator {
  const head = lines.filter((line) => line.trim()).slice(0, 30)
  const usual = (separator: Separator) => {
    const counts = head.map((line) => cellsOf(line, separator).length).sort((a, b) => a - b)
    return counts[Math.floor(counts.length / 2)] ?? 1
  }
  return separators.reduce((best, one) => (usual(one) > usual(best) ? one : best), separators[0])
}

/** The cells of one line (RFC 4180). Banks write no line breaks into cells. */
export function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (line[at] !== '"') {
      const end = line.indexOf(separator, at)
      cells.push(end < 0 ? line.slice(at) : line.slice(at, end))
      if (end < 0) return cells
      at = end + 1
      continue
    }
    const quoted = /"((?:[^"]|"")*)"?/y
    quoted.lastIndex = at
    const match = quoted.exec(line) as RegExpExecArray
    cells.push((match[1] as string).replaceAll('""', '"'))
    const end = line.indexOf(separator, quoted.lastIndex)
    if (end < 0) return cells
    at = end + 1
  }
}
