import { z } from 'zod'
import { permitted, signedIn } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { getPartner } from '#modules/partners/index.ts'
import { findPersonByNik } from '#modules/people/index.ts'
import { kindsOfNotice, type NoticeKind } from '../kinds.ts'
import { isOfFamily } from '../queries/notices.ts'
import type { Subject } from '../queries/subjects.ts'
import { keepSubjects, memberOf } from './report-event.ts'
import { lockNotice, takeStep } from './steps.ts'
import { tellFamily } from './tell-family.ts'

const reason = z.string().trim().min(10).max(500)

/** An officer found whom the notice means, and the family is told. */
export const tellByOfficer = command({
  name: 'notices.tell-family',
  event: 'notices.family-told.v1',
  access: permitted('notices.settle'),
  input: z.object({ noticeId: z.uuid(), role: z.string().max(20), nik: z.string().trim().max(30) }),
  async run(tx, { noticeId, role, nik }, context) {
    const { tenant, actor, now } = context
    const notice = await lockNotice(tx, noticeId)
    const kind = kindsOfNotice[notice.kind]
    const subject = kind.subjects.find((candidate) => candidate.role === role)
    const person = subject && (await findPersonByNik(tenant, tx, nik))
    if (!subject || person?.status !== 'active') {
      throw invalidField(
        'nik',
        'NIK ini tidak ada pada register, atau orangnya sudah pindah atau meninggal.',
        'This NIK is not in the register, or its holder has moved or died.',
      )
    }
    const found: Subject = { role, person, told: subject.told }
    await keepSubjects(tx, noticeId, [found])
    await takeStep(tx, notice, { verb: 'tell', by: labelOf(actor), now })
    const partner = await getPartner(tx, notice.partner_id)
    await tellFamily(tx, context, { id: noticeId, kind: notice.kind, partnerName: partner.name, subjects: [found] })
    return {
      result: undefined,
      event: { subject: { type: 'notice', id: noticeId }, payload: { role, personId: person.id } },
    }
  },
})

export const refuseNotice = command({
  name: 'notices.refuse-notice',
  event: 'notices.notice-refused.v1',
  access: permitted('notices.settle'),
  input: z.object({ noticeId: z.uuid(), reason }),
  async run(tx, { noticeId, reason: why }, { actor, now }) {
    const notice = await lockNotice(tx, noticeId)
    await takeStep(tx, notice, { verb: 'refuse', by: labelOf(actor), now, reason: why })
    return { result: undefined, event: { subject: { type: 'notice', id: noticeId }, payload: { reason: why } } }
  },
})

/** The partner takes its notice back. Programs and people of the partner alike. */
export const withdrawByProgram = command({
  name: 'notices.withdraw-by-program',
  event: 'notices.notice-withdrawn.v1',
  access: permitted('notices.report'),
  input: z.object({ noticeId: z.uuid(), reason }),
  async run(tx, { noticeId, reason: why }, { actor, now }) {
    if (!actor.partner) throw new AppError('forbidden')
    return withdraw(tx, { noticeId, partnerId: actor.partner.id, reason: why, by: labelOf(actor), now })
  },
})

export const withdrawByMember = command({
  name: 'notices.withdraw-by-member',
  event: 'notices.notice-withdrawn-by-member.v1',
  access: signedIn,
  input: z.object({ noticeId: z.uuid(), partnerId: z.uuid(), reason }),
  async run(tx, { noticeId, partnerId, reason: why }, context) {
    await memberOf(tx, partnerId, context)
    const { actor, now } = context
    return withdraw(tx, { noticeId, partnerId, reason: why, by: labelOf(actor), now })
  },
})

async function withdraw(
  tx: WriteHandle,
  step: { noticeId: string; partnerId: string; reason: string; by: string; now: Temporal.Instant },
) {
  const notice = await lockNotice(tx, step.noticeId)
  if (notice.partner_id !== step.partnerId) throw notFound()
  await takeStep(tx, notice, { verb: 'withdraw', by: step.by, now: step.now, reason: step.reason })
  return {
    result: undefined,
    event: { subject: { type: 'notice', id: step.noticeId }, payload: { reason: step.reason } },
  }
}

/** The family says whether it is so. @throws not-found for who is not of the family */
export const answerNotice = command({
  name: 'notices.answer-notice',
  event: 'notices.notice-answered.v1',
  access: signedIn,
  input: z.object({ noticeId: z.uuid(), isTrue: z.boolean(), reason: z.string().trim().max(500) }),
  async run(tx, { noticeId, isTrue, reason: why }, { actor, now }) {
    const notice = await lockNotice(tx, noticeId)
    if (!(await isOfFamily(tx, noticeId, actor.personId ?? ''))) throw notFound()
    if (!isTrue && why.length < 5) {
      throw invalidField('reason', 'Tulis apa yang tidak benar.', 'Say what is not right.')
    }
    if (isTrue && notice.state === 'confirmed') return { result: undefined, event: undefined }
    const step = { verb: isTrue ? 'confirm' : 'decline', by: labelOf(actor), now, ...(isTrue ? {} : { reason: why }) }
    await takeStep(tx, notice, step)
    return { result: undefined, event: { subject: { type: 'notice', id: noticeId }, payload: { isTrue } } }
  },
})

/**
 * The event that a notice told of was registered, inside the registering command. Notices of several partners about one
 * event all end.
 */
export async function settleNotices(
  tx: WriteHandle,
  settled: {
    readonly kinds: readonly NoticeKind[]
    readonly personIds: readonly string[]
    /** ISO day on which it happened. */
    readonly happenedOn: string
    readonly registerNumber: string
    readonly by: string
    readonly now: Temporal.Instant
  },
): Promise<void> {
  if (settled.personIds.length === 0) return
  const rows = await tx
    .selectFrom('notices.notice as notice')
    .innerJoin('notices.subject as subject', 'subject.notice_id', 'notice.id')
    .select(['notice.id', 'notice.state', 'notice.kind', 'notice.happened_on'])
    .distinct()
    .where('subject.person_id', 'in', [...settled.personIds])
    .where('notice.kind', 'in', [...settled.kinds])
    .where('notice.state', 'in', ['told', 'confirmed'])
    .execute()
  for (const row of rows) {
    // A burial follows a death by days.
    if (row.kind !== 'burial' && row.happened_on !== settled.happenedOn) continue
    await takeStep(tx, row, { verb: 'register', by: settled.by, now: settled.now })
    await tx
      .updateTable('notices.notice')
      .set({ register_number: settled.registerNumber })
      .where('id', '=', row.id)
      .execute()
  }
}
