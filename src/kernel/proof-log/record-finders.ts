import type { AnyHandle } from '../db/database.ts'
import { extensionPoint } from '../define/extension-point.ts'

/**
 * From something that people hold and that is public anyway, such as the code of a letter, to the id of the event that
 * made it. Modules provide one each; whoever looks for a proof may then type it.
 */
export const recordFinders = extensionPoint<(db: AnyHandle, typed: string) => Promise<string | undefined>>(
  'finders of records for proofs',
)

/** The id of the record that somebody means, by the first module that knows what was typed. */
export async function findRecord(db: AnyHandle, typed: string): Promise<string | undefined> {
  for (const key of recordFinders.keys()) {
    const id = await recordFinders.get(key)(db, typed)
    if (id) return id
  }
  return undefined
}
