import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type AboutExport, exportFiles, headEnd } from './export-log.ts'
import { hashBytes } from './merkle.ts'
import { openCheckpoint, parseNote, parseVerifierKey } from './note.ts'
import { tileWidth } from './tiles.ts'
import { ProofRefused } from './verify.ts'

/** How the open addresses of a log are reached, each below its prefix. */
export interface OpenLog {
  text(path: string): Promise<string>
  bytes(path: string): Promise<Buffer>
}

/**
 * Writes the same files as `exportLog`, from the open addresses of a region and without asking anyone there. Only the
 * newest head is among them. Nothing is believed yet: that is for `checkExport`.
 * @returns the number of leaves
 * @throws ProofRefused when the head is not signed by the key, or a tile is cut
 */
export async function downloadLog(log: OpenLog, folder: string): Promise<number> {
  const key = parseVerifierKey(await log.text('key'), 1)
  const note = await log.text('checkpoint')
  const { size, origin } = openCheckpoint(parseNote(note), key)
  mkdirSync(folder, { recursive: true })
  const about: AboutExport = { format: 'balai-proof-log/1', origin, key: key.text, size, witnesses: [] }
  writeFileSync(join(folder, exportFiles.about), `${JSON.stringify(about, null, 2)}\n`)
  writeFileSync(join(folder, exportFiles.heads), note + headEnd)
  const hashes = openSync(join(folder, exportFiles.hashes), 'w')
  const entries = openSync(join(folder, exportFiles.entries), 'w')
  try {
    for (let from = 0; from < size; from += tileWidth) {
      const width = Math.min(tileWidth, size - from)
      const place = tilePath(from / tileWidth, width)
      const [tile, bundle] = await Promise.all([log.bytes(`tile/0/${place}`), log.bytes(`tile/entries/${place}`)])
      if (tile.length !== width * hashBytes) throw new ProofRefused(`tile 0/${place} is not ${width} hashes long`)
      writeSync(hashes, tile)
      writeSync(entries, `${entriesOf(bundle, place).join('\n')}\n`)
    }
  } finally {
    closeSync(hashes)
    closeSync(entries)
  }
  return size
}

/** 1234067 of full width is x001/x234/067. */
function tilePath(index: number, width: number): string {
  const groups = [String(index % 1000).padStart(3, '0')]
  for (let left = Math.floor(index / 1000); left > 0; left = Math.floor(left / 1000)) {
    groups.unshift(`x${String(left % 1000).padStart(3, '0')}`)
  }
  return `${groups.join('/')}${width === tileWidth ? '' : `.p/${width}`}`
}

function entriesOf(bundle: Buffer, place: string): string[] {
  const entries: string[] = []
  for (let at = 0; at < bundle.length; ) {
    const end = at + 2 <= bundle.length ? at + 2 + bundle.readUInt16BE(at) : Number.POSITIVE_INFINITY
    if (end > bundle.length) throw new ProofRefused(`the bundle entries/${place} is cut`)
    const entry = bundle.subarray(at + 2, end).toString('utf8')
    if (entry.includes('\n')) throw new ProofRefused(`an entry of entries/${place} has more than one line`)
    entries.push(entry)
    at = end
  }
  return entries
}
