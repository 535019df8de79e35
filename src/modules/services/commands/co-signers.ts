import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, type FieldError, notFound } from '#kernel/errors.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { findPersonByNik, getPerson } from '#modules/people/index.ts'
import { fieldsOf } from '../definition/check.ts'
import type { Journey } from '../form/journey.ts'
import { servicePaths } from '../paths.ts'
import { coSignMessages } from '../texts.ts'
import { draftJourney, getOwnDraft, type OpenDraft } from './own-draft.ts'
import { sendDraft, submittedPayload } from './submit-case.ts'

/**
 * Asks everybody whose consent the form needs and who has not given it. An answer that names somebody else
 * than before asks anew.
 * @returns how many have not agreed yet
 * @throws invalid-input when a person is not in the register, or has no account to agree with
 */
export async function askCoSigners(
  tx: WriteHandle,
  context: CommandContext,
  draft: OpenDraft,
  journey: Journey,
): Promise<number> {
  const fields = fieldsOf(draft.definition).filter((field) => field.coSigns && journey.answers[field.id])
  if (fields.length === 0) return 0
  const asked = await tx.selectFrom('services.co_signature').selectAll().where('owner_id', '=', draft.id).execute()
  const faults: FieldError[] = []
  let waiting = 0
  for (const field of fields) {
    const person = await findPersonByNik(context.tenant, tx, String(journey.answers[field.id]))
    const account = person && (await accountForPerson(tx, person.id))
    if (!person || !account) {
      faults.push({ path: field.id, message: person ? noAccount : notRegistered })
      continue
    }
    if (person.id === draft.personId) continue
    const earlier = asked.find((row) => row.field === field.id && row.person_id === person.id)
    if (earlier?.status === 'agreed') continue
    waiting += 1
    if (earlier?.status === 'asked') continue
    await tx
      .insertInto('services.co_signature')
      .values({
        owner_id: draft.id,
        field: field.id,
        person_id: person.id,
        status: 'asked',
        asked_at: context.now.toString(),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['owner_id', 'field'])
          .doUpdateSet({ person_id: person.id, status: 'asked', asked_at: context.now.toString(), decided_at: null }),
      )
      .execute()
    const applicant = await getPerson(tx, draft.personId)
    await sendMessage(tx, context, {
      accountId: account.id,
      ...coSignMessages.asked(draft.definition.title, applicant.fullName),
      link: servicePaths.consent(draft.id),
    })
  }
  if (faults.length) throw new AppError('invalid-input', { fields: faults })
  if (waiting > 0) {
    await tx.updateTable('services.draft').set({ sent_at: context.now.toString() }).where('id', '=', draft.id).execute()
  }
  return waiting
}

const notRegistered = {
  id: 'NIK ini tidak ditemukan dalam register penduduk.',
  en: 'This NIK is not in the population register.',
}
const noAccount = {
  id: 'Orang ini belum memiliki akun Balai. Minta ia mendaftar dahulu agar dapat menyetujui permohonan.',
  en: 'This person has no Balai account yet. Ask them to sign up, so that they can agree.',
}

/** Somebody whose consent was asked agrees or declines. The last consent sends the application. */
export const decideConsent = command({
  name: 'services.decide-consent',
  event: 'services.consent-decided.v1',
  access: citizen,
  input: z.object({ draftId: z.uuid(), agrees: z.boolean() }),
  async run(tx, input, context) {
    const mine = await tx
      .updateTable('services.co_signature')
      .set({ status: input.agrees ? 'agreed' : 'declined', decided_at: context.now.toString() })
      .where('owner_id', '=', input.draftId)
      .where('person_id', '=', context.actor.personId ?? '')
      .where('status', '=', 'asked')
      .returning('field')
      .execute()
    const owner = await tx
      .selectFrom('services.draft')
      .select('account_id')
      .where('id', '=', input.draftId)
      .executeTakeFirst()
    if (mine.length === 0 || !owner) throw notFound()
    const draft = await getOwnDraft(context, tx, input.draftId, owner.account_id, { lock: true })
    const payload = { serviceId: draft.definition.id, agrees: input.agrees, fields: mine.map((row) => row.field) }
    const event = { subject: { type: 'draft', id: draft.id }, payload }
    if (!input.agrees) {
      await tx.updateTable('services.draft').set({ sent_at: null }).where('id', '=', draft.id).execute()
      await sendMessage(tx, context, {
        accountId: draft.accountId,
        ...coSignMessages.declined(draft.definition.title, context.actor.name),
        link: servicePaths.draft(draft.id),
      })
      return { result: { sent: false }, event }
    }
    const journey = await draftJourney(context.tenant, tx, draft, context.now)
    if (!journey.complete || (await askCoSigners(tx, context, draft, journey)) > 0) {
      return { result: { sent: false }, event }
    }
    const row = await sendDraft(tx, context, draft, journey)
    return { result: { sent: true }, event: { ...event, payload: { ...payload, submitted: submittedPayload(row) } } }
  },
})
