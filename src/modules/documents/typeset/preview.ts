import { setImmediate } from 'node:timers/promises'
import { compileSvg } from './compile.ts'
import { getTypesetter } from './compiler.ts'
import type { OfficialLetterData } from './official-letter-data.ts'
import { previewApart } from './sandbox/typeset-apart.ts'
import { splitPages } from './split-pages.ts'
import type { TemplateData, TemplateName } from './template-data.ts'

/**
 * The document as one SVG, its pages below each other, for a preview before issuing. Text is drawn as outlines:
 * show it in an `img` with alternative text, and offer the PDF beside it.
 * @throws TypesetError as `typeset` does
 */
export async function previewSvg<Name extends TemplateName>(template: Name, data: TemplateData[Name]): Promise<string> {
  const typesetter = await getTypesetter()
  if (template === 'official-letter') {
    const letter = data as OfficialLetterData
    if (!typesetter.shipped.has(letter.source)) return previewApart(letter)
  }
  await setImmediate()
  return compileSvg(typesetter, template, data)
}

/** The same, one SVG a page. @throws TypesetError */
export async function previewPages<Name extends TemplateName>(
  template: Name,
  data: TemplateData[Name],
): Promise<string[]> {
  return splitPages(await previewSvg(template, data))
}
