import { z } from 'zod'

/** Where a page ended: fit of its last row, name and id. */
export interface SearchCursor {
  readonly score: number
  readonly name: string
  readonly id: string
}

const shape = z.tuple([z.number(), z.string(), z.uuid()])

export function writeCursor({ score, name, id }: SearchCursor): string {
  return Buffer.from(JSON.stringify([score, name, id])).toString('base64url')
}

/** A cursor that was tampered with begins at the first page. */
export function readCursor(text: string | undefined): SearchCursor | undefined {
  if (!text) return undefined
  try {
    const [score, name, id] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return { score, name, id }
  } catch {
    return undefined
  }
}
