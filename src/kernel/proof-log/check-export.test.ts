import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '../access/access.ts'
import { newId } from '../ids.ts'
import { writeEvent } from '../journal/journal.ts'
import { testTenant } from '../testing/database.ts'
import { checkExport } from './check-export.ts'
import { exportFiles, exportLog, headEnd } from './export-log.ts'
import { findLogKey } from './log-key.ts'
import { checkpointBody, newSigner, noteText, parseCheckpoint, parseNote, signLine } from './note.ts'
import { checkProofText, proofText } from './proof-file.ts'
import { inclusionProofOf } from './proofs.ts'
import { sealAll } from './seal.ts'
import { writeMadeExport } from './testing/made-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-export-'))
const log = newSigner('arunika.example/bukti/log', 1).signer
const witness = newSigner('arsip.example/saksi', 4).signer
const sizes = [1, 7, 8, 300, 1000]
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => writeMadeExport(folder, { log, sizes, witness }))

const at = (name: keyof typeof exportFiles) => join(folder, exportFiles[name])
const check = () => checkExport(folder)

function changeEntries(change: (lines: string[]) => string[]): void {
  const lines = readFileSync(at('entries'), 'utf8').trimEnd().split('\n')
  writeFileSync(at('entries'), `${change(lines).join('\n')}\n`)
}

function changeHashes(change: (hashes: Buffer[]) => Buffer[]): void {
  const bytes = readFileSync(at('hashes'))
  const hashes = Array.from({ length: bytes.length / 32 }, (_, n) => bytes.subarray(n * 32, n * 32 + 32))
  writeFileSync(at('hashes'), Buffer.concat(change(hashes)))
}

function changeHeads(change: (heads: string[]) => string[]): void {
  const heads = readFileSync(at('heads'), 'utf8').split(headEnd).filter(Boolean)
  writeFileSync(
    at('heads'),
    change(heads)
      .map((head) => head + headEnd)
      .join(''),
  )
}

const altered = (line: string) => line.replace('"v":1', '"v":2')

describe('an exported log', () => {
  it('is as it was signed', () => {
    expect(check()).toEqual({
      origin: log.key.name,
      key: log.key.text,
      leaves: 1000,
      heads: 5,
      cosignatures: { [witness.key.name]: 5 },
    })
    expect(checkExport(folder, { key: log.key.text, witnesses: [witness.key.text] }).leaves).toBe(1000)
  })

  it.each([0, 5, 7, 299, 511, 999])('tells that leaf %i was altered', (leaf) => {
    changeEntries((lines) => lines.with(leaf, altered(lines[leaf] as string)))
    expect(check).toThrow(`leaf ${leaf} was altered`)
  })

  it.each([0, 5, 299, 998])('tells that leaf %i is missing', (leaf) => {
    changeEntries((lines) => lines.toSpliced(leaf, 1))
    expect(check).toThrow(`leaf ${leaf} is missing`)
  })

  it('tells that the last leaf is missing', () => {
    changeEntries((lines) => lines.slice(0, -1))
    expect(check).toThrow('leaf 999 is missing')
  })

  it.each([0, 8, 500, 998])('tells that leaf %i and the next stand in each other’s place', (leaf) => {
    changeEntries((lines) => lines.with(leaf, lines[leaf + 1] as string).with(leaf + 1, lines[leaf] as string))
    expect(check).toThrow(`leaves ${leaf} and ${leaf + 1} stand in each other's place`)
  })

  it('tells where a leaf belongs that stands far from its place', () => {
    changeEntries((lines) => lines.with(20, lines[700] as string).with(700, lines[20] as string))
    expect(check).toThrow('in the place of leaf 20 stands leaf 700')
  })

  it.each([0, 44, 999])('tells that an entry was inserted before leaf %i', (leaf) => {
    changeEntries((lines) => lines.toSpliced(leaf, 0, altered(lines[0] as string)))
    expect(check).toThrow(`an entry that the log does not have was inserted before leaf ${leaf}`)
  })

  it('tells that something was added at the end', () => {
    changeEntries((lines) => [...lines, altered(lines[0] as string)])
    expect(check).toThrow('entry 1000 comes after the last signed head')
    writeMadeExport(folder, { log, sizes })
    changeHashes((hashes) => [...hashes, hashes[0] as Buffer])
    expect(check).toThrow('hash 1000 comes after the last signed head')
  })

  it('tells a wrong leaf hash from a wrong entry', () => {
    changeHashes((hashes) => hashes.with(9, Buffer.alloc(32)))
    expect(check).toThrow(/entries are as the log signed them, but the hash of leaf 9/)
  })

  it('tells between which heads, when entry and hash were altered together', () => {
    changeEntries((lines) => lines.with(100, lines[5] as string))
    changeHashes((hashes) => hashes.with(100, hashes[5] as Buffer))
    expect(check).toThrow('leaves 8 to 299 are not those that the log signed')
  })

  it('refuses hashes that are cut', () => {
    writeFileSync(at('hashes'), readFileSync(at('hashes')).subarray(0, 32 * 400 + 5))
    expect(check).toThrow('leaf 400 is missing')
  })
})

