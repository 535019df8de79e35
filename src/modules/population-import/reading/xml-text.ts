const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Decodes entities, and the way workbooks write control characters (`_x000D_`). */
export function decodeXml(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]+));/g, (whole, hex, decimal, name) => {
        if (name) return named[name as string] ?? whole
        const code = hex ? Number.parseInt(hex as string, 16) : Number(decimal)
        return code <= 0x10ffff ? String.fromCodePoint(code) : ''
      })
    : text
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex as string, 16)))
    : plain
}

/** The text of a cell or shared string: all its `<t>`, without the phonetic reading that some have. */
export function xmlText(xml: string): string {
  const body = xml.includes('<rPh') ? xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '') : xml
  let found = ''
  let at = 0
  for (;;) {
    const from = body.indexOf('<t', at)
    if (from < 0) return found
    const tagEnd = body.indexOf('>', from)
    if (tagEnd < 0) return found
    at = tagEnd + 1
    if (body[tagEnd - 1] === '/' || !/[\s>]/.test(body[from + 2] as string)) continue
    const to = body.indexOf('</t>', tagEnd)
    if (to < 0) return found
    found += decodeXml(body.slice(tagEnd + 1, to))
    at = to + 4
  }
}
