import type { EventEmitter } from 'node:events'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { FileStore } from '#kernel/files/store.ts'
import { proofText } from '#kernel/proof-log/proof-file.ts'
import { inclusionProofOf } from '#kernel/proof-log/proofs.ts'
import type { ArchivedDocument } from '../queries/archive.ts'

/** Most documents of one bundle: what a person can still check, and a few hundred megabytes. */
export const mostInBundle = 2000

interface ManifestEntry {
  readonly file: string
  readonly proof: string | null
  readonly number: string
  readonly title: string
  readonly code: string
  readonly unit: string
  readonly issuedAt: string
  readonly standing: ArchivedDocument['standing']
  readonly level: ArchivedDocument['level']
  readonly sha256: string
  readonly contentSha256: string
  readonly bytes: number
}

/**
 * Files of the archive with their proofs, as a ZIP that is made while it is sent. First in it stands `manifest.json`: what each
 * file is and its hash, so that whoever gets the bundle can tell whether anything is missing or was changed.
 */
export async function bundle(
  source: { readonly db: AnyHandle; readonly files: FileStore },
  documents: readonly ArchivedDocument[],
  made: { readonly at: Temporal.Instant; readonly region: string; readonly filter: Readonly<Record<string, string>> },
): Promise<Readable> {
  const entries: ManifestEntry[] = []
  const proofs = new Map<string, string>()
  for (const document of documents) {
    const proof = await inclusionProofOf(source.db, document.id)
    if (proof) proofs.set(document.id, proofText(proof))
    const name = nameOf(document)
    entries.push({
      file: `surat/${name}.pdf`,
      proof: proof ? `bukti/${name}.tlog-proof` : null,
      number: document.number,
      title: document.title,
      code: document.code,
      unit: document.unitPath,
      issuedAt: document.issuedAt.toString(),
      standing: document.standing,
      level: document.level,
      sha256: document.fileHash,
      contentSha256: document.contentHash,
      bytes: document.sizeBytes,
    })
  }
  const zip = new ZipFile()
  const manifest = {
    version: 1,
    region: made.region,
    madeAt: made.at.toString(),
    filter: made.filter,
    documents: entries,
  }
  const mtime = new Date(made.at.epochMilliseconds)
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), 'manifest.json', { mtime })
  for (const [index, document] of documents.entries()) {
    const entry = entries[index] as ManifestEntry
    // PDF is compressed already; each file is read only when its turn comes.
    zip.addReadStreamLazy(entry.file, { mtime, compress: false, size: document.sizeBytes }, (give) => {
      source.files.get(document.fileHash).then(
        (bytes) => give(null, Readable.from([Buffer.from(bytes)], { objectMode: false })),
        (error: unknown) => give(error as Error, Readable.from([])),
      )
    })
    const proof = proofs.get(document.id)
    if (proof && entry.proof) zip.addBuffer(Buffer.from(proof), entry.proof, { mtime })
  }
  zip.end()
  const output = zip.outputStream as Readable
  // A file that is gone ends the download as broken, never as a bundle that only looks whole.
  ;(zip as unknown as EventEmitter).on('error', (error) => output.destroy(error as Error))
  return output
}

/** `8K2M-4QXT-91 503-0047-SIP-2026`: found by the printed code, and told apart by eye. */
function nameOf({ code, number }: ArchivedDocument): string {
  const plain = number.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)
  return `${code} ${plain}`
}
