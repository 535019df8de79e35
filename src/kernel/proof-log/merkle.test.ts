import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  completeNodes,
  consistencyPath,
  emptyRoot,
  foldNodes,
  GrowingTree,
  inclusionPath,
  type LeafRange,
  leafHash,
  rootOfRow,
} from './merkle.ts'
import { mth, naiveLeaf, path, proof } from './testing/naive-tree.ts'
import { ProofRefused, verifyConsistency, verifyInclusion } from './verify.ts'

const hex = (text: string) => Buffer.from(text, 'hex')
const leavesOf = (count: number) => Array.from({ length: count }, (_, at) => naiveLeaf(Buffer.from(`leaf ${at}`)))
const rangeHash = (leaves: readonly Buffer[], range: LeafRange) =>
  foldNodes(
    completeNodes(range).map(({ height, index }) =>
      rootOfRow(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height)),
    ),
  )

/** The eight leaves with which Certificate Transparency's own implementations are tested, and what those publish. */
const published = {
  entries: ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
    hex,
  ),
  roots: [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ].map(hex),
  inclusion: [
    {
      index: 0,
      size: 8,
      path: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      index: 5,
      size: 8,
      path: [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    { index: 2, size: 3, path: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
    {
      index: 1,
      size: 5,
      path: [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
  ],
  consistency: [
    {
      first: 1,
      second: 8,
      path: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      first: 6,
      second: 8,
      path: [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    {
      first: 2,
      second: 5,
      path: [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
    {
      first: 6,
      second: 7,
      path: [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
  ],
}

describe('the tree of RFC 9162', () => {
  it('has the roots and proofs that Certificate Transparency publishes', () => {
    const leaves = published.entries.map(leafHash)
    const tree = new GrowingTree()
    for (const [at, leaf] of leaves.entries()) {
      tree.append(leaf)
      expect(tree.root()).toEqual(published.roots[at])
    }
    for (const { index, size, path } of published.inclusion) {
      const made = inclusionPath(index, size).map((range) => rangeHash(leaves, range).toString('hex'))
      expect(made).toEqual(path)
    }
    for (const { first, second, path } of published.consistency) {
      const made = consistencyPath(first, second).map((range) => rangeHash(leaves, range).toString('hex'))
      expect(made).toEqual(path)
    }
  })

  it('is at every size that of the definition, with every inclusion and consistency proof', () => {
    const all = leavesOf(70)
    expect(emptyRoot).toEqual(mth([]))
    for (let size = 1; size <= all.length; size += 1) {
      const leaves = all.slice(0, size)
      expect(rangeHash(leaves, { from: 0, to: size })).toEqual(mth(leaves))
      for (let index = 0; index < size; index += 1)
        expect(inclusionPath(index, size).map((range) => rangeHash(leaves, range))).toEqual(path(index, leaves))
      for (let first = 1; first <= size; first += 1)
        expect(consistencyPath(first, size).map((range) => rangeHash(leaves, range))).toEqual(proof(first, leaves))
    }
  })
})

const place = fc
  .integer({ min: 1, max: 300 })
  .chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)))
/** One more than the largest place, so that a second tree is always larger than the first. */
const someLeaves = leavesOf(301)

describe('a check', () => {
  it('accepts what the definition proves', () => {
    fc.assert(
      fc.property(place, ([index, size]) => {
        const leaves = someLeaves.slice(0, size)
        const root = mth(leaves)
        verifyInclusion({
          leafIndex: index,
          treeSize: size,
          leaf: leaves[index] as Buffer,
          path: path(index, leaves),
          root,
        })
        const first = { size: index + 1, root: mth(leaves.slice(0, index + 1)) }
        verifyConsistency({ first, second: { size, root }, path: proof(first.size, leaves) })
      }),
    )
  })

  it('refuses a proof in which any one thing is another', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.integer({ min: 0, max: 255 }), ([index, size], which, bit) => {
        const leaves = someLeaves.slice(0, size)
        const claim = {
          leafIndex: index,
          treeSize: size,
          leaf: leaves[index] as Buffer,
          path: path(index, leaves),
          root: mth(leaves),
        }
        const flipped = (hash: Buffer) => {
          const copy = Buffer.from(hash)
          copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7))
          return copy
        }
        const at = claim.path.length ? which % claim.path.length : 0
        const wrong = [
          { ...claim, leaf: flipped(claim.leaf) },
          { ...claim, root: flipped(claim.root) },
          { ...claim, leafIndex: index + 1 },
          { ...claim, leafIndex: index - 1 },
          { ...claim, treeSize: size * 2 },
          { ...claim, path: [...claim.path, claim.root] },
          { ...claim, path: [claim.root, ...claim.path] },
          ...(claim.path.length
            ? [
                { ...claim, path: claim.path.slice(1) },
                { ...claim, path: claim.path.slice(0, -1) },
                { ...claim, path: claim.path.with(at, flipped(claim.path[at] as Buffer)) },
              ]
            : []),
        ]
        for (const each of wrong) expect(() => verifyInclusion(each)).toThrow(ProofRefused)
      }),
    )
  })

  it('refuses consistency in which any one thing is another', () => {
    fc.assert(
      fc.property(place, fc.nat(), ([index, size], which) => {
        const leaves = someLeaves.slice(0, size + 1)
        const first = { size: index + 1, root: mth(leaves.slice(0, index + 1)) }
        const second = { size: leaves.length, root: mth(leaves) }
        const path = proof(first.size, leaves)
        const at = which % path.length
        const flipped = Buffer.from(path[at] as Buffer)
        flipped[5] = (flipped[5] as number) ^ 16
        const other = leafHash('another tree')
        const wrong = [
          { first: { ...first, root: other }, second, path },
          { first, second: { ...second, root: other }, path },
          { first: { ...first, size: first.size + 1 }, second, path },
          { first: second, second: first, path },
          { first, second, path: [] },
          { first, second, path: path.slice(1) },
          { first, second, path: path.slice(0, -1) },
          { first, second, path: [...path, other] },
          { first, second, path: [other, ...path] },
          { first, second, path: path.with(at, flipped) },
        ]
        for (const each of wrong) expect(() => verifyConsistency(each)).toThrow(ProofRefused)
      }),
    )
  })

  it('refuses sizes and indexes that are none, in words', () => {
    const [leaf] = leavesOf(1) as [Buffer]
    const claim = { leafIndex: 0, treeSize: 1, leaf, path: [], root: leaf }
    verifyInclusion(claim)
    for (const bad of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => verifyInclusion({ ...claim, leafIndex: bad })).toThrow(/cannot be in a tree/)
      expect(() => verifyInclusion({ ...claim, treeSize: bad })).toThrow(/not a count of leaves/)
    }
    expect(() => verifyInclusion({ ...claim, treeSize: 0 })).toThrow(/not a count of leaves/)
    expect(() => verifyInclusion({ ...claim, leaf: leaf.subarray(1) })).toThrow(/32 bytes/)
    const head = { size: 1, root: leaf }
    verifyConsistency({ first: { size: 0, root: emptyRoot }, second: head, path: [] })
    expect(() => verifyConsistency({ first: { size: 0, root: leaf }, second: head, path: [] })).toThrow(/empty tree/)
    expect(() => verifyConsistency({ first: head, second: { size: 1, root: emptyRoot }, path: [] })).toThrow(
      /two roots/,
    )
  })
})
