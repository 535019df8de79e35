import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { rupiah } from '#kernel/money/money.ts'
import { cancelBill, findBillsOf, issueBill } from '#modules/billing/index.ts'
import type { RuleUse } from '#modules/rules/index.ts'
import type { OpenCase } from '../commands/case-row.ts'
import type { TransitionDefinition } from '../definition/schema.ts'
import { stateOf } from '../domain.ts'
import { rulesIn } from './case-rules.ts'
import { costOf } from './cost.ts'
import { factsOf } from './facts.ts'

/** The applicant leaves the cashier without paying: he withdrew, or the time is over. */
export async function cancelOpenBill(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  row: TransitionDefinition,
): Promise<void> {
  if (row.by === 'payment' || stateOf(open.definition, row.from).holder !== 'payment') return
  const bills = await findBillsOf(tx, 'case', open.row.id)
  for (const bill of bills.filter((each) => each.state === 'issued')) {
    await cancelBill(tx, context, bill.id, row.done.id)
  }
}

/** Where money goes that no line sends elsewhere. */
const generalAccount = 'kas-daerah'

/**
 * Issues the bill of a case as its fee is now, with what officials found. Nothing due: no bill.
 * @returns id of the bill
 */
export async function issueCaseBill(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  dueAt: Temporal.Instant,
): Promise<string | undefined> {
  const { definition, row } = open
  const cost = costOf(definition, factsOf(context.tenant, open, context.now), rulesIn(row.rules as RuleUse[]))
  await tx
    .updateTable('services.case')
    .set({ cost: JSON.stringify(cost.items), fee_amount: String(cost.total) })
    .where('id', '=', row.id)
    .execute()
  if (cost.total === 0) return undefined
  const bill = await issueBill(tx, context, {
    payer: { personId: row.applicant_person_id, name: row.applicant_name, accountId: row.account_id ?? undefined },
    title: {
      id: `${definition.title.id}, berkas ${row.number}`,
      en: `${definition.title.en}, file ${row.number}`,
    },
    subject: { type: 'case', id: row.id },
    unitId: row.unit_id,
    dueAt,
    lines: cost.items
      .filter((item) => item.amount > 0)
      .map((item) => ({
        label: item.label,
        amount: rupiah(item.amount),
        accountCode: item.account ?? generalAccount,
        ruleIds: item.rules.map((rule) => rule.id),
        citation: item.rules.map((rule) => rule.citation).join('; ') || undefined,
      })),
  })
  return bill.billId
}
