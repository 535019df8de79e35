import { sql } from 'kysely'
import { instantOf } from '../clock/clock.ts'
import type { AnyHandle } from '../db/database.ts'
import { entryText } from '../journal/entry.ts'
import { consistencyPath, inclusionPath, type LeafRange } from './merkle.ts'
import { rangeHashes, readRanges, tileWidth, unpackRows } from './tiles.ts'
import { ProofRefused } from './verify.ts'

/** One signed head. */
export interface TreeHead {
  readonly size: number
  readonly root: Buffer
  readonly at: Temporal.Instant
  /** The C2SP checkpoint, with the lines of the witnesses that are known by now. */
  readonly note: string
  readonly witnesses: number
}

/** That an event or access record is in the log, for anyone to check without us. */
export interface InclusionProof {
  readonly id: string
  readonly source: 'event' | 'access' | 'document'
  /** The bytes of the leaf. */
  readonly entry: string
  readonly leafIndex: number
  readonly treeSize: number
  /** From the sibling of the leaf up to the child of the root. */
  readonly path: readonly Buffer[]
  readonly head: TreeHead
}

/** Proof of an event or access record under the newest head; undefined while no head covers it, or for an unknown id. */
export async function inclusionProofOf(db: AnyHandle, eventId: string): Promise<InclusionProof | undefined> {
  const { rows } = await sql<Omit<LeafRow, 'id'> & HeadRow & { tree: Buffer }>`
    select * from kernel.proof_material(${eventId})`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  return proofOf({ ...row, id: eventId.toLowerCase() }, headOf(row), (path) => rangeHashes(unpackRows(row.tree), path))
}

/**
 * Proof of the leaf at a place, in the tree of a size.
 * @throws ProofRefused when there is no head of that size, or the tree is too small
 */
export async function inclusionProofAt(db: AnyHandle, leafIndex: number, treeSize: number): Promise<InclusionProof> {
  const head = await findHead(db, treeSize)
  if (!head) throw new ProofRefused(`no head of size ${treeSize} was signed`)
  if (leafIndex >= treeSize) throw new ProofRefused(`leaf ${leafIndex} cannot be in a tree of ${treeSize} leaves`)
  const { rows } = await sql<LeafRow>`
    select leaf_index, source, id, commitment from journal.leaf where leaf_index = ${leafIndex}`.execute(db)
  if (!rows[0]) throw new ProofRefused(`leaf ${leafIndex} is not there`)
  const hashes = await readRanges(db, inclusionPath(leafIndex, treeSize))
  return proofOf(rows[0], head, () => hashes)
}

interface LeafRow {
  leaf_index: number
  source: 'event' | 'access' | 'document'
  id: string
  commitment: Buffer
}

function proofOf(leaf: LeafRow, head: TreeHead, hashesOf: (path: LeafRange[]) => Buffer[]): InclusionProof {
  return {
    id: leaf.id,
    source: leaf.source,
    entry: entryText(leaf.id, leaf.commitment),
    leafIndex: leaf.leaf_index,
    treeSize: head.size,
    path: hashesOf(inclusionPath(leaf.leaf_index, head.size)),
    head,
  }
}

/** The hashes that show that the log of `second` leaves continues that of `first`. @throws ProofRefused */
export async function consistencyProof(db: AnyHandle, first: number, second: number): Promise<Buffer[]> {
  if (first > second) throw new ProofRefused(`a tree of ${second} leaves cannot continue one of ${first}`)
  const newest = (await latestHead(db))?.size ?? 0
  if (second > newest) throw new ProofRefused(`the log has ${newest} leaves, not ${second}`)
  return first === 0 || first === second ? [] : readRanges(db, consistencyPath(first, second))
}

interface HeadRow {
  size: number
  root: Buffer
  at: Date
  note: string
  lines: string[]
}

const headColumns = sql`h.size, h.root, h.at, h.note,
  array(select c.line from journal.cosignature c where c.size = h.size order by c.received_at) as lines`

function headOf(row: HeadRow): TreeHead {
  return {
    size: row.size,
    root: row.root,
    at: instantOf(row.at),
    note: row.note + row.lines.map((line) => `${line}\n`).join(''),
    witnesses: row.lines.length,
  }
}

export async function latestHead(db: AnyHandle): Promise<TreeHead | undefined> {
  const { rows } = await sql<HeadRow>`
    select ${headColumns} from journal.tree_head h order by h.size desc limit 1`.execute(db)
  return rows[0] && headOf(rows[0])
}

export async function findHead(db: AnyHandle, size: number): Promise<TreeHead | undefined> {
  const { rows } = await sql<HeadRow>`select ${headColumns} from journal.tree_head h where h.size = ${size}`.execute(db)
  return rows[0] && headOf(rows[0])
}

/** Heads, newest first. @param below only smaller ones */
export async function listHeads(
  db: AnyHandle,
  options: { readonly below?: number | undefined; readonly limit: number },
): Promise<TreeHead[]> {
  const { rows } = await sql<HeadRow>`
    select ${headColumns} from journal.tree_head h ${options.below === undefined ? sql`` : sql`where h.size < ${options.below}`}
    order by h.size desc limit ${options.limit}`.execute(db)
  return rows.map(headOf)
}

/** How many events and access records no head covers yet. */
export async function countWaiting(db: AnyHandle): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from kernel.proof_pending`.execute(db)
  return rows[0]?.n ?? 0
}

/**
 * What of the last two days is missing: records that neither wait nor are in the log, and how long the oldest waits.
 * For whoever looks after the machine.
 */
export async function examineLog(db: AnyHandle): Promise<{ readonly lost: number; readonly oldestMinutes: number }> {
  const { rows } = await sql<{ lost: number; minutes: number }>`
    select (select count(*)::int from (
        select id from journal.event where at > now() - interval '2 days' and commitment is not null
        union all select id from journal.access where at > now() - interval '2 days' and commitment is not null
      ) as written
      where not exists (select 1 from journal.leaf l where l.id = written.id)
        and not exists (select 1 from kernel.proof_pending p where p.id = written.id)) as lost,
      (select coalesce(extract(epoch from now() - min(at)) / 60, 0)::int from kernel.proof_pending) as minutes`.execute(
    db,
  )
  return { lost: rows[0]?.lost ?? 0, oldestMinutes: rows[0]?.minutes ?? 0 }
}

/** Whether a record is in the journal and waits for the next head. */
export async function isWaiting(db: AnyHandle, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from kernel.proof_pending where id = ${id}`.execute(db)
  return rows.length > 0
}

/** The id of the record at a place in the log. */
export async function findLeafId(db: AnyHandle, leafIndex: number): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from journal.leaf where leaf_index = ${leafIndex}`.execute(db)
  return rows[0]?.id
}

/** Public entries from a place on, in order; at most 256. */
export async function readEntries(db: AnyHandle, from: number, count = tileWidth): Promise<string[]> {
  const { rows } = await sql<{ id: string; commitment: Buffer }>`
    select id, commitment from journal.leaf
    where leaf_index >= ${from} and leaf_index < ${from + count} order by leaf_index`.execute(db)
  return rows.map((row) => entryText(row.id, row.commitment))
}

/** Heads larger than one, smallest first. */
export async function listHeadsAbove(db: AnyHandle, above: number, limit: number): Promise<TreeHead[]> {
  const { rows } = await sql<HeadRow>`
    select ${headColumns} from journal.tree_head h where h.size > ${above} order by h.size limit ${limit}`.execute(db)
  return rows.map(headOf)
}
