import { emptyRoot, hashBytes, nodeHash } from './merkle.ts'

/** A proof, head or signature that was refused; the message says why in plain words. */
export class ProofRefused extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'ProofRefused'
  }
}

function refuse(reason: string): never {
  throw new ProofRefused(reason)
}

export interface InclusionClaim {
  readonly leafIndex: number
  readonly treeSize: number
  readonly leaf: Uint8Array
  readonly path: readonly Uint8Array[]
  readonly root: Uint8Array
}

/**
 * Checks that a leaf is in a tree, by the algorithm of RFC 9162 section 2.1.3.2.
 * @throws ProofRefused
 */
export function verifyInclusion(claim: InclusionClaim): void {
  const { leafIndex, treeSize, leaf, path, root } = claim
  if (!isCount(treeSize) || treeSize === 0) refuse(`the size of the tree, ${treeSize}, is not a count of leaves`)
  if (!isCount(leafIndex) || leafIndex >= treeSize) {
    refuse(`leaf ${leafIndex} cannot be in a tree of ${treeSize} leaves`)
  }
  checkHashes([leaf, root, ...path])
  let own = leafIndex
  let last = treeSize - 1
  let hash: Uint8Array = leaf
  for (const sibling of path) {
    if (last === 0) refuse('the proof has more hashes than the tree has levels')
    if (isOdd(own) || own === last) {
      hash = nodeHash(sibling, hash)
      while (!isOdd(own) && own !== 0) {
        own = half(own)
        last = half(last)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    own = half(own)
    last = half(last)
  }
  if (last !== 0) refuse('the proof has fewer hashes than the tree has levels')
  if (!same(hash, root)) refuse('the hashes of the proof do not lead from this leaf to this root')
}

export interface ConsistencyClaim {
  readonly first: { readonly size: number; readonly root: Uint8Array }
  readonly second: { readonly size: number; readonly root: Uint8Array }
  readonly path: readonly Uint8Array[]
}

/**
 * Checks that a tree only grew, by the algorithm of RFC 9162 section 2.1.4.2.
 * @throws ProofRefused
 */
export function verifyConsistency({ first, second, path }: ConsistencyClaim): void {
  if (!isCount(first.size) || !isCount(second.size)) refuse('the size of a tree is not a count of leaves')
  if (first.size > second.size) refuse(`a tree of ${second.size} leaves cannot continue one of ${first.size}`)
  checkHashes([first.root, second.root, ...path])
  if (first.size === 0 || first.size === second.size) {
    if (path.length) refuse('no hashes are needed here, but the proof has some')
    if (first.size === 0 && !same(first.root, emptyRoot)) refuse('the root of an empty tree is another')
    if (first.size === second.size && !same(first.root, second.root)) refuse('two roots for the same size')
    return
  }
  const [start, ...rest] = isPowerOfTwo(first.size) ? [first.root, ...path] : path
  if (!start || path.length === 0) refuse('the proof is empty')
  let own = first.size - 1
  let last = second.size - 1
  while (isOdd(own)) {
    own = half(own)
    last = half(last)
  }
  let before: Uint8Array = start
  let after: Uint8Array = start
  for (const hash of rest) {
    if (last === 0) refuse('the proof has more hashes than the tree has levels')
    if (isOdd(own) || own === last) {
      before = nodeHash(hash, before)
      after = nodeHash(hash, after)
      while (!isOdd(own) && own !== 0) {
        own = half(own)
        last = half(last)
      }
    } else {
      after = nodeHash(after, hash)
    }
    own = half(own)
    last = half(last)
  }
  if (last !== 0) refuse('the proof has fewer hashes than the tree has levels')
  if (!same(before, first.root)) refuse('the hashes of the proof do not lead to the earlier root')
  if (!same(after, second.root)) refuse('the hashes of the proof do not lead to the later root')
}

function checkHashes(hashes: readonly Uint8Array[]): void {
  if (hashes.some((hash) => hash.length !== hashBytes)) refuse(`a hash has ${hashBytes} bytes`)
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0
const isOdd = (value: number) => value % 2 === 1
const half = (value: number) => Math.floor(value / 2)
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

function isPowerOfTwo(value: number): boolean {
  let power = 1
  while (power < value) power *= 2
  return power === value
}
