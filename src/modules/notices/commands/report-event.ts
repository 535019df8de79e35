import { z } from 'zod'
import { permitted, signedIn } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import { invalidInput } from '#kernel/command/invalid-input.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { canonicalJson, labelOf } from '#kernel/journal/journal.ts'
import { countUse, getPartner, listMemberships, type Partner } from '#modules/partners/index.ts'
import { kindsOfNotice, type NoticeKind, noticeKinds } from '../kinds.ts'
import type { NoticeState } from '../machine.ts'
import { findSubjects, type Subject } from '../queries/subjects.ts'
import { detailsContext, reportShape } from '../report-shape.ts'
import { writeStep } from './steps.ts'
import { tellFamily } from './tell-family.ts'

const permission = 'notices.report'

const report = {
  kind: z.enum(noticeKinds),
  /** The partner's own number of this event; the same number is the same notice. */
  reference: z.string().trim().min(3).max(80),
  details: z.record(z.string().max(40), z.union([z.string().max(200), z.number()])),
}

export interface Reported {
  readonly id: string
  readonly state: NoticeState
}

/** A program of a partner reports an event. @throws as `enter` does; too-many-requests */
export const reportByProgram = command({
  name: 'notices.report-by-program',
  event: 'notices.event-reported.v1',
  access: permitted(permission),
  input: z.strictObject(report),
  async run(tx, input, context) {
    const { tenant, actor, now } = context
    if (!actor.partner) throw new AppError('forbidden')
    await countUse(tx, tenant, { actor, permission, now })
    return enter(tx, await getPartner(tx, actor.partner.id), input, context)
  },
})

/** Somebody of a partner reports an event on a page. */
export const reportByMember = command({
  name: 'notices.report-by-member',
  event: 'notices.event-reported-by-member.v1',
  access: signedIn,
  input: z.strictObject({ ...report, partnerId: z.uuid() }),
  async run(tx, { partnerId, ...input }, context) {
    return enter(tx, await memberOf(tx, partnerId, context), input, context)
  },
})

/** The partner for which the person may report. @throws not-found */
export async function memberOf(tx: WriteHandle, partnerId: string, context: CommandContext): Promise<Partner> {
  const { actor, tenant, now } = context
  const today = dayOf(now, tenant.profile.zone).toString()
  const partner = (await listMemberships(tx, actor.personId ?? '', permission, today)).find(
    ({ id }) => id === partnerId,
  )
  if (!partner) throw notFound()
  return partner
}

/**
 * Enters a notice, finds the people whom it is about and tells them.
 * @throws invalid-input at the field; idempotency-conflict for a reference used before for another event
 */
async function enter(
  tx: WriteHandle,
  partner: Partner,
  input: { readonly kind: NoticeKind; readonly reference: string; readonly details: Record<string, string | number> },
  context: CommandContext,
) {
  const { tenant, actor, now } = context
  const kind = kindsOfNotice[input.kind]
  if (!kind.partners.includes(partner.kind)) {
    throw invalidField(
      'kind',
      'Peristiwa ini bukan untuk jenis mitra Anda.',
      'This event is not for partners of your kind.',
    )
  }
  const parsed = reportShape(input.kind).safeParse(input.details)
  if (!parsed.success) throw invalidInput(parsed.error)
  const details = parsed.data
  const happenedOn = details[kind.dayField] as string
  if (happenedOn > dayOf(now, tenant.profile.zone).toString()) {
    throw invalidField(kind.dayField, 'Tanggal ini belum tiba.', 'This date is still to come.')
  }
  const digest = tenant.cipher.fingerprint(canonicalJson({ kind: input.kind, details } as never), detailsContext)
  const earlier = await findEarlier(tx, partner.id, input.reference, digest)
  if (earlier) return { result: earlier, event: undefined }
  const subjects = await findSubjects(tenant, tx, kind, details)
  const id = newId<'notice'>(now.epochMilliseconds)
  const state: NoticeState = subjects.some((subject) => subject.told) ? 'told' : 'unmatched'
  await tx
    .insertInto('notices.notice')
    .values({
      id,
      kind: input.kind,
      partner_id: partner.id,
      reference: input.reference,
      digest,
      details_sealed: tenant.cipher.sealJson(details, detailsContext),
      happened_on: happenedOn,
      reported_by: labelOf(actor),
      reported_at: now.toString(),
      state,
      state_at: now.toString(),
    })
    .execute()
  await keepSubjects(tx, id, subjects)
  await writeStep(tx, id, { verb: 'report', state, by: labelOf(actor), now })
  if (state === 'told') await tellFamily(tx, context, { id, kind: input.kind, partnerName: partner.name, subjects })
  const payload = { kind: input.kind, partnerId: partner.id, state }
  return { result: { id, state } satisfies Reported, event: { subject: { type: 'notice', id }, payload } }
}

async function findEarlier(
  tx: WriteHandle,
  partnerId: string,
  reference: string,
  digest: Buffer,
): Promise<Reported | undefined> {
  const row = await tx
    .selectFrom('notices.notice')
    .select(['id', 'state', 'digest'])
    .where('partner_id', '=', partnerId)
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (row && !row.digest.equals(digest)) throw new AppError('idempotency-conflict')
  return row && { id: row.id, state: row.state }
}

export async function keepSubjects(tx: WriteHandle, noticeId: string, subjects: readonly Subject[]): Promise<void> {
  if (subjects.length === 0) return
  await tx
    .insertInto('notices.subject')
    .values(subjects.map(({ role, person }) => ({ notice_id: noticeId, role, person_id: person.id })))
    .onConflict((conflict) =>
      conflict.columns(['notice_id', 'role']).doUpdateSet((row) => ({ person_id: row.ref('excluded.person_id') })),
    )
    .execute()
}
