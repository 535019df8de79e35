import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { recordAccess } from '#kernel/journal/journal.ts'
import { cardFields, cardTitles } from '../cards/fields.ts'
import type { Verdict } from '../check/verdict.ts'
import { fieldName } from '../domain.ts'

/** Enters a card that was shown and opened in one moment, and tells holder and subject. @returns id of the showing */
export async function recordShowing(
  tx: WriteHandle,
  context: CommandContext,
  verdict: Verdict & { readonly card: NonNullable<Verdict['card']> },
  to: { readonly channel: 'page' | 'program'; readonly audience: string; readonly purpose: string },
): Promise<string> {
  const { channel, audience, purpose } = to
  const id = newId<'showing'>(context.now.epochMilliseconds)
  const now = context.now.toString()
  await tx
    .insertInto('credentials.showing')
    .values({
      id,
      credential_id: verdict.card.credentialId,
      holder_person_id: verdict.card.holderPersonId,
      channel,
      fields: fieldsOf(verdict),
      audience,
      purpose,
      made_at: now,
      expires_at: now,
      opened_at: now,
      outcome: verdict.valid ? 'valid' : 'invalid',
    })
    .execute()
  await recordReading(tx, context, verdict, { id, audience, purpose })
  return id
}

export const fieldsOf = ({ shown }: Verdict): string[] => shown.map(fieldName).slice(0, 40)

/**
 * What holder and subject read in their own record: what was shown, to whom, what for. Nothing is recorded of a forgery.
 * @basis UU 27/2022 pasal 7, 31 (riwayat pemrosesan)
 */
export async function recordReading(
  tx: WriteHandle,
  { actor, now }: CommandContext,
  { card, shown, valid }: Verdict,
  showing: { readonly id: string; readonly audience: string; readonly purpose: string },
): Promise<void> {
  if (!card || !valid) return
  const known = cardFields[card.kind]
  const labels = shown
    .map(fieldName)
    .flatMap((name) => known.filter((field) => fieldName(field.path) === name).map((field) => field.label.id))
  const what = labels.join(', ') || 'tanpa data'
  const purpose = `${cardTitles[card.kind].id} digital ditunjukkan kepada ${showing.audience} untuk ${showing.purpose}: ${what}`
  const people = new Set([card.holderPersonId, card.subjectPersonId])
  const records = [...people].map((personId) => ({
    personId,
    object: { type: 'credential-showing', id: showing.id },
    purpose,
  }))
  await recordAccess(tx, actor, records, now)
}
