import QRCode from 'qrcode'

/** A QR symbol as one vector path, in modules; the quiet zone is the caller's to leave. */
export interface QrModules {
  /** Modules on a side. */
  readonly size: number
  /** SVG path data: one closed rectangle for each horizontal run of dark modules. */
  readonly path: string
}

/** ISO/IEC 18004 asks for four light modules around the symbol. */
const QUIET_ZONE = 4

/** What QR writes in five and a half bits a letter. */
const CAPITALS = /^[0-9A-Z $%*+\-./:]+$/

const MOST_KEPT = 8
const kept = new Map<string, QrModules>()

/**
 * The modules of a QR symbol at error correction level M (15% of the codewords may be lost). Making one takes as long as
 * a third of a letter, and a letter asks for its own several times while it is issued: the last few are kept.
 * @throws Error when the text does not fit version 40 (2,331 bytes).
 */
export function qrModules(text: string): QrModules {
  const known = kept.get(text)
  if (known) return known
  const made = makeModules(text)
  for (const oldest of kept.keys()) {
    if (kept.size < MOST_KEPT) break
    kept.delete(oldest)
  }
  kept.set(text, made)
  return made
}

function makeModules(text: string): QrModules {
  // Said beforehand, because looking for the shortest mixture of modes takes longer than the rest.
  const content: Parameters<typeof QRCode.create>[0] = CAPITALS.test(text)
    ? [{ data: text, mode: 'alphanumeric' }]
    : text
  const { size, data } = QRCode.create(content, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue
      const start = x
      while (x < size && data[y * size + x]) x++
      path += `M${start} ${y}h${x - start}v1h-${x - start}z`
    }
  }
  return { size, path }
}

/** A QR symbol for pages and e-mail: black on white with its quiet zone, named for screen readers by `title`. */
export function qrSvg(text: string, options: { readonly title: string }): string {
  const { size, path } = qrModules(text)
  const side = size + 2 * QUIET_ZONE
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" shape-rendering="crispEdges">` +
    `<title>${escapeXml(options.title)}</title><path fill="#fff" d="M0 0h${side}v${side}H0z"/>` +
    `<path fill="#000" transform="translate(${QUIET_ZONE} ${QUIET_ZONE})" d="${path}"/></svg>`
  )
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
