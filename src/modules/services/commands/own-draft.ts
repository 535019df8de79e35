import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { Answers } from '../definition/expressions.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { getDefinition } from '../definition/store.ts'
import { knownSources } from '../extensions.ts'
import { type Journey, journeyOf } from '../form/journey.ts'
import { listAttachments } from '../queries/attachments.ts'

export const draftContext = 'services.draft.answers'

export interface OpenDraft {
  readonly id: string
  readonly definition: ServiceDefinition
  readonly accountId: string
  readonly personId: string
  readonly answers: Answers
  readonly seen: readonly string[]
  readonly updatedAt: Temporal.Instant
}

/** A draft of this account, opened. Anybody else's does not exist. @throws not-found */
export async function getOwnDraft(...given: Parameters<typeof findOwnDraft>): Promise<OpenDraft> {
  const found = await findOwnDraft(...given)
  if (!found) throw notFound()
  return found
}

export async function findOwnDraft(
  tenant: Tenant,
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
    definition: await getDefinition(db, row.service_id, row.version),
    accountId: row.account_id,
    personId: row.person_id,
    answers: tenant.cipher.openJson<Answers>(row.answers, draftContext),
    seen: row.seen_pages,
    updatedAt: Temporal.Instant.fromEpochMilliseconds(row.updated_at.getTime()),
  }
}

/** The application as it stands: answers, attached files, what registers know, what is still wrong. */
export async function draftJourney(
  tenant: Tenant,
  db: AnyHandle,
  draft: OpenDraft,
  now: Temporal.Instant,
): Promise<Journey> {
  const known = await knownSources.get(draft.definition.known)(tenant, db, draft.personId)
  const files = await listAttachments(db, draft.id)
  return journeyOf(draft.definition, {
    answers: { ...draft.answers, ...fileAnswers(files) },
    known,
    today: dayOf(now, tenant.profile.zone).toString(),
    seen: draft.seen,
  })
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
