import { describe, expect, it } from 'vitest'
import {
  checkpointBody,
  cosignLine,
  newSigner,
  noteText,
  openCheckpoint,
  openCosignature,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  signLine,
  verifierKey,
} from './note.ts'
import { ProofRefused } from './verify.ts'

const origin = 'arunika.example/bukti/log'
const { signer } = newSigner(origin, 1)
const witness = newSigner('arsip.example/saksi', 4).signer
const root = Buffer.alloc(32, 7)
const body = checkpointBody({ origin, size: 9, root })
const text = noteText(body, [signLine(body, signer), cosignLine(body, witness, 1_763_800_000)])

describe('a signed head', () => {
  it('opens with the key of the log and the key of the witness', () => {
    const note = parseNote(text)
    expect(openCheckpoint(note, parseVerifierKey(signer.key.text, 1))).toEqual({ origin, size: 9, root })
    expect(openCosignature(note, parseVerifierKey(witness.key.text, 4))).toBe(1_763_800_000)
  })

  it('is refused under another key, even one of the same name', () => {
    const other = newSigner(origin, 1).signer
    expect(() => openCheckpoint(parseNote(text), other.key)).toThrow(/not signed by the key/)
    const forged = noteText(body, [signLine(body, other)])
    expect(() => openCheckpoint(parseNote(forged), signer.key)).toThrow(/not signed by the key/)
    const sameId = { ...other.key, id: signer.key.id }
    expect(() => openCheckpoint(parseNote(text), sameId)).toThrow(/does not fit/)
  })

  it('is refused when size, root, signature or time is another', () => {
    for (const changed of [text.replace('\n9\n', '\n8\n'), text.replace('BwcH', 'BwcI'), text.replace(origin, 'x/y')])
      expect(() => openCheckpoint(parseNote(changed), signer.key)).toThrow(ProofRefused)
    const note = parseNote(noteText(body, [cosignLine(body, witness, 5).replace(/.{8}$/, 'AAAAAA==')]))
    expect(() => openCosignature(note, witness.key)).toThrow(/does not fit/)
    expect(openCosignature(parseNote(noteText(body, [signLine(body, signer)])), witness.key)).toBeUndefined()
  })

  it('is refused when it is no head', () => {
    for (const bad of ['', 'x', 'a\n1\nb\n', `${body}\n— noname\n`, `${body}\n— a !!\n`, '\n\n— a AAAAAAAA\n'])
      expect(() => parseCheckpoint(parseNote(bad).body)).toThrow(ProofRefused)
    for (const size of ['-1', '01', '1e3', 'sembilan', '99999999999999999999', '9.0', ''])
      expect(() => parseCheckpoint(`${origin}\n${size}\n${root.toString('base64')}\n`)).toThrow(/no head/)
    expect(() => parseNote(`${'x'.repeat(70_000)}\n\n— a AAAAAAAA\n`)).toThrow(ProofRefused)
  })

  it('uses the forms that C2SP signed-note publishes', () => {
    // The example key of golang.org/x/mod/sumdb/note, and the name and id that follow from it.
    const key = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 1)
    expect([key.name, key.id.toString('hex')]).toEqual(['PeterNeumann', 'c74f20a3'])
    const signed =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    // A true signature over what is no head: only the last check refuses it.
    expect(() => openCheckpoint(parseNote(signed), key)).toThrow(/no head/)
  })

  it('refuses keys that are none, of the wrong kind, or of another name', () => {
    for (const bad of ['', 'a+b+c', 'nama dengan spasi+00000000+AQ==', signer.key.text.replace(origin, 'lain')])
      expect(() => parseVerifierKey(bad, 1)).toThrow(ProofRefused)
    expect(() => parseVerifierKey(signer.key.text, 4)).toThrow(/type/)
    expect(() => verifierKey('a b', 1, Buffer.alloc(32))).toThrow(/spaces/)
  })
})
