import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AboutExport, exportFiles, headEnd } from './export-log.ts'
import { blocksOf, type FilePieces, linesOf, separated } from './file-pieces.ts'
import { GrowingTree, hashBytes, leafHash } from './merkle.ts'
import {
  type Checkpoint,
  openCheckpoint,
  openCosignature,
  parseNote,
  parseVerifierKey,
  type VerifierKey,
} from './note.ts'
import { ProofRefused } from './verify.ts'

export interface CheckOptions {
  /** The key of the log as it was published elsewhere; without it the key in the export is believed. */
  readonly key?: string | undefined
  /** Witnesses that are trusted; without them those that the export names. */
  readonly witnesses?: readonly string[] | undefined
}

export interface CheckedExport {
  readonly origin: string
  readonly key: string
  readonly leaves: number
  readonly heads: number
  /** By name, how many heads each witness signed. */
  readonly cosignatures: Readonly<Record<string, number>>
}

/**
 * Checks a whole exported log without asking its server: every entry hashed anew, every head computed from all entries
 * before it (which shows each head to continue the one before), every signature checked. One pass, the same memory at
 * any length.
 * @throws ProofRefused that says which leaf or head is wrong, and how
 */
export function checkExport(folder: string, options: CheckOptions = {}): CheckedExport {
  const about = readAbout(folder)
  const key = parseVerifierKey(options.key ?? about.key, 1)
  const witnesses = (options.witnesses ?? about.witnesses).map((text) => parseVerifierKey(text, 4))
  const files = {
    entries: linesOf(join(folder, exportFiles.entries)),
    hashes: blocksOf(join(folder, exportFiles.hashes), hashBytes),
    heads: separated(join(folder, exportFiles.heads), headEnd),
  }
  try {
    const run = new ExportCheck(files, folder)
    const counts: Record<string, number> = Object.fromEntries(witnesses.map((witness) => [witness.name, 0]))
    let heads = 0
    let size = 0
    for (let text = files.heads.next(); text; text = files.heads.next()) {
      const head = openHead(text.toString('utf8'), key, witnesses, counts)
      if (head.size <= size) throw new ProofRefused(`the head of size ${head.size} comes after one of size ${size}`)
      run.upTo(head)
      heads += 1
      size = head.size
    }
    if (heads === 0) throw new ProofRefused('the export has no head')
    if (size !== about.size) throw new ProofRefused(`the last head is of size ${size}, but log.json says ${about.size}`)
    run.end(size)
    return { origin: key.name, key: key.text, leaves: size, heads, cosignatures: counts }
  } finally {
    for (const file of Object.values(files)) file.close()
  }
}

function readAbout(folder: string): AboutExport {
  let about: Partial<AboutExport>
  try {
    about = JSON.parse(readFileSync(join(folder, exportFiles.about), 'utf8'))
  } catch {
    throw new ProofRefused(`${join(folder, exportFiles.about)} cannot be read: is this an exported log?`)
  }
  if (about.format !== 'balai-proof-log/1') throw new ProofRefused('log.json is not of format balai-proof-log/1')
  if (typeof about.key !== 'string' || !Array.isArray(about.witnesses) || !Number.isSafeInteger(about.size)) {
    throw new ProofRefused('log.json lacks the key, the size or the witnesses')
  }
  return about as AboutExport
}

