import type { JobContext } from '#kernel/define/module.ts'
import { keepAuthorityCurrent } from '../commands/keep-authority-current.ts'
import { postponeRaising, raiseLevel } from '../commands/raise-level.ts'
import { raisingMeans, StampOutage } from './means.ts'
import { type DueDocument, listToRaise, listToRenew } from './queries.ts'
import { raiseBeside } from './raise-beside.ts'
import type { RaisingMeans } from './raise-pdf.ts'
import { signingSettings } from './settings.ts'
import { messageOf } from './stamp-source.ts'

const BATCH = 50
/** The timetable starts the job every minute; what is left over is taken by the next one. */
const WORKING_MS = 50_000

/**
 * Brings stored files to the level that the region wants, and renews time stamps before their certificates end. Killed
 * at any moment it loses and doubles nothing: a file is put in place by one command, which looks whether it still is the
 * one that was continued; until then it is only an orphan in the store.
 */
export async function raiseLevels(_payload: unknown, context: JobContext): Promise<void> {
  const { wantedLevel } = signingSettings(context.tenant)
  if (wantedLevel === 'B-B') return
  const started = performance.now()
  const now = () => new Date(context.clock.now().epochMilliseconds)
  let raised = 0
  let means: RaisingMeans | undefined
  try {
    for (;;) {
      const due = await listToRaise(context.db, wantedLevel, now(), BATCH)
      const batch = due.length ? due : await listToRenew(context.db, now(), BATCH)
      if (batch.length === 0) break
      means = await raisingMeans(context)
      for (const document of batch) {
        await raiseOne(document, context, means, due.length === 0)
        raised += 1
        if (performance.now() - started > WORKING_MS) return
      }
    }
  } catch (error) {
    if (!(error instanceof StampOutage)) throw error
    context.log.warn({ problem: error.message }, 'no time stamps are to be had; files stay at their level for now')
  } finally {
    if (raised) context.log.info({ raised }, 'files were brought to their level')
  }
}

async function raiseOne(
  document: DueDocument,
  context: JobContext,
  means: RaisingMeans,
  renew: boolean,
): Promise<void> {
  const { tenant } = context
  if (document.problem) context.log.info({ document: document.id, problem: document.problem }, 'a level is made up')
  try {
    const file = await tenant.files.get(document.fileHash)
    const now = new Date(context.clock.now().epochMilliseconds)
    const { wantedLevel } = signingSettings(tenant)
    const made = await raiseBeside(file, wantedLevel, { ...means, now }, renew)
    await context.run(raiseLevel, {
      documentId: document.id,
      fromHash: document.fileHash,
      fileHash: await tenant.files.put(made.file),
      sizeBytes: made.file.length,
      level: made.level,
      stamp: made.stamp,
    })
  } catch (error) {
    if (error instanceof StampOutage) throw error
    context.log.error({ err: error, document: document.id }, 'the level of a file could not be raised')
    await context.run(postponeRaising, { documentId: document.id, problem: messageOf(error) })
  }
}

/** Keeps the published lists of revoked certificates from becoming outdated. */
export async function keepAuthority(_payload: unknown, context: JobContext): Promise<void> {
  await context.run(keepAuthorityCurrent, {})
}
