import { execFileSync, spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { previewSvg } from './preview.ts'
import { birthCertificate, familyCard, SPECIMENS } from './specimens.ts'
import { type BirthCertificateData, TEMPLATE_NAMES, type TemplateName } from './template-data.ts'
import { findUnprintable, TypesetError, typeset } from './typeset.ts'

const now = new Date('2026-11-23T03:41:00Z')
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')
const pageCount = (pdf: Uint8Array) => Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(latin1(pdf))?.[1])
/** White space and the break points of long words removed, so that wrapping does not matter. */
const squeeze = (text: string) => text.replace(/[\s\u{200b}]/gu, '')
const textOf = (pdf: Uint8Array) =>
  squeeze(execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8', stdio: 'pipe' }))
const withChild = (name: string): BirthCertificateData => ({
  ...birthCertificate,
  child: { ...birthCertificate.child, name },
})

describe.each(TEMPLATE_NAMES)('%s', (template) => {
  test('is PDF/A-2a with title, language, structure and embedded fonts of our own', async () => {
    const pdf = latin1(await typeset(template, SPECIMENS[template], { now }))
    expect(pdf).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(pdf).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(pdf).toContain('/GTS_PDFA1')
    expect(pdf).toContain('/Lang (id-ID)')
    expect(pdf).toMatch(/<dc:title>.*\S.*<\/dc:title>/s)
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toMatch(/\/Alt/)
    const fonts = [...pdf.matchAll(/\/BaseFont \/(\S+)/g)].map((match) => match[1])
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+BalaiSans(Ext|Viet)?-/)
  })

  test('also conforms to PDF/A-3a and PDF/UA-1', async () => {
    for (const standard of ['a-3a', 'ua-1'] as const) {
      await expect(typeset(template, SPECIMENS[template], { now, standard })).resolves.toBeInstanceOf(Uint8Array)
    }
  })

  test('the same data and moment give the same bytes, another moment does not', async () => {
    const first = await typeset(template, SPECIMENS[template], { now })
    await typeset('receipt', SPECIMENS.receipt, { now: new Date(0) })
    const again = await typeset(template, structuredClone(SPECIMENS[template]), { now })
    expect(Buffer.compare(first, again)).toBe(0)
    const later = await typeset(template, SPECIMENS[template], { now: new Date('2027-01-01T00:00:00Z') })
    expect(Buffer.compare(first, later)).not.toBe(0)
  })

  test('previews as SVG', async () => {
    expect(await previewSvg(template, SPECIMENS[template])).toMatch(/^<svg[^>]*>/)
  })

  test('a draft says so', async () => {
    const data = { ...SPECIMENS[template], draft: true }
    const pdf = await typeset<TemplateName>(template, data, { now })
    if (hasPoppler) expect(textOf(pdf)).toContain('Draf,belumberlaku')
  })
})

