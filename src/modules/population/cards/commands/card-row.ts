import { randomBytes } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { listDocumentsNumbered, revokeDocument } from '#modules/documents/index.ts'
import { getPerson } from '#modules/people/index.ts'
import type { IdentityCardTable } from '../../tables.ts'
import { type CardKind, cardCode, cardMachine } from '../machine.ts'

export type CardRow = Selectable<IdentityCardTable>

/** @throws not-found */
export async function lockCard(tx: WriteHandle, id: string): Promise<CardRow> {
  const row = await tx
    .selectFrom('population.identity_card')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Takes a step of the machine and notes who took it. @throws wrong-state */
export async function stepCard(
  tx: WriteHandle,
  context: CommandContext,
  card: CardRow,
  verb: string,
  values: Partial<Omit<CardRow, 'id' | 'state' | 'state_at' | 'requested_at'>> = {},
  note?: string,
): Promise<CardRow> {
  const { to } = cardMachine.step(card.state, verb)
  const at = context.now.toString()
  await tx
    .updateTable('population.identity_card')
    .set({ ...values, state: to, state_at: at })
    .where('id', '=', card.id)
    .execute()
  await noteStep(tx, context, { cardId: card.id, verb, state: to, note })
  return { ...card, ...values, state: to }
}

async function noteStep(
  tx: WriteHandle,
  { now, actor }: CommandContext,
  step: { readonly cardId: string; readonly verb: string; readonly state: string; readonly note?: string | undefined },
): Promise<void> {
  await sql`insert into population.identity_card_step (card_id, number, verb, state, at, by_name, note)
    select ${step.cardId}, coalesce(max(number), 0) + 1, ${step.verb}, ${step.state}, ${now.toString()}, ${labelOf(actor)},
      ${step.note ?? null}
    from population.identity_card_step where card_id = ${step.cardId}`.execute(tx)
}

export interface NewCard {
  readonly kind: CardKind
  readonly personId: string
  readonly caseId: string
  readonly caseNumber: string
  readonly reason: CardRow['reason']
  readonly withPhoto: boolean
  readonly biometrics: 'none' | 'waiting'
  readonly villageCode: string
  readonly delivery: 'pick-up' | 'delivery'
  readonly deliveryAddress?: string | undefined
  readonly expiresOn?: string | undefined
}

/** Notes a card that was asked for. @throws conflict while another print of it is on its way */
export async function openCard(tx: WriteHandle, context: CommandContext, card: NewCard): Promise<CardRow> {
  const others = await tx
    .selectFrom('population.identity_card')
    .select(['id', 'state', 'print_number'])
    .where('person_id', '=', card.personId)
    .where('kind', '=', card.kind)
    .execute()
  if (others.some(({ state }) => state !== 'handed-over' && cardMachine.from(state).length > 0)) throw onItsWay()
  const id = newId<'identity-card'>(context.now.epochMilliseconds)
  const at = context.now.toString()
  await tx
    .insertInto('population.identity_card')
    .values({
      id,
      kind: card.kind,
      person_id: card.personId,
      holder_name: (await getPerson(tx, card.personId)).fullName,
      case_id: card.caseId,
      case_number: card.caseNumber,
      print_number: Math.max(0, ...others.map((other) => other.print_number)) + 1,
      reason: card.reason,
      code: cardCode(randomBytes(7)),
      with_photo: card.withPhoto,
      biometrics: card.biometrics,
      village_code: card.villageCode,
      delivery: card.delivery,
      delivery_address: card.deliveryAddress ?? null,
      expires_on: card.expiresOn ?? null,
      requested_at: at,
      state_at: at,
    })
    .execute()
  await noteStep(tx, context, { cardId: id, verb: 'request', state: 'requested', note: card.caseNumber })
  return lockCard(tx, id)
}

/** Ends the cards of one kind that somebody holds: lost, replaced, too old, dead. */
export async function endHeldCards(
  tx: WriteHandle,
  context: CommandContext,
  held: { readonly personId: string; readonly kind?: CardKind; readonly but?: string },
  reason: string,
): Promise<number> {
  let query = tx
    .selectFrom('population.identity_card')
    .selectAll()
    .where('person_id', '=', held.personId)
    .where('state', '=', 'handed-over')
  if (held.kind) query = query.where('kind', '=', held.kind)
  if (held.but) query = query.where('id', '<>', held.but)
  const rows = await query.forUpdate().execute()
  for (const row of rows) await endCard(tx, context, row, reason)
  return rows.length
}

/**
 * A card holds no longer: held ones end, others are not made after all, and the signed file of a child card is revoked
 * with it. What the courier carries is taken back when it arrives.
 */
export async function endCard(tx: WriteHandle, context: CommandContext, card: CardRow, reason: string): Promise<void> {
  const verb = card.state === 'handed-over' ? 'end' : 'cancel'
  if (cardMachine.from(card.state).some((step) => step.verb === verb)) {
    await stepCard(tx, context, card, verb, { ended_reason: reason }, reason)
  }
  if (card.kind !== 'kia' || reason === 'expired') return
  for (const file of await listDocumentsNumbered(tx, childCardTemplate, card.code)) {
    if (file.standing === 'stands') await revokeDocument(tx, context, file.id, fileReasons[reason] ?? reason)
  }
}

/** Of which template the signed file of a child card is. */
export const childCardTemplate = 'child-card'

/** Why a child card ended, as whoever checks its file reads it. */
const fileReasons: Readonly<Record<string, string>> = {
  lost: 'kartu hilang',
  replaced: 'diganti kartu baru',
  'identity-card': 'diganti KTP-el',
  deceased: 'pemegang meninggal dunia',
}

/**
 * Who is void in the register has no card: none is made, held or shown any more, whichever file asked for it.
 * @basis UU 23/2006 pasal 72
 */
export async function endCardsOf(
  tx: WriteHandle,
  context: CommandContext,
  personId: string,
  reason: string,
): Promise<void> {
  const rows = await tx
    .selectFrom('population.identity_card')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', 'not in', ['ended', 'cancelled'])
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const row of rows) await endCard(tx, context, row, reason)
}

const onItsWay = () =>
  new AppError('conflict', {
    text: {
      id: 'Kartu untuk orang ini sudah dalam proses. Tunggu sampai diserahkan, atau batalkan dahulu di meja kartu.',
      en: 'A card of this person is on its way already. Wait until it is handed over, or cancel it at the card desk first.',
    },
  })
