import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { getRule, listRules, wholeNumber } from '#modules/rules/index.ts'
import { calculate, findCalculator, LawBook } from '#modules/tax/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { refuseOpenLaw } from './assessment-bills.ts'
import { requireAt, requireVillage } from './place.ts'
import { enqueueRun, eventOf, type RememberedRule, requireOther, takeStep } from './run-row.ts'

export const dueTime = 'local-tax.pbb-due-time'

const one = z.object({ runId: z.uuid() })
const reason = z.string().trim().min(5, 'Tuliskan alasannya, sedikitnya lima huruf.').max(500)

/**
 * Begins the yearly assessment of all land, or that of one village: drafts are computed by a job.
 * @basis UU 1/2022 pasal 38 sampai 43: tahun pajak satu tahun kalender, menurut keadaan objek pada 1 Januari
 */
export const startRun = command({
  name: 'local-tax.start-run',
  event: 'local-tax.run-started.v1',
  access: permitted('local-tax.assess'),
  input: z.object({
    year: z.coerce.number('Tulis tahun pajaknya.').int('Tulis tahun pajaknya.'),
    villageCode: z
      .string()
      .trim()
      .max(20)
      .optional()
      .transform((code) => code || null),
  }),
  async run(tx, { year, villageCode }, context) {
    const own = await requireAt(tx, context, 'local-tax.assess', null)
    if (villageCode) await requireVillage(tx, own, villageCode)
    const today = dayOf(context.now, context.tenant.profile.zone)
    if (year < today.year - 5 || year > today.year + 1)
      throw invalidField(
        'year',
        `Tahun pajak yang dapat ditetapkan: ${today.year - 5} sampai ${today.year + 1}.`,
        `Years that can be assessed: ${today.year - 5} to ${today.year + 1}.`,
      )
    const busy = await tx
      .selectFrom('local_tax.run')
      .select('id')
      .where('year', '=', year)
      .where('state', 'not in', ['issued', 'discarded'])
      .executeTakeFirst()
    if (busy)
      throw invalidField(
        'year',
        `Penetapan ${year} sedang dikerjakan. Selesaikan atau buang yang itu lebih dahulu.`,
        `The assessment of ${year} is being worked on. Finish or discard that one first.`,
      )
    await requireLaw(tx, own, year)
    const total = await countLand(tx, villageCode)
    if (total === 0)
      throw invalidField('villageCode', 'Tidak ada objek PBB di sini.', 'There is no land to be assessed here.')
    const runId = newId(context.now.epochMilliseconds)
    const now = context.now.toString()
    await tx
      .insertInto('local_tax.run')
      .values({
        id: runId,
        year,
        state: 'drafting',
        village_code: villageCode,
        due_on: (await dueOn(tx, own, today)).day,
        law_on: `${year}-01-01`,
        total,
        amount: '0',
        last_year_amount: '0',
        made_by_account: context.actor.accountId ?? '',
        made_by: labelOf(context.actor),
        made_at: now,
        phase_started_at: now,
        updated_at: now,
      })
      .execute()
    await enqueueRun(context, runId)
    return { result: { runId }, event: eventOf(runId, { year, villageCode, total }) }
  },
})

/** @throws invalid-input at `year` when no law of that year is known here */
async function requireLaw(tx: WriteHandle, own: string, year: number): Promise<void> {
  const calculator = findCalculator('pbb')
  if (!calculator) throw new Error('there is no calculation of PBB')
  const book = new LawBook(await listRules(tx, calculator.rules))
  const question = {
    day: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    region: own,
    input: calculator.example.input,
  }
  try {
    calculate(calculator, book, question, { trace: false })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw invalidField(
      'year',
      `Tarif PBB daerah ini untuk 1 Januari ${year} belum ada di Balai.`,
      `Balai holds no rates of this tax for 1 January ${year} in this region.`,
    )
  }
}

