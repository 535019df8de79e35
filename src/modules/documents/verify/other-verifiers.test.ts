import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { now, signedAt } from './testing/cast.ts'
import { makeCorpus } from './testing/corpus.ts'
import { hasOtherVerifiers, OtherVerifiers } from './testing/other-verifiers.ts'
import { verifyPdf } from './verify-pdf.ts'

const { cast, cases } = makeCorpus(2)
/** Each file costs two foreign programs a tenth of a second and more: a quarter in every run, all when asked. */
const share = process.env['CORPUS'] === 'all' ? 1 : 4
const folder = mkdtempSync(join(tmpdir(), 'balai-other-'))
const others = new OtherVerifiers(folder, cast.authority.certificate)
const revoked = [{ serial: cast.revoked.serial.toString('hex'), at: new Date('2026-03-01') }]
const options = {
  anchors: [cast.authority.certificate],
  registers: [{ authority: cast.authority.certificate, revoked }],
  now,
}

afterAll(() => rmSync(folder, { recursive: true }))

/** Files made to exhaust a reader: what they do to programs of others is not our question. */
const heavy = /bomb|thousand|million|nested|400 pages|huge/

describe.skipIf(!hasOtherVerifiers)('beside pdfsig and openssl (needs both)', () => {
  test('what they refuse is never genuine; where this is stricter the corpus says why', { timeout: 300_000 }, () => {
    const disagreements: string[] = []
    const tally = { compared: 0, both: 0, neither: 0, stricter: 0 }
    for (const one of cases.filter(({ name }, index) => index % share === 0 && !heavy.test(name))) {
      const report = verifyPdf(one.file, options)
      const proven = report.signatures.find(({ time }) => time?.proof === 'stamped')?.time?.at
      const poppler = others.pdfsig(one.file)
      const openssl = others.openssl(one.file, new Date(proven ?? signedAt))
      const stamps = others.stamps(one.file, now)
      if (poppler === undefined && openssl === undefined) {
        if (report.verdict === 'genuine') disagreements.push(`${one.name}: they find no signature`)
        continue
      }
      tally.compared += 1
      const theirs = poppler === true && openssl?.sound === true && openssl.trusted && stamps !== false
      if (report.verdict === 'genuine') {
        if (theirs) tally.both += 1
        else
          disagreements.push(
            `${one.name}: genuine here, pdfsig ${poppler}, openssl ${JSON.stringify(openssl)}, ${stamps}`,
          )
      } else if (poppler === true && openssl?.sound && stamps !== false) {
        if (one.stricter) tally.stricter += 1
        else disagreements.push(`${one.name}: ${report.verdict} here for no stated reason`)
      } else tally.neither += 1
    }
    expect(disagreements).toEqual([])
    expect(tally.compared).toBeGreaterThan(250 / share)
    console.log(tally)
  })
})
