import QRCode from 'qrcode'
import { describe, expect, test } from 'vitest'
import { qrModules, qrSvg } from './qr.ts'

/** Paints the runs of the path back into rows, to compare with the library's own matrix. */
function paint({ size, path }: { size: number; path: string }): string[] {
  const rows = Array.from({ length: size }, () => Array<string>(size).fill('.'))
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(width); i++) (rows[Number(y)] as string[])[Number(x) + i] = '#'
  }
  return rows.map((row) => row.join(''))
}

describe('QR', () => {
  const url = 'https://arunika.example/v/8K2M-4QXT-91'

  test('the path paints exactly the modules of level M', () => {
    const modules = qrModules(url)
    const expected = QRCode.create(url, { errorCorrectionLevel: 'M' }).modules
    const rows = paint(modules)
    expect(rows).toHaveLength(expected.size)
    expect(rows.join('')).toBe([...expected.data].map((dark) => (dark ? '#' : '.')).join(''))
  })

  test('the SVG is named, keeps its quiet zone and escapes the title', () => {
    const svg = qrSvg(url, { title: 'Periksa <b> & "keaslian"' })
    const { size } = qrModules(url)
    expect(svg).toContain(`viewBox="0 0 ${size + 8} ${size + 8}"`)
    expect(svg).toContain('<title>Periksa &#60;b&#62; &#38; &#34;keaslian&#34;</title>')
    expect(svg).not.toContain('<b>')
  })

  test('a text too long for any QR is refused', () => {
    expect(() => qrModules('x'.repeat(3000))).toThrow()
  })
})
