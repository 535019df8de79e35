import { once } from 'node:events'
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnyHandle } from '../db/database.ts'
import { findLogKey } from './log-key.ts'
import { leafHash } from './merkle.ts'
import { latestHead, listHeadsAbove, readEntries } from './proofs.ts'
import { listWitnesses } from './witnesses.ts'

/** The files of an export; src/kernel/proof-log/check-export.ts reads them. */
export const exportFiles = {
  /** Name of the log, its key, keys of its witnesses, number of leaves. */
  about: 'log.json',
  /** Entries in order, one a line. */
  entries: 'entries.jsonl',
  /** Leaf hashes in order, 32 bytes each: they tell which entry is wrong, when one is. */
  hashes: 'leaf-hashes.bin',
  /** Every signed head in order, each followed by a line of its own that says "end". */
  heads: 'heads.txt',
} as const

export const headEnd = '== end of head ==\n'

export interface AboutExport {
  readonly format: 'balai-proof-log/1'
  readonly origin: string
  readonly key: string
  readonly size: number
  readonly witnesses: readonly string[]
}

/** Writes the whole public log into a folder. @returns the number of leaves; undefined when nothing was sealed yet */
export async function exportLog(db: AnyHandle, folder: string): Promise<number | undefined> {
  const key = await findLogKey(db)
  const head = await latestHead(db)
  if (!key || !head) return undefined
  mkdirSync(folder, { recursive: true })
  const about: AboutExport = {
    format: 'balai-proof-log/1',
    origin: key.name,
    key: key.text,
    size: head.size,
    witnesses: (await listWitnesses(db)).map((witness) => witness.key),
  }
  writeFileSync(join(folder, exportFiles.about), `${JSON.stringify(about, null, 2)}\n`)
  const entries = openFile(join(folder, exportFiles.entries))
  const hashes = openFile(join(folder, exportFiles.hashes))
  const step = 4096
  for (let from = 0; from < head.size; from += step) {
    const part = await readEntries(db, from, Math.min(step, head.size - from))
    await entries.write(Buffer.from(`${part.join('\n')}\n`, 'utf8'))
    await hashes.write(Buffer.concat(part.map(leafHash)))
  }
  await Promise.all([entries.end(), hashes.end()])
  await writeHeads(db, join(folder, exportFiles.heads), head.size)
  return head.size
}

async function writeHeads(db: AnyHandle, path: string, most: number): Promise<void> {
  const heads = openFile(path)
  for (let above = 0; above < most; ) {
    const part = await listHeadsAbove(db, above, 500)
    for (const head of part) if (head.size <= most) await heads.write(Buffer.from(`${head.note}${headEnd}`, 'utf8'))
    above = part.at(-1)?.size ?? most
  }
  await heads.end()
}

function openFile(path: string) {
  const stream = createWriteStream(path)
  const failed = once(stream, 'error').then(([error]) => {
    throw error
  })
  failed.catch(() => {})
  return {
    async write(bytes: Buffer) {
      if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), failed])
    },
    async end() {
      stream.end()
      await Promise.race([once(stream, 'finish'), failed])
    },
  }
}