describe('heads of an export', () => {
  it('are refused under another key than the one that was given', () => {
    const other = newSigner(log.key.name, 1).signer
    expect(() => checkExport(folder, { key: other.key.text })).toThrow(/not signed by the key/)
  })

  it('are refused when one was signed by another, altered, reordered or left away at the end', () => {
    const impostor = newSigner(log.key.name, 1).signer
    const forge = (head: string) => {
      const { body } = parseNote(head)
      return noteText(body, [signLine(body, impostor)])
    }
    changeHeads((heads) => heads.with(2, forge(heads[2] as string)))
    expect(check).toThrow(/not signed by the key/)
    writeMadeExport(folder, { log, sizes })
    changeHeads((heads) => heads.with(2, (heads[2] as string).replace('\n8\n', '\n9\n')))
    expect(check).toThrow(/does not fit/)
    writeMadeExport(folder, { log, sizes })
    changeHeads((heads) => heads.with(2, heads[3] as string).with(3, heads[2] as string))
    expect(check).toThrow('the head of size 8 comes after one of size 300')
    writeMadeExport(folder, { log, sizes })
    changeHeads((heads) => heads.slice(0, -1))
    expect(check).toThrow('the last head is of size 300, but log.json says 1000')
    changeHeads(() => [])
    expect(check).toThrow('no head')
  })

  it('are refused when the log itself signed a tree that does not continue the one before', () => {
    const { origin, root } = parseCheckpoint(
      parseNote(readFileSync(at('heads'), 'utf8').split(headEnd)[1] as string).body,
    )
    const body = checkpointBody({ origin, size: 300, root })
    changeHeads((heads) => heads.with(3, noteText(body, [signLine(body, log)])))
    expect(check).toThrow('leaves 8 to 299 are not those that the log signed')
  })

  it('are refused when the signature of a witness is wrong', () => {
    changeHeads((heads) => heads.with(1, (heads[1] as string).replace(/.{8}\n$/, 'AAAAAAA=\n')))
    expect(check).toThrow(/head of size 7: the signature of the witness/)
  })

  it('are refused with a plain reason when files are no export', () => {
    expect(() => checkExport(join(folder, 'nowhere'))).toThrow(/is this an exported log/)
    for (const [about, why] of [
      ['{}', 'format'],
      ['{', 'cannot be read'],
      ['{"format":"balai-proof-log/1"}', 'lacks'],
      ['{"format":"balai-proof-log/1","key":"x","size":1,"witnesses":[]}', 'no verifier key'],
    ] as const) {
      writeFileSync(at('about'), about)
      expect(check).toThrow(why)
    }
  })
})

describe('an export of a real journal', () => {
  it('is checked without the database, and so is one kept proof', async () => {
    const place = await testTenant()
    try {
      const { tenant } = place
      const options = { now: Temporal.Now.instant(), origin: 'arunika.example/bukti/log', most: 40 }
      expect(await exportLog(tenant.pools.read, folder)).toBeUndefined()
      let last = ''
      await tenant.pools.write.transaction().execute(async (tx) => {
        for (let n = 0; n < 130; n += 1) {
          last = await writeEvent(tx, {
            at: Temporal.Now.instant(),
            name: 'x.y.v1',
            command: 'x.y',
            actor: systemActor('x'),
            requestId: undefined,
            subject: { type: 'x', id: newId() },
            payload: { n },
          })
        }
      })
      await sealAll(tenant, options)
      expect(await exportLog(tenant.pools.read, folder)).toBe(130)
      expect(check()).toMatchObject({ leaves: 130, heads: 4 })
      const key = (await findLogKey(tenant.pools.read)) as NonNullable<Awaited<ReturnType<typeof findLogKey>>>
      const proof = (await inclusionProofOf(tenant.pools.read, last)) as NonNullable<
        Awaited<ReturnType<typeof inclusionProofOf>>
      >
      const text = proofText(proof)
      expect(checkProofText(text, key)).toEqual({ entry: proof.entry, leafIndex: proof.leafIndex, treeSize: 130 })
      const entryOf = (other: string) => Buffer.from(other).toString('base64')
      for (const bad of [
        '',
        text.replace(`index ${proof.leafIndex}`, 'index 3'),
        text.replace(`index ${proof.leafIndex}`, 'index -1'),
        text.replace(entryOf(proof.entry), entryOf(altered(proof.entry))),
        text.replace(/\n[A-Za-z0-9+/=]{44}\n/, '\n'),
      ])
        expect(() => checkProofText(bad, key)).toThrow()
    } finally {
      await place.close()
    }
  })
})
