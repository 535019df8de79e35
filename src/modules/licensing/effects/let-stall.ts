import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { CaseEffect, EffectUndo } from '#modules/services/index.ts'
import { standingOf } from '../domain.ts'

const validity = 'market.stall.validity'

/**
 * Gives a stall to a trader for a year. The stall's row is locked, so of two permits signed at the same moment the
 * second finds it taken. A renewal ends the tenure before it on the same day.
 * @basis Perda pengelolaan pasar: satu kios untuk satu pedagang
 */
export const letStall: CaseEffect = async (input) => {
  const { tx, context, answers } = input
  const today = dayOf(context.now, context.tenant.profile.zone)
  const code = String(answers['stallCode'] ?? '')
  const stall = await tx
    .selectFrom('licensing.stall')
    .select(['code', 'closed_on'])
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()
  if (!stall || stall.closed_on) throw notToLet('tidak ada atau sudah ditutup', 'does not exist or is closed')
  const before = await tx
    .selectFrom('licensing.tenure')
    .selectAll()
    .where('stall_code', '=', code)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  const tenure = before && { holderPersonId: before.holder_person_id, toOn: before.to_on }
  if (standingOf(tenure, input.applicantPersonId, today.toString()) === 'taken') {
    throw notToLet('sudah dipakai pedagang lain', 'is held by another trader')
  }
  if (before) {
    await tx
      .updateTable('licensing.tenure')
      .set({ ended_on: today.toString(), end_reason: before.to_on < today.toString() ? 'habis masa' : 'diperpanjang' })
      .where('id', '=', before.id)
      .execute()
  }
  const years = wholeNumber(await getRule(tx, validity, input.territoryCode, today))
  const toOn = today.add({ years }).toString()
  const id = newId(context.now.epochMilliseconds)
  await tx
    .insertInto('licensing.tenure')
    .values({
      id,
      stall_code: code,
      case_id: input.caseId,
      case_number: input.caseNumber,
      holder_person_id: input.applicantPersonId,
      goods: String(answers['goods'] ?? ''),
      from_on: today.toString(),
      to_on: toOn,
      renews: before?.holder_person_id === input.applicantPersonId ? before.id : null,
      recorded_at: context.now.toString(),
    })
    .execute()
  return { facts: { tenureId: id, stallCode: code, heldUntil: toOn }, documents: [] }
}

/** Takes a stall back: the tenure ends, and the one that it renewed does not come to life again. */
export const takeBackStall: EffectUndo = async ({ tx, context }, facts) => {
  const endedOn = dayOf(context.now, context.tenant.profile.zone).toString()
  const ended = await tx
    .updateTable('licensing.tenure')
    .set({ ended_on: endedOn, end_reason: 'izin dibatalkan' })
    .where('id', '=', String(facts['tenureId']))
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) throw new AppError('conflict')
}

function notToLet(id: string, en: string): AppError {
  return new AppError('conflict', { text: { id: `Kios ini ${id}.`, en: `This stall ${en}.` } })
}
