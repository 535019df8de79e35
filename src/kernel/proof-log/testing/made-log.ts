import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson } from '../../journal/canonical-json.ts'
import { exportFiles, headEnd } from '../export-log.ts'
import { GrowingTree, leafHash } from '../merkle.ts'
import { checkpointBody, cosignLine, noteText, type Signer, signLine } from '../note.ts'

/** The entry that a made log has at a place. */
export function madeEntry(at: number): string {
  return canonicalJson({
    commitment: Buffer.alloc(32, at % 251).toString('base64'),
    id: `0193a5b0-0000-7000-8000-${String(at).padStart(12, '0')}`,
    v: 1,
  })
}

export interface MadeExport {
  readonly log: Signer
  readonly sizes: readonly number[]
  readonly witness?: Signer | undefined
}

/** Writes an export as the program would, without a database. */
export function writeMadeExport(folder: string, { log, sizes, witness }: MadeExport): void {
  mkdirSync(folder, { recursive: true })
  const size = sizes.at(-1) ?? 0
  const tree = new GrowingTree()
  const entries: string[] = []
  const hashes: Buffer[] = []
  const heads: string[] = []
  for (let at = 0; at < size; at += 1) {
    const entry = madeEntry(at)
    const hash = leafHash(entry)
    entries.push(entry)
    hashes.push(hash)
    tree.append(hash)
    if (!sizes.includes(at + 1)) continue
    const body = checkpointBody({ origin: log.key.name, size: at + 1, root: tree.root() })
    heads.push(
      noteText(body, [signLine(body, log), ...(witness ? [cosignLine(body, witness, 1_763_800_000 + at)] : [])]),
    )
  }
  const about = {
    format: 'balai-proof-log/1',
    origin: log.key.name,
    key: log.key.text,
    size,
    witnesses: witness ? [witness.key.text] : [],
  }
  writeFileSync(join(folder, exportFiles.about), JSON.stringify(about))
  writeFileSync(join(folder, exportFiles.entries), `${entries.join('\n')}\n`)
  writeFileSync(join(folder, exportFiles.hashes), Buffer.concat(hashes))
  writeFileSync(join(folder, exportFiles.heads), heads.map((head) => head + headEnd).join(''))
}
