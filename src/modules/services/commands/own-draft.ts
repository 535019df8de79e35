import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { Answers, Known } from '../definition/expressions.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { getDefinition } from '../definition/store.ts'
import { knownSources } from '../extensions.ts'
import { type Journey, journeyOf } from '../form/journey.ts'
import { listAttachments } from '../queries/attachments.ts'
import { asksForFamily, listFamily, withPlaces } from '../queries/form-facts.ts'
import { chosenOptions } from '../queries/register-options.ts'

export const draftContext = 'services.draft.answers'

export interface OpenDraft {
  readonly id: string
  readonly definition: ServiceDefinition
  readonly accountId: string
  readonly personId: string
  readonly answers: Answers
  readonly seen: readonly string[]
  readonly mandateId: string | null
  readonly previousCaseId: string | null
  /** When it was sent and began to wait for those who have to agree. */
  readonly sentAt: Temporal.Instant | undefined
  readonly updatedAt: Temporal.Instant
}

/** A draft of this account, opened. Anybody else's does not exist. @throws not-found */
export async function getOwnDraft(...given: Parameters<typeof findOwnDraft>): Promise<OpenDraft> {
  const found = await findOwnDraft(...given)
  if (!found) throw notFound()
  return found
}

export async function findOwnDraft(
  { tenant, now }: { readonly tenant: Tenant; readonly now: Temporal.Instant },
  db: AnyHandle,
  draftId: string,
  accountId: string | undefined,
  options: { lock?: boolean } = {},
): Promise<OpenDraft | undefined> {
  const query = db
    .selectFrom('services.draft')
    .selectAll()
    .where('id', '=', draftId)
    .where('account_id', '=', accountId ?? '')
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    definition: await getDefinition(db, row.service_id, row.version, {
      on: dayOf(now, tenant.profile.zone).toString(),
    }),
    accountId: row.account_id,
    personId: row.person_id,
    answers: tenant.cipher.openJson<Answers>(row.answers, draftContext),
    seen: row.seen_pages,
    mandateId: row.mandate_id,
    previousCaseId: row.previous_case_id,
    sentAt: row.sent_at ? instantOf(row.sent_at) : undefined,
    updatedAt: Temporal.Instant.fromEpochMilliseconds(row.updated_at.getTime()),
  }
}

/** @throws wrong-state for a draft that was sent and waits for others to agree to exactly what it says */
export function requireUnsent(draft: Pick<OpenDraft, 'sentAt'>): void {
  if (!draft.sentAt) return
  throw new AppError('wrong-state', {
    text: {
      id: 'Pengajuan ini sudah dikirim dan menunggu persetujuan orang lain, jadi isinya tidak dapat diubah.',
      en: 'This application was sent and waits for others to agree, so it cannot be changed.',
    },
  })
}

/** The application as it stands: answers, attached files, what registers know, what is still wrong. */
export async function draftJourney(
  tenant: Tenant,
  db: AnyHandle,
  draft: OpenDraft,
  now: Temporal.Instant,
): Promise<Journey> {
  const known = await knownFor(tenant, db, draft.definition, draft)
  const files = await listAttachments(db, draft.id)
  const day = dayOf(now, tenant.profile.zone).toString()
  const { definition, personId, answers } = draft
  const journey = journeyOf(definition, {
    answers: { ...answers, ...fileAnswers(files) },
    known,
    options: await chosenOptions(tenant, db, definition, { answers, personId, day }),
    today: day,
    seen: draft.seen,
  })
  return withPlaces(db, journey)
}

/** What the registers know for a service, with the applicant's family where its form asks for members of it. */
export async function knownFor(
  tenant: Tenant,
  db: AnyHandle,
  definition: ServiceDefinition,
  { personId, answers }: { readonly personId: string; readonly answers: Answers },
): Promise<Known> {
  const known = await knownSources.get(definition.known)(tenant, db, personId, answers)
  return asksForFamily(definition) && !('family' in known)
    ? { ...known, family: await listFamily(tenant, db, personId) }
    : known
}

/** Files are answers too: field id to the ids of its attachments. */
export function fileAnswers(files: readonly { readonly id: string; readonly field: string }[]): Answers {
  const byField = Map.groupBy(files, (file) => file.field)
  return Object.fromEntries([...byField].map(([field, list]) => [field, list.map((file) => file.id)]))
}

export async function storeAnswers(
  tx: WriteHandle,
  context: CommandContext,
  draftId: string,
  answers: Readonly<Record<string, unknown>>,
  seen: readonly string[],
): Promise<void> {
  await tx
    .updateTable('services.draft')
    .set((eb) => ({
      answers: context.tenant.cipher.sealJson(answers, draftContext),
      seen_pages: [...seen],
      revision: eb('revision', '+', 1),
      updated_at: new Date(context.now.epochMilliseconds),
    }))
    .where('id', '=', draftId)
    .execute()
}
