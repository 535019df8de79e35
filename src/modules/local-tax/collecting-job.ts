import type { Actor } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { isDatabaseAway } from '#kernel/db/pools.ts'
import type { JobContext, JobHandler } from '#kernel/define/module.ts'
import { AppError } from '#kernel/errors.ts'
import { resolveGrants } from '#modules/organization/index.ts'
import { carryOut, finishProposal, noteFailed } from './commands/carry-out.ts'
import { findProposal, listWaiting, type Proposal } from './queries/proposals.ts'

/** So many items are read at once; the official's rights are asked for anew before each of them. */
const chunk = 25

/**
 * Carries out what was approved, each assessment in a transaction of its own. A program that is killed anywhere goes on with
 * the first that still waits: nothing is signed twice, nothing is left out.
 */
export const workOnProposal: JobHandler = async ({ proposalId }: { readonly proposalId: string }, context) => {
  for (;;) {
    const proposal = await findProposal(context.db, proposalId)
    if (proposal?.state !== 'working') return
    const waiting = await listWaiting(context.db, proposalId, chunk)
    if (waiting.length === 0) break
    const actor = await officialOf(proposal, context)
    for (const ordinal of waiting) await carryOutOne({ proposalId, ordinal }, actor, context)
  }
  await context.run(finishProposal, { proposalId })
}

async function carryOutOne(
  at: { readonly proposalId: string; readonly ordinal: number },
  actor: Actor | undefined,
  context: JobContext,
): Promise<void> {
  try {
    if (!actor) throw new AppError('forbidden', { text: noLongerHeld })
    await context.run(carryOut, at, { actor })
  } catch (error) {
    if (isDatabaseAway(error) || (error instanceof AppError && error.code === 'unavailable')) throw error
    if (!(error instanceof AppError)) context.log.error({ err: error, ...at }, 'an act of collection failed')
    const reason = error instanceof AppError ? { id: error.say('id'), en: error.say('en') } : unexpected
    await context.run(noteFailed, { ...at, reason })
  }
}

/** The official in the post in which he approved, with the rights he has today; undefined when he no longer holds it. */
async function officialOf(proposal: Proposal, { tenant, db, clock }: JobContext): Promise<Actor | undefined> {
  const { decidedByPerson: personId, decidedIn, decidedByAccount: accountId } = proposal
  if (!personId || !decidedIn) return undefined
  const day = dayOf(clock.now(), tenant.profile.zone).toString()
  const held = (await resolveGrants(db, personId, day)).find(({ position }) => position.id === decidedIn)
  if (!held) return undefined
  const name = (proposal.decidedBy ?? '').split(',')[0] as string
  return { kind: 'staff', accountId, personId, name, position: held.position, grants: held.grants }
}

const noLongerHeld = {
  id: 'Pejabat yang menyetujui tidak lagi memangku jabatannya, sehingga surat tidak ditandatangani.',
  en: 'The official who approved no longer holds the post, so the letter was not signed.',
}
const unexpected = {
  id: 'Terjadi kesalahan di pihak kami. Usulkan lagi; bila tetap gagal, hubungi administrator.',
  en: 'Something went wrong on our side. Propose it again; if it fails again, ask the administrator.',
}
