import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { stateOf } from '../domain.ts'
import { rowsBy } from '../flow/enter-state.ts'
import { resumeParent } from '../flow/sub-case.ts'
import { takeStep } from '../flow/take-step.ts'
import { lockCase } from './case-row.ts'

/** The bill of a case is paid: it goes on. Hearing it again changes nothing. */
export const movePaid = command({
  name: 'services.move-paid',
  event: 'services.case-paid.v1',
  access: systemOnly,
  input: z.object({ caseId: z.uuid(), billId: z.uuid() }),
  async run(tx, input, context) {
    const nothing = { result: undefined, event: undefined }
    const open = await lockCase(tx, input.caseId)
    if (!open || stateOf(open.definition, open.row.state).holder !== 'payment') return nothing
    const outcome = open.row.outcome as Record<string, unknown>
    const row = rowsBy(open, open.row.state, 'payment')[0]
    if (outcome[`bill:${open.row.state}`] !== input.billId || !row) return nothing
    await resumeParent(tx, context, await takeStep(tx, context, open, { row }))
    const payload = { number: open.row.number, billId: input.billId }
    return { result: undefined, event: { subject: { type: 'case', id: open.row.id }, payload } }
  },
})
