import { sql } from 'kysely'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { listDocumentsNumbered, revokeDocument } from '#modules/documents/index.ts'
import { getPerson } from '#modules/people/index.ts'
import type { TransferTable } from '../tables.ts'
import { claimContext, type MovingPackage, packageContext } from './package.ts'

export type TransferState = TransferTable['state']
/** In these the transfer has come to its end. */
export const endStates: readonly TransferState[] = ['settled', 'refused', 'lapsed', 'cancelled', 'withdrawn']

export interface NewTransfer {
  /** Given by the region that spoke first; ours when left out. */
  readonly id?: string | undefined
  readonly direction: 'out' | 'in'
  readonly channel: 'peer' | 'letter' | 'abroad'
  readonly state: TransferState
  readonly peerCode?: string | undefined
  readonly number?: string | undefined
  readonly caseId?: string | undefined
  readonly eventId?: string | undefined
  readonly familyId?: string | undefined
  readonly headName: string
  readonly peopleCount: number
  /** Where they go or come from, in words. */
  readonly otherPlace: string
  /** Village of this region; decides who may read it. */
  readonly villageCode: string
  readonly movedOn: string
  readonly validTo?: string | undefined
  readonly package?: MovingPackage | undefined
  readonly personIds?: readonly string[] | undefined
  /** Kept sealed for later: who heads those who stay, or what the other region is asked for. */
  readonly claim?: unknown
  /** A statement of this side is to be sent. */
  readonly says?: boolean | undefined
}

type By = Pick<CommandContext, 'tenant' | 'now' | 'actor'>

/** Begins a transfer. @throws conflict when somebody is on the move already */
export async function openTransfer(tx: WriteHandle, context: By, draft: NewTransfer, what: string): Promise<string> {
  const id = draft.id ?? newId<'transfer'>(context.now.epochMilliseconds)
  const open = !endStates.includes(draft.state)
  const personIds = draft.personIds ?? []
  if (open && personIds.length > 0) await refuseOnTheMove(tx, personIds)
  const now = context.now.toString()
  await tx
    .insertInto('population.transfer')
    .values({
      id,
      direction: draft.direction,
      channel: draft.channel,
      state: draft.state,
      peer_code: draft.peerCode ?? null,
      number: draft.number ?? null,
      case_id: draft.caseId ?? null,
      event_id: draft.eventId ?? null,
      family_id: draft.familyId ?? null,
      head_name: draft.headName,
      people_count: draft.peopleCount,
      other_place: draft.otherPlace,
      village_code: draft.villageCode,
      moved_on: draft.movedOn,
      valid_to: draft.validTo ?? null,
      package: draft.package ? context.tenant.cipher.sealJson(draft.package, packageContext) : null,
      claim: draft.claim ? context.tenant.cipher.sealJson(draft.claim, claimContext) : null,
      seq: draft.says ? 1 : 0,
      next_attempt_at: draft.says ? now : null,
      created_at: now,
      changed_at: now,
    })
    .execute()
  if (personIds.length > 0) {
    await tx
      .insertInto('population.transfer_person')
      .values(personIds.map((person_id) => ({ transfer_id: id, person_id, is_open: open })))
      .execute()
  }
  await noteTransfer(tx, context, id, what)
  return id
}

async function refuseOnTheMove(tx: WriteHandle, personIds: readonly string[]): Promise<void> {
  const busy = await tx
    .selectFrom('population.transfer_person')
    .select('person_id')
    .where('person_id', 'in', [...personIds])
    .where('is_open', '=', true)
    .executeTakeFirst()
  if (!busy) return
  throw new AppError('conflict', {
    params: { name: (await getPerson(tx, busy.person_id)).fullName },
    text: {
      id: '{name} sedang dalam perpindahan lain yang belum selesai. Selesaikan atau batalkan dahulu yang itu.',
      en: '{name} is in another move that is not settled. Settle or cancel that one first.',
    },
  })
}

