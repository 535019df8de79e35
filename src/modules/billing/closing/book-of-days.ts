import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { canonicalJson } from '#kernel/journal/journal.ts'

/** What moved on one account of the journal in the days of a closing. Amounts as text, so that a hash of them stays. */
export interface AccountTotal {
  readonly account: string
  readonly kind: 'cash' | 'suspense' | 'revenue' | 'due-to' | 'refunds-payable'
  readonly debit: string
  readonly credit: string
}

export interface BookOfDays {
  readonly totals: readonly AccountTotal[]
  readonly entries: number
  /** SHA-256 over all lines in their order, in hexadecimal. */
  readonly entriesHash: string
}

/** The journal of some days, read anew: its totals and a hash of every line. */
export async function bookOfDays(db: AnyHandle, from: string, to: string): Promise<BookOfDays> {
  const range = sql`e.entry_on between ${from}::date and ${to}::date`
  const totals = await sql<AccountTotal>`
    select l.account, a.kind, sum(l.debit)::text as debit, sum(l.credit)::text as credit
    from billing.journal_entry e join billing.journal_line l on l.entry_id = e.id
    join billing.journal_account a on a.code = l.account
    where ${range} group by l.account, a.kind order by l.account`.execute(db)
  const lines = await sql<{ n: number; hash: string }>`
    select count(distinct e.id)::int as n, encode(sha256(convert_to(coalesce(string_agg(
      concat_ws('|', e.id, e.kind, e.payment_id, e.entry_on, l.position, l.account, l.bill_id, l.debit, l.credit),
      E'\n' order by e.id, l.position), ''), 'UTF8')), 'hex') as hash
    from billing.journal_entry e join billing.journal_line l on l.entry_id = e.id where ${range}`.execute(db)
  return { totals: totals.rows, entries: lines.rows[0]?.n ?? 0, entriesHash: lines.rows[0]?.hash ?? '' }
}

export interface ClosingFacts extends BookOfDays {
  readonly number: number
  readonly from: string
  readonly to: string
  readonly previousHash: string | undefined
}

/** The link of the chain: whoever changes a closing, or a line of its days, changes this hash and all that follow. */
export function closingHash({ number, from, to, totals, entries, entriesHash, previousHash }: ClosingFacts): string {
  const facts = { number, from, to, totals, entries, entriesHash, previousHash: previousHash ?? null }
  return createHash('sha256').update(canonicalJson(facts)).digest('hex')
}
