import type { Selectable } from 'kysely'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { Guarded } from './access.ts'
import { contentContext, headContext, type LetterContent, type LetterHead } from './content.ts'
import type { Chain, ChainStep } from './domain.ts'
import type { ApprovalTable, LetterTable, StepPostTable, StepTable } from './tables.ts'

export type LetterRow = Selectable<LetterTable>
export type ApprovalRow = Selectable<ApprovalTable>
export type StepPostRow = Selectable<StepPostTable>
export type StepRow = Selectable<StepTable>

/** A letter with its chain: the rows, and the state machine they make. */
export interface OpenLetter {
  readonly row: LetterRow
  readonly steps: readonly StepRow[]
  readonly posts: readonly StepPostRow[]
  /** Those that hold and those that were voided, oldest first. */
  readonly approvals: readonly ApprovalRow[]
  readonly chain: Chain
}

export async function findLetter(db: AnyHandle, id: string): Promise<OpenLetter | undefined> {
  const row = await db.selectFrom('letters.letter').selectAll().where('id', '=', id).executeTakeFirst()
  return row && openLetter(db, row)
}

/** Holds a letter for a change. @throws AppError not-found */
export async function lockLetter(tx: WriteHandle, id: string): Promise<OpenLetter> {
  const row = await tx.selectFrom('letters.letter').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return openLetter(tx, row)
}

async function openLetter(db: AnyHandle, row: LetterRow): Promise<OpenLetter> {
  const steps = await db
    .selectFrom('letters.step')
    .selectAll()
    .where('letter_id', '=', row.id)
    .orderBy('step')
    .execute()
  const posts = await db
    .selectFrom('letters.step_post')
    .selectAll()
    .where('letter_id', '=', row.id)
    .orderBy('step')
    .orderBy('ordinal')
    .execute()
  const approvals = await db
    .selectFrom('letters.approval')
    .selectAll()
    .where('letter_id', '=', row.id)
    .orderBy('given_at')
    .orderBy('id')
    .execute()
  return { row, steps, posts, approvals, chain: chainOf(row, steps, posts, approvals) }
}

function chainOf(
  row: LetterRow,
  steps: readonly StepRow[],
  posts: readonly StepPostRow[],
  approvals: readonly ApprovalRow[],
): Chain {
  return {
    state: row.state,
    hash: row.content_hash,
    steps: steps.map(
      (step): ChainStep => ({
        role: step.role,
        kind: step.kind ?? undefined,
        needed: step.needed,
        posts: posts.filter((post) => post.step === step.step).map((post) => post.position_id),
      }),
    ),
    approvals: approvals
      .filter((approval) => approval.voided_at === null)
      .map((approval) => ({ step: approval.step, post: approval.position_id, hash: approval.content_hash })),
    skips: posts.filter((post) => post.skipped_at).map((post) => ({ step: post.step, post: post.position_id })),
  }
}

export function guardOf({ row, posts }: Pick<OpenLetter, 'row' | 'posts'>): Guarded {
  return {
    unitPath: row.unit_path,
    security: row.security,
    state: row.state,
    drafterPersonId: row.drafter_person_id,
    posts: posts.map((post) => post.position_id),
  }
}

export function openHead(tenant: Tenant, row: Pick<LetterRow, 'head_sealed'>): LetterHead {
  return tenant.cipher.openJson<LetterHead>(row.head_sealed, headContext)
}

/** The exact text of a version; the newest one when none is named. @throws AppError not-found */
export async function getContent(
  tenant: Tenant,
  db: AnyHandle,
  letter: Pick<LetterRow, 'id' | 'version'>,
  version: number = letter.version,
): Promise<LetterContent> {
  const row = await db
    .selectFrom('letters.version')
    .select('content_sealed')
    .where('letter_id', '=', letter.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw notFound()
  return tenant.cipher.openJson<LetterContent>(row.content_sealed, contentContext)
}
