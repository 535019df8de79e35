import { execFileSync, spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certificate, decisionLetter } from './specimens.ts'
import type { CertificateData, DecisionLetterData } from './template-data.ts'
import { findUnprintable, typeset } from './typeset.ts'

const now = new Date('2026-11-23T03:41:00Z')
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

/** White space and the break points of long words removed, so that wrapping does not matter. */
const squeeze = (text: string) => text.replace(/[\s\u{200b}]/gu, '')
const letter = (changed: Partial<DecisionLetterData> = {}) =>
  typeset('decision-letter', { ...decisionLetter, ...changed }, { now })
const sheet = (changed: Partial<CertificateData> = {}) =>
  typeset('certificate', { ...certificate, ...changed }, { now })

const poppler = (pdf: Uint8Array, ...options: string[]) =>
  execFileSync('pdftotext', [...options, '-', '-'], { input: pdf, encoding: 'utf8', stdio: 'pipe' })
/** The text of each page. */
const pagesOf = (pdf: Uint8Array) => poppler(pdf, '-raw').split('\f').slice(0, -1).map(squeeze)
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ label: `Kios ${i + 1}`, value: `Blok A nomor ${i + 1}, Rp1.250.000,00` }))

/** Words that stick out of the paper, with the room that a frame or margin needs. */
function outside(pdf: Uint8Array): string[] {
  const found: string[] = []
  let [width, height] = [0, 0]
  for (const line of poppler(pdf, '-bbox').split('\n')) {
    const numbers = [...line.matchAll(/(?:width|height|[xy]M(?:in|ax))="(-?[\d.]+)"/g)].map((match) => Number(match[1]))
    if (line.includes('<page')) [width = 0, height = 0] = numbers
    if (!line.includes('<word')) continue
    const [left = 0, top = 0, right = 0, bottom = 0] = numbers
    if (left < 30 || top < 20 || right > width - 30 || bottom > height - 20) found.push(line.trim())
  }
  return found
}

