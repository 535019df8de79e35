import { leafHash } from './merkle.ts'
import { openCheckpoint, parseNote, type VerifierKey } from './note.ts'
import type { InclusionProof } from './proofs.ts'
import { ProofRefused, verifyInclusion } from './verify.ts'

/** A proof as a file to keep: C2SP tlog-proof, with the entry as extra data. */
export function proofText(proof: InclusionProof): string {
  const extra = Buffer.from(proof.entry, 'utf8').toString('base64')
  const hashes = proof.path.map((hash) => `${hash.toString('base64')}\n`).join('')
  return `c2sp.org/tlog-proof@v1\nextra ${extra}\nindex ${proof.leafIndex}\n${hashes}\n${proof.head.note}`
}

const layout =
  /^c2sp\.org\/tlog-proof@v1\nextra ([A-Za-z0-9+/=]+)\nindex (0|[1-9]\d{0,15})\n((?:[A-Za-z0-9+/=]{44}\n){0,63})\n/

/**
 * Checks a kept proof without asking anyone.
 * @returns the entry that is proved, and the size and time-ordered place it has
 * @throws ProofRefused
 */
export function checkProofText(
  text: string,
  key: VerifierKey,
): { readonly entry: string; readonly leafIndex: number; readonly treeSize: number } {
  const [whole, extra, index, hashes] = layout.exec(text) ?? []
  if (!whole || extra === undefined || index === undefined || hashes === undefined) {
    throw new ProofRefused('this is no proof (c2sp.org/tlog-proof@v1)')
  }
  const head = openCheckpoint(parseNote(text.slice(whole.length)), key)
  const entry = Buffer.from(extra, 'base64').toString('utf8')
  const path = hashes
    .split('\n')
    .filter(Boolean)
    .map((line) => Buffer.from(line, 'base64'))
  verifyInclusion({
    leafIndex: Number(index),
    treeSize: head.size,
    leaf: leafHash(entry),
    path,
    root: head.root,
  })
  return { entry, leafIndex: Number(index), treeSize: head.size }
}
