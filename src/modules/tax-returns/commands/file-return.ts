import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { type Sen, senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { changeAssessment, findAssessment, issueAssessment } from '#modules/local-tax/index.ts'
import { calculationOf, type Declaration, type ReturnTax, readDeclaration, type Typed } from '../domain.ts'
import { taxOf } from '../queries/law.ts'
import { issueReceipt } from './issue-receipt.ts'
import { mustBeFillable } from './keep-draft.ts'
import { eventOf, factsOf, lockOwn, monthNumber, monthOf, type ReturnRow, subjectType, takeStep } from './return-row.ts'

/**
 * Files what was kept as a draft: the claim with its bill, the version for ever, the receipt. A correction to more raises the
 * claim; one to less leaves it as it is and asks for an examination. Pressed twice it is filed once.
 * @basis PP 35/2023 tentang SPTPD dan pembetulannya
 */
export const fileReturn = command({
  name: 'tax-returns.file-return',
  event: 'tax-returns.return-filed.v1',
  access: citizen,
  input: z.object({ returnId: z.uuid(), after: z.coerce.number().int().min(0) }),
  async run(tx, { returnId, after }, context) {
    const row = await lockOwn(tx, context, returnId)
    if (row.version === after + 1 && row.draft === null)
      return { result: { version: row.version, state: row.state }, event: undefined }
    if (row.version !== after) throw new AppError('conflict')
    mustBeFillable(row)
    const declaration = readDeclaration((row.draft ?? {}) as Typed, factsOf(row))
    const result = await taxOf(tx, monthOf(row), declaration)
    const amount = senFromNumeric(result.total.decimal(2))
    const ordinal = row.version + 1
    const ground = `SPTPD masa ${monthNumber(row)}${ordinal > 1 ? `, pembetulan ke-${ordinal - 1}` : ''}`
    const today = dayOf(context.now, context.tenant.profile.zone)
    await keepVersion(tx, context, row, { declaration, ordinal, amount, today })
    const claimed = await claim(tx, context, row, { declaration, amount, ground })
    await tx
      .updateTable('tax_returns.return')
      .set({
        version: ordinal,
        draft: null,
        // What is asked for less counts only after it was examined.
        ...(claimed.verb === 'ask-less'
          ? {}
          : { turnover: senToNumeric(declaration.turnover), tax_amount: senToNumeric(amount) }),
        filed_on: today.toString(),
        assessment_id: claimed.assessmentId,
      })
      .where('id', '=', returnId)
      .execute()
    const state = await takeStep(tx, context, row, claimed.verb)
    const documentId = await issueReceipt(tx, context, row, { declaration, ordinal, amount, number: claimed.number })
    await tx
      .updateTable('tax_returns.version')
      .set({ document_id: documentId })
      .where('return_id', '=', returnId)
      .where('ordinal', '=', ordinal)
      .execute()
    const payload = { version: ordinal, verb: claimed.verb, amount: senToNumeric(amount), reason: declaration.reason }
    return { result: { version: ordinal, state }, event: eventOf(returnId, payload) }
  },
})

interface Filed {
  readonly declaration: Declaration
  readonly amount: Sen
}

/** What becomes of the claim. @returns the step of the return */
async function claim(
  tx: WriteHandle,
  context: CommandContext,
  row: ReturnRow,
  { declaration, amount, ground }: Filed & { readonly ground: string },
): Promise<{ verb: string; assessmentId: string | null; number: string }> {
  const month = monthOf(row)
  const dueOn = Temporal.PlainDate.from(row.pay_due_on)
  if (!row.assessment_id) {
    const issued = await issueAssessment(tx, context, {
      kind: 'self',
      tax: row.tax as ReturnTax,
      taxpayerId: row.taxpayer_id,
      objectId: row.object_id,
      year: month.year,
      period: { from: month.toPlainDate({ day: 1 }), to: month.toPlainDate({ day: month.daysInMonth }) },
      calculation: calculationOf(month, declaration),
      ground,
      dueOn,
      source: { type: subjectType, id: row.id },
    })
    return { verb: 'file', assessmentId: issued.assessmentId, number: issued.number }
  }
  const known = await findAssessment(tx, row.assessment_id)
  const number = known?.number ?? ''
  const more = amount - senFromNumeric(row.tax_amount ?? '0')
  if (more < 0n) return { verb: 'ask-less', assessmentId: row.assessment_id, number }
  // A relief that was granted stays; the tax was due with the month, so interest of the difference runs from then.
  if (more > 0n) {
    const raised = (known?.amount ?? 0n) + more
    await changeAssessment(tx, context, row.assessment_id, { kind: 'increase', amount: raised, dueOn, ground })
  }
  return { verb: 'correct', assessmentId: row.assessment_id, number }
}

async function keepVersion(
  tx: WriteHandle,
  context: CommandContext,
  row: ReturnRow,
  { declaration, ordinal, amount, today }: Filed & { readonly ordinal: number; readonly today: Temporal.PlainDate },
): Promise<void> {
  await tx
    .insertInto('tax_returns.version')
    .values({
      return_id: row.id,
      ordinal,
      manner: declaration.manner,
      service: declaration.service,
      turnover: senToNumeric(declaration.turnover),
      exempt: senToNumeric(declaration.exempt),
      exempt_reason: declaration.exemptReason,
      tax_amount: senToNumeric(amount),
      reason: declaration.reason,
      is_late: ordinal === 1 && today.toString() > row.file_due_on,
      filed_at: context.now.toString(),
      filed_by: labelOf(context.actor),
    })
    .execute()
  if (declaration.days.length === 0) return
  await tx
    .insertInto('tax_returns.line')
    .values(
      declaration.days.map(({ day, amount: turnover }) => ({
        return_id: row.id,
        ordinal,
        day: day.toString(),
        amount: senToNumeric(turnover),
      })),
    )
    .execute()
}
