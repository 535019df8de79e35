import { dayOf } from '#kernel/clock/clock.ts'
import type { JobHandler } from '#kernel/define/module.ts'
import { recallPlan } from './commands/recall-plan.ts'

/** So many plans are read at once. */
const chunk = 200

/** Looks every day at the plans of which a part was due; each in a transaction of its own, so that a killed job goes on. */
export const lookAtPlans: JobHandler = async (_payload, context) => {
  const today = dayOf(context.clock.now(), context.tenant.profile.zone).toString()
  for (let after = ''; ; ) {
    const due = await context.db
      .selectFrom('local_tax.plan')
      .select('assessment_id')
      .where('state', '=', 'running')
      .where('next_due_on', '<', today)
      .$if(after !== '', (query) => query.where('assessment_id', '>', after))
      .orderBy('assessment_id')
      .limit(chunk)
      .execute()
    for (const { assessment_id } of due) await context.run(recallPlan, { assessmentId: assessment_id })
    const last = due.at(-1)
    if (!last || due.length < chunk) return
    after = last.assessment_id
  }
}
