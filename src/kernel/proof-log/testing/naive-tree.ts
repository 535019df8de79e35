import { createHash } from 'node:crypto'

/*
 * The tree once more, as slowly and as close to the text of RFC 9162 as it can be written, sharing no line with the
 * product: 2.1.1 MTH, 2.1.3.1 PATH, 2.1.4.1 PROOF and SUBPROOF.
 */

const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

export const naiveLeaf = (entry: Buffer): Buffer => sha256(Buffer.of(0), entry)
const node = (left: Buffer, right: Buffer) => sha256(Buffer.of(1), left, right)

/** "the largest power of two smaller than n" */
function k(n: number): number {
  let power = 1
  while (power << 1 < n) power <<= 1
  return power
}

/** @param leaves leaf hashes */
export function mth(leaves: readonly Buffer[]): Buffer {
  const n = leaves.length
  if (n === 0) return sha256()
  if (n === 1) return leaves[0] as Buffer
  return node(mth(leaves.slice(0, k(n))), mth(leaves.slice(k(n))))
}

export function path(m: number, leaves: readonly Buffer[]): Buffer[] {
  const n = leaves.length
  if (n === 1) return []
  if (m < k(n)) return [...path(m, leaves.slice(0, k(n))), mth(leaves.slice(k(n)))]
  return [...path(m - k(n), leaves.slice(k(n))), mth(leaves.slice(0, k(n)))]
}

export function proof(m: number, leaves: readonly Buffer[]): Buffer[] {
  return subproof(m, leaves, true)
}

function subproof(m: number, leaves: readonly Buffer[], b: boolean): Buffer[] {
  const n = leaves.length
  if (m === n) return b ? [] : [mth(leaves)]
  if (m <= k(n)) return [...subproof(m, leaves.slice(0, k(n)), b), mth(leaves.slice(k(n)))]
  return [...subproof(m - k(n), leaves.slice(k(n)), false), mth(leaves.slice(0, k(n)))]
}
