import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import type { ByteSource } from './stored-file.ts'
import { Unreadable } from './unreadable.ts'

/** One file inside a zip archive (APPNOTE 6.3.10). */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly packedSize: number
  readonly headerAt: number
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const longestEnd = 65_557
const mostEntries = 20_000

/** The directory of an archive. @throws Unreadable */
export async function readZip(source: ByteSource): Promise<ReadonlyMap<string, ZipEntry>> {
  const tailFrom = Math.max(0, source.size - longestEnd)
  const tail = await source.read(tailFrom, longestEnd)
  let at = tail.length - 22
  while (at >= 0 && tail.readUInt32LE(at) !== endSignature) at -= 1
  if (at < 0) throw new Unreadable('damaged')
  let count = tail.readUInt16LE(at + 10)
  let size = tail.readUInt32LE(at + 12)
  let offset = tail.readUInt32LE(at + 16)
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
    const locator = at - 20
    if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) throw new Unreadable('damaged')
    const end64 = await source.read(Number(tail.readBigUInt64LE(locator + 8)), 56)
    if (end64.length < 56 || end64.readUInt32LE(0) !== end64Signature) throw new Unreadable('damaged')
    count = Number(end64.readBigUInt64LE(32))
    size = Number(end64.readBigUInt64LE(40))
    offset = Number(end64.readBigUInt64LE(48))
  }
  if (count > mostEntries || size > 64 * 1024 * 1024 || offset + size > source.size) throw new Unreadable('damaged')
  return readDirectory(await source.read(offset, size), count)
}

function readDirectory(bytes: Buffer, count: number): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw new Unreadable('damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const large = largeSizes(extra, {
      unpacked: bytes.readUInt32LE(at + 24),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    })
    entries.set(name.replaceAll('\\', '/'), {
      name,
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packedSize: large.packed,
      headerAt: large.offset,
    })
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Sizes past four gigabytes stand in a field of their own (Zip64). */
function largeSizes(extra: Buffer, small: { unpacked: number; packed: number; offset: number }) {
  const full = 0xffffffff
  const sizes = { packed: small.packed, offset: small.offset }
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    const next = () => {
      const value = Number(extra.readBigUInt64LE(field))
      field += 8
      return value
    }
    if (small.unpacked === full) next()
    if (small.packed === full) sizes.packed = next()
    if (small.offset === full) sizes.offset = next()
  }
  return sizes
}

/**
 * The unpacked bytes of one entry, as they come.
 * @param most a file that unpacks to more is an attack, or too much to be read here
 * @throws Unreadable
 */
export async function* unpack(source: ByteSource, entry: ZipEntry, most: number): AsyncGenerator<Buffer> {
  if (entry.isEncrypted || (entry.method !== 0 && entry.method !== 8)) throw new Unreadable('damaged')
  const header = await source.read(entry.headerAt, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== localSignature) throw new Unreadable('damaged')
  const from = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = source.chunks(from, from + entry.packedSize)
  let size = 0
  for await (const chunk of entry.method === 0 ? packed : inflated(packed)) {
    size += chunk.length
    if (size > most) throw new Unreadable('unpacks-too-large')
    yield chunk
  }
}

async function* inflated(packed: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  const input = Readable.from(packed)
  input.once('error', (error) => inflate.destroy(error))
  input.pipe(inflate)
  try {
    for await (const chunk of inflate) yield chunk as Buffer
  } catch (error) {
    if (error instanceof Unreadable) throw error
    if (/^Z_/.test(String((error as { code?: unknown }).code))) throw new Unreadable('damaged', undefined, error)
    throw error
  } finally {
    input.destroy()
    inflate.destroy()
  }
}

/** A small part of an archive as text. */
export async function unpackText(source: ByteSource, entry: ZipEntry, most = 32 * 1024 * 1024): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of unpack(source, entry, most)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
