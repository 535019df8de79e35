import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import type { AnyHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/journal/journal.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { setAgain, type Toolkit } from '../typeset/toolkit.ts'

/** What came of setting an archived document again and holding it against what is stored. */
export interface Rerendering {
  /** The new file is, byte for byte, how the stored one begins before its signatures. */
  readonly sameBytes: boolean
  /** The stored data still has the hash that the QR binds. */
  readonly sameContent: boolean
  /** The stored file still has the hash under which it is kept. */
  readonly sameFile: boolean
  readonly renditionHash: string
  readonly renditionBytes: number
  readonly compiler: string
  readonly toolkit: string
}

/**
 * Sets a document again from the archive alone: its words, the Typst files and fonts of that day, and the moment.
 * @returns undefined for an unknown document
 * @throws wrong-state when a part of it is gone from the store of files
 */
export async function setDocumentAgain(tenant: Tenant, db: AnyHandle, id: string): Promise<Rerendering | undefined> {
  const row = await db
    .selectFrom('documents.issued as i')
    .innerJoin('documents.toolkit as t', 't.digest', 'i.toolkit')
    .select(['i.template', 'i.data', 'i.page', 'i.content_hash', 'i.rendition_bytes', 'i.file_hash', 'i.issued_at'])
    .select(['t.digest', 't.compiler', 't.files'])
    .where('i.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const data = tenant.cipher.openJson<{ source?: string; verification?: unknown }>(row.data, 'documents.issued.data')
  const page = inflateRawSync(tenant.cipher.openBytes(row.page, 'documents.issued.page')).toString('utf8')
  const toolkit: Toolkit = {
    digest: row.digest,
    compiler: row.compiler,
    files: row.files as Toolkit['files'],
  }
  const setting = { template: row.template, page, source: data.source, now: row.issued_at }
  const again = Buffer.from(await setAgain(toolkit, setting, (hash) => keptFile(tenant, hash)))
  const stored = Buffer.from(await keptFile(tenant, row.file_hash))
  const { verification: _, ...words } = data
  return {
    sameBytes: again.equals(stored.subarray(0, row.rendition_bytes)),
    sameContent: sha256(canonicalJson(words)) === row.content_hash,
    sameFile: sha256(stored) === row.file_hash,
    renditionHash: sha256(again),
    renditionBytes: again.length,
    compiler: row.compiler,
    toolkit: row.digest,
  }
}

async function keptFile(tenant: Tenant, hash: string): Promise<Uint8Array> {
  try {
    return await tenant.files.get(hash)
  } catch (error) {
    if (await tenant.files.has(hash)) throw error
    const text = {
      id: 'Satu bagian arsip dokumen ini tidak ada di tempat penyimpanan, jadi dokumen tidak dapat disusun ulang. Minta pengelola sistem memulihkannya dari cadangan.',
      en: 'A part of the archive of this document is not in the store of files, so it cannot be set again. Ask who runs the system to restore it from a backup.',
    }
    throw new AppError('wrong-state', { text, cause: error })
  }
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')
