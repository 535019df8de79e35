import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { previewPages } from '../preview.ts'
import type { TemplateData, TemplateName } from '../template-data.ts'

/** Dots per inch of a golden page: enough that a line that moved by half a point is seen. */
const dpi = 60
const shades = 8
/** How far a dot may differ, of 255; and how many of a page may differ more: the drawing library's own roundings. */
const shadeTolerance = 48
const mostDifferent = 12

/**
 * Compares the pages of a document with the images in `folder`, named `<name>-<page>.png`. With UPDATE_GOLDEN=1 the
 * images are written instead.
 * @returns what differs, in words; empty when all is as it was
 */
export async function compareGolden<Name extends TemplateName>(
  folder: string,
  name: string,
  template: Name,
  data: TemplateData[Name],
): Promise<string[]> {
  const pages = await previewPages(template, data)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true })
    for (const [index, svg] of pages.entries()) {
      const image = sharp(await drawn(svg)).png({ palette: true, colours: shades, dither: 0, compressionLevel: 9 })
      writeFileSync(join(folder, `${name}-${index + 1}.png`), await image.toBuffer())
    }
    return []
  }
  const known = readdirSync(folder).filter(
    (file) => file.startsWith(`${name}-`) && /^\d+\.png$/.test(file.slice(name.length + 1)),
  )
  const faults = known.length === pages.length ? [] : [`${name} has ${pages.length} pages, ${known.length} are known`]
  for (const [index, svg] of pages.entries()) {
    const file = join(folder, `${name}-${index + 1}.png`)
    if (!existsSync(file)) continue
    const different = await countDifferent(await drawn(svg), readFileSync(file))
    if (different > mostDifferent) faults.push(`${name}, page ${index + 1}: ${different} dots differ`)
  }
  return faults
}

/** A page in shades of grey. */
function drawn(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg), { density: dpi }).flatten({ background: '#ffffff' }).grayscale().png().toBuffer()
}

async function countDifferent(page: Buffer, golden: Buffer): Promise<number> {
  const [a, b] = await Promise.all([shadesOf(page), shadesOf(golden)])
  if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY
  let different = 0
  for (let i = 0; i < a.data.length; i += 1) {
    if (Math.abs((a.data[i] as number) - (b.data[i] as number)) > shadeTolerance) different += 1
  }
  return different
}

async function shadesOf(png: Buffer) {
  const { data, info } = await sharp(png)
    .flatten({ background: '#ffffff' })
    .grayscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  // One value a dot, whatever the number of channels that the file has.
  const channels = info.channels
  const values = channels === 1 ? data : data.filter((_, index) => index % channels === 0)
  return { data: values, width: info.width, height: info.height }
}
