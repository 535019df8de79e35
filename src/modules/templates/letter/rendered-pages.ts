import { createHash } from 'node:crypto'
import type { TemplateVersion } from '../queries/templates.ts'
import type { SpecimenFrame } from './specimen.ts'
import { type TriedLetter, tryPages } from './try-letter.ts'

const mostKept = 30
const kept = new Map<string, Promise<TriedLetter>>()

/** The specimen of a version as pages; kept for a while, since each page is an image that the browser asks for. */
export function renderedPages(
  version: Pick<TemplateVersion, 'content'>,
  origin: string,
  frame: SpecimenFrame,
): Promise<TriedLetter> {
  const key = createHash('sha256')
    .update(JSON.stringify([version.content, origin, frame]))
    .digest('hex')
  const known = kept.get(key)
  if (known) return known
  const made = tryPages(version.content, origin, frame)
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return made
}
