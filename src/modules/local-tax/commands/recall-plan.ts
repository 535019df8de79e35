import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { findBillsOf } from '#modules/billing/index.ts'
import { openStates } from '../claims.ts'
import { lockAssessment, subjectType } from './assessment-row.ts'
import { changeAssessment } from './change-assessment.ts'

interface Part {
  readonly dueOn: string
}

/**
 * Looks at one plan after a due day: paid, it runs on to the next part or is kept; missed, all that is left falls due.
 * Looked at twice it is the same.
 * @basis PP 35/2023: angsuran yang lewat membuat seluruh sisa jatuh tempo
 */
export const recallPlan = command({
  name: 'local-tax.recall-plan',
  event: 'local-tax.plan-looked-at.v1',
  access: systemOnly,
  input: z.object({ assessmentId: z.uuid() }),
  async run(tx, { assessmentId }, context) {
    const row = await lockAssessment(tx, assessmentId)
    const plan = await tx
      .selectFrom('local_tax.plan')
      .selectAll()
      .where('assessment_id', '=', assessmentId)
      .forUpdate()
      .executeTakeFirst()
    const today = dayOf(context.now, context.tenant.profile.zone).toString()
    if (plan?.state !== 'running' || plan.next_due_on >= today) return { result: 'nothing', event: undefined }
    const isOpen = (openStates as readonly string[]).includes(row.state)
    const state = !isOpen
      ? 'kept'
      : (await isMissed(tx, context.tenant.profile.zone, assessmentId, today))
        ? 'missed'
        : 'running'
    if (state === 'missed' && plan.manner === 'instalments')
      await changeAssessment(tx, context, assessmentId, {
        kind: 'recall',
        ground: `Bagian yang jatuh tempo ${plan.next_due_on} lewat, rencana pada berkas ${plan.case_number}`,
      })
    const next = (plan.parts as unknown as readonly Part[]).map(({ dueOn }) => dueOn).find((day) => day >= today)
    const running = state === 'running' && next !== undefined
    await tx
      .updateTable('local_tax.plan')
      .set(running ? { next_due_on: next } : { state: state === 'running' ? 'kept' : state, ended_on: today })
      .where('assessment_id', '=', assessmentId)
      .execute()
    return { result: state, event: { subject: { type: subjectType, id: assessmentId }, payload: { plan: state } } }
  },
})

/** A bill of the plan is open after its due day. */
async function isMissed(tx: WriteHandle, zone: string, assessmentId: string, today: string): Promise<boolean> {
  const bills = await findBillsOf(tx, subjectType, assessmentId)
  return bills.some(
    ({ state, dueAt }) =>
      (state === 'issued' || state === 'partly-paid') &&
      dueAt.toZonedDateTimeISO(zone).toPlainDate().toString() < today,
  )
}
