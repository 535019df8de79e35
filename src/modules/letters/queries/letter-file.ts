import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { listMandates, type Mandate } from '#modules/organization/index.ts'
import { contentContext, type LetterContent, wordsContext } from '../content.ts'
import { openTurns, type ParafKind, type Role } from '../domain.ts'
import type { OpenLetter } from '../letter-row.ts'
import { type Post, postsByIds } from './posts.ts'

/** One post of a step, with what became of it. */
export interface ShownPost {
  readonly positionId: string
  readonly post: Post | undefined
  readonly mandate: Mandate | undefined
  /** Who approved the version that stands now, and when. */
  readonly given: { readonly name: string; readonly at: Temporal.Instant } | undefined
  readonly skipped: { readonly by: string; readonly reason: string } | undefined
  readonly isTurn: boolean
}

export interface ShownStep {
  readonly step: number
  readonly role: Role
  readonly kind: ParafKind | undefined
  readonly needed: number
  readonly posts: readonly ShownPost[]
}

/** The chain of a letter as its page shows it. */
export async function readChain(db: AnyHandle, letter: OpenLetter, day: string): Promise<ShownStep[]> {
  const posts = await postsByIds(
    db,
    letter.posts.map((post) => post.position_id),
    day,
  )
  const mandates = new Map<string, Mandate>()
  for (const { mandate_id } of letter.posts) {
    if (!mandate_id || mandates.has(mandate_id)) continue
    const [mandate] = await listMandates(db, { id: mandate_id })
    if (mandate) mandates.set(mandate_id, mandate)
  }
  const turns = openTurns(letter.chain)
  return letter.steps.map((step) => ({
    step: step.step,
    role: step.role,
    kind: step.kind ?? undefined,
    needed: step.needed,
    posts: letter.posts
      .filter((post) => post.step === step.step)
      .map((post): ShownPost => {
        const given = letter.approvals.find(
          (one) => one.step === step.step && one.position_id === post.position_id && !one.voided_at,
        )
        return {
          positionId: post.position_id,
          post: posts.get(post.position_id),
          mandate: post.mandate_id ? mandates.get(post.mandate_id) : undefined,
          given: given && { name: given.name, at: instantOf(given.given_at) },
          skipped: post.skipped_at ? { by: post.skipped_by ?? '', reason: post.skip_reason ?? '' } : undefined,
          isTurn: turns.some((turn) => turn.step === step.step && turn.post === post.position_id),
        }
      }),
  }))
}

export interface HistoryRow {
  readonly id: string
  readonly at: Temporal.Instant
  readonly what: string
  readonly version: number
  readonly by: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly words: string | undefined
}

const longestHistory = 300

/** What happened, newest first. */
export async function readHistory(tenant: Tenant, db: AnyHandle, letterId: string): Promise<HistoryRow[]> {
  const rows = await db
    .selectFrom('letters.history')
    .selectAll()
    .where('letter_id', '=', letterId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(longestHistory)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: instantOf(row.at),
    what: row.what,
    version: row.version,
    by: row.by_label,
    facts: row.facts as Record<string, unknown>,
    words: row.words_sealed ? tenant.cipher.open(row.words_sealed, wordsContext) : undefined,
  }))
}

export interface VersionRow {
  readonly version: number
  readonly hash: string
  readonly changed: readonly string[]
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
}

export async function listVersions(db: AnyHandle, letterId: string): Promise<VersionRow[]> {
  const rows = await db
    .selectFrom('letters.version')
    .select(['version', 'content_hash', 'changed', 'made_at', 'made_by'])
    .where('letter_id', '=', letterId)
    .orderBy('version', 'desc')
    .limit(longestHistory)
    .execute()
  return rows.map((row) => ({
    version: row.version,
    hash: row.content_hash,
    changed: row.changed,
    madeAt: instantOf(row.made_at),
    madeBy: row.made_by,
  }))
}

/** What somebody is typing, or typed and did not save. */
export interface WorkingCopy {
  readonly tab: string
  readonly accountId: string
  readonly madeBy: string
  readonly baseVersion: number
  readonly savedAt: Temporal.Instant
}

export async function listWorkingCopies(db: AnyHandle, letterId: string): Promise<WorkingCopy[]> {
  const { rows } = await sql<{
    tab: string
    account_id: string
    made_by: string
    base_version: number
    saved_at: Date
  }>`select tab, account_id, made_by, base_version, saved_at from letters.working_copy
    where letter_id = ${letterId} order by saved_at desc limit 20`.execute(db)
  return rows.map((row) => ({
    tab: row.tab,
    accountId: row.account_id,
    madeBy: row.made_by,
    baseVersion: row.base_version,
    savedAt: instantOf(row.saved_at),
  }))
}

/** One's own typing of one window. */
export async function findTyping(
  tenant: Tenant,
  db: AnyHandle,
  letterId: string,
  own: { readonly tab: string; readonly accountId: string },
): Promise<{ readonly content: LetterContent; readonly baseVersion: number } | undefined> {
  const row = await db
    .selectFrom('letters.working_copy')
    .select(['content_sealed', 'base_version'])
    .where('letter_id', '=', letterId)
    .where('tab', '=', own.tab)
    .where('account_id', '=', own.accountId)
    .executeTakeFirst()
  return (
    row && {
      content: tenant.cipher.openJson<LetterContent>(row.content_sealed, contentContext),
      baseVersion: row.base_version,
    }
  )
}