export type TransferRow = Awaited<ReturnType<typeof lockTransfer>>

/** @throws not-found */
export async function lockTransfer(tx: WriteHandle, id: string) {
  const row = await tx.selectFrom('population.transfer').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export interface TransferChange {
  readonly state?: TransferState | undefined
  readonly reason?: string | undefined
  /** Null when it can go on by itself again. */
  readonly trouble?: string | null | undefined
  readonly eventId?: string | null | undefined
  readonly familyId?: string | null | undefined
  /** This side has something new to say to the other. */
  readonly says?: boolean | undefined
  readonly what: string
  readonly note?: string | undefined
  /** Who did it when it was not the acting party: the other region. */
  readonly by?: string | undefined
}

/** Changes a transfer that is locked; one that ended lets its people go. */
export async function changeTransfer(
  tx: WriteHandle,
  context: CommandContext,
  row: TransferRow,
  change: TransferChange,
): Promise<void> {
  const now = context.now.toString()
  const says = change.says && row.channel === 'peer'
  await tx
    .updateTable('population.transfer')
    .set({
      changed_at: now,
      ...(change.state ? { state: change.state, ...noProposal } : {}),
      ...(change.state === 'withdrawing' ? { withdrawing_since: now } : {}),
      ...(change.reason === undefined ? {} : { reason: change.reason }),
      ...(change.trouble === undefined ? {} : { trouble: change.trouble }),
      ...(change.eventId === undefined ? {} : { event_id: change.eventId }),
      ...(change.familyId === undefined ? {} : { family_id: change.familyId }),
      ...(says ? { seq: row.seq + 1, next_attempt_at: now, attempts: 0 } : {}),
    })
    .where('id', '=', row.id)
    .execute()
  if (change.state) {
    await tx
      .updateTable('population.transfer_person')
      .set({ is_open: !endStates.includes(change.state) })
      .where('transfer_id', '=', row.id)
      .execute()
    if (row.direction === 'out' && row.channel === 'peer') await settleLetter(tx, context, row, change.state)
  }
  await noteTransfer(tx, context, row.id, change.what, change.note, change.by)
}

const noProposal = { end_as: null, end_reason: null, end_by: null, end_account: null }
const notMoved = 'Perpindahan tidak jadi'

/**
 * The letter of people who did not move after all holds no longer, nor does its entry in the register of moves; when it
 * turns out late that they did move, the entry stands again.
 */
async function settleLetter(
  tx: WriteHandle,
  context: CommandContext,
  row: TransferRow,
  state: TransferState,
): Promise<void> {
  if (!row.number || !endStates.includes(state)) return
  const entry = tx.updateTable('population.entry').where('register', '=', 'move').where('number', '=', row.number)
  if (state === 'settled') {
    await entry.set({ voided_at: null, voided_reason: null }).where('voided_reason', '=', notMoved).execute()
    return
  }
  const voided = { voided_at: context.now.toString(), voided_reason: notMoved }
  await entry.set(voided).where('voided_at', 'is', null).execute()
  for (const letter of await listDocumentsNumbered(tx, 'moving-letter', row.number)) {
    if (letter.standing === 'stands') await revokeDocument(tx, context, letter.id, 'perpindahan tidak jadi')
  }
}

export async function noteTransfer(
  tx: WriteHandle,
  { actor, now }: By,
  id: string,
  what: string,
  note?: string,
  by: string = actor.name,
): Promise<void> {
  await sql`insert into population.transfer_history (transfer_id, number, at, what, by_name, note)
    select ${id}, coalesce(max(number), 0) + 1, ${now.toString()}, ${what}, ${by}, ${note ?? null}
    from population.transfer_history where transfer_id = ${id}`.execute(tx)
}

export function openPackage({ tenant }: Pick<CommandContext, 'tenant'>, sealed: Buffer): MovingPackage {
  return tenant.cipher.openJson<MovingPackage>(sealed, packageContext)
}
