import type { Selectable } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { formatDay, formatMonth } from '#kernel/i18n/format.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { formatRupiah, senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { begunMonths } from '#modules/billing/index.ts'
import { changeAssessment, issueAssessment } from '#modules/local-tax/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { type Outcome, outcomeOf, type ReturnTax, readFinding } from '../domain.ts'
import { ownRegion, returnRules, taxOf } from '../queries/law.ts'
import type { FindingTable } from '../tables.ts'
import { tell } from './return-acts.ts'
import { eventOf, lockFor, monthNumber, monthOf, type ReturnRow, subjectType, takeStep } from './return-row.ts'

/** More months than any rule counts; the calculator caps them by its own row of law. */
const mostMonths = 1200

/**
 * What an officer found in an examination, or estimates where nothing was filed after a reminder. A second officer decides.
 * @basis PP 35/2023 tentang SKPDKB karena pemeriksaan dan secara jabatan
 */
export const proposeFinding = command({
  name: 'tax-returns.propose-finding',
  event: 'tax-returns.finding-proposed.v1',
  access: permitted('tax-returns.examine'),
  input: z.object({ returnId: z.uuid(), typed: z.record(z.string(), z.string()) }),
  async run(tx, { returnId, typed }, context) {
    const row = await lockFor(tx, context, returnId, 'tax-returns.examine')
    const kind = row.state === 'open' ? 'ex-officio' : 'audit'
    if (kind === 'ex-officio') await mustBeReminded(tx, context, row)
    else if (row.state !== 'examining') throw new AppError('wrong-state')
    if (await openFinding(tx, returnId)) throw new AppError('wrong-state')
    const { ground, ...found } = readFinding(typed, row.tax as ReturnTax)
    const result = await taxOf(tx, monthOf(row), found)
    const id = newId(context.now.epochMilliseconds) as string
    await tx
      .insertInto('tax_returns.finding')
      .values({
        id,
        return_id: returnId,
        kind,
        service: found.service,
        turnover: senToNumeric(found.turnover),
        exempt: senToNumeric(found.exempt),
        tax_amount: result.total.decimal(2),
        declared_amount: row.tax_amount ?? '0.00',
        ground,
        made_by_account: context.actor.accountId ?? '',
        made_by: labelOf(context.actor),
        made_at: context.now.toString(),
      })
      .execute()
    return { result: { findingId: id }, event: eventOf(returnId, { kind, ground, amount: result.total.decimal(2) }) }
  },
})

async function mustBeReminded(tx: WriteHandle, context: CommandContext, row: ReturnRow): Promise<void> {
  const today = dayOf(context.now, context.tenant.profile.zone)
  const days = wholeNumber(await getRule(tx, returnRules.exOfficio, await ownRegion(tx), today))
  const from = row.reminded_on && Temporal.PlainDate.from(row.reminded_on).add({ days })
  if (from && Temporal.PlainDate.compare(today, from) >= 0) return
  throw new AppError('conflict', {
    text: from
      ? {
          id: `Penetapan secara jabatan paling cepat ${formatDay(from, 'id')}, ${days} hari setelah teguran.`,
          en: `An assessment ex officio comes at the earliest on ${formatDay(from, 'en')}, ${days} days after the reminder.`,
        }
      : {
          id: 'Wajib pajak belum ditegur. Tegurlah dahulu.',
          en: 'The taxpayer has not been reminded yet. Remind him first.',
        },
  })
}

type FindingRow = Selectable<FindingTable>

async function openFinding(tx: WriteHandle, returnId: string): Promise<FindingRow | undefined> {
  return tx
    .selectFrom('tax_returns.finding')
    .selectAll()
    .where('return_id', '=', returnId)
    .where('state', '=', 'proposed')
    .forUpdate()
    .executeTakeFirst()
}

/** Return and finding, locked, for somebody else than who proposed it. @throws forbidden, not-found */
async function lockFinding(tx: WriteHandle, context: CommandContext, returnId: string, findingId: string) {
  const row = await lockFor(tx, context, returnId, 'tax-returns.approve')
  const finding = await openFinding(tx, returnId)
  if (finding?.id !== findingId) throw finding ? notFound() : new AppError('wrong-state')
  if (finding.made_by_account === context.actor.accountId)
    throw new AppError('forbidden', {
      text: {
        id: 'Temuan diputuskan oleh pejabat lain daripada yang mengusulkannya.',
        en: 'A finding is decided by another official than the one who proposed it.',
      },
    })
  return { row, finding }
}

const decided = ({ actor, now }: CommandContext, note: string) => ({
  decided_by_account: actor.accountId ?? '',
  decided_by: labelOf(actor),
  decided_at: now.toString(),
  decision_note: note || null,
})

