import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { type Sen, senToNumeric } from '#kernel/money/money.ts'
import { findBillById, findBillsOf } from '#modules/billing/index.ts'
import { openStates } from '../claims.ts'
import { type AssessmentRow, claimOf, eventOf, subjectType, takeStepOf } from './assessment-row.ts'

interface Receipt {
  readonly placementId: string
  readonly receivedOn: string
  principal: Sen
  interest: Sen
}

/**
 * Brings an assessment to where its bills are. All of its money is read anew, so that hearing of a payment twice, or of two in
 * the wrong order, changes nothing.
 */
export const followPayment = command({
  name: 'local-tax.follow-payment',
  event: 'local-tax.payment-followed.v1',
  access: systemOnly,
  input: z.object({ assessmentId: z.uuid() }),
  async run(tx, { assessmentId }, context) {
    const row = await tx
      .selectFrom('local_tax.assessment')
      .selectAll()
      .where('id', '=', assessmentId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return { result: null, event: undefined }
    const { receipts, isRefunded } = await moneyOf(tx, context, assessmentId)
    const isNew = await keepReceipts(tx, row, receipts)
    if (!isNew) return { result: null, event: undefined }
    const before = claimOf(row)
    const paid = receipts.reduce((sum, receipt) => sum + receipt.principal, 0n)
    const latest =
      receipts
        .map((receipt) => receipt.receivedOn)
        .sort()
        .at(-1) ?? null
    const verb = verbOf(row, { ...before, paid }, isRefunded)
    const set = { paid_amount: senToNumeric(paid), paid_on: latest }
    const came = paid - before.paid
    if (verb) await takeStepOf(tx, context, row, verb, { amount: came < 0n ? -came : came, set })
    else await tx.updateTable('local_tax.assessment').set(set).where('id', '=', row.id).execute()
    return { result: null, event: eventOf(assessmentId, { verb: verb ?? null, paid: set.paid_amount }) }
  },
})

function verbOf(row: AssessmentRow, claim: { amount: Sen; paid: Sen }, isRefunded: boolean): string | undefined {
  if (row.state === 'paid') return isRefunded && claim.paid === 0n ? 'refund' : undefined
  if (!(openStates as readonly string[]).includes(row.state)) return undefined
  return claim.paid >= claim.amount ? 'pay' : 'pay-part'
}

async function moneyOf(
  tx: WriteHandle,
  context: CommandContext,
  assessmentId: string,
): Promise<{ receipts: Receipt[]; isRefunded: boolean }> {
  const receipts: Receipt[] = []
  let isRefunded = false
  for (const { id, state, refunded } of await findBillsOf(tx, subjectType, assessmentId)) {
    if (state === 'refunded') isRefunded = true
    if (state === 'refunded' || state === 'cancelled') continue
    const bill = await findBillById(tx, id)
    const placed = (bill?.payments ?? []).map((payment) => ({
      placementId: payment.id,
      receivedOn: dayOf(payment.paidAt, context.tenant.profile.zone).toString(),
      principal: payment.amount - payment.interest,
      interest: payment.interest,
    }))
    takeBack(placed, refunded)
    receipts.push(...placed)
  }
  return { receipts, isRefunded }
}

/** What was sent back is no receipt any more: the latest money goes first, interest before tax. */
function takeBack(placed: Receipt[], refunded: Sen): void {
  let left = refunded
  for (const receipt of [...placed].reverse()) {
    const least = (a: Sen, b: Sen) => (a < b ? a : b)
    const interest = least(left, receipt.interest)
    const principal = least(left - interest, receipt.principal)
    receipt.interest -= interest
    receipt.principal -= principal
    left -= interest + principal
  }
}

/** @returns whether anything is other than before */
async function keepReceipts(tx: WriteHandle, row: AssessmentRow, receipts: readonly Receipt[]): Promise<boolean> {
  const rows = receipts
    .filter((receipt) => receipt.principal + receipt.interest > 0n)
    .map((receipt) => ({
      placement_id: receipt.placementId,
      assessment_id: row.id,
      tax: row.tax,
      year: row.year,
      village_code: row.village_code,
      received_on: receipt.receivedOn,
      principal: senToNumeric(receipt.principal),
      interest: senToNumeric(receipt.interest),
    }))
  const known = await tx
    .selectFrom('local_tax.receipt')
    .select(['placement_id', 'principal', 'interest'])
    .where('assessment_id', '=', row.id)
    .execute()
  const words = (list: readonly { placement_id: string; principal: string; interest: string }[]) =>
    list
      .map((one) => `${one.placement_id} ${one.principal} ${one.interest}`)
      .sort()
      .join()
  if (words(known) === words(rows)) return false
  await tx.deleteFrom('local_tax.receipt').where('assessment_id', '=', row.id).execute()
  if (rows.length > 0) await tx.insertInto('local_tax.receipt').values(rows).execute()
  return true
}
