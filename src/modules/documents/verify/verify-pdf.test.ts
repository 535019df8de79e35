import { expect, test } from 'vitest'
import { makeCms } from './testing/make-cms.ts'
import { letter, writePdf } from './testing/make-pdf.ts'
import { issue } from './testing/pki.ts'
import { signTestPdf } from './testing/sign-test-pdf.ts'
import { verifyPdf } from './verify-pdf.ts'

const authority = issue({ name: 'Otoritas', authority: true })
const head = issue({ name: 'Wening', title: 'Kepala' }, authority)
const now = new Date('2026-12-01T00:00:00Z')

test('x', () => {
  const make = (signed: Buffer) => makeCms(signed, { signer: head, chain: [authority] })
  for (const form of ['table', 'stream', 'object-streams'] as const) {
    const once = signTestPdf(writePdf(letter('Asli'), { form }), { make, form })
    const report = verifyPdf(once, { anchors: [authority.certificate], now })
    console.log(JSON.stringify(report, null, 1))
    expect(report.verdict).toBe('genuine')
    const twice = signTestPdf(once, { make, form, field: 200, others: [100] })
    const second = verifyPdf(twice, { anchors: [authority.certificate], now })
    console.log(JSON.stringify(second, null, 1))
    expect(second.verdict).toBe('genuine')
  }
})
