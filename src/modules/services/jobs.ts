import type { JobHandler } from '#kernel/define/module.ts'
import type { BillAnnounced } from '#modules/billing/events.ts'
import { carryOutPlace } from './commands/allot-places.ts'
import { movePaid } from './commands/move-paid.ts'
import { runTimers } from './commands/run-timers.ts'
import { listAllotted } from './queries/allotments.ts'
import { listDueCases } from './queries/due-cases.ts'

const perSweep = 500

/** Runs the clock over every case whose time has come. A case that fails is left for the next minute. */
export const sweepClock: JobHandler = async (_payload, context) => {
  for (;;) {
    const due = await listDueCases(context.db, context.clock.now(), perSweep)
    let moved = 0
    for (const caseId of due) {
      try {
        await context.run(runTimers, { caseId })
        moved += 1
      } catch (error) {
        context.log.error({ err: error, caseId }, 'the clock could not move a case')
      }
    }
    if (due.length < perSweep || moved === 0) return
  }
}

/** A bill was paid: when it is the bill of a case, the case goes on. */
export const moveAfterPayment: JobHandler = async (event: { payload: BillAnnounced }, context) => {
  const { billId, subject } = event.payload
  if (subject.type === 'case') await context.run(movePaid, { caseId: subject.id, billId })
}

/** Takes the steps that an allotment decided, one case at a time; what was done before is passed over. */
export const carryOutAllotment: JobHandler = async (payload: { allotmentId: string }, context) => {
  for (const row of await listAllotted(context.db, payload.allotmentId)) {
    await context.run(carryOutPlace, { caseId: row.caseId, isGranted: row.isGranted })
  }
}
