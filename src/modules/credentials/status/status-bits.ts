import { createHmac } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'

/** Cards in one list, and in one piece of it. */
export const listSize = 2 ** 20
export const pieceBits = 2 ** 15
const halfBits = 10
const halfMask = 2 ** halfBits - 1

/** Bits as they travel: zlib in base64url (Token Status List, 4.1); the first entry is the lowest bit of the first byte. */
export function packBits(bits: Uint8Array): string {
  return deflateSync(bits, { level: 9 }).toString('base64url')
}

export function unpackBits(text: string, mostBytes = listSize): Buffer {
  return inflateSync(Buffer.from(text, 'base64url'), { maxOutputLength: mostBytes })
}

/** @param bits of one entry: 1, 2, 4 or 8 */
export function statusAt(list: Uint8Array, index: number, bits = 1): number {
  const perByte = 8 / bits
  const byte = list[Math.floor(index / perByte)]
  if (byte === undefined) throw new RangeError(`entry ${index} is outside of the list`)
  return (byte >> ((index % perByte) * bits)) & (2 ** bits - 1)
}

/** A list from its pieces; one that has no row is all zero. */
export function joinPieces(pieces: readonly { readonly piece: number; readonly bits: Uint8Array }[]): Buffer {
  const list = Buffer.alloc(listSize / 8)
  for (const { piece, bits } of pieces) list.set(bits, (piece * pieceBits) / 8)
  return list
}

/**
 * Where the n-th card stands in its list: every place once, in an order that tells nobody which cards were made together.
 * Four rounds of a Feistel network under a key of the region and the list.
 */
export function scatteredIndex(key: Buffer, list: number, n: number): number {
  let left = n >> halfBits
  let right = n & halfMask
  for (let round = 0; round < 4; round += 1) {
    const mixed = createHmac('sha256', key).update(`${list}/${round}/${right}`).digest().readUInt16BE(0) & halfMask
    ;[left, right] = [right, left ^ mixed]
  }
  return (left << halfBits) | right
}
