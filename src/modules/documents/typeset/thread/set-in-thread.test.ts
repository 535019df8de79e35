import { expect, it } from 'vitest'
import { pageFile } from '../compile.ts'
import { getTypecase } from '../compiler.ts'
import { birthCertificate, familyCard } from '../specimens.ts'
import { TypesetError } from '../typeset-error.ts'
import { pdfInThread, svgInThread } from './set-in-thread.ts'

const now = new Date('2026-11-23T03:41:00Z')
const birth = async () => pageFile(await getTypecase(), 'birth-certificate', birthCertificate)
const card = async () => pageFile(await getTypecase(), 'family-card', familyCard)
const titleOf = (pdf: Uint8Array) => /<dc:title>.*?<rdf:li[^>]*>([^<]*)/s.exec(Buffer.from(pdf).toString('utf8'))?.[1]

it('sets what is asked for at the same time without mixing it', async () => {
  const [births, cards] = [await birth(), await card()]
  const alone = [
    await pdfInThread({ template: 'birth-certificate', page: births }, { now }),
    await pdfInThread({ template: 'family-card', page: cards }, { now }),
  ]
  const many = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      index % 2
        ? pdfInThread({ template: 'family-card', page: cards }, { now })
        : pdfInThread({ template: 'birth-certificate', page: births }, { now }),
    ),
  )
  for (const [index, pdf] of many.entries()) expect(Buffer.compare(pdf, alone[index % 2] as Uint8Array)).toBe(0)
  expect(titleOf(alone[0] as Uint8Array)).not.toBe(titleOf(alone[1] as Uint8Array))
})

it('says what was wrong with one document and goes on with the next', async () => {
  const broken = pdfInThread({ template: 'birth-certificate', page: '{"title":"tanpa isi"}' }, { now })
  const next = svgInThread({ template: 'birth-certificate', page: await birth() })
  const error = await broken.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(TypesetError)
  expect((error as TypesetError).diagnostics.join()).not.toBe('')
  expect(await next).toContain('<svg')
})