describe.runIf(hasPoppler)('a decision letter (needs pdftotext)', () => {
  test('says everything it was given, in the order of an official decision', async () => {
    const text = pagesOf(await letter()).join('')
    const order = [
      'DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU',
      'Surat Izin Praktik Dokter',
      'Nomor 503/0047/SIP/2026',
      'Menimbang',
      'Mengingat',
      'dr. Sekar Prameswari',
      'Kepala Dinas memberikan izin praktik',
      'Nomor STR',
      'Berlaku sampai dengan 23 November 2031',
      'Memutuskan',
      'KESATU',
      'KEDUA',
      'Bila di kemudian hari',
      'Ditetapkan di Arunika pada 23 November 2026',
    ].map((words) => text.indexOf(squeeze(words)))
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    for (const words of ['a.n. Bupati Arunika', 'Plt. Kepala Dinas', 'SK 821.29/8/2026', '8K2M-4QXT-91', 'Tembusan']) {
      expect(text).toContain(squeeze(words))
    }
  })

  test('with only a sentence it is one page without empty headings', async () => {
    const { considering, legalBasis, decisions, copies, recipient, about, validUntil, ...bare } = decisionLetter
    const data: DecisionLetterData = { ...bare, rows: [], closing: [], opening: ['Permohonan Anda kami kabulkan.'] }
    const [page = '', ...others] = pagesOf(await typeset('decision-letter', data, { now }))
    expect(others).toEqual([])
    expect(page).toContain('PermohonanAndakamikabulkan.')
    expect(page).not.toMatch(/Menimbang|Mengingat|Memutuskan|Kepada[A-Z]|Tembusan|Berlakusampai|tentang/)
  })

  test('40 rows go over pages that are numbered and each carry the code', async () => {
    const pages = pagesOf(await letter({ rows: rows(40) }))
    expect(pages).toHaveLength(3)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Halaman${index + 1}dari3`)
      expect(page).toContain('8K2M-4QXT-91')
      expect(page).toContain('503/0047/SIP/2026')
    }
    for (const { label } of rows(40)) expect(pages.join('')).toContain(squeeze(label))
  })

  test('the signature never stands alone on a page, whatever comes before it', async () => {
    const bare = { considering: [], legalBasis: [], decisions: [], closing: [], copies: [], rows: [] }
    const { validUntil, ...endless } = decisionLetter
    for (let count = 6; count <= 34; count += 4) {
      const paragraphs = rows(count).map(({ label, value }) => `${label}: ${value}.`)
      for (const part of [
        { rows: rows(count) },
        { opening: paragraphs },
        { closing: paragraphs },
        { decisions: paragraphs },
      ]) {
        const pages = pagesOf(await typeset('decision-letter', { ...endless, ...bare, ...part }, { now }))
        const signing = pages.find((page) => page.includes('DitetapkandiArunika')) ?? ''
        expect(signing.indexOf(`Kios${count}`), `${Object.keys(part)} ${count}`).toBeGreaterThanOrEqual(0)
      }
    }
  }, 60_000)

  test('a sealed one names the article and no official', async () => {
    const unit = 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu'
    const { onBehalfOf, rank, employeeNumber, ...signature } = decisionLetter.signature
    const text = pagesOf(
      await letter({
        signature: {
          ...signature,
          name: `Segel elektronik ${unit}`,
          position: unit,
          capacity: 'seal',
          order: 'UU 30/2014 pasal 53 ayat (4)',
        },
      }),
    ).join('')
    expect(text).toContain(
      squeeze(
        'Disegel secara elektronik 23 November 2026, 10.41 WIB. Terbit otomatis menurut UU 30/2014 pasal 53 ayat (4), tanpa tanda tangan pejabat.',
      ),
    )
    expect(text).not.toMatch(/Ditandatanganisecara|NIP|Plt\.|a\.n\./)
  })

  test('long words and long names stay on the paper', async () => {
    const word = 'x'.repeat(200)
    const name = 'Perkumpulan '.repeat(20)
    for (const text of [word, name]) {
      const pdf = await letter({
        title: text,
        number: text.slice(0, 90),
        about: text,
        recipient: { name: text, lines: [text] },
        considering: [text],
        legalBasis: [text, text],
        rows: [{ label: text, value: text }],
        decisions: [text],
        opening: [text],
        closing: [text],
        copies: [text],
        signature: { ...decisionLetter.signature, name: text, position: text, order: text },
      })
      expect(outside(pdf)).toEqual([])
    }
  })
})

describe.runIf(hasPoppler)('a certificate (needs pdftotext)', () => {
  test.each(['landscape', 'portrait'] as const)(
    '%s: the name is set larger than anything else',
    async (orientation) => {
      const pdf = await sheet({ orientation })
      const heights = [...poppler(pdf, '-bbox').matchAll(/yMin="([\d.]+)" .*yMax="([\d.]+)">([^<]*)</g)].map(
        ([, top, bottom, word]) => [word ?? '', Number(bottom) - Number(top)] as const,
      )
      const tallest = Math.max(...heights.map(([, height]) => height))
      const words = heights.filter(([, height]) => height > tallest - 0.5).map(([word]) => word)
      expect(words).toEqual(['Rumah', 'Makan', 'Sari', 'Laut'])
      expect(pagesOf(pdf)).toHaveLength(1)
    },
  )

  test('says what is certified, for how long, and by whom', async () => {
    const [page = ''] = pagesOf(await sheet())
    for (const words of [
      'Sertifikat Laik Higiene Sanitasi',
      'Nomor 442/0112/SLHS/2026',
      'dinyatakan memenuhi syarat higiene dan sanitasi',
      'Nilai pemeriksaan',
      '86 dari 100',
      '23 November 2029',
      'Dr. Wening Hapsari, M.Si.',
      '8K2M-4QXT-91',
    ]) {
      expect(page).toContain(squeeze(words))
    }
  })

  test.each([
    ['landscape', 8],
    ['portrait', 12],
  ] as const)('%s: %i rows share its page, forty go to an annex', async (orientation, count) => {
    const full = pagesOf(await sheet({ orientation, rows: rows(count) }))
    expect(full).toHaveLength(1)
    const [wall = '', ...annex] = pagesOf(await sheet({ orientation, rows: rows(40) }))
    expect(wall).toContain('DitetapkandiArunika')
    expect(wall).toContain('Padalampiran')
    expect(annex[0]).toContain('Lampiran')
    for (const { label } of rows(40)) expect(annex.join('')).toContain(squeeze(label))
    expect(annex.at(-1)).toMatch(/Halaman(\d)dari\1/)
  })

  test('long words and long names stay on the paper', async () => {
    for (const text of ['x'.repeat(160), 'Raden Panembahan '.repeat(10)]) {
      for (const orientation of ['landscape', 'portrait'] as const) {
        const pdf = await sheet({
          orientation,
          title: text,
          number: text.slice(0, 60),
          recipient: { name: text, lines: [text] },
          rows: [{ label: text, value: text }],
          opening: [text],
          closing: [text],
          signature: { ...certificate.signature, name: text, position: text },
        })
        expect(outside(pdf)).toEqual([])
      }
    }
  })
})

describe.runIf(hasPoppler)('text is printed, never interpreted (needs pdftotext)', () => {
  test.each([
    '#set page(fill: red)',
    '$x^2$ #sys.inputs #panic("x") #read("/etc/passwd")',
    '<script>alert(1)</script> <label> @ref',
    '*tebal* _miring_ `kode` = judul - butir + nomor / istilah: arti',
    `Ni'mah "Jr." O'Brien “Ayu” ‘D’Arc’ \\u{41} \\ // komentar /* x */`,
    'Rp1.234.567.890,00 (satu miliar) ~ -- --- ... {nama} %s $x {{y}}',
    'https://contoh.example/#bagian?a=1&b=2',
  ])('%s', async (words) => {
    const read = pagesOf(
      await letter({
        title: words,
        recipient: { name: words, lines: [words] },
        opening: [words],
        rows: [{ label: words, value: words }],
        decisions: [words],
        closing: [words],
        legalBasis: [words],
      }),
    ).join('')
    expect(read.split(squeeze(words)).length - 1).toBeGreaterThanOrEqual(8)
    const certified = pagesOf(await sheet({ recipient: { name: words }, rows: [{ label: words, value: words }] })).join(
      '',
    )
    expect(certified.split(squeeze(words)).length - 1).toBeGreaterThanOrEqual(3)
  })
})

