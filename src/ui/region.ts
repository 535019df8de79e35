import { contrast, toRgb } from './token-colours.ts'

/** The colours that a region sets, as `#rrggbb`; all others are computed from them or shared. */
export type RegionColours = { readonly accent: string; readonly deep: string; readonly wash: string }

export const pandan: RegionColours = { accent: '#0d5a4d', deep: '#083c34', wash: '#e9f1ec' }

const rules: [name: string, ink: (c: RegionColours) => string, ground: (c: RegionColours) => string][] = [
  ['accent on paper', (c) => c.accent, () => '#fbfaf6'],
  ['white on accent', () => '#ffffff', (c) => c.accent],
  ['white on deep', () => '#ffffff', (c) => c.deep],
  ['soft white on deep', () => '#d3e0dc', (c) => c.deep],
  ['ink on wash', () => '#16211f', (c) => c.wash],
  ['soft ink on wash', () => '#4c5a57', (c) => c.wash],
  ['accent on wash', (c) => c.accent, (c) => c.wash],
]

/** What stands in the way of these colours; empty when all text stays readable (4.5 to 1). */
export function listColourProblems(colours: RegionColours): string[] {
  const wrong = Object.entries(colours).filter(([, value]) => !/^#[0-9a-f]{6}$/i.test(value))
  if (wrong.length > 0) return wrong.map(([name]) => `${name}: #rrggbb`)
  return rules
    .map(([name, ink, ground]) => [name, contrast(toRgb(ink(colours), {}), toRgb(ground(colours), {}))] as const)
    .filter(([, ratio]) => ratio < 4.5)
    .map(([name, ratio]) => `${name}: ${ratio.toFixed(2)}`)
}

/** Text of /region.css. Colours with problems are not written: the page keeps its own. */
export function regionStylesheet(colours: RegionColours): string {
  if (listColourProblems(colours).length > 0) return ''
  return `:root{--accent:${colours.accent};--accent-deep:${colours.deep};--accent-wash:${colours.wash}}`
}

/** Text of /icon.svg: the crest in the region's deep colour. */
export function regionIcon(colours: RegionColours): string {
  const deep = listColourProblems(colours).length > 0 ? pandan.deep : colours.deep
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 0 40 40"><path fill="#f2c14b" d="M16 0 32 5v17c0 9-7 15-16 18C7 37 0 31 0 22V5z"/><path fill="${deep}" d="M16 3.9 28.3 7.8V22c0 6.800-5.300 11.400-12.300 14C9 33.400 3.700 28.800 3.700 22V7.800z"/><path fill="none" stroke="#f2c14b" stroke-width="2" d="M16 19.500c-4.800-.4-8-3.600-6.400-6.200s5.600-.4 6.400 6.200c.8-6.600 4.800-8.800 6.400-6.200s-1.600 5.800-6.400 6.200c4.800.4 8 3.600 6.400 6.200s-5.600.4-6.400-6.200c-.8 6.600-4.800 8.800-6.400 6.200s1.600-5.800 6.400-6.200z"/></svg>`
}
