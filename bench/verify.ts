import { signedBirthCertificate, verifyPdf } from '#modules/documents/testing.ts'
import type { Figure } from './report.ts'
import { interleave, median } from './rounds.ts'

const rounds = 9
const files = 200
const leastPerSecond = 200

/** Verifications per second of a birth certificate of ours on one core, beside what the mathematics alone takes. */
export async function benchVerify(): Promise<Figure[]> {
  const { once, twice, authority, bareCheck } = await signedBirthCertificate()
  const options = { anchors: [authority], now: new Date('2026-12-01T00:00:00Z') }
  const perSecond = async (work: () => void) => {
    const started = performance.now()
    for (let count = 0; count < files; count += 1) work()
    return files / ((performance.now() - started) / 1000)
  }
  const verified = (file: Buffer) => () => {
    const { verdict } = verifyPdf(file, options)
    if (verdict !== 'genuine') throw new Error(`the certificate is ${verdict}`)
  }
  const found = await interleave(rounds, {
    one: () => perSecond(verified(once)),
    two: () => perSecond(verified(twice)),
    bare: () => perSecond(bareCheck),
  })
  return [
    {
      name: `verifications of a birth certificate (${Math.round(once.length / 1024)} KB)`,
      unit: '/s',
      value: median(found.one),
      limit: { name: 'digest and two ECDSA checks alone', value: median(found.bare) },
      goal: { of: 'value', is: '>=', than: leastPerSecond },
      detail: { all: found.one, bare: found.bare },
    },
    {
      name: 'verifications with two signers, revisions compared',
      unit: '/s',
      value: median(found.two),
      detail: { all: found.two },
    },
  ]
}
