import { dayOf } from '#kernel/clock/clock.ts'
import { issueDocuments } from '#modules/documents/index.ts'
import type { EffectUndo } from '#modules/services/index.ts'
import { voidEntries } from '../effects/entries.ts'
import { voidMarginalNotes } from '../effects/marginal-notes.ts'
import { cardDrafts } from '../family-law/cards.ts'
import { cancelOrderedCards } from './identity-card-due.ts'
import { extractAgain } from './record-change.ts'

/**
 * Takes a change of data back: the person and his card return to what is true without it, the note is struck from the
 * margin, and card and extract are issued anew.
 * @throws not-found; conflict when later events rest on it
 * @basis UU 23/2006 pasal 72; UU 30/2014 pasal 66
 */
export const undoChange: EffectUndo = async (input) => {
  const { tx, context, caseId, unitPath } = input
  const today = dayOf(context.now, context.tenant.profile.zone)
  const source = { type: 'case', id: caseId, unitPath }
  await cancelOrderedCards(input, 'Perubahan data dibatalkan')
  const noted = await voidMarginalNotes(tx, caseId, context.now)
  const cards = await voidEntries(input)
  for (const personId of noted) {
    const { documents, replaces } = await extractAgain(input, personId, today)
    const extracts = documents.map((draft) => ({ draft, options: { replaces } }))
    await issueDocuments(tx, context, extracts, source)
  }
  const drafts = await cardDrafts(context.tenant, tx, cards, today)
  await issueDocuments(
    tx,
    context,
    drafts.map((draft) => ({ draft })),
    source,
  )
}