function openHead(
  text: string,
  key: VerifierKey,
  witnesses: readonly VerifierKey[],
  counts: Record<string, number>,
): Checkpoint {
  const note = parseNote(text)
  const head = openCheckpoint(note, key)
  for (const witness of witnesses) {
    try {
      if (openCosignature(note, witness) !== undefined) counts[witness.name] = (counts[witness.name] ?? 0) + 1
    } catch (error) {
      throw new ProofRefused(`head of size ${head.size}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return head
}

interface Files {
  readonly entries: FilePieces
  readonly hashes: FilePieces
}

/** Reads entries and leaf hashes side by side; the two are only told apart once one of them differs. */
class ExportCheck {
  private byHashes = new GrowingTree()
  /** Once entry and hash differ: the tree as the entries say it, and what seems to be wrong with the first of them. */
  private byEntries: GrowingTree | undefined
  private finding: { readonly at: number; readonly text: string } | undefined
  private signed = 0

  constructor(
    private readonly files: Files,
    private readonly folder: string,
  ) {}

  /** Goes on to the size of a head, and compares. */
  upTo(head: Checkpoint): void {
    while (this.byHashes.size < head.size) this.step()
    const areHashesTrue = this.byHashes.root().equals(head.root)
    if (!this.finding) {
      if (!areHashesTrue) this.refuseBatch(head)
    } else if (areHashesTrue) {
      throw new ProofRefused(this.finding.text)
    } else if (this.byEntries?.size === head.size && this.byEntries.root().equals(head.root)) {
      throw new ProofRefused(
        `the entries are as the log signed them, but the hash of leaf ${this.finding.at} in ${exportFiles.hashes} is another`,
      )
    } else {
      this.refuseBatch(head)
    }
    this.signed = head.size
  }

  private refuseBatch(head: Checkpoint): never {
    const where = this.finding ? `, first of all near leaf ${this.finding.at}` : ''
    throw new ProofRefused(
      `leaves ${this.signed} to ${head.size - 1} are not those that the log signed: the root of size ${head.size} is another${where}`,
    )
  }

  /** Nothing may follow what was signed. */
  end(size: number): void {
    if (this.files.entries.next()) throw new ProofRefused(`entry ${size} comes after the last signed head`)
    if (this.files.hashes.next()) throw new ProofRefused(`hash ${size} comes after the last signed head`)
  }

  private step(): void {
    const at = this.byHashes.size
    const hash = this.files.hashes.next()
    if (hash?.length !== hashBytes) {
      throw new ProofRefused(`leaf ${at} is missing: ${exportFiles.hashes} ends before the head that covers it`)
    }
    if (this.finding) {
      const entry = this.files.entries.next()
      if (entry) this.byEntries?.append(leafHash(entry))
    } else {
      this.compare(at, hash)
    }
    this.byHashes.append(hash)
  }

  private compare(at: number, hash: Buffer): void {
    const entry = this.files.entries.peek()
    const own = entry && leafHash(entry)
    if (own?.equals(hash)) {
      this.files.entries.next()
      return
    }
    this.finding = { at, text: this.describe(at, hash, own) }
    this.byEntries = this.byHashes.copy()
    this.files.entries.next()
    if (own) this.byEntries.append(own)
  }

  private describe(at: number, hash: Buffer, own: Buffer | undefined): string {
    if (!own) return `leaf ${at} is missing: ${exportFiles.entries} ends before it`
    const follower = this.files.entries.peek(1)
    const isFollowerHere = follower && leafHash(follower).equals(hash)
    const isOwnNext = this.files.hashes.peek()?.equals(own) ?? false
    if (isFollowerHere && isOwnNext) return `leaves ${at} and ${at + 1} stand in each other's place`
    if (isFollowerHere) return `an entry that the log does not have was inserted before leaf ${at}`
    if (isOwnNext) return `leaf ${at} is missing: in its place stands leaf ${at + 1}`
    const home = findHash(this.folder, own)
    if (home !== undefined) return `in the place of leaf ${at} stands leaf ${home}`
    return `leaf ${at} was altered: its entry has another hash than the log signed`
  }
}

/** Where else a hash stands; the file is read once more, only when something is wrong. */
function findHash(folder: string, wanted: Buffer): number | undefined {
  const hashes = blocksOf(join(folder, exportFiles.hashes), hashBytes)
  try {
    let at = 0
    for (let hash = hashes.next(); hash; hash = hashes.next(), at += 1) if (hash.equals(wanted)) return at
    return undefined
  } finally {
    hashes.close()
  }
}