describe.runIf(hasPoppler)('what a birth certificate says (needs pdftotext)', () => {
  const read = async (data: BirthCertificateData) => textOf(await typeset('birth-certificate', data, { now }))

  test('the facts, with the date of birth also in words', async () => {
    const text = await read(birthCertificate)
    for (const words of [
      'Kirana Ayu Hartono',
      '99 01 02 60 11 26 0001',
      'dua puluh November dua ribu dua puluh enam',
      'Jumat, 20 November 2026, pukul 04.35 WIB',
      'Tiga (3)',
      'Ditandatangani secara elektronik 23 November 2026, 10.41 WIB. Jabatan definitif, SK 821.2/17/2025.',
      '8K2M-4QXT-91',
    ]) {
      expect(text).toContain(squeeze(words))
    }
  })

  test('three cases of parentage', async () => {
    const phrase = squeeze('yang perkawinannya belum tercatat sesuai dengan peraturan perundang-undangan')
    const mother = 'Ratna Dewanti'
    const married = await read(birthCertificate)
    expect(married).not.toContain(phrase)
    expect(married).not.toContain('Anakseorangibu')
    const unrecorded = await read({
      ...birthCertificate,
      parents: { kind: 'marriage-not-recorded', father: 'Hartono Wiryawan', mother },
    })
    expect(unrecorded).toContain(phrase)
    expect(unrecorded).toContain('HartonoWiryawan')
    const alone = await read({ ...birthCertificate, parents: { kind: 'mother-only', mother } })
    expect(alone).toContain('Anakseorangibu')
    expect(alone).not.toContain('Ayah')
  })

  test('who signs in what authority', async () => {
    const text = await read({
      ...birthCertificate,
      signature: { ...birthCertificate.signature, capacity: 'plt', onBehalfOf: 'Bupati Arunika' },
    })
    expect(text).toContain(squeeze('a.n. Bupati Arunika'))
    expect(text).toContain(squeeze('Plt. Kepala Dinas,'))
    expect(text).toContain(squeeze('Pelaksana tugas, SK 821.2/17/2025.'))
  })

  test.each([
    '#set page(fill: red)',
    '$x^2$ #sys.inputs #panic("x")',
    '<script>alert(1)</script> <label> @ref',
    '*tebal* _miring_ `kode` = judul',
    `Ni'mah "Jr." O'Brien \\u{41} \\ // komentar /* x */`,
    'Đặng Thị Ngọc Łukasz Şahin Žižek',
  ])('prints as it is: %s', async (name) => {
    expect(await read(withChild(name))).toContain(squeeze(name))
  })
})

describe('any text', () => {
  test('a name of 200 letters, in words or in one, stays on one page with its signature', async () => {
    for (const name of ['Raden Panembahan '.repeat(12).slice(0, 200), 'x'.repeat(200)]) {
      expect(pageCount(await typeset('birth-certificate', withChild(name), { now }))).toBe(1)
    }
  })

  test('twelve members of a family share one page, twenty need two', async () => {
    for (const [count, pages] of [
      [12, 1],
      [20, 2],
    ] as const) {
      const members = Array.from({ length: count }, (_, i) => familyCard.members[i % 3] ?? familyCard.members[0])
      const data = { ...familyCard, members: members.filter((member) => member !== undefined) }
      expect(pageCount(await typeset('family-card', data, { now }))).toBe(pages)
    }
  })

  test('letters without a glyph become boxes, and are named before issuing', async () => {
    const data = withChild('عمر ꦲꦤ 😀👩‍👩‍👧 Siti')
    await expect(typeset('birth-certificate', data, { now })).resolves.toBeInstanceOf(Uint8Array)
    const letters = await findUnprintable('birth-certificate', data)
    expect(letters).toEqual(['ع', 'م', 'ر', ...letters.slice(3)])
    expect(letters).toContain('😀')
    expect(await findUnprintable('birth-certificate', birthCertificate)).toEqual([])
  })

  test('no text at all can break a document', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^[#$*_`@<>\\[\](){}"'=\-+/~^&%!?.,:; \n\tax1]{0,60}$/),
    )
    await fc.assert(
      fc.asyncProperty(text, text, async (a, b) => {
        const data: BirthCertificateData = {
          ...withChild(a),
          parents: { kind: 'mother-only', mother: b },
          remarks: [a, b],
          signature: { ...birthCertificate.signature, name: b, position: a },
        }
        const pdf = await typeset('birth-certificate', data, { now })
        expect(pdf.length).toBeGreaterThan(1000)
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})

test('a template that fails throws TypesetError with its name and the diagnostics', async () => {
  const data = { ...birthCertificate, region: { ...birthCertificate.region, crest: '<svg' } }
  const error = await typeset('birth-certificate', data, { now }).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(TypesetError)
  expect((error as TypesetError).template).toBe('birth-certificate')
  expect((error as TypesetError).diagnostics.join()).toMatch(/svg/i)
})
