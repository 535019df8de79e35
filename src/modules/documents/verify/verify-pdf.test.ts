import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { now } from './testing/cast.ts'
import { makeCorpus } from './testing/corpus.ts'
import { gapOf } from './testing/corpus-forged.ts'
import { forms, signedLetter } from './testing/corpus-good.ts'
import { verifyPdf } from './verify-pdf.ts'

const { cast, cases } = makeCorpus()
const revoked = [{ serial: cast.revoked.serial.toString('hex'), at: new Date('2026-03-01') }]
const options = {
  anchors: [cast.authority.certificate],
  registers: [{ authority: cast.authority.certificate, revoked }],
  now,
}

describe('the corpus', () => {
  test('has at least 300 files, each with a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(300)
    expect(new Set(cases.map((one) => one.name)).size).toBe(cases.length)
  })

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const started = performance.now()
    const report = verifyPdf(one.file, options)
    expect(one.expect, JSON.stringify(report)).toContain(report.verdict)
    if (one.level) expect(report.signatures[0]?.level, JSON.stringify(report)).toBe(one.level)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('whatever happens to a file', () => {
  test.each(forms)('no change of its signed bytes is called genuine (%s)', (form) => {
    const file = signedLetter(cast, form)
    const [gap, resume] = gapOf(file)
    const place = fc.nat(gap + file.length - resume - 1).map((at) => (at < gap ? at : at - gap + resume))
    const change = fc.record({ at: place, by: fc.integer({ min: 1, max: 255 }) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const copy = Buffer.from(file)
        for (const { at, by } of changes) copy[at] = ((file[at] as number) + by) & 0xff
        expect(verifyPdf(copy, options).verdict).not.toBe('genuine')
      }),
      { numRuns: 2000 },
    )
  })

  test('pieces taken out, put in or moved are never called genuine', () => {
    const file = signedLetter(cast, 'table')
    const place = fc.nat(file.length)
    fc.assert(
      fc.property(place, place, fc.nat(200), fc.uint8Array({ maxLength: 60 }), (from, to, length, put) => {
        const piece = file.subarray(from, from + length)
        const rest = Buffer.concat([file.subarray(0, from), file.subarray(from + length)])
        const made = Buffer.concat([rest.subarray(0, to), put, piece, rest.subarray(to)])
        const report = verifyPdf(made, options)
        if (!made.equals(file)) expect(sameOutsideGap(made, file) || report.verdict !== 'genuine').toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('nothing makes it throw', () => {
    const words = [
      'obj',
      'endobj',
      'stream',
      '<<',
      '>>',
      '[',
      ']',
      '(',
      ')',
      '/Type',
      '/Sig',
      'xref',
      'trailer',
      '1 0 R',
    ]
    const piece = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 }), fc.integer().map(String))
    const ending = 'startxref 9 %%EOF'
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const file = Buffer.from(`%PDF-1.7\nxref 0 0 trailer ${pieces.join(' ')} ${ending}`, 'latin1')
        expect(verifyPdf(file, options).verdict).not.toBe('genuine')
      }),
      { numRuns: 3000 },
    )
  })
})

/** Zeros moved within the reserve leave the same file. */
function sameOutsideGap(made: Buffer, file: Buffer): boolean {
  const [gap, resume] = gapOf(file)
  const same = (start: number, end?: number) => made.subarray(start, end).equals(file.subarray(start, end))
  return made.length === file.length && same(0, gap) && same(resume)
}
