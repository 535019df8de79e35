import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, toRgb } from './token-colours.ts'

const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')

type Tokens = Record<string, string>

/** The declarations of every block with exactly this selector, later ones last. */
function block(selector: string, from = css): Tokens[] {
  const found = [...from.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter((match) => match[1]?.trim() === selector)
  return found.map((match) =>
    Object.fromEntries([...(match[2] ?? '').matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((m) => [m[1], m[2]])),
  )
}

const light = block(':root')[0] as Tokens
const darkByHand = block(":root[data-theme='dark']")
const darkByDevice = block(":root:not([data-theme='light'])")

const regions: Record<string, Tokens> = {
  pandan: {},
  bata: { '--accent': '#8c2f1b', '--accent-deep': '#571a0e', '--accent-wash': '#f7e9e4' },
  nila: { '--accent': '#24407a', '--accent-deep': '#152749', '--accent-wash': '#e8edf6' },
  manggis: { '--accent': '#5b2a5e', '--accent-deep': '#3a193d', '--accent-wash': '#f3eaf3' },
  hitam: { '--accent': '#2b2b2b', '--accent-deep': '#141414', '--accent-wash': '#eeeeee' },
}

const papers = ['--paper', '--raised']
const pairs: [ink: string, ground: string, least: number][] = [
  ...papers.flatMap((ground) =>
    ['--ink', '--soft', '--accent-ink', '--late', '--soon', '--info', '--good'].map((ink): [string, string, number] => [
      ink,
      ground,
      4.5,
    ]),
  ),
  ...['--wash', '--late-wash', '--soon-wash', '--info-wash', '--good-wash', '--neutral-wash'].map(
    (ground): [string, string, number] => ['--ink', ground, 4.5],
  ),
  ['--late', '--late-wash', 4.5],
  ['--soon', '--soon-wash', 4.5],
  ['--info', '--info-wash', 4.5],
  ['--good', '--good-wash', 4.5],
  ['--late', '--soon-wash', 4.5],
  ['--soft', '--neutral-wash', 4.5],
  ['--soft', '--wash', 4.5],
  ['--accent-ink', '--wash', 4.5],
  ['--on-fill', '--fill', 4.5],
  ['--on-fill', '--fill-hover', 4.5],
  ['--on-head', '--head', 4.5],
  ['--on-head-soft', '--head', 4.5],
  ['--on-kunyit', '--kunyit', 4.5],
  ['--on-kunyit', '--kunyit-hover', 4.5],
  ['--raised', '--good', 4.5],
  ['--edge', '--paper', 3],
  ['--edge', '--raised', 3],
  ['--focus', '--focus-gap', 3],
  ['--focus', '--paper', 3],
]

describe.each(Object.entries(regions))('region %s', (_name, region) => {
  const schemes: Record<string, Tokens> = {
    light: { ...light, ...region },
    dark: { ...light, ...region, ...darkByHand[0], ...darkByHand[1] },
    'dark without relative colours': { ...light, ...region, ...darkByHand[0] },
  }
  describe.each(Object.entries(schemes))('%s', (_scheme, tokens) => {
    test.each(pairs)('%s on %s is at least %s to 1', (ink, ground, least) => {
      expect(contrast(toRgb(ink, tokens), toRgb(ground, tokens))).toBeGreaterThanOrEqual(least)
    })
  })
})

test('dark by hand and dark by the device are the same', () => {
  expect(darkByHand).toHaveLength(2)
  expect(darkByDevice).toEqual(darkByHand)
})

test('the check can fail', () => {
  expect(contrast(toRgb('#777777', {}), toRgb('#ffffff', {}))).toBeLessThan(4.5)
})
