import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { rupiah, senFromNumeric } from '#kernel/money/money.ts'
import { begunMonths } from '#modules/billing/index.ts'
import type { CaseEffect } from '#modules/services/index.ts'
import { issueAssessment } from '../commands/issue-assessment.ts'
import { acquisitionQuestion, computeAcquisition } from '../queries/acquisition-tax.ts'
import { acquisitionOf } from './acquisition.ts'
import { buyerOf } from './buyer.ts'

/**
 * The check found another value than was declared: what is missing is assessed with its interest (SKPDKB).
 * @basis PP 35/2023: SKPDKB setelah pemeriksaan
 */
export const assessShortfall: CaseEffect = async (input) => {
  const { tx, context, answers, findings, caseId, caseNumber } = input
  const row = await acquisitionOf(input)
  const found = Number(findings['foundValue'])
  const parcel = { value: rupiah(Number(row.njop)) }
  const question = await acquisitionQuestion(tx, { ...answers, value: found }, parcel, row.untaxed_in !== null)
  const result = await computeAcquisition(tx, question)
  if ('fault' in result) throw new AppError('conflict', { text: result.fault })
  const shortfall = rupiah(result.tax) - senFromNumeric(row.amount)
  if (shortfall <= 0n)
    throw new AppError('conflict', {
      text: {
        id: 'Dengan nilai itu tidak ada BPHTB yang kurang dibayar. Kembalikan ke pemeriksa.',
        en: 'With that value no tax is missing. Send it back to the examiner.',
      },
    })
  const today = dayOf(context.now, context.tenant.profile.zone)
  const { taxpayerId } = await buyerOf(input)
  const issued = await issueAssessment(tx, context, {
    kind: 'skpdkb',
    tax: 'bphtb',
    taxpayerId,
    objectId: row.object_id,
    year: question.day.year,
    calculation: {
      calculator: 'assessment',
      day: today,
      input: { document: 'audit', shortfall: Number(shortfall / 100n), months: begunMonths(question.day, today, 1200) },
    },
    ground: `Pemeriksaan BPHTB berkas ${caseNumber}: nilai ${found} rupiah`,
    source: { type: 'case', id: caseId },
  })
  return {
    facts: { shortfallId: issued.assessmentId, shortfallNumber: issued.number, billId: issued.bill?.billId ?? '' },
    documents: [],
  }
}
