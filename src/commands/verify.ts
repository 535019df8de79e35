import { existsSync, readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkExport } from '#kernel/proof-log/check-export.ts'
import { parseVerifierKey } from '#kernel/proof-log/note.ts'
import { checkProofText } from '#kernel/proof-log/proof-file.ts'

/** `balai verify`: checks an exported log, or one kept proof, on any machine: it opens no database and asks no server. */
export async function verify(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { key: { type: 'string' }, witness: { type: 'string', multiple: true } },
  })
  const [path] = positionals
  if (!path) throw new Error('say what to check: the folder of an export, or a file .tlog-proof')
  if (!existsSync(path)) throw new Error(`there is nothing at ${path}`)
  if (statSync(path).isDirectory()) verifyFolder(path, values.key, values.witness)
  else verifyFile(path, values.key)
}

function verifyFolder(folder: string, key: string | undefined, witnesses: string[] | undefined): void {
  const checked = checkExport(folder, { key, witnesses })
  console.log(`All is as it was signed: ${checked.leaves} leaves under ${checked.heads} heads of ${checked.origin}.`)
  for (const [name, count] of Object.entries(checked.cosignatures))
    console.log(`Witness ${name} signed ${count} heads.`)
  if (!key) {
    console.log(`The key was taken from the export. Compare it with the one that the region publishes, or give it:
  --key ${checked.key}`)
  }
}

function verifyFile(path: string, key: string | undefined): void {
  if (!key) throw new Error('a single proof is checked with the key of the log: --key NAME+ID+KEY')
  const proof = checkProofText(readFileSync(path, 'utf8'), parseVerifierKey(key, 1))
  console.log(`The entry is leaf ${proof.leafIndex} of ${proof.treeSize}, as the log signed it:\n  ${proof.entry}`)
}
