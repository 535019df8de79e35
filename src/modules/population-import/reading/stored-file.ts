import type { Tenant } from '#kernel/tenancy/tenants.ts'

/** What the parts of an uploaded file are sealed under. */
export const partContext = 'population_import.part'

/** One piece of an uploaded file, sealed in the file store. */
export interface StoredPart {
  readonly fromByte: number
  readonly size: number
  readonly hash: string
}

/** Bytes that can be read from anywhere, a piece at a time. */
export interface ByteSource {
  readonly size: number
  read(from: number, length: number): Promise<Buffer>
  chunks(from?: number, to?: number): AsyncGenerator<Buffer>
}

/** An uploaded file over its sealed parts: at most one part is in memory. */
export function storedFile(tenant: Tenant, parts: readonly StoredPart[]): ByteSource {
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  let held: { readonly part: StoredPart; readonly bytes: Buffer } | undefined
  const open = async (part: StoredPart): Promise<Buffer> => {
    if (held?.part !== part) {
      held = { part, bytes: tenant.cipher.openBytes(await tenant.files.get(part.hash), partContext) }
    }
    return held.bytes
  }
  async function* chunks(from = 0, to = size): AsyncGenerator<Buffer> {
    for (const part of parts) {
      if (part.fromByte + part.size <= from || part.fromByte >= to) continue
      const bytes = await open(part)
      yield bytes.subarray(Math.max(0, from - part.fromByte), Math.min(part.size, to - part.fromByte))
    }
  }
  return {
    size,
    chunks,
    async read(from, length) {
      const pieces: Buffer[] = []
      for await (const piece of chunks(from, Math.min(size, from + length))) pieces.push(piece)
      return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces)
    },
  }
}
