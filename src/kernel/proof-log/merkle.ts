import { hash } from 'node:crypto'

/*
 * The Merkle tree of RFC 9162 section 2.1: what is hashed, and which ranges of leaves a proof consists of. Counts and
 * indexes are whole numbers below 2^53, so nothing here uses operators of 32 bits.
 */

export const hashBytes = 32

/** Root of the empty tree. */
export const emptyRoot: Buffer = sha256(Buffer.alloc(0))

function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer')
}

/** SHA-256(0x00 || entry) */
export function leafHash(entry: string | Uint8Array): Buffer {
  const bytes = typeof entry === 'string' ? Buffer.from(entry, 'utf8') : entry
  const input = Buffer.allocUnsafe(bytes.length + 1)
  input[0] = 0
  input.set(bytes, 1)
  return sha256(input)
}

const pair = Buffer.alloc(1 + 2 * hashBytes, 1)

/** SHA-256(0x01 || left || right) */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1)
  pair.set(right, 1 + hashBytes)
  return sha256(pair)
}

/** Leaves `from` up to but without `to`; in proofs always a subtree of the tree. */
export interface LeafRange {
  readonly from: number
  readonly to: number
}

/** A complete subtree: the leaves index * 2^height up to (index + 1) * 2^height. */
export interface TreeNode {
  readonly height: number
  readonly index: number
}

/** Largest power of two below `count`. */
function splitOf(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

/** The subtrees whose hashes prove that leaf `index` is in the tree of `size`, from the leaf upward (2.1.3.1). */
export function inclusionPath(index: number, size: number): LeafRange[] {
  const path: LeafRange[] = []
  let from = 0
  let to = size
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (index < middle) {
      path.push({ from: middle, to })
      to = middle
    } else {
      path.push({ from, to: middle })
      from = middle
    }
  }
  return path.reverse()
}

/** The subtrees whose hashes prove that the tree of `second` leaves begins with that of `first` (2.1.4.1). */
export function consistencyPath(first: number, second: number): LeafRange[] {
  const path: LeafRange[] = []
  let from = 0
  let to = second
  let isWholeFirst = true
  while (to !== first) {
    const middle = from + splitOf(to - from)
    if (first <= middle) {
      path.push({ from: middle, to })
      to = middle
    } else {
      path.push({ from, to: middle })
      from = middle
      isWholeFirst = false
    }
  }
  if (!isWholeFirst) path.push({ from, to })
  return path.reverse()
}

/** The complete subtrees that a range consists of, largest first. */
export function completeNodes({ from, to }: LeafRange): TreeNode[] {
  const nodes: TreeNode[] = []
  let at = from
  while (at < to) {
    let height = 0
    let count = 1
    while (count * 2 <= to - at) {
      count *= 2
      height += 1
    }
    nodes.push({ height, index: at / count })
    at += count
  }
  return nodes
}

/** Hash of a range from those of its complete subtrees, largest first. */
export function foldNodes(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return emptyRoot
  return hashes.reduceRight((right, left) => nodeHash(left, right))
}

/** Root of a full row of hashes: of 1, 2, 4, 8 ... of them. */
export function rootOfRow(row: readonly Buffer[]): Buffer {
  let level = row
  while (level.length > 1) {
    const next: Buffer[] = []
    for (let at = 0; at < level.length; at += 2) next.push(nodeHash(level[at] as Buffer, level[at + 1] as Buffer))
    level = next
  }
  return level[0] as Buffer
}

/** The same from hashes that lie one after another. */
export function rootOfBytes(bytes: Buffer, offset: number, count: number): Buffer {
  if (count === 1) return Buffer.from(bytes.subarray(offset, offset + hashBytes))
  const half = count / 2
  return nodeHash(rootOfBytes(bytes, offset, half), rootOfBytes(bytes, offset + half * hashBytes, half))
}

/** A tree that only grows and remembers no more than one hash for each power of two in its size. */
export class GrowingTree {
  private readonly parts: { height: number; hash: Buffer }[] = []
  size = 0

  append(leaf: Buffer): void {
    let part = { height: 0, hash: leaf }
    for (let last = this.parts.at(-1); last?.height === part.height; last = this.parts.at(-1)) {
      this.parts.pop()
      part = { height: part.height + 1, hash: nodeHash(last.hash, part.hash) }
    }
    this.parts.push(part)
    this.size += 1
  }

  root(): Buffer {
    return foldNodes(this.parts.map((part) => part.hash))
  }

  copy(): GrowingTree {
    const copy = new GrowingTree()
    copy.parts.push(...this.parts)
    copy.size = this.size
    return copy
  }
}
