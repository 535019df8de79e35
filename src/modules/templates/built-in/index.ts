import { readShippedBodies } from '#modules/documents/index.ts'
import type { TemplateContent } from '../template.ts'
import { arahan } from './arahan.ts'
import type { BuiltIn, Specimen } from './built-in.ts'
import { kerjaSama } from './kerja-sama.ts'
import { khusus } from './khusus.ts'
import { korespondensi } from './korespondensi.ts'
import { penugasan } from './penugasan.ts'
import { rapatLaporan } from './rapat-laporan.ts'

/** Every template that is shipped: one for each kind of letter. */
export const builtIns: readonly BuiltIn[] = [
  ...arahan,
  ...penugasan,
  ...korespondensi,
  ...khusus,
  ...rapatLaporan,
  ...kerjaSama,
]

/** What a shipped template says, with its body. */
export async function readBuiltIns(): Promise<{ readonly key: string; readonly content: TemplateContent }[]> {
  const bodies = await readShippedBodies()
  return builtIns.map(({ key, content }) => {
    const source = bodies.get(key)
    if (source === undefined) throw new Error(`templates/naskah/${key}.typ is missing`)
    return { key, content: { ...content, source } }
  })
}

/** Of a shipped template; undefined for a region's own. */
export function specimenOf(key: string): Specimen | undefined {
  return builtIns.find((one) => one.key === key)?.specimen
}

/** Keys of the fields of a shipped template. */
export function builtInFields(key: string | undefined): readonly string[] {
  return builtIns.find((one) => one.key === key)?.content.fields.map((field) => field.key) ?? []
}
