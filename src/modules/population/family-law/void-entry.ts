import { dayOf } from '#kernel/clock/clock.ts'
import { issueDocuments } from '#modules/documents/index.ts'
import { voidEvent } from '#modules/people/index.ts'
import type { EffectInput, EffectUndo } from '#modules/services/index.ts'
import { voidEntries } from '../effects/entries.ts'
import { cardDrafts } from './cards.ts'

/**
 * Takes back an entry of family law: people and cards return to what is true without it, its papers no longer hold, and
 * every family whose card changed gets a new one.
 * @basis UU 23/2006 pasal 72
 */
export const voidFamilyEntry: EffectUndo = async (input) => {
  const { tx, context, caseId, unitPath } = input
  await voidCorrections(input)
  const cards = await voidEntries(input)
  const today = dayOf(context.now, context.tenant.profile.zone)
  const drafts = await cardDrafts(context.tenant, tx, cards, today)
  const orders = drafts.map((draft) => ({ draft }))
  await issueDocuments(tx, context, orders, { type: 'case', id: caseId, unitPath })
}

/** Corrections of the day rest on the entry and go before it, the last first. */
async function voidCorrections({ tx, context, caseId }: EffectInput): Promise<void> {
  const entries = await tx
    .selectFrom('population.entry')
    .select(['number', 'details'])
    .where('case_id', '=', caseId)
    .where('voided_at', 'is', null)
    .execute()
  for (const { number, details } of entries) {
    const corrections = String((details as { corrections?: string } | null)?.corrections ?? '')
    for (const eventId of corrections.split(' ').filter(Boolean).reverse()) {
      const origin = { now: context.now, source: { kind: 'case' as const, id: caseId }, reason: `Pembatalan ${number}` }
      await voidEvent(tx, context.tenant, eventId, origin)
    }
  }
}
