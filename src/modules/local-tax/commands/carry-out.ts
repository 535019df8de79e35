import { z } from 'zod'
import { staff, systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { issueDocument } from '#modules/documents/index.ts'
import { type ProposalState, proposalMachine, proposalVerbs } from '../claims.ts'
import { whyNot } from '../collecting.ts'
import { findAssessment } from '../queries/assessments.ts'
import { collectingUnit } from './assessment-bills.ts'
import { claimOf, eventOf, lockAssessment, subjectType, takeStepOf } from './assessment-row.ts'
import { renewBills } from './change-assessment.ts'
import { lockProposal, type ProposalRow } from './decide-proposal.ts'
import { issueDrafted, numbered } from './issue-assessment.ts'
import { letterOf } from './letters.ts'
import { collectedOf, collectingLaw, owes } from './propose.ts'
import { tellTaxpayer } from './tell-taxpayer.ts'

const at = z.object({ proposalId: z.uuid(), ordinal: z.number().int() })

async function lockItem(tx: WriteHandle, { proposalId, ordinal }: z.infer<typeof at>) {
  return tx
    .selectFrom('local_tax.proposal_item')
    .selectAll()
    .where('proposal_id', '=', proposalId)
    .where('ordinal', '=', ordinal)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
}

async function settleItem(
  tx: WriteHandle,
  key: z.infer<typeof at>,
  set: {
    readonly state: 'done' | 'left-out'
    readonly reason_id?: string
    readonly reason_en?: string
    readonly number?: string
    readonly document_id?: string
  },
): Promise<void> {
  await tx
    .updateTable('local_tax.proposal_item')
    .set(set)
    .where('proposal_id', '=', key.proposalId)
    .where('ordinal', '=', key.ordinal)
    .execute()
  const counter = set.state === 'done' ? 'done' : 'left_out'
  await tx
    .updateTable('local_tax.proposal')
    .set((eb) => ({ [counter]: eb(counter, '+', 1) }))
    .where('id', '=', key.proposalId)
    .execute()
}

const words = { assessment: '', stpd: 'STPD', warning: 'TEGURAN', seizure: 'SPMP', 'write-off': 'HAPUS' } as const

/**
 * Does to one assessment what was approved, with its signed letter, in one transaction. It is judged anew: who paid or objected
 * meanwhile is left alone.
 */
export const carryOut = command({
  name: 'local-tax.carry-out',
  event: 'local-tax.act-carried-out.v1',
  access: staff,
  input: at,
  async run(tx, input, context) {
    const item = await lockItem(tx, input)
    if (!item) return { result: 'known' as const, event: undefined }
    const proposal = await lockProposal(tx, input.proposalId)
    if (proposal.state !== 'working') return { result: 'known' as const, event: undefined }
    context.require('local-tax.approve', {})
    const row = await lockAssessment(tx, item.assessment_id)
    const today = dayOf(context.now, context.tenant.profile.zone)
    const law = await collectingLaw(tx, context, proposal.kind)
    const [claim] = await collectedOf(tx, context, [row], proposal.id)
    const why = claim && whyNot(proposal.kind, claim, law, today)
    if (why) {
      await settleItem(tx, input, { state: 'left-out', reason_id: why.id, reason_en: why.en })
      return { result: 'left-out' as const, event: eventOf(row.id, { leftOut: why.id }) }
    }
    const owed =
      proposal.kind === 'assessment'
        ? { principal: senFromNumeric(row.amount), interest: 0n }
        : await owes(tx, context, row)
    const number = proposal.kind === 'assessment' ? row.number : await numbered(tx, words[proposal.kind], today.year)
    const documentId = await signLetter(tx, context, proposal, { id: row.id, number, owed })
    const amount = owed.principal + owed.interest
    if (proposal.kind === 'assessment') await issueDrafted(tx, context, row.id, proposal.ground, documentId)
    else if (proposal.kind === 'write-off') await writeOff(tx, context, row.id, proposal, documentId)
    else
      await takeStepOf(tx, context, row, proposalVerbs[proposal.kind], { ground: proposal.ground, amount, documentId })
    await settleItem(tx, input, { state: 'done', number, document_id: documentId })
    return { result: 'done' as const, event: eventOf(row.id, { kind: proposal.kind, number }) }
  },
})

async function signLetter(
  tx: WriteHandle,
  context: CommandContext,
  proposal: ProposalRow,
  about: Pick<Parameters<typeof letterOf>[0], 'number' | 'owed'> & { readonly id: string },
): Promise<string> {
  const one = await findAssessment(tx, about.id)
  if (!one) throw new Error(`no assessment ${about.id}`)
  const draft = letterOf({ ...about, one, kind: proposal.kind, ground: proposal.ground })
  const source = { type: subjectType, id: one.id, unitPath: collectingUnit }
  const { id } = await issueDocument(tx, context, draft, source)
  await tellTaxpayer(tx, context, proposal.kind, one, about.owed.principal + about.owed.interest)
  return id
}

/** Nothing more is asked for: the bills end, what is owed is recorded as lost. */
async function writeOff(
  tx: WriteHandle,
  context: CommandContext,
  id: string,
  proposal: ProposalRow,
  documentId: string,
): Promise<void> {
  const row = await lockAssessment(tx, id)
  const { amount, paid } = claimOf(row)
  const lost = amount - paid
  // What was paid keeps a bill of exactly its amount, so that no money has to be sent back for what is given up.
  const kept = paid > 0n ? [{ amount: paid, dueOn: Temporal.PlainDate.from(row.due_on) }] : []
  await renewBills(tx, context, row, kept, proposal.ground)
  const set = { written_off_amount: senToNumeric(lost) }
  await takeStepOf(tx, context, row, 'write-off', { ground: proposal.ground, amount: lost, documentId, set })
}

/** One that could not be carried out, with the reason; the others go on. */
export const noteFailed = command({
  name: 'local-tax.note-failed-act',
  event: 'local-tax.act-failed.v1',
  access: systemOnly,
  input: at.extend({ reason: z.object({ id: z.string(), en: z.string() }) }),
  async run(tx, { reason, ...key }) {
    const item = await lockItem(tx, key)
    if (!item) return { result: null, event: undefined }
    await settleItem(tx, key, { state: 'left-out', reason_id: reason.id, reason_en: reason.en })
    return { result: null, event: eventOf(item.assessment_id, { leftOut: reason.id }) }
  },
})

/** Nothing waits any more. */
export const finishProposal = command({
  name: 'local-tax.finish-proposal',
  event: 'local-tax.proposal-finished.v1',
  access: systemOnly,
  input: z.object({ proposalId: z.uuid() }),
  async run(tx, { proposalId }, context) {
    const row = await lockProposal(tx, proposalId)
    if (row.state !== 'working') return { result: null, event: undefined }
    const state = proposalMachine.step(row.state, 'finish').to as ProposalState
    await tx
      .updateTable('local_tax.proposal')
      .set({ state, finished_at: context.now.toString() })
      .where('id', '=', proposalId)
      .execute()
    return {
      result: null,
      event: {
        subject: { type: 'tax-proposal', id: proposalId },
        payload: { kind: row.kind, done: row.done, leftOut: row.left_out },
      },
    }
  },
})
