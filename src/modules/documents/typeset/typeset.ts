import { mapStrings, pageFile, printerOf, type TypesetOptions } from './compile.ts'
import { getTypecase } from './compiler.ts'
import type { OfficialLetterData } from './official-letter-data.ts'
import { present } from './present/present.ts'
import { pdfBeside } from './process/typeset-beside.ts'
import { typesetApart } from './sandbox/typeset-apart.ts'
import type { TemplateData, TemplateName } from './template-data.ts'

export type { PdfStandard, TypesetOptions } from './compile.ts'
export { type SourceFault, TypesetError, type TypesetRefusal } from './typeset-error.ts'

/**
 * Typesets a document as PDF, in a process beside this one. A body that staff wrote is compiled in a process of its own, with
 * little time and memory.
 * @throws TypesetError when the template fails or is refused, or the file does not conform to the standard asked for.
 */
export async function typeset<Name extends TemplateName>(
  template: Name,
  data: TemplateData[Name],
  options: TypesetOptions,
): Promise<Uint8Array> {
  const typecase = await getTypecase()
  const source = template === 'official-letter' ? (data as OfficialLetterData).source : undefined
  if (source !== undefined && !typecase.shipped.has(source)) return typesetApart(data as OfficialLetterData, options)
  const page = options.page ?? pageFile(typecase, template, data)
  return pdfBeside({ template, page, source }, options)
}

/**
 * The letters in a document's data that the fonts cannot print and that would appear as empty boxes, such as Arabic
 * or Javanese script. A command that issues a document should refuse it, or ask, when there are any.
 */
export async function findUnprintable<Name extends TemplateName>(
  template: Name,
  data: TemplateData[Name],
): Promise<string[]> {
  const printer = printerOf(await getTypecase())
  const found = new Set<string>()
  const look = (text: string) => {
    for (const letter of printer.findUnprintable(text)) found.add(letter)
    return text
  }
  mapStrings(present(template, data), look)
  if (template === 'official-letter') look((data as OfficialLetterData).source)
  return [...found]
}
