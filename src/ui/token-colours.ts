/** Just enough colour arithmetic to check the tokens: hex, var(), color-mix in oklab, oklch from. */
type Three = readonly [number, number, number]
type Tokens = Readonly<Record<string, string>>

const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const fromLinear = (c: number) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055)
const clamp = (c: number) => Math.min(1, Math.max(0, c))

function toOklab([r, g, b]: Three): Three {
  const [lr, lg, lb] = [toLinear(r), toLinear(g), toLinear(b)]
  const l = Math.cbrt(0.4122214708 * lr + 0.5363325363 * lg + 0.0514459929 * lb)
  const m = Math.cbrt(0.2119034982 * lr + 0.6806995451 * lg + 0.1073969566 * lb)
  const s = Math.cbrt(0.0883024619 * lr + 0.2817188376 * lg + 0.6299787005 * lb)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromOklab([L, a, b]: Three): Three {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    clamp(fromLinear(clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s))),
    clamp(fromLinear(clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s))),
    clamp(fromLinear(clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s))),
  ]
}

/** A token name or value as sRGB from 0 to 1. */
export function toRgb(value: string, tokens: Tokens): Three {
  const text = value.trim()
  if (text.startsWith('--')) return toRgb(tokens[text] ?? fail(text), tokens)
  const reference = /^var\((--[\w-]+)\)$/.exec(text)
  if (reference) return toRgb(reference[1] as string, tokens)
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  if (hex) return [1, 2, 3].map((i) => Number.parseInt(hex[i] as string, 16) / 255) as unknown as Three
  const mix = /^color-mix\(in oklab, (var\([^)]+\)|#\w{6})(?: (\d+)%)?, (var\([^)]+\)|#\w{6})(?: (\d+)%)?\)$/.exec(text)
  if (mix) {
    const second = mix[4] ? Number(mix[4]) / 100 : 1 - Number(mix[2] ?? 50) / 100
    const [one, two] = [toOklab(toRgb(mix[1] as string, tokens)), toOklab(toRgb(mix[3] as string, tokens))]
    return fromOklab(one.map((c, i) => c * (1 - second) + (two[i] as number) * second) as unknown as Three)
  }
  const relative = /^oklch\(from (var\([^)]+\)) ([\d.]+) (?:c|calc\(c \* ([\d.]+)\)) h\)$/.exec(text)
  if (relative) {
    const [, a, b] = toOklab(toRgb(relative[1] as string, tokens))
    const chroma = Number(relative[3] ?? 1)
    return fromOklab([Number(relative[2]), a * chroma, b * chroma])
  }
  return fail(text)
}

function fail(text: string): never {
  throw new Error(`No colour: ${text}`)
}

function luminance([r, g, b]: Three): number {
  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b)
}

/** WCAG contrast, 1 to 21. */
export function contrast(one: Three, two: Three): number {
  const [dark, bright] = [luminance(one), luminance(two)].sort((a, b) => a - b) as [number, number]
  return (bright + 0.05) / (dark + 0.05)
}
