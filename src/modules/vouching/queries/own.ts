import type { AnyHandle } from '#kernel/db/database.ts'
import type { Comparable, ConsentState, PurposeKey } from '../domain.ts'

export interface OwnConsent {
  readonly id: string
  readonly partnerName: string
  readonly purpose: PurposeKey
  readonly fields: readonly Comparable[]
  readonly note: string
  /** `expired`: not answered in time, or over. */
  readonly state: ConsentState | 'expired'
  readonly askedAt: Temporal.Instant
  /** ISO day. */
  readonly validUntil: string
}

interface ConsentRow {
  id: string
  partner_name: string
  purpose: string
  fields: string[]
  note: string
  state: string
  asked_at: Date
  answer_until: Date
  valid_until: string
}

const consents = (db: AnyHandle) =>
  db
    .selectFrom('vouching.consent as consent')
    .innerJoin('partners.v_partner as partner', 'partner.partner_id', 'consent.partner_id')
    .select([
      'consent.id',
      'partner.name as partner_name',
      'consent.purpose',
      'consent.fields',
      'consent.note',
      'consent.state',
      'consent.asked_at',
      'consent.answer_until',
      'consent.valid_until',
    ])

/** Consents that a person was asked for, newest first. @param today ISO day */
export async function listOwnConsents(
  db: AnyHandle,
  personId: string,
  now: Temporal.Instant,
  today: string,
): Promise<OwnConsent[]> {
  const rows = await consents(db)
    .where('consent.person_id', '=', personId)
    .orderBy('consent.asked_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => toConsent(row as ConsentRow, now, today))
}

export async function findOwnConsent(
  db: AnyHandle,
  personId: string,
  id: string,
  now: Temporal.Instant,
  today: string,
): Promise<OwnConsent | undefined> {
  const row = await consents(db)
    .where('consent.person_id', '=', personId)
    .where('consent.id', '=', id)
    .executeTakeFirst()
  return row && toConsent(row as ConsentRow, now, today)
}

/** What a partner is told of a consent: never whether somebody was found. */
export async function findConsentState(
  db: AnyHandle,
  partnerId: string,
  id: string,
  now: Temporal.Instant,
  today: string,
): Promise<OwnConsent['state'] | undefined> {
  const row = await consents(db)
    .where('consent.partner_id', '=', partnerId)
    .where('consent.id', '=', id)
    .executeTakeFirst()
  return row && toConsent(row as ConsentRow, now, today).state
}

function toConsent(row: ConsentRow, now: Temporal.Instant, today: string): OwnConsent {
  const late = row.state === 'asked' && row.answer_until.getTime() < now.epochMilliseconds
  const over = row.state === 'given' && row.valid_until < today
  return {
    id: row.id,
    partnerName: row.partner_name,
    purpose: row.purpose as PurposeKey,
    fields: row.fields as Comparable[],
    note: row.note,
    state: late || over ? 'expired' : (row.state as ConsentState),
    askedAt: Temporal.Instant.fromEpochMilliseconds(row.asked_at.getTime()),
    validUntil: row.valid_until,
  }
}

export interface OwnQuestion {
  readonly id: string
  readonly partnerName: string
  readonly purpose: PurposeKey
  readonly fields: readonly Comparable[]
  readonly askedAt: Temporal.Instant
}

export const questionPageSize = 30

/** What partners asked about a person, newest first. @param before id of the last one on the page before */
export async function listOwnQuestions(
  db: AnyHandle,
  personId: string,
  before?: string,
): Promise<{ readonly rows: readonly OwnQuestion[]; readonly next: string | undefined }> {
  let query = db
    .selectFrom('vouching.question as question')
    .innerJoin('partners.v_partner as partner', 'partner.partner_id', 'question.partner_id')
    .select(['question.id', 'partner.name', 'question.purpose', 'question.fields', 'question.asked_at'])
    .where('question.person_id', '=', personId)
  // Ids rise with time.
  if (before) query = query.where('question.id', '<', before)
  const rows = await query
    .orderBy('question.id', 'desc')
    .limit(questionPageSize + 1)
    .execute()
  const shown = rows.slice(0, questionPageSize)
  return {
    rows: shown.map((row) => ({
      id: row.id,
      partnerName: row.name ?? '',
      purpose: row.purpose as PurposeKey,
      fields: row.fields as Comparable[],
      askedAt: Temporal.Instant.fromEpochMilliseconds(row.asked_at.getTime()),
    })),
    next: rows.length > questionPageSize ? shown.at(-1)?.id : undefined,
  }
}
