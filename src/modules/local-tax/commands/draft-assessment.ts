import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { officialTaxes } from '../claims.ts'
import { eventOf, lockAssessment, takeStepOf } from './assessment-row.ts'
import { writeDraft } from './issue-assessment.ts'
import { requireAt } from './place.ts'

/**
 * Computes what is owed for a billboard or a well, as a draft that a second official issues.
 * @basis UU 1/2022 pasal 5: pajak reklame dan pajak air tanah dipungut berdasarkan penetapan kepala daerah
 */
export const draftAssessment = command({
  name: 'local-tax.draft-assessment',
  event: 'local-tax.assessment-drafted.v1',
  access: permitted('local-tax.assess'),
  input: z.object({
    objectId: z.uuid(),
    periodFrom: z.iso.date('Tulis hari pertama masa pajaknya.'),
    periodTo: z.iso.date('Tulis hari terakhir masa pajaknya.'),
    ground: z.string().trim().min(5, 'Tuliskan dasarnya, sedikitnya lima huruf.').max(500),
    /** As the calculator of the tax asks it. */
    input: z.unknown(),
  }),
  async run(tx, { objectId, periodFrom, periodTo, ground, input }, context) {
    const object = await tx.selectFrom('local_tax.object').selectAll().where('id', '=', objectId).executeTakeFirst()
    if (!object) throw notFound()
    await requireAt(tx, context, 'local-tax.assess', object.village_code)
    const official = officialTaxes[object.kind]
    if (!official || object.state !== 'active') throw new AppError('wrong-state')
    if (!object.taxpayer_id)
      throw new AppError('conflict', {
        text: { id: 'Objek ini belum mempunyai wajib pajak.', en: 'This object has no taxpayer yet.' },
      })
    const from = Temporal.PlainDate.from(periodFrom)
    const to = Temporal.PlainDate.from(periodTo)
    if (Temporal.PlainDate.compare(from, to) > 0)
      throw invalidField(
        'periodTo',
        'Hari terakhir tidak sebelum hari pertama.',
        'The last day is not before the first.',
      )
    const today = dayOf(context.now, context.tenant.profile.zone)
    if (from.year > today.year + 1 || from.year < today.year - 5)
      throw invalidField(
        'periodFrom',
        `Masa pajak yang dapat ditetapkan: ${today.year - 5} sampai ${today.year + 1}.`,
        `Periods that can be assessed: ${today.year - 5} to ${today.year + 1}.`,
      )
    const double = await tx
      .selectFrom('local_tax.assessment')
      .select('number')
      .where('object_id', '=', objectId)
      .where('kind', '=', 'skpd')
      .where('state', '<>', 'cancelled')
      .where('period_from', '<=', periodTo)
      .where('period_to', '>=', periodFrom)
      .executeTakeFirst()
    if (double)
      throw invalidField(
        'periodFrom',
        `Masa ini sudah ditetapkan dengan ${double.number}.`,
        `This period is assessed already, by ${double.number}.`,
      )
    const assessmentId = await writeDraft(tx, context, {
      kind: 'skpd',
      tax: official.tax,
      taxpayerId: object.taxpayer_id,
      objectId,
      year: from.year,
      period: { from, to },
      calculation: { calculator: official.calculator, day: from, input },
      ground,
    })
    return { result: { assessmentId }, event: eventOf(assessmentId, { objectId, ground }) }
  },
})

/** A draft that is not wanted. Drafts of a yearly assessment are discarded with it. */
export const discardDraft = command({
  name: 'local-tax.discard-draft',
  event: 'local-tax.draft-discarded.v1',
  access: permitted('local-tax.assess'),
  input: z.object({
    assessmentId: z.uuid(),
    reason: z.string().trim().min(5, 'Tuliskan alasannya, sedikitnya lima huruf.').max(500),
  }),
  async run(tx, { assessmentId, reason }, context) {
    const row = await lockAssessment(tx, assessmentId)
    await requireAt(tx, context, 'local-tax.assess', row.village_code)
    const waits = await tx
      .selectFrom('local_tax.proposal_item')
      .select('proposal_id')
      .where('assessment_id', '=', assessmentId)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (row.state !== 'draft' || row.run_id || waits) throw new AppError('wrong-state')
    await takeStepOf(tx, context, row, 'cancel', { ground: reason, set: { cancel_reason: reason } })
    return { result: null, event: eventOf(assessmentId, { reason }) }
  },
})
