import { setImmediate } from 'node:timers/promises'
import { compilePdf, mapStrings, printerOf, type TypesetOptions } from './compile.ts'
import { getTypesetter } from './compiler.ts'
import type { OfficialLetterData } from './official-letter-data.ts'
import { present } from './present/present.ts'
import { typesetApart } from './sandbox/typeset-apart.ts'
import type { TemplateData, TemplateName } from './template-data.ts'

export type { PdfStandard, TypesetOptions } from './compile.ts'
export { type SourceFault, TypesetError, type TypesetRefusal } from './typeset-error.ts'

/**
 * Typesets a document as PDF. A body that staff wrote is compiled in a process of its own, with little time and memory.
 * @throws TypesetError when the template fails or is refused, or the file does not conform to the standard asked for.
 */
export async function typeset<Name extends TemplateName>(
  template: Name,
  data: TemplateData[Name],
  options: TypesetOptions,
): Promise<Uint8Array> {
  const typesetter = await getTypesetter()
  if (template === 'official-letter') {
    const letter = data as OfficialLetterData
    if (!typesetter.shipped.has(letter.source)) return typesetApart(letter, options)
  }
  // The native memory of earlier documents is freed between turns of the event loop: a batch must let it turn.
  await setImmediate()
  return compilePdf(typesetter, template, data, options)
}

/**
 * The letters in a document's data that the fonts cannot print and that would appear as empty boxes, such as Arabic
 * or Javanese script. A command that issues a document should refuse it, or ask, when there are any.
 */
export async function findUnprintable<Name extends TemplateName>(
  template: Name,
  data: TemplateData[Name],
): Promise<string[]> {
  const printer = printerOf(await getTypesetter())
  const found = new Set<string>()
  const look = (text: string) => {
    for (const letter of printer.findUnprintable(text)) found.add(letter)
    return text
  }
  mapStrings(present(template, data), look)
  if (template === 'official-letter') look((data as OfficialLetterData).source)
  return [...found]
}
