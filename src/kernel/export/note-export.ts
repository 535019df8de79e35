import { z } from 'zod'
import { staff } from '../access/access.ts'
import { type Command, command } from '../command/command.ts'

export interface ExportNote {
  /** Which list. */
  readonly list: string
  /** What it was narrowed by, as in the address. */
  readonly filter: Readonly<Record<string, string>>
  readonly format: 'csv' | 'xlsx'
  readonly rows: number
  /** False when whoever asked went away before the end, or something failed. */
  readonly whole: boolean
}

/**
 * The command by which a module writes down that a list with personal data left the program. The door to the list
 * is at its route; this only says who took what, and how much of it.
 */
export function exportNote(module: string): Command<ExportNote, null> {
  return command({
    name: `${module}.note-export`,
    event: `${module}.list-exported.v1`,
    access: staff,
    input: z.object({
      list: z.string().max(100),
      filter: z.record(z.string(), z.string()),
      format: z.enum(['csv', 'xlsx']),
      rows: z.number().int().nonnegative(),
      whole: z.boolean(),
    }),
    async run(_tx, { list, ...facts }) {
      return { result: null, event: { subject: { type: 'list', id: list }, payload: facts } }
    },
  })
}
