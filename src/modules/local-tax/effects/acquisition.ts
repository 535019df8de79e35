import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { rupiah, senToNumeric } from '#kernel/money/money.ts'
import { findBillsOf } from '#modules/billing/index.ts'
import type { CaseEffect, EffectInput, EffectUndo } from '#modules/services/index.ts'
import { refuseOpenLaw } from '../commands/assessment-bills.ts'
import { lockAssessment, takeStepOf } from '../commands/assessment-row.ts'
import { changeAssessment } from '../commands/change-assessment.ts'
import { writeDraft } from '../commands/issue-assessment.ts'
import { passObject } from '../commands/pass-object.ts'
import {
  type AcquisitionQuestion,
  acquisitionQuestion,
  buyerKeyOf,
  computeAcquisition,
  countsAsFirst,
  findUntaxedUse,
  untaxedPeriod,
} from '../queries/acquisition-tax.ts'
import { findParcel, type Parcel } from '../queries/parcel.ts'
import { buyerOf } from './buyer.ts'
import { byFile } from './by-file.ts'
import { textOf } from './file-answers.ts'

/** The acquisition of a file as it stands, locked until the step is taken. */
export async function acquisitionOf({ tx, caseId }: EffectInput) {
  const row = await tx
    .selectFrom('local_tax.acquisition')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', '<>', 'void')
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

const refusal = (id: string, en: string) => new AppError('conflict', { text: { id, en } })

/**
 * The examiner finds a declaration right: its tax is computed once more from the register, and the untaxed part of a first
 * acquisition is taken for this file, so that nobody pays a sum that another file makes wrong.
 * @basis UU 1/2022 pasal 46: NPOPTKP untuk perolehan pertama wajib pajak
 */
export const checkAcquisition: CaseEffect = async (input) => {
  const { tx, context, answers } = input
  const parcel = await findParcel(tx, textOf(input, 'nop'))
  if (!parcel) throw refusal('NOP ini sudah tidak aktif di register objek.', 'This NOP is no longer active.')
  const buyerKey = buyerKeyOf(answers, input.applicantPersonId)
  const asked = await acquisitionQuestion(tx, answers, parcel, true)
  const period = await untaxedPeriod(tx, asked.region, asked.day)
  const isFirst = !(await findUntaxedUse(tx, buyerKey, period))
  const question: AcquisitionQuestion = { ...asked, input: { ...asked.input, isFirst } }
  const result = await computeAcquisition(tx, question)
  if ('fault' in result) throw new AppError('conflict', { text: result.fault })
  refuseOpenLaw(result.openKeys.map((key) => ({ key })))
  if (result.tax !== Number(answers['tax'] ?? 0))
    throw refusal(
      `Menurut register hari ini BPHTB-nya Rp${result.tax.toLocaleString('id-ID')}, tidak sama dengan isian. Kembalikan untuk diperbaiki.`,
      `By the register of today the tax is Rp${result.tax.toLocaleString('en-US')}, other than in the form. Send it back.`,
    )
  const usesFirst = isFirst && countsAsFirst(question.input) && result.untaxed > 0
  await tx
    .insertInto('local_tax.acquisition')
    .values({
      id: newId(context.now.epochMilliseconds),
      case_id: input.caseId,
      case_number: input.caseNumber,
      object_id: parcel.objectId,
      code: parcel.code,
      buyer_key: buyerKey,
      buyer_person_id: input.applicantPersonId,
      seller_name: textOf(input, 'sellerName'),
      acquisition: textOf(input, 'acquisition'),
      acquired_on: question.day.toString(),
      value: senToNumeric(rupiah(Number(answers['value']))),
      njop: senToNumeric(parcel.value),
      amount: senToNumeric(rupiah(result.tax)),
      untaxed_in: usesFirst ? period : null,
      state: 'checked',
      checked_at: context.now.toString(),
    })
    .execute()
  return { facts: { nop: parcel.code, tax: result.tax, isFirst: usesFirst }, documents: [] }
}

/** It did not come about: the untaxed part is free again. */
export const dropAcquisition: EffectUndo = async (input) => {
  const row = await acquisitionOf(input)
  await input.tx
    .updateTable('local_tax.acquisition')
    .set({ state: 'void', void_reason: 'berkas tidak dilanjutkan atau dibatalkan' })
    .where('id', '=', row.id)
    .execute()
}

/** Paid and signed: the tax stands among the claims of the region as declared and paid. */
export const validateAcquisition: CaseEffect = async (input) => {
  const { tx, context, caseId, caseNumber, answers } = input
  const row = await acquisitionOf(input)
  const today = dayOf(context.now, context.tenant.profile.zone)
  const { taxpayerId, npwpd } = await buyerOf(input)
  const parcel = { value: rupiah(Number(row.njop)) } satisfies Pick<Parcel, 'value'>
  const question = await acquisitionQuestion(tx, answers, parcel, row.untaxed_in !== null)
  const assessmentId = await writeDraft(tx, context, {
    kind: 'self',
    tax: 'bphtb',
    taxpayerId,
    objectId: row.object_id,
    year: question.day.year,
    calculation: { calculator: 'bphtb', day: question.day, input: question.input },
    ground: `Berkas ${caseNumber}`,
    dueOn: today,
    source: { type: 'case', id: caseId },
  })
  await enterPaid(input, assessmentId, today)
  await tx
    .updateTable('local_tax.acquisition')
    .set({
      state: 'validated',
      taxpayer_id: taxpayerId,
      assessment_id: assessmentId,
      validated_at: context.now.toString(),
    })
    .where('id', '=', row.id)
    .execute()
  return { facts: { assessmentId, npwpd }, documents: [] }
}

/** The money lies on the bill of the file; here it counts as revenue of this tax. */
async function enterPaid({ tx, context, caseId }: EffectInput, assessmentId: string, today: Temporal.PlainDate) {
  const row = await lockAssessment(tx, assessmentId)
  const issued_on = today.toString()
  if (Number(row.amount) === 0) {
    await takeStepOf(tx, context, row, 'find-nil', { set: { issued_on } })
    return
  }
  const bill = (await findBillsOf(tx, 'case', caseId)).find(({ state }) => state === 'paid')
  if (bill?.total !== rupiah(Number(row.amount)))
    throw refusal('Tagihan BPHTB berkas ini belum lunas.', 'The bill of this file is not paid.')
  const paid_on = dayOf(bill.paidAt ?? context.now, context.tenant.profile.zone).toString()
  await takeStepOf(tx, context, row, 'issue', { set: { issued_on, bill_id: bill.id } })
  const set = { paid_amount: row.amount, paid_on }
  await takeStepOf(tx, context, { ...row, state: 'issued' }, 'pay', { amount: bill.total, set })
  await tx
    .insertInto('local_tax.receipt')
    .values({
      placement_id: bill.id,
      assessment_id: assessmentId,
      tax: 'bphtb',
      year: row.year,
      village_code: row.village_code,
      received_on: paid_on,
      principal: row.amount,
      interest: '0',
    })
    .execute()
}

/** What was validated falls away: nothing is claimed any more, and what was paid is the treasurer's to send back. */
export const unvalidateAcquisition: EffectUndo = async ({ tx, context, caseNumber }, facts) => {
  const assessmentId = String(facts['assessmentId'])
  const row = await lockAssessment(tx, assessmentId)
  if (Number(row.amount) === 0) return
  const ground = `Validasi pada berkas ${caseNumber} dibatalkan`
  await changeAssessment(tx, context, assessmentId, { kind: 'reduce', amount: 0n, ground })
}

/** After the deed the buyer stands as owner in the register of objects. */
export const passAcquired: CaseEffect = async (input) => {
  const { tx, findings } = input
  const row = await acquisitionOf(input)
  const { npwpd } = await buyerOf(input)
  const fromOn = String(findings['deedOn'] ?? '')
  const ground = `Akta ${String(findings['deedNumber'] ?? '')}, berkas ${input.caseNumber}`
  await byFile(input, passObject, { objectId: row.object_id, npwpd, fromOn, ground })
  await tx.updateTable('local_tax.acquisition').set({ passed_on: fromOn }).where('id', '=', row.id).execute()
  return { facts: { passedTo: npwpd, passedOn: fromOn }, documents: [] }
}
