import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import {
  enterStagedFamilies,
  indexStagedPeople,
  linkStagedParents,
  reserveStagedNumbers,
} from '#modules/people/index.ts'
import { familiesAtOnce } from '../domain.ts'
import { changeImport, eventOf, type ImportRow, lockImport, takeStep } from './import-row.ts'

/** `waits`: nothing to do now, but more will come. */
export type BatchOutcome = 'more' | 'waits' | 'done' | 'halted'

interface BatchInput {
  readonly importId: string
  /** This run of the job ends here: another one goes on, so that jobs of others have their turn. */
  readonly handOver: boolean
  /** See `enterStagedFamilies`. */
  readonly lookFirst?: boolean | undefined
}

const input: z.ZodType<BatchInput> = z.object({
  importId: z.uuid(),
  handOver: z.boolean(),
  lookFirst: z.boolean().optional(),
})

/**
 * The next families, in one transaction with the position behind them: whatever is killed at whatever moment, the
 * next run goes on with the first family that is not entered, and none is entered twice.
 */
export const enterBatch = command<BatchInput, BatchOutcome>({
  name: 'population-import.enter-batch',
  event: 'population-import.batch-entered.v1',
  access: systemOnly,
  input,
  async run(tx, { importId, handOver, lookFirst = false }, context) {
    const row = await lockImport(tx, importId)
    if (row.state !== 'entering') return { result: 'halted', event: undefined }
    if (handOver)
      await context.enqueue('population-import.enter', { importId }, { key: `population-import.enter:${importId}` })
    if (row.entered_to === 0) await reserveStagedNumbers(tx, importId)
    if (row.entered_to < row.last_family) {
      const range = {
        importId,
        from: row.entered_to + 1,
        to: Math.min(row.last_family, row.entered_to + familiesAtOnce),
      }
      const entered = await enterStagedFamilies(tx, {
        ...range,
        now: context.now,
        validOn: row.as_of,
        reason: reasonOf(row),
        lookFirst,
      })
      await changeImport(tx, context, importId, {
        entered_to: range.to,
        entered_families: row.entered_families + entered.families,
        entered_people: row.entered_people + entered.people,
        done: row.done + entered.families + entered.overtaken,
      })
      return { result: 'more', event: eventOf(importId, { from: range.from, to: range.to, ...entered }) }
    }
    if (row.linked_to < row.last_family) {
      const range = {
        importId,
        from: row.linked_to + 1,
        to: Math.min(row.last_family, row.linked_to + 4 * familiesAtOnce),
      }
      await linkStagedParents(tx, range)
      await changeImport(tx, context, importId, { linked_to: range.to, phase: 'linking' })
      return { result: 'more', event: eventOf(importId, { linked: range.to }) }
    }
    const { to } = await takeStep(tx, context, importId, 'finish')
    await changeImport(tx, context, importId, { state: to, phase: null, finished_at: context.now.toString() })
    return {
      result: 'done',
      event: eventOf(importId, { families: row.entered_families, people: row.entered_people, finished: true }),
    }
  },
})

/** As the history of everybody who came with the file shows it. */
function reasonOf(row: ImportRow): string {
  return `Impor data penduduk: ${row.note}`
}

/** Makes entered people findable by name, behind the entering and beside it. */
export const findBatch = command<BatchInput, BatchOutcome>({
  name: 'population-import.find-batch',
  event: 'population-import.batch-findable.v1',
  access: systemOnly,
  input,
  async run(tx, { importId, handOver }, context) {
    const pass = await tx
      .selectFrom('population_import.search_pass')
      .selectAll()
      .where('import_id', '=', importId)
      .forUpdate()
      .executeTakeFirst()
    // Read without a lock: the entering goes on meanwhile.
    const row = await tx
      .selectFrom('population_import.import')
      .select(['state', 'entered_to'])
      .where('id', '=', importId)
      .executeTakeFirst()
    if (!pass || !row) return { result: 'halted', event: undefined }
    if (handOver)
      await context.enqueue('population-import.find', { importId }, { key: `population-import.find:${importId}` })
    if (pass.to_family >= row.entered_to)
      return { result: row.state === 'entering' ? 'waits' : 'done', event: undefined }
    const to = Math.min(row.entered_to, pass.to_family + familiesAtOnce / 2)
    await indexStagedPeople(tx, { importId, from: pass.to_family + 1, to })
    await tx
      .updateTable('population_import.search_pass')
      .set({ to_family: to })
      .where('import_id', '=', importId)
      .execute()
    return { result: 'more', event: eventOf(importId, { findable: to }) }
  },
})
