import { createHash } from 'node:crypto'
import { dayOf } from '#kernel/clock/clock.ts'
import type { JobContext, JobHandler } from '#kernel/define/module.ts'
import { judgeStaged, PeopleStaging, plausibilityLimitsOn } from '#modules/people/index.ts'
import { checkFile } from './checking/check-file.ts'
import { inspectFile } from './checking/inspect-file.ts'
import { loadNeighbourhoods, loadVillages } from './checking/villages.ts'
import { type BatchOutcome, enterBatch, findBatch } from './commands/enter-batch.ts'
import { forgetImport } from './commands/forget-import.ts'
import { noteCheck } from './commands/note-check.ts'
import { noteInspection, refuseFile } from './commands/note-reading.ts'
import { noteProgress } from './commands/progress.ts'
import { recallBatch } from './commands/recall-import.ts'
import { keptDays } from './domain.ts'
import { findImport, listForgettable, listParts, openReading } from './queries/imports.ts'
import { shapeOf } from './reading/open-table.ts'
import { type ByteSource, storedFile } from './reading/stored-file.ts'
import { Unreadable } from './reading/unreadable.ts'

interface Payload {
  readonly importId: string
}

const progressEveryMs = 1000
/** So long one run of a job works; then another run goes on, and jobs of others have their turn. */
const sliceMs = 20_000
const waitMs = 300

/** Finds out what a file is and what its columns hold. A killed run begins anew: nothing was kept of it. */
export const inspectImport: JobHandler = async ({ importId }: Payload, context) => {
  const { tenant, db } = context
  const one = await findImport(db, importId)
  if (one?.state !== 'inspecting') return
  const source = storedFile(tenant, await listParts(db, importId))
  try {
    const shape = one.shape ?? (await shapeOf(source))
    const sheet = shape.kind === 'xlsx' ? (one.sheet ?? shape.sheets?.[0]) : undefined
    const inspection = await inspectFile(source, shape, sheet, throttled(context, importId, 'inspecting'))
    const hash = one.fileHash ?? (await hashOf(source))
    await context.run(noteInspection, { importId, hash, shape, sheet, inspection })
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    await context.run(refuseFile, { importId, reason: error.reason, row: error.row })
  }
}

async function hashOf(source: ByteSource): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of source.chunks()) hash.update(chunk)
  return hash.digest('hex')
}

/** Reads and judges every row. A killed run begins anew; what it staged is removed first. */
export const checkImport: JobHandler = async ({ importId }: Payload, context) => {
  const { tenant, db, clock } = context
  const one = await findImport(db, importId)
  const reading = await openReading(tenant, db, importId)
  if (one?.state !== 'checking' || !one.shape || !reading) return
  const [villages, neighbourhoods] = await Promise.all([loadVillages(db), loadNeighbourhoods(db)])
  const source = storedFile(tenant, await listParts(db, importId))
  const day = dayOf(clock.now(), tenant.profile.zone)
  const limits = await plausibilityLimitsOn(db, day)
  const client = await tenant.pools.writePool.connect()
  try {
    const staging = new PeopleStaging(client, tenant, importId, villages.ownCode)
    await staging.begin()
    const { columns, mapping } = reading
    const input = {
      source,
      shape: one.shape,
      sheet: one.sheet,
      inspection: { columns, headingRow: one.headingRow },
      mapping,
      villages,
      neighbourhoods,
      today: day.toString(),
      oldest: limits.oldest,
    }
    const found = await checkFile(input, staging, throttled(context, importId, 'checking'))
    await staging.end()
    await noteProgress(tenant, importId, 'judging', one.total)
    await tenant.pools.write.transaction().execute((tx) => judgeStaged(tx, importId, limits))
    await context.run(noteCheck, { importId, ...found })
  } finally {
    // Its settings are its own: the connection is not given to others.
    client.release(true)
  }
}

export const enterImport: JobHandler = async ({ importId }: Payload, context) => {
  await inSlices(importId, async (input) => {
    try {
      return await context.run(enterBatch, input)
    } catch (error) {
      if ((error as { code?: unknown }).code !== '23505') throw error
      return context.run(enterBatch, { ...input, lookFirst: true })
    }
  })
}

/** Runs beside the entering, and waits for it when it has caught up. */
export const findImported: JobHandler = async ({ importId }: Payload, context) => {
  await inSlices(importId, (input) => context.run(findBatch, input))
}

export const recallImport: JobHandler = async ({ importId }: Payload, context) => {
  await inSlices(importId, (input) => context.run(recallBatch, input))
}

interface BatchInput {
  readonly importId: string
  readonly handOver: boolean
}

async function inSlices(importId: string, batch: (input: BatchInput) => Promise<BatchOutcome>): Promise<void> {
  const end = performance.now() + sliceMs
  for (;;) {
    const handOver = performance.now() > end
    const outcome = await batch({ importId, handOver })
    if (outcome === 'done' || outcome === 'halted' || handOver) return
    if (outcome === 'waits') await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
}

/** Removes files and checked rows that nobody needs any more. */
export const forgetImports: JobHandler = async (payload: Partial<Payload>, context) => {
  const before = context.clock.now().subtract({ hours: keptDays * 24 })
  const ids = payload.importId ? [payload.importId] : await listForgettable(context.db, before)
  for (const importId of ids) {
    const hashes = await context.run(forgetImport, { importId })
    for (const hash of hashes) await context.tenant.files.remove(hash).catch(() => {})
  }
}

function throttled({ tenant }: JobContext, importId: string, phase: string): (rows: number) => Promise<void> {
  let last = 0
  return async (rows) => {
    if (performance.now() - last < progressEveryMs) return
    last = performance.now()
    await noteProgress(tenant, importId, phase, rows)
  }
}
