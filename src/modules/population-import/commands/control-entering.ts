import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { changeImport, eventOf, takeStep } from './import-row.ts'

const prepares = permitted('population-import.prepare')
const input = z.object({ importId: z.uuid() })

/** Entering halts behind the batch that is being entered. */
export const pauseImport = command({
  name: 'population-import.pause-import',
  event: 'population-import.import-paused.v1',
  access: prepares,
  input,
  async run(tx, { importId }, context) {
    const { row, to } = await takeStep(tx, context, importId, 'pause')
    await changeImport(tx, context, importId, { state: to })
    return { result: null, event: eventOf(importId, { enteredTo: row.entered_to }) }
  },
})

export const resumeImport = command({
  name: 'population-import.resume-import',
  event: 'population-import.import-resumed.v1',
  access: prepares,
  input,
  async run(tx, { importId }, context) {
    const { row, to } = await takeStep(tx, context, importId, 'resume')
    // The speed is measured anew: the pause was no work.
    await changeImport(tx, context, importId, {
      state: to,
      done: 0,
      total: row.total - row.done,
      phase_started_at: context.now.toString(),
    })
    await context.enqueue('population-import.enter', { importId }, { key: `population-import.enter:${importId}` })
    await context.enqueue('population-import.find', { importId }, { key: `population-import.find:${importId}` })
    return { result: null, event: eventOf(importId, { enteredTo: row.entered_to }) }
  },
})

/** The rest is not entered any more; what was entered stays, and can be taken back. */
export const stopImport = command({
  name: 'population-import.stop-import',
  event: 'population-import.import-stopped.v1',
  access: prepares,
  input,
  async run(tx, { importId }, context) {
    const { row, to } = await takeStep(tx, context, importId, 'stop')
    await changeImport(tx, context, importId, { state: to, phase: null, finished_at: context.now.toString() })
    return { result: null, event: eventOf(importId, { families: row.entered_families, people: row.entered_people }) }
  },
})
