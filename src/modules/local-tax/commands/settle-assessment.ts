import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { eventOf, lockAssessment, takeStepOf } from './assessment-row.ts'
import { changeAssessment } from './change-assessment.ts'
import { requireAt } from './place.ts'

/** When and by whom the notice was received: from then on it counts against the taxpayer. */
export const recordDelivery = command({
  name: 'local-tax.record-delivery',
  event: 'local-tax.assessment-delivered.v1',
  access: permitted('local-tax.assess'),
  input: z.object({
    assessmentId: z.uuid(),
    deliveredOn: z.iso.date('Tulis tanggal diterimanya.'),
    deliveredTo: z.string().trim().min(3, 'Tulis nama penerimanya.').max(150),
  }),
  async run(tx, { assessmentId, deliveredOn, deliveredTo }, context) {
    const row = await lockAssessment(tx, assessmentId)
    await requireAt(tx, context, 'local-tax.assess', row.village_code)
    if (row.delivered_on) throw new AppError('wrong-state')
    const today = dayOf(context.now, context.tenant.profile.zone).toString()
    if (deliveredOn > today || deliveredOn < (row.issued_on ?? today))
      throw invalidField(
        'deliveredOn',
        'Tanggal ini harus antara hari terbit dan hari ini.',
        'The day lies between the day of issue and today.',
      )
    const set = { delivered_on: deliveredOn, delivered_to: deliveredTo }
    await takeStepOf(tx, context, row, 'deliver', { ground: deliveredTo, set })
    return { result: null, event: eventOf(assessmentId, { deliveredOn }) }
  },
})

/** Takes a wrong notice back; its parcel can then be assessed again for the year. */
export const cancelAssessment = command({
  name: 'local-tax.cancel-assessment',
  event: 'local-tax.assessment-cancelled.v1',
  access: permitted('local-tax.approve', { stepUp: true }),
  input: z.object({
    assessmentId: z.uuid(),
    reason: z.string().trim().min(5, 'Tuliskan alasannya, sedikitnya lima huruf.').max(500),
  }),
  async run(tx, { assessmentId, reason }, context) {
    const row = await lockAssessment(tx, assessmentId)
    await requireAt(tx, context, 'local-tax.approve', row.village_code)
    await changeAssessment(tx, context, assessmentId, { kind: 'cancel', ground: reason })
    return { result: null, event: eventOf(assessmentId, { from: row.state, reason }) }
  },
})
