import type { Selectable } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { type ProposalState, proposalMachine } from '../claims.ts'
import type { ProposalTable } from '../tables.ts'

export type ProposalRow = Selectable<ProposalTable>

export const proposalTask = 'local-tax.work-on-proposal'

const one = z.object({ proposalId: z.uuid() })
const reason = z.string().trim().min(5, 'Tuliskan alasannya, sedikitnya lima huruf.').max(500)

/** Locked until the command ends. @throws not-found */
export async function lockProposal(tx: WriteHandle, id: string): Promise<ProposalRow> {
  const row = await tx.selectFrom('local_tax.proposal').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

const eventOf = (row: ProposalRow, payload: Readonly<Record<string, unknown>> = {}) => ({
  subject: { type: 'tax-proposal', id: row.id },
  payload: { kind: row.kind, ...payload },
})

function take(context: CommandContext, row: ProposalRow, verb: string): ProposalState {
  const { to, by } = proposalMachine.step(row.state, verb)
  context.require(by, {})
  return to as ProposalState
}

/** The second pair of eyes. What was proposed is carried out by a job, in the name and post of who decided. */
export const approveProposal = command({
  name: 'local-tax.approve-proposal',
  event: 'local-tax.proposal-approved.v1',
  access: permitted('local-tax.approve', { stepUp: true }),
  input: one,
  async run(tx, { proposalId }, context) {
    const row = await lockProposal(tx, proposalId)
    const state = take(context, row, 'approve')
    const { actor } = context
    if (actor.accountId === row.made_by_account)
      throw new AppError('forbidden', {
        text: {
          id: 'Yang mengusulkan tidak dapat menyetujuinya sendiri. Minta pejabat lain memeriksanya.',
          en: 'Who proposed it cannot approve it. Ask another official to look at it.',
        },
      })
    await tx
      .updateTable('local_tax.proposal')
      .set({
        state,
        decided_by_account: actor.accountId ?? '',
        decided_by: labelOf(actor),
        decided_by_person: actor.personId ?? null,
        decided_in: actor.position?.id ?? null,
        decided_at: context.now.toString(),
      })
      .where('id', '=', proposalId)
      .execute()
    await context.enqueue(proposalTask, { proposalId }, { key: `${proposalTask}:${proposalId}` })
    return { result: null, event: eventOf(row, { total: row.total }) }
  },
})

export const returnProposal = command({
  name: 'local-tax.return-proposal',
  event: 'local-tax.proposal-returned.v1',
  access: permitted('local-tax.approve'),
  input: one.extend({ reason }),
  run: (tx, input, context) => giveUp(tx, context, input.proposalId, 'return', input.reason),
})

/** Whoever proposed it thinks again, before anybody decided. */
export const withdrawProposal = command({
  name: 'local-tax.withdraw-proposal',
  event: 'local-tax.proposal-withdrawn.v1',
  access: permitted('local-tax.assess'),
  input: one.extend({ reason }),
  run: (tx, input, context) => giveUp(tx, context, input.proposalId, 'withdraw', input.reason),
})

async function giveUp(tx: WriteHandle, context: CommandContext, proposalId: string, verb: string, note: string) {
  const row = await lockProposal(tx, proposalId)
  const state = take(context, row, verb)
  const decided =
    verb === 'return'
      ? { decided_by: labelOf(context.actor), decided_by_account: otherThan(row, context) }
      : { decided_by: labelOf(context.actor) }
  await tx
    .updateTable('local_tax.proposal')
    .set({
      state,
      ...decided,
      decision_note: note,
      decided_at: context.now.toString(),
      finished_at: context.now.toString(),
    })
    .where('id', '=', proposalId)
    .execute()
  await tx
    .updateTable('local_tax.proposal_item')
    .set({ state: 'left-out', reason_id: note, reason_en: note })
    .where('proposal_id', '=', proposalId)
    .execute()
  return { result: null, event: eventOf(row, { reason: note }) }
}

/** Whoever made it may send it back himself too; the table keeps only others as deciding. */
const otherThan = (row: ProposalRow, { actor }: CommandContext) =>
  actor.accountId === row.made_by_account ? null : (actor.accountId ?? null)
