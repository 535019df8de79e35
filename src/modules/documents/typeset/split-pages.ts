/**
 * Takes the SVG of a document apart: one for each page, with the glyphs that it uses. It reads what the compiler
 * writes: a white sheet and a group for each page, indented once, then the shared definitions.
 */
export function splitPages(svg: string): string[] {
  const definitions = readDefinitions(svg)
  const sheets = [...svg.matchAll(/^ {4}<path class="typst-shape"[^>]* d="M 0 0v ([\d.]+) h ([\d.]+) v[^>]*>$/gm)]
  return sheets.map((sheet, index) => {
    const [height = '0', width = '0'] = [sheet[1], sheet[2]]
    const end = sheets[index + 1]?.index ?? definitions.start
    // The group is moved down to its place in the long sheet; alone it stands at the top.
    const content = svg.slice(sheet.index + sheet[0].length, end).replace(/^(\s*<g) transform="[^"]*"/, '$1')
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt">`,
      `<path fill="#ffffff" d="M0 0h${width}v${height}H0z"/>`,
      content.trim(),
      `<defs>${definitions.of(content)}</defs></svg>`,
    ].join('\n')
  })
}

interface Definitions {
  readonly start: number
  /** Those that a page refers to. */
  of(content: string): string
}

function readDefinitions(svg: string): Definitions {
  const start = svg.search(/^ {4}<defs/m)
  if (start < 0) return { start: svg.lastIndexOf('</svg>'), of: () => '' }
  const text = svg.slice(start)
  const symbols = [...text.matchAll(/<symbol id="([^"]+)"[\s\S]*?<\/symbol>/g)]
  const others = [...text.matchAll(/<defs id="(?!glyph)[^"]*">([\s\S]*?)<\/defs>/g)].map((match) => match[1]).join('')
  return {
    start,
    of(content) {
      const used = new Set([...`${content}${others}`.matchAll(/#([\w-]+)/g)].map((match) => match[1]))
      return (
        symbols
          .filter(([, id]) => used.has(id))
          .map(([symbol]) => symbol)
          .join('') + others
      )
    },
  }
}
