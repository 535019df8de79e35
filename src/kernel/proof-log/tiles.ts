import { type Kysely, sql } from 'kysely'
import type { AnyHandle, Database } from '../db/database.ts'
import { completeNodes, foldNodes, hashBytes, type LeafRange, rootOfBytes, rootOfRow, type TreeNode } from './merkle.ts'

/*
 * The tree as it is stored: rows of sixteen hashes. Level 0 holds leaf hashes; a hash of level n + 1 is the root of a
 * full row of level n. Sixteen and not the 256 of the public tiles, because a proof then needs eleven small rows instead
 * of four rows that are read from beside the table and hashed 250 times each.
 */

export const rowWidth = 16
const rowHeight = 4

export interface StoredRow {
  readonly level: number
  readonly index: number
  readonly hashes: readonly Buffer[]
}

/** Where a complete subtree lies: which row, and which of its hashes. */
interface Place {
  readonly key: string
  readonly level: number
  readonly index: number
  readonly from: number
  readonly count: number
}

function placeOf({ height, index }: TreeNode): Place {
  const level = Math.floor(height / rowHeight)
  const count = 2 ** (height % rowHeight)
  const first = index * count
  const row = Math.floor(first / rowWidth)
  return { key: `${level}/${row}`, level, index: row, from: first - row * rowWidth, count }
}

/** Rows by level and index, each as its hashes one after another. */
export type RowBytes = ReadonlyMap<string, Buffer>

/** Hashes of ranges of a tree, in one question to the database. */
export async function readRanges(db: AnyHandle, ranges: readonly LeafRange[]): Promise<Buffer[]> {
  const wanted = new Map(ranges.flatMap(completeNodes).map((node) => [placeOf(node).key, placeOf(node)]))
  return rangeHashes(await readRows(db, [...wanted.values()]), ranges)
}

/** Hashes of ranges from rows that were read. */
export function rangeHashes(rows: RowBytes, ranges: readonly LeafRange[]): Buffer[] {
  return ranges.map((range) =>
    foldNodes(
      completeNodes(range).map((node) => {
        const { key, from, count } = placeOf(node)
        const row = rows.get(key)
        if (!row || row.length < (from + count) * hashBytes) throw new Error(`the stored tree lacks row ${key}`)
        return rootOfBytes(row, from * hashBytes, count)
      }),
    ),
  )
}

async function readRows(
  db: AnyHandle,
  wanted: readonly { level: number; index: number }[],
): Promise<Map<string, Buffer>> {
  if (wanted.length === 0) return new Map()
  const levels = wanted.map((row) => row.level)
  const indexes = wanted.map((row) => row.index)
  const { rows } = await sql<{ level: number; index: number; hashes: Buffer }>`
    select t.level, t.index, t.hashes from unnest(${levels}::smallint[], ${indexes}::bigint[]) as w (level, index)
    join kernel.proof_tile t on t.level = w.level and t.index = w.index`.execute(db)
  return new Map(rows.map((row) => [`${row.level}/${row.index}`, row.hashes]))
}

/** Reads the rows that `kernel.proof_material` packs: level, index and length before the hashes of each. */
export function unpackRows(packed: Buffer): RowBytes {
  const rows = new Map<string, Buffer>()
  for (let at = 0; at < packed.length; ) {
    const end = at + 12 + packed.readUInt16BE(at + 10)
    rows.set(`${packed.readUInt16BE(at)}/${packed.readBigUInt64BE(at + 2)}`, packed.subarray(at + 12, end))
    at = end
  }
  return rows
}

function hashesOf(bytes: Buffer): Buffer[] {
  return Array.from({ length: bytes.length / hashBytes }, (_, at) =>
    bytes.subarray(at * hashBytes, (at + 1) * hashBytes),
  )
}

/** Height of the tiles that are published. */
const tileHeight = 8
export const tileWidth = 2 ** tileHeight

/** A public tile of C2SP tlog-tiles: `width` hashes of subtrees of 256^level leaves. Undefined when it is not there. */
export async function readTile(
  db: AnyHandle,
  tile: { readonly level: number; readonly index: number; readonly width: number },
): Promise<Buffer | undefined> {
  const level = (tile.level * tileHeight) / rowHeight
  const first = tile.index * (tileWidth / rowWidth)
  const rows = await sql<{ hashes: Buffer }>`
    select hashes from kernel.proof_tile
    where level = ${level} and index >= ${first} and index < ${first + tileWidth / rowWidth} order by index`.execute(db)
  const bytes = Buffer.concat(rows.rows.map((row) => row.hashes))
  return bytes.length < tile.width * hashBytes ? undefined : bytes.subarray(0, tile.width * hashBytes)
}

const rowsAtOnce = 5000

export async function storeRows(tx: Kysely<Database>, rows: readonly StoredRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const part = rows.slice(at, at + rowsAtOnce)
    await sql`insert into kernel.proof_tile (level, index, hashes)
      select * from unnest(${part.map((row) => row.level)}::smallint[], ${part.map((row) => row.index)}::bigint[],
        ${part.map((row) => Buffer.concat(row.hashes))}::bytea[])
      on conflict (level, index) do update set hashes = excluded.hashes`.execute(tx)
  }
}

/** The right edge of a stored tree: takes leaves and says which rows changed. */
export class TreeEdge {
  private readonly changed = new Map<string, StoredRow>()
  /** The last, unfinished row of each level. */
  private readonly open: Buffer[][]
  private readonly counts: number[] = []

  private constructor(
    open: Buffer[][],
    private leaves: number,
  ) {
    this.open = open
    for (let left = leaves; this.counts.length < open.length; left = Math.floor(left / rowWidth)) this.counts.push(left)
  }

  static async load(db: AnyHandle, size: number): Promise<TreeEdge> {
    const open: { level: number; index: number; width: number }[] = []
    for (let left = size, level = 0; left > 0; left = Math.floor(left / rowWidth), level += 1) {
      open.push({ level, index: Math.floor(left / rowWidth), width: left % rowWidth })
    }
    const rows = await readRows(
      db,
      open.filter((row) => row.width > 0),
    )
    const edges = open.map(({ level, index, width }) => {
      const hashes = width ? hashesOf(rows.get(`${level}/${index}`) ?? Buffer.alloc(0)) : []
      if (hashes.length !== width) throw new Error(`row ${level}/${index} of the stored tree has another width`)
      return hashes
    })
    return new TreeEdge(edges, size)
  }

  get size(): number {
    return this.leaves
  }

  append(leaf: Buffer): void {
    this.leaves += 1
    this.put(0, leaf)
  }

  private put(level: number, hash: Buffer): void {
    const row = this.open[level] ?? []
    const count = this.counts[level] ?? 0
    const index = Math.floor(count / rowWidth)
    row.push(hash)
    this.counts[level] = count + 1
    this.changed.set(`${level}/${index}`, { level, index, hashes: row })
    const isFull = row.length === rowWidth
    this.open[level] = isFull ? [] : row
    if (isFull) this.put(level + 1, rootOfRow(row))
  }

  root(): Buffer {
    const parts = completeNodes({ from: 0, to: this.leaves }).map((node) => {
      const { level, from, count } = placeOf(node)
      return rootOfRow((this.open[level] as Buffer[]).slice(from, from + count))
    })
    return foldNodes(parts)
  }

  /** Rows that are new or longer than they were. */
  rows(): StoredRow[] {
    return [...this.changed.values()]
  }
}
