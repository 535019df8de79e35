import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { forgetStaged } from '#modules/people/index.ts'
import { importMachine } from '../domain.ts'
import { changeImport, eventOf, lockImport } from './import-row.ts'

/** Removes the file and its checked rows; who did what when, and the numbers, stay. @returns hashes of stored pieces that nobody needs any more */
export const forgetImport = command({
  name: 'population-import.forget-import',
  event: 'population-import.import-forgotten.v1',
  access: systemOnly,
  input: z.object({ importId: z.uuid() }),
  async run(tx, { importId }, context) {
    const row = await lockImport(tx, importId)
    if (row.forgotten_at) return { result: [] as string[], event: undefined }
    const open = importMachine.from(row.state).some(({ verb }) => verb === 'discard')
    await forgetStaged(tx, importId)
    const parts = await tx
      .deleteFrom('population_import.part')
      .where('import_id', '=', importId)
      .returning('hash')
      .execute()
    await changeImport(tx, context, importId, {
      ...(open ? { state: 'discarded', finished_at: context.now.toString() } : {}),
      columns_sealed: null,
      sample_sealed: null,
      mapping_sealed: null,
      forgotten_at: context.now.toString(),
    })
    return { result: parts.map((part) => part.hash), event: eventOf(importId, { abandoned: open }) }
  },
})