test('letters without a glyph are named before issuing, wherever they stand', async () => {
  const arabic = { ...decisionLetter, rows: [{ label: 'Nama', value: 'عمر' }] }
  expect(await findUnprintable('decision-letter', arabic)).toEqual(['ع', 'م', 'ر'])
  const javanese = { ...certificate, recipient: { name: 'Siti', lines: ['ꦲꦤ'] } }
  expect((await findUnprintable('certificate', javanese)).join('')).toBe('ꦲꦤ')
  expect(await findUnprintable('decision-letter', decisionLetter)).toEqual([])
  expect(await findUnprintable('certificate', certificate)).toEqual([])
})

test('no text at all can break them', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.stringMatching(/^[#$*_`@<>\\[\](){}"'=\-+/~^&%!?.,:; \n\tax1]{0,60}$/),
  )
  await fc.assert(
    fc.asyncProperty(text, text, fc.nat(20), async (a, b, count) => {
      const many = Array.from({ length: count }, () => ({ label: a, value: b }))
      const shared = { title: a, number: b, opening: [a], rows: many, closing: [b], recipient: { name: a, lines: [b] } }
      for (const pdf of [await letter({ ...shared, decisions: [a, b], about: b }), await sheet(shared)]) {
        expect(pdf.length).toBeGreaterThan(1000)
      }
    }),
    { numRuns: 40 },
  )
}, 60_000)
