import { setImmediate } from 'node:timers/promises'
import { getTypesetter } from './compiler.ts'
import type { TemplateData, TemplateName } from './template-data.ts'
import { compile } from './typeset.ts'

/**
 * The document as one SVG, its pages below each other, for a preview before issuing. Text is drawn as outlines:
 * show it in an `img` with alternative text, and offer the PDF beside it.
 * @throws TypesetError as `typeset` does
 */
export async function previewSvg<Name extends TemplateName>(template: Name, data: TemplateData[Name]): Promise<string> {
  const typesetter = await getTypesetter()
  await setImmediate()
  const svg = typesetter.compiler.plainSvg(compile(typesetter, template, data))
  typesetter.compiler.evictCache(10)
  return svg
}
