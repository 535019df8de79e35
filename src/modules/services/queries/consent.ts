import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { draftJourney, findOwnDraft } from '../commands/own-draft.ts'
import { readableForm } from '../form/display.ts'
import { listAskedConsents } from './mandates.ts'

/** The application that somebody was asked to agree to, as it would be sent; undefined when he was not asked. */
export async function findConsent(
  tenant: Tenant,
  db: AnyHandle,
  draftId: string,
  personId: string,
  now: Temporal.Instant,
) {
  const asked = (await listAskedConsents(db, personId)).find((consent) => consent.draftId === draftId)
  if (!asked) return undefined
  const owner = await db.selectFrom('services.draft').select('account_id').where('id', '=', draftId).executeTakeFirst()
  const draft = owner && (await findOwnDraft({ tenant, now }, db, draftId, owner.account_id))
  if (!draft) return { status: asked.status, application: undefined }
  const journey = await draftJourney(tenant, db, draft, now)
  return {
    status: asked.status,
    application: { definition: draft.definition, applicantPersonId: draft.personId, readable: readableForm(journey) },
  }
}
