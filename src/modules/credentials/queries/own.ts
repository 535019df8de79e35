import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { CardKind } from '../domain.ts'

export interface OwnDevice {
  readonly id: string
  readonly kind: 'browser' | 'wallet'
  readonly name: string
  readonly addedAt: Temporal.Instant
  /** Cards on it that hold. */
  readonly cards: number
}

/** Devices on which cards lie that hold, the newest first. */
export async function listOwnDevices(db: AnyHandle, personId: string, now: Temporal.Instant): Promise<OwnDevice[]> {
  const rows = await db
    .selectFrom('credentials.device as device')
    .innerJoin('credentials.credential as card', 'card.device_id', 'device.id')
    .select(['device.id', 'device.kind', 'device.name', 'device.added_at'])
    .select((row) => row.fn.countAll<string>().as('cards'))
    .where('device.person_id', '=', personId)
    .where('device.lost_at', 'is', null)
    .where('card.revoked_at', 'is', null)
    .where('card.expires_at', '>', new Date(now.epochMilliseconds))
    .groupBy(['device.id'])
    .orderBy('device.added_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    addedAt: instantOf(row.added_at),
    cards: Number(row.cards),
  }))
}

export interface OwnShowing {
  readonly id: string
  readonly kind: CardKind
  readonly fields: readonly string[]
  readonly audience: string
  readonly purpose: string
  readonly madeAt: Temporal.Instant
  readonly outcome: 'valid' | 'invalid' | 'unopened' | 'waiting'
}

export const showingPageSize = 20

/** Each time a card was shown, the newest first. @param before id of the last one on the page before */
export async function listOwnShowings(
  db: AnyHandle,
  personId: string,
  now: Temporal.Instant,
  before?: string,
): Promise<{ readonly rows: readonly OwnShowing[]; readonly next: string | undefined }> {
  let query = db
    .selectFrom('credentials.showing as showing')
    .innerJoin('credentials.credential as card', 'card.id', 'showing.credential_id')
    .select(['showing.id', 'card.kind', 'showing.fields', 'showing.audience', 'showing.purpose', 'showing.made_at'])
    .select(['showing.outcome', 'showing.expires_at'])
    .where('showing.holder_person_id', '=', personId)
  if (before) query = query.where('showing.id', '<', before)
  const rows = await query
    .orderBy('showing.id', 'desc')
    .limit(showingPageSize + 1)
    .execute()
  const shown = rows.slice(0, showingPageSize)
  return {
    rows: shown.map((row) => ({
      id: row.id,
      kind: row.kind,
      fields: row.fields,
      audience: row.audience,
      purpose: row.purpose,
      madeAt: instantOf(row.made_at),
      outcome: row.outcome ?? (row.expires_at.getTime() > now.epochMilliseconds ? 'waiting' : 'unopened'),
    })),
    next: rows.length > showingPageSize ? shown.at(-1)?.id : undefined,
  }
}