async function countLand(tx: WriteHandle, villageCode: string | null): Promise<number> {
  let query = tx
    .selectFrom('local_tax.object')
    .select((build) => build.fn.countAll<string>().as('all'))
    .where('kind', '=', 'land')
    .where('state', '=', 'active')
  if (villageCode) query = query.where('village_code', '=', villageCode)
  return Number((await query.executeTakeFirstOrThrow()).all)
}

async function dueOn(tx: WriteHandle, own: string, today: Temporal.PlainDate) {
  const rule = await getRule(tx, dueTime, own, today)
  return { rule, day: today.add({ months: wholeNumber(rule) }).toString() }
}

/** Asks a second official. Refused while a row of law behind the figures was not checked against its text. */
export const submitRun = command({
  name: 'local-tax.submit-run',
  event: 'local-tax.run-submitted.v1',
  access: permitted('local-tax.assess'),
  input: one,
  async run(tx, { runId }, context) {
    const { row, to } = await takeStep(tx, context, runId, 'submit')
    if (row.assessed === 0)
      throw new AppError('conflict', {
        text: {
          id: 'Tidak ada satu pun konsep SPPT. Periksa catatan objek yang tidak ikut.',
          en: 'There is not one draft. Look at the remarks on what was left out.',
        },
      })
    refuseOpenLaw(row.open_rules as RememberedRule[])
    await tx
      .updateTable('local_tax.run')
      .set({
        state: to,
        submitted_by_account: context.actor.accountId ?? '',
        submitted_by: labelOf(context.actor),
        decision_note: null,
        updated_at: context.now.toString(),
      })
      .where('id', '=', runId)
      .execute()
    return { result: null, event: eventOf(runId, { assessed: row.assessed, amount: row.amount }) }
  },
})

export const returnRun = command({
  name: 'local-tax.return-run',
  event: 'local-tax.run-returned.v1',
  access: permitted('local-tax.approve'),
  input: one.extend({ reason }),
  async run(tx, input, context) {
    const { to } = await takeStep(tx, context, input.runId, 'return')
    await tx
      .updateTable('local_tax.run')
      .set({ state: to, decision_note: input.reason, updated_at: context.now.toString() })
      .where('id', '=', input.runId)
      .execute()
    return { result: null, event: eventOf(input.runId, { reason: input.reason }) }
  },
})

/** The second pair of eyes: exactly the drafts that were shown are issued, by a job. */
export const approveRun = command({
  name: 'local-tax.approve-run',
  event: 'local-tax.run-approved.v1',
  access: permitted('local-tax.approve', { stepUp: true }),
  input: one,
  async run(tx, { runId }, context) {
    const { row, to } = await takeStep(tx, context, runId, 'approve')
    requireOther(context, row)
    const today = dayOf(context.now, context.tenant.profile.zone)
    const own = (await findOwnRegion(tx))?.code ?? ''
    const due = await dueOn(tx, own, today)
    if (due.rule.status !== 'verified') refuseOpenLaw([due.rule])
    const now = context.now.toString()
    await tx
      .updateTable('local_tax.run')
      .set({
        state: to,
        due_on: due.day,
        decided_by_account: context.actor.accountId ?? '',
        decided_by: labelOf(context.actor),
        decided_at: now,
        done: 0,
        done_to: '',
        phase_started_at: now,
        updated_at: now,
      })
      .where('id', '=', runId)
      .execute()
    await enqueueRun(context, runId)
    return { result: null, event: eventOf(runId, { assessed: row.assessed, amount: row.amount, dueOn: due.day }) }
  },
})

export const discardRun = command({
  name: 'local-tax.discard-run',
  event: 'local-tax.run-discarded.v1',
  access: permitted('local-tax.assess'),
  input: one,
  async run(tx, { runId }, context) {
    const { to } = await takeStep(tx, context, runId, 'discard')
    const now = context.now.toString()
    await tx
      .updateTable('local_tax.run')
      .set({ state: to, phase_started_at: now, updated_at: now })
      .where('id', '=', runId)
      .execute()
    await enqueueRun(context, runId)
    return { result: null, event: eventOf(runId) }
  },
})
