import { z } from 'zod'
import { permitted, systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'
import { countResting, takeBackImported } from '#modules/people/index.ts'
import type { BatchOutcome } from './enter-batch.ts'
import { changeImport, eventOf, lockImport, requireOther, takeStep, whoActs } from './import-row.ts'

const reason = z.string().trim().min(5, 'Tuliskan alasannya, sedikitnya lima huruf.').max(500)
const familiesAtOnce = 500

/** Asks that all that came with a file is taken back. Only while nothing rests on it. */
export const askRecall = command({
  name: 'population-import.ask-recall',
  event: 'population-import.recall-asked.v1',
  access: permitted('population-import.prepare'),
  input: z.object({ importId: z.uuid(), reason }),
  async run(tx, { importId, reason: note }, context) {
    const { to } = await takeStep(tx, context, importId, 'ask-recall')
    await refuseResting(tx, importId)
    const { account, label } = whoActs(context)
    await changeImport(tx, context, importId, {
      state: to,
      submitted_by_account: account,
      submitted_by: label,
      decision_note: note,
    })
    return { result: null, event: eventOf(importId, { reason: note }) }
  },
})

/** The second official agrees, or keeps what is there. */
export const decideRecall = command({
  name: 'population-import.decide-recall',
  event: 'population-import.recall-decided.v1',
  access: permitted('population-import.approve', { stepUp: true }),
  input: z.object({ importId: z.uuid(), agree: z.boolean() }),
  async run(tx, { importId, agree }, context) {
    const before = await lockImport(tx, importId)
    const kept = before.entered_to < before.last_family ? 'keep-stopped' : 'keep'
    const { row, to } = await takeStep(tx, context, importId, agree ? 'recall' : kept)
    requireOther(context, row.submitted_by_account)
    const { account, label } = whoActs(context)
    const decided = { state: to, decided_by_account: account, decided_by: label, decided_at: context.now.toString() }
    if (!agree) {
      await changeImport(tx, context, importId, decided)
      return { result: null, event: eventOf(importId, { agree }) }
    }
    await refuseResting(tx, importId)
    await changeImport(tx, context, importId, {
      ...decided,
      phase: 'recalling',
      done: 0,
      total: row.entered_families,
      phase_started_at: context.now.toString(),
    })
    await context.enqueue('population-import.recall', { importId }, { key: `population-import.recall:${importId}` })
    return { result: null, event: eventOf(importId, { agree }) }
  },
})

/** The next families are taken back, with the number of those done in the same transaction. */
export const recallBatch = command<{ importId: string; handOver: boolean }, BatchOutcome>({
  name: 'population-import.recall-batch',
  event: 'population-import.batch-recalled.v1',
  access: systemOnly,
  input: z.object({ importId: z.uuid(), handOver: z.boolean() }),
  async run(tx, { importId, handOver }, context) {
    const row = await lockImport(tx, importId)
    if (row.state !== 'recalling') return { result: 'halted', event: undefined }
    if (handOver)
      await context.enqueue('population-import.recall', { importId }, { key: `population-import.recall:${importId}` })
    const count = await takeBackImported(tx, context.tenant, {
      importId,
      limit: familiesAtOnce,
      now: context.now,
      reason: `Penarikan impor: ${row.decision_note ?? ''}`,
    })
    const recalled = row.recalled_families + count
    if (count > 0) {
      await changeImport(tx, context, importId, { recalled_families: recalled, done: recalled })
      return { result: 'more', event: eventOf(importId, { families: count }) }
    }
    const { to } = await takeStep(tx, context, importId, 'recalled')
    await changeImport(tx, context, importId, { state: to, phase: null, finished_at: context.now.toString() })
    return {
      result: 'done',
      event: eventOf(importId, { families: recalled, left: row.entered_families - recalled, finished: true }),
    }
  },
})

async function refuseResting(tx: Parameters<typeof lockImport>[0], importId: string): Promise<void> {
  const families = await countResting(tx, importId)
  if (families === 0) return
  throw new AppError('conflict', {
    params: { families },
    text: {
      id: 'Impor ini tidak dapat ditarik seluruhnya: pada {families} keluarga sudah tercatat peristiwa lain sesudahnya. Betulkan keluarga yang salah satu per satu.',
      en: 'This import cannot be taken back as a whole: other events were recorded for {families} families since. Correct the wrong families one by one.',
    },
  })
}
