import { pageFile } from './compile.ts'
import { getTypecase } from './compiler.ts'
import type { OfficialLetterData } from './official-letter-data.ts'
import { svgBeside } from './process/typeset-beside.ts'
import { previewApart } from './sandbox/typeset-apart.ts'
import { splitPages } from './split-pages.ts'
import type { TemplateData, TemplateName } from './template-data.ts'

/**
 * The document as one SVG, its pages below each other, for a preview before issuing. Text is drawn as outlines:
 * show it in an `img` with alternative text, and offer the PDF beside it.
 * @throws TypesetError as `typeset` does
 */
export async function previewSvg<Name extends TemplateName>(template: Name, data: TemplateData[Name]): Promise<string> {
  const typecase = await getTypecase()
  const source = template === 'official-letter' ? (data as OfficialLetterData).source : undefined
  if (source !== undefined && !typecase.shipped.has(source)) return previewApart(data as OfficialLetterData)
  return svgBeside({ template, page: pageFile(typecase, template, data), source })
}

/** The same, one SVG a page. @throws TypesetError */
export async function previewPages<Name extends TemplateName>(
  template: Name,
  data: TemplateData[Name],
): Promise<string[]> {
  return splitPages(await previewSvg(template, data))
}