/** Approves a finding: it becomes SKPDKB, SKPDN or SKPDLB, and the return is closed by it. */
export const approveFinding = command({
  name: 'tax-returns.approve-finding',
  event: 'tax-returns.finding-approved.v1',
  access: permitted('tax-returns.approve', { stepUp: true }),
  input: z.object({ returnId: z.uuid(), findingId: z.uuid() }),
  async run(tx, { returnId, findingId }, context) {
    const { row, finding } = await lockFinding(tx, context, returnId, findingId)
    const found = {
      service: finding.service,
      turnover: senFromNumeric(finding.turnover),
      exempt: senFromNumeric(finding.exempt),
    }
    // Computed anew: a row of law that was corrected since counts.
    const tax = senFromNumeric((await taxOf(tx, monthOf(row), found)).total.decimal(2))
    const declared = senFromNumeric(row.tax_amount ?? '0')
    const outcome = outcomeOf(tax, declared)
    const issued = await assess(tx, context, row, finding, { outcome, tax, declared })
    await tx
      .updateTable('tax_returns.finding')
      .set({
        state: 'approved',
        tax_amount: senToNumeric(tax),
        assessment_id: issued.assessmentId,
        ...decided(context, ''),
      })
      .where('id', '=', findingId)
      .execute()
    await takeStep(tx, context, row, 'assess')
    const month = formatMonth(monthOf(row), 'id')
    await tell(tx, context, row, {
      title: `Ketetapan ${issued.number} atas ${row.object_name}`,
      body:
        outcome === 'skpdkb'
          ? `Pajak masa ${month} kurang ${formatRupiah(tax - declared)}. Yang harus dibayar dengan sanksinya: ${formatRupiah(issued.amount)}.`
          : outcome === 'skpdn'
            ? `Pemeriksaan masa ${month} selesai: pajaknya sudah benar.`
            : `Pajak masa ${month} lebih ${formatRupiah(declared - tax)}. Yang sudah dibayar lebih dikembalikan oleh bendahara.`,
    })
    const payload = { outcome, number: issued.number, amount: senToNumeric(issued.amount), ground: finding.ground }
    return {
      result: { assessmentId: issued.assessmentId, number: issued.number, outcome },
      event: eventOf(returnId, payload),
    }
  },
})

interface Judged {
  readonly outcome: Outcome
  readonly tax: bigint
  readonly declared: bigint
}

/** The assessment of the office; too much that was declared is taken off the taxpayer's own claim. */
async function assess(
  tx: WriteHandle,
  context: CommandContext,
  row: ReturnRow,
  finding: FindingRow,
  { outcome, tax, declared }: Judged,
) {
  const month = monthOf(row)
  const today = dayOf(context.now, context.tenant.profile.zone)
  const shortfall = outcome === 'skpdkb' ? tax - declared : 0n
  const months = outcome === 'skpdkb' ? begunMonths(Temporal.PlainDate.from(row.pay_due_on), today, mostMonths) : 0
  const input =
    finding.kind === 'ex-officio' && outcome === 'skpdkb'
      ? { document: 'ex-officio', tax: 'pbjt', shortfall: senToNumeric(shortfall), months }
      : { document: 'audit', shortfall: senToNumeric(shortfall), months }
  const issued = await issueAssessment(tx, context, {
    kind: outcome,
    tax: row.tax as ReturnTax,
    taxpayerId: row.taxpayer_id,
    objectId: row.object_id,
    year: month.year,
    period: { from: month.toPlainDate({ day: 1 }), to: month.toPlainDate({ day: month.daysInMonth }) },
    calculation: { calculator: 'assessment', day: today, input },
    ground: `${finding.ground}; SPTPD masa ${monthNumber(row)}`,
    source: { type: subjectType, id: row.id },
  })
  if (outcome === 'skpdlb' && row.assessment_id) {
    const ground = `${issued.number}: lebih bayar ${formatRupiah(declared - tax)}`
    await changeAssessment(tx, context, row.assessment_id, { kind: 'reduce', amount: tax, ground })
  }
  return issued
}

export const returnFinding = command({
  name: 'tax-returns.return-finding',
  event: 'tax-returns.finding-returned.v1',
  access: permitted('tax-returns.approve'),
  input: z.object({
    returnId: z.uuid(),
    findingId: z.uuid(),
    reason: z.string().trim().min(5, 'Tuliskan mengapa temuan dikembalikan.').max(500),
  }),
  async run(tx, { returnId, findingId, reason }, context) {
    await lockFinding(tx, context, returnId, findingId)
    await tx
      .updateTable('tax_returns.finding')
      .set({ state: 'returned', ...decided(context, reason) })
      .where('id', '=', findingId)
      .execute()
    return { result: null, event: eventOf(returnId, { reason }) }
  },
})
