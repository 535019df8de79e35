import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { countStaged, countStagedProblems, lastStagedFamily } from '#modules/people/index.ts'
import { changeImport, eventOf, takeStep } from './import-row.ts'

/** What the check of the whole file found, in numbers. */
export const noteCheck = command({
  name: 'population-import.note-check',
  event: 'population-import.file-checked.v1',
  access: systemOnly,
  input: z.object({ importId: z.uuid(), rows: z.number().int(), badRows: z.number().int() }),
  async run(tx, { importId, rows, badRows }, context) {
    const { to } = await takeStep(tx, context, importId, 'judge')
    const staged = await countStaged(tx, importId)
    const problems = await countStagedProblems(tx, importId)
    const counts = { rows, badRows, ...staged }
    await changeImport(tx, context, importId, {
      state: to,
      phase: null,
      counts: JSON.stringify(counts),
      problems: JSON.stringify(problems),
      last_family: await lastStagedFamily(tx, importId),
    })
    return {
      result: null,
      event: eventOf(importId, { rows, families: staged.families, rejectedRows: staged.rejectedRows }),
    }
  },
})
