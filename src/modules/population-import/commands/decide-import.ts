import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'
import type { StagedCounts } from '#modules/people/index.ts'
import { changeImport, eventOf, requireOther, takeStep, whoActs } from './import-row.ts'

const one = z.object({ importId: z.uuid() })
const reason = z.string().trim().min(5, 'Tuliskan alasannya, sedikitnya lima huruf.').max(500)

/** Asks a second official for approval. What has errors stays behind. */
export const submitImport = command({
  name: 'population-import.submit-import',
  event: 'population-import.import-submitted.v1',
  access: permitted('population-import.prepare'),
  input: one,
  async run(tx, { importId }, context) {
    const { row, to } = await takeStep(tx, context, importId, 'submit')
    if (goodFamilies(row.counts) === 0) throw new AppError('conflict', { text: nothingGood })
    const { account, label } = whoActs(context)
    await changeImport(tx, context, importId, {
      state: to,
      submitted_by_account: account,
      submitted_by: label,
      decision_note: null,
    })
    return { result: null, event: eventOf(importId, { families: goodFamilies(row.counts) }) }
  },
})

/** The second pair of eyes: from here people are entered. */
export const approveImport = command({
  name: 'population-import.approve-import',
  event: 'population-import.import-approved.v1',
  access: permitted('population-import.approve', { stepUp: true }),
  input: one,
  async run(tx, { importId }, context) {
    const { row, to } = await takeStep(tx, context, importId, 'approve')
    requireOther(context, row.made_by_account, row.submitted_by_account)
    const { account, label } = whoActs(context)
    await changeImport(tx, context, importId, {
      state: to,
      decided_by_account: account,
      decided_by: label,
      decided_at: context.now.toString(),
      phase: 'entering',
      done: 0,
      total: goodFamilies(row.counts),
      phase_started_at: context.now.toString(),
    })
    await tx.insertInto('population_import.search_pass').values({ import_id: importId, to_family: 0 }).execute()
    await context.enqueue('population-import.enter', { importId }, { key: `population-import.enter:${importId}` })
    await context.enqueue('population-import.find', { importId }, { key: `population-import.find:${importId}` })
    return { result: null, event: eventOf(importId, { families: goodFamilies(row.counts) }) }
  },
})

export const returnImport = command({
  name: 'population-import.return-import',
  event: 'population-import.import-returned.v1',
  access: permitted('population-import.approve'),
  input: z.object({ importId: z.uuid(), reason }),
  async run(tx, { importId, reason: note }, context) {
    const { to } = await takeStep(tx, context, importId, 'return')
    const { account, label } = whoActs(context)
    await changeImport(tx, context, importId, {
      state: to,
      decided_by_account: account,
      decided_by: label,
      decision_note: note,
    })
    return { result: null, event: eventOf(importId, { reason: note }) }
  },
})

/** Ends an import of which nothing was entered. */
export const discardImport = command({
  name: 'population-import.discard-import',
  event: 'population-import.import-discarded.v1',
  access: permitted('population-import.prepare'),
  input: one,
  async run(tx, { importId }, context) {
    const { to } = await takeStep(tx, context, importId, 'discard')
    await changeImport(tx, context, importId, { state: to, finished_at: context.now.toString() })
    await context.enqueue('population-import.forget', { importId })
    return { result: null, event: eventOf(importId) }
  },
})

const goodFamilies = (counts: unknown): number => (counts as StagedCounts | null)?.families.good ?? 0

const nothingGood = {
  id: 'Tidak ada keluarga yang dapat dimasukkan. Perbaiki berkasnya, lalu unggah lagi.',
  en: 'No family can be entered. Mend the file, then upload it again.',
}
