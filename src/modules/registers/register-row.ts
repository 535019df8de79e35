import { type Selectable, sql } from 'kysely'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import type { NumberTable, RegisterTable } from './tables.ts'

export type RegisterRow = Selectable<RegisterTable>

export function findRegister(db: AnyHandle, key: string): Promise<RegisterRow | undefined> {
  return db.selectFrom('registers.register').selectAll().where('key', '=', key).executeTakeFirst()
}

/** @throws AppError not-found */
export async function getRegister(db: AnyHandle, key: string): Promise<RegisterRow> {
  const row = await findRegister(db, key)
  if (!row) throw notFound()
  return row
}

/** A register with the pattern that the region decided on for a day, if it did. */
export async function findRegisterOn(
  db: AnyHandle,
  key: string,
  day: Temporal.PlainDate,
): Promise<(RegisterRow & { readonly pattern: string | null }) | undefined> {
  const { rows } = await sql<RegisterRow & { pattern: string | null }>`
    select r.*, (select p.pattern from registers.pattern p where p.register_id = r.id
      and p.valid_from <= ${day.toString()} order by p.valid_from desc limit 1) as pattern
    from registers.register r where r.key = ${key}`.execute(db)
  return rows[0]
}

/** The pattern that the region decided on for a day, if it did. */
export async function patternOn(
  db: AnyHandle,
  registerId: string,
  day: Temporal.PlainDate,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('registers.pattern')
    .select('pattern')
    .where('register_id', '=', registerId)
    .where('valid_from', '<=', day.toString())
    .orderBy('valid_from', 'desc')
    .executeTakeFirst()
  return row?.pattern
}

/** @throws AppError wrong-state when the region has not decided on one */
export async function getPattern(db: AnyHandle, registerId: string, day: Temporal.PlainDate): Promise<string> {
  const pattern = await patternOn(db, registerId, day)
  if (pattern) return pattern
  throw new AppError('wrong-state', {
    text: {
      id: 'Buku ini belum memiliki pola nomor untuk hari itu. Tetapkan polanya dahulu.',
      en: 'This register has no pattern for that day. Set the pattern first.',
    },
  })
}

/** Locks a number for a change. @throws AppError not-found */
export async function lockNumber(tx: WriteHandle, id: string): Promise<Selectable<NumberTable>> {
  const row = await tx.selectFrom('registers.number').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}
