import { sql } from 'kysely'
import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { trackingPin } from '../case/tracking.ts'
import { getCurrentDefinition, requireOpen } from '../definition/store.ts'
import { openCase } from '../flow/open-case.ts'
import { type Journey, refusalOf } from '../form/journey.ts'
import { servicePaths } from '../paths.ts'
import { isMandateStanding } from '../queries/own-case.ts'
import { submissionMessage } from '../texts.ts'
import type { CaseRow } from './case-row.ts'
import { askCoSigners } from './co-signers.ts'
import { draftJourney, findOwnDraft, type OpenDraft } from './own-draft.ts'

/**
 * Turns a complete draft into a case: number, PIN, office, promised date, frozen copy. The case bears the
 * draft's id, so sending the same draft again gives the same receipt and never a second case. When others have
 * to agree first, they are asked, and the last one's consent opens the case.
 */
export const submitCase = command({
  name: 'services.submit-case',
  event: 'services.case-submitted.v1',
  access: signedIn,
  input: z.object({ draftId: z.uuid() }),
  async run(tx, input, context) {
    const { actor, tenant, now } = context
    const draft = await findOwnDraft(context, tx, input.draftId, actor.accountId, { lock: true })
    if (!draft) return { result: await sentBefore(tx, input.draftId, actor.accountId), event: undefined }
    const journey = await draftJourney(tenant, tx, draft, now)
    requireComplete(journey)
    const waiting = await askCoSigners(tx, context, draft, journey)
    if (waiting > 0) return { result: { caseId: draft.id, number: undefined, waiting }, event: undefined }
    const row = await sendDraft(tx, context, draft, journey)
    return {
      result: { caseId: draft.id, number: row.number as string | undefined, waiting: 0 },
      event: { subject: { type: 'case', id: draft.id }, payload: submittedPayload(row) },
    }
  },
})

export function submittedPayload(row: CaseRow) {
  return {
    number: row.number,
    serviceId: row.service_id,
    version: row.version,
    unitPath: row.unit_path,
    territory: row.territory_code,
    promisedAt: instantOf(row.first_promised_at).toString(),
  }
}

/** Opens the case of a locked, complete draft and tells the applicant. */
export async function sendDraft(
  tx: WriteHandle,
  context: CommandContext,
  draft: OpenDraft,
  journey: Journey,
): Promise<CaseRow> {
  const { tenant } = context
  const { definition } = draft
  const today = dayOf(context.now, tenant.profile.zone).toString()
  requireOpen(await getCurrentDefinition(tx, definition.id, today), today)
  if (draft.mandateId && !(await isMandateStanding(tx, context, draft.mandateId))) throw mandateEnded
  const refusal = refusalOf(definition, journey.surroundings)
  if (refusal) throw new AppError('forbidden', { text: refusal.refused })
  const { row } = await openCase(tx, context, {
    id: draft.id,
    definition,
    journey,
    personId: draft.personId,
    accountId: draft.accountId,
    mandateId: draft.mandateId,
    previousCaseId: draft.previousCaseId,
    reusedFiles: await countReused(tx, draft.id),
  })
  await tx.deleteFrom('services.draft').where('id', '=', draft.id).execute()
  const message = submissionMessage(
    definition.title,
    row.number,
    trackingPin(tenant, draft.id),
    instantOf(row.promised_at),
    tenant.profile.zone,
  )
  await sendMessage(tx, context, { accountId: draft.accountId, ...message, link: servicePaths.ownCase(draft.id) })
  context.invalidate(`slug:${definition.slug}`)
  return row
}

const mandateEnded = new AppError('forbidden', {
  text: {
    id: 'Kuasa untuk pengajuan ini sudah berakhir atau dicabut, jadi tidak dapat dikirim.',
    en: 'The power of attorney for this application has ended or was revoked, so it cannot be sent.',
  },
})

/** Files of a draft that were given with an earlier application already. */
async function countReused(tx: WriteHandle, draftId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct a.field)::int as n from services.attachment a
    where a.owner_id = ${draftId} and a.removed_at is null and exists (
      select 1 from services.attachment earlier where earlier.file_hash = a.file_hash
        and earlier.owner_id <> a.owner_id and earlier.person_id = a.person_id)`.execute(tx)
  return rows[0]?.n ?? 0
}

/**
 * The receipt of a draft that became a case. Asked for only when the draft is gone: under serializable isolation a
 * look at the newest part of the primary key would make any two submissions at the same moment collide.
 */
async function sentBefore(tx: WriteHandle, draftId: string, accountId: string | undefined) {
  const earlier = await tx
    .selectFrom('services.case')
    .select(['id', 'number'])
    .where('id', '=', draftId)
    .where('account_id', '=', accountId ?? '')
    .executeTakeFirst()
  if (!earlier) throw notFound()
  return { caseId: earlier.id, number: earlier.number as string | undefined, waiting: 0 }
}

function requireComplete(journey: Journey): void {
  if (journey.complete) return
  const fields = journey.pages.flatMap((page) => page.errors)
  throw new AppError('invalid-input', {
    fields,
    text: {
      id: 'Masih ada bagian yang belum lengkap. Lengkapi dahulu, lalu kirim.',
      en: 'Some parts are not complete yet. Complete them, then send.',
    },
  })
}
