import type { ServiceDefinition } from './schema.ts'

/** One text of a definition. Paragraphs of letters are in Indonesian alone. */
export interface PlacedText {
  /** "flow.states.hearing.sentence", "documents.permit" */
  readonly at: string
  readonly id: string
  readonly en: string | undefined
}

/** Every text that somebody reads, wherever it stands; examples are for programs. */
export function textsIn(definition: ServiceDefinition): PlacedText[] {
  const found: PlacedText[] = []
  visit(definition, '', found)
  for (const document of definition.documents) {
    const paragraphs = [...document.opening, ...document.closing, ...document.rows.map((row) => row.label)]
    for (const id of paragraphs) found.push({ at: `documents.${document.id}`, id, en: undefined })
  }
  return found
}

function visit(part: unknown, at: string, found: PlacedText[]): void {
  if (Array.isArray(part)) {
    part.forEach((item, index) => {
      visit(item, `${at}.${nameOf(item) ?? index + 1}`, found)
    })
    return
  }
  if (typeof part !== 'object' || part === null) return
  if (isText(part)) found.push({ at: at.slice(1), ...part })
  else for (const [key, value] of Object.entries(part)) if (key !== 'golden') visit(value, `${at}.${key}`, found)
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || isText(item)) return undefined
  const { id, verb, from } = item as Record<string, unknown>
  if (typeof verb === 'string') return `${String(from)}.${verb}`
  return typeof id === 'string' ? id : undefined
}

/** A text in both languages, told by its two keys. */
export function isText(part: object): part is { id: string; en: string } {
  const keys = Object.keys(part)
  return keys.length === 2 && keys.includes('id') && keys.includes('en')
}
