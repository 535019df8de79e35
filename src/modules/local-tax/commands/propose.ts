import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { type Sen, senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { findBillsOf, owedOnBills } from '#modules/billing/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { owedOf, type ProposalKind, proposalKinds } from '../claims.ts'
import {
  type Collected,
  type CollectingLaw,
  collectingRules,
  type WriteOffCause,
  whyNot,
  writeOffCauses,
} from '../collecting.ts'
import { refuseOpenLaw } from './assessment-bills.ts'
import { type AssessmentRow, claimOf, subjectType } from './assessment-row.ts'
import { requireAt } from './place.ts'

/** So many are looked through by a second official at once; more are a second proposal. */
export const mostInProposal = 1000

/**
 * Puts one or many assessments before a second official. What cannot be done to some of them is said and left out; when nothing
 * remains, it is refused.
 */
export const propose = command({
  name: 'local-tax.propose',
  event: 'local-tax.acts-proposed.v1',
  access: permitted('local-tax.assess'),
  input: z.object({
    kind: z.enum(proposalKinds, 'Pilih apa yang diusulkan.'),
    assessmentIds: z.array(z.uuid()).min(1, 'Pilih sedikitnya satu ketetapan.').max(mostInProposal),
    cause: z.enum(writeOffCauses).optional().catch(undefined),
    ground: z.string().trim().min(5, 'Tuliskan dasarnya, sedikitnya lima huruf.').max(500),
  }),
  async run(tx, { kind, assessmentIds, cause, ground }, context) {
    if (kind === 'write-off' && !cause)
      throw invalidField('cause', 'Pilih sebab penghapusan.', 'Choose why it is written off.')
    const ids = [...new Set(assessmentIds)]
    const rows = await tx
      .selectFrom('local_tax.assessment')
      .selectAll()
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
      .orderBy('code')
      .orderBy('id')
      .forUpdate()
      .execute()
    for (const villageCode of new Set(rows.map((row) => row.village_code)))
      await requireAt(tx, context, 'local-tax.assess', villageCode)
    const { fit, reasons } = await sift(tx, context, kind, rows, cause)
    if (fit.length === 0)
      throw new AppError('conflict', {
        text: reasons[0] ?? { id: 'Pilih sedikitnya satu ketetapan.', en: 'Choose at least one assessment.' },
      })
    const id = newId(context.now.epochMilliseconds) as string
    const items = await itemsOf(tx, context, id, kind, fit)
    const amount = items.reduce((sum, item) => sum + senFromNumeric(item.principal), 0n)
    await tx
      .insertInto('local_tax.proposal')
      .values({
        id,
        kind,
        state: 'proposed',
        ground: kind === 'write-off' ? `${causeWords[cause as WriteOffCause]}. ${ground}` : ground,
        total: items.length,
        amount: senToNumeric(amount),
        made_by_account: context.actor.accountId ?? '',
        made_by: labelOf(context.actor),
        made_at: context.now.toString(),
      })
      .execute()
    await sql`
      insert into local_tax.proposal_item (proposal_id, ordinal, assessment_id, principal, interest)
      select proposal_id, ordinal, assessment_id, principal, interest
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        as item (proposal_id uuid, ordinal integer, assessment_id uuid, principal numeric, interest numeric)`.execute(
      tx,
    )
    return {
      result: { proposalId: id, proposed: items.length, leftOut: ids.length - items.length },
      event: { subject: { type: 'tax-proposal', id }, payload: { kind, ground, total: items.length } },
    }
  },
})

const causeWords: Readonly<Record<WriteOffCause, string>> = {
  expired: 'Hak menagih kedaluwarsa',
  uncollectable: 'Tidak dapat ditagih lagi',
}

async function itemsOf(
  tx: WriteHandle,
  context: CommandContext,
  proposalId: string,
  kind: ProposalKind,
  rows: readonly AssessmentRow[],
) {
  const items = []
  for (const [index, row] of rows.entries()) {
    const owed =
      kind === 'assessment' ? { principal: senFromNumeric(row.amount), interest: 0n } : await owes(tx, context, row)
    items.push({
      proposal_id: proposalId,
      ordinal: index + 1,
      assessment_id: row.id,
      principal: senToNumeric(owed.principal),
      interest: senToNumeric(owed.interest),
    })
  }
  return items
}

/** Tax and interest that are owed today on all bills of an assessment. */
export async function owes(
  tx: AnyHandle,
  { tenant, now }: Pick<CommandContext, 'tenant' | 'now'>,
  row: AssessmentRow,
): Promise<{ principal: Sen; interest: Sen }> {
  const bills = await findBillsOf(tx, subjectType, row.id)
  const ids = bills.filter((bill) => bill.state === 'issued' || bill.state === 'partly-paid').map((bill) => bill.id)
  const owed = await owedOnBills(tx, tenant, ids, dayOf(now, tenant.profile.zone))
  const interest = [...owed.values()].reduce((sum, bill) => sum + bill.interest, 0n)
  return { principal: owedOf(claimOf(row)), interest }
}

/** Rows that it can be done to today, and why others cannot. */
async function sift(
  tx: WriteHandle,
  context: CommandContext,
  kind: ProposalKind,
  rows: readonly AssessmentRow[],
  cause: WriteOffCause | undefined,
) {
  const law = await collectingLaw(tx, context, kind)
  const today = dayOf(context.now, context.tenant.profile.zone)
  const facts = await collectedOf(tx, context, rows)
  const judged = rows.map((row, index) => ({ row, why: whyNot(kind, facts[index] as Collected, law, today, cause) }))
  return {
    fit: judged.filter(({ why }) => !why).map(({ row }) => row),
    reasons: judged.flatMap(({ why }) => why ?? []),
  }
}

/** @throws conflict while a row that counts for this kind was not held against its text */
export async function collectingLaw(
  tx: WriteHandle,
  context: CommandContext,
  kind: ProposalKind,
): Promise<CollectingLaw> {
  const own = (await findOwnRegion(tx))?.code ?? ''
  const today = dayOf(context.now, context.tenant.profile.zone)
  const [warning, seizure, expiry] = await Promise.all([
    getRule(tx, collectingRules.warning, own, today),
    getRule(tx, collectingRules.seizure, own, today),
    getRule(tx, collectingRules.expiry, own, today),
  ])
  const asked =
    kind === 'stpd'
      ? [
          await getRule(tx, 'tax.sanction.late-interest', own, today),
          await getRule(tx, 'tax.sanction.late-months', own, today),
        ]
      : { warning: [warning], seizure: [seizure], 'write-off': [expiry], assessment: [] }[kind]
  refuseOpenLaw(asked.filter((rule) => rule.status !== 'verified'))
  return {
    warningAfterDays: wholeNumber(warning),
    seizureAfterDays: wholeNumber(seizure),
    expiryYears: wholeNumber(expiry),
  }
}

/** What decides whether something may be done to each, in their order. */
export async function collectedOf(
  tx: WriteHandle,
  context: CommandContext,
  rows: readonly AssessmentRow[],
  exceptProposal?: string,
): Promise<Collected[]> {
  const ids = rows.map((row) => row.id)
  const { rows: letters } = await sql<{ assessment_id: string; at: Date }>`
    select assessment_id, max(at) as at from local_tax.step
    where assessment_id = any (${ids}::uuid[]) and verb in ('dun', 'warn') group by assessment_id`.execute(tx)
  const { rows: proposed } = await sql<{ assessment_id: string }>`
    select assessment_id from local_tax.proposal_item
    where assessment_id = any (${ids}::uuid[]) and state = 'waiting'
      and proposal_id is distinct from ${exceptProposal ?? null}::uuid`.execute(tx)
  const waiting = new Set(proposed.map((row) => row.assessment_id))
  const { zone } = context.tenant.profile
  const letterOn = new Map(
    letters.map((row) => [row.assessment_id, dayOf(Temporal.Instant.fromEpochMilliseconds(row.at.getTime()), zone)]),
  )
  return rows.map((row) => ({
    state: row.state,
    dueOn: Temporal.PlainDate.from(row.due_on),
    isDisputed: row.disputed_by !== null,
    lastLetterOn: letterOn.get(row.id),
    isProposed: waiting.has(row.id),
    isOfRun: row.run_id !== null,
    owes: owedOf(claimOf(row)) > 0n,
  }))
}
