import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { readShippedBodies } from '../compiler.ts'
import type { OfficialLetterData } from '../official-letter-data.ts'
import { birthCertificate } from '../specimens.ts'
import { typeset } from '../typeset.ts'
import { isLastParagraphShort } from './last-paragraph.ts'
import { presentSignature } from './letter.ts'
import { presentOfficialLetter } from './official-letter.ts'

const { region, office, signature, verification } = birthCertificate
const source = (await readShippedBodies()).get('surat-dinas') ?? ''
const fields = (['pembuka', 'isi', 'rincian', 'penutup'] as const).map((key) => ({
  key,
  type: key === 'rincian' ? ('table' as const) : ('paragraph' as const),
  ...(key === 'rincian' ? { columns: [{ key: 'uraian', label: 'Uraian', type: 'text' as const }] } : {}),
}))
const letter: OfficialLetterData = {
  region,
  office,
  ...(verification ? { verification } : {}),
  layout: 'correspondence',
  kind: 'surat-dinas',
  number: '400/1/2026',
  subject: 'Contoh',
  recipients: [{ name: 'Camat Tirta' }],
  issued: { place: 'Arunika', on: '2026-11-23' },
  source,
  fields,
  values: { pembuka: 'Pembuka surat.', isi: 'Isi surat.' },
  signatures: [signature],
}
const now = new Date('2026-11-23T03:41:00Z')
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined
const pagesOf = async (data: OfficialLetterData) =>
  execFileSync('pdftotext', ['-layout', '-', '-'], {
    input: await typeset('official-letter', data, { now }),
    encoding: 'utf8',
    stdio: 'pipe',
  })
    .split('\f')
    .slice(0, -1)

describe('by whose authority it is signed', () => {
  const titles = (more: Partial<typeof signature>) => presentSignature({ ...signature, ...more }, region).titles

  it('says a.n., u.b., Plt., Plh. and Pj. as the law writes them', () => {
    const position = 'Kepala Bagian Umum'
    expect(titles({ position })).toEqual(['Kepala Bagian Umum,'])
    expect(titles({ position, onBehalfOf: 'Bupati Arunika' })).toEqual(['a.n. Bupati Arunika', 'Kepala Bagian Umum,'])
    expect(titles({ position, onBehalfOf: 'Bupati Arunika', underBehalfOf: 'Sekretaris Daerah' })).toEqual([
      'a.n. Bupati Arunika',
      'Sekretaris Daerah,',
      'u.b.',
      'Kepala Bagian Umum,',
    ])
    expect(titles({ position, capacity: 'plt' })).toEqual(['Plt. Kepala Bagian Umum,'])
    expect(titles({ position, capacity: 'plh' })).toEqual(['Plh. Kepala Bagian Umum,'])
    expect(titles({ position: 'Bupati Arunika', capacity: 'pj' })).toEqual(['Pj. Bupati Arunika,'])
  })

  it('somebody from outside signs for himself, in no authority of ours', () => {
    const shown = presentSignature({ ...signature, capacity: 'party', order: '', role: 'PIHAK KEDUA' }, region)
    expect(shown.role).toBe('PIHAK KEDUA')
    expect(shown.note).toMatch(/WIB\.$/)
  })

  it('a decision bears the post that gave the mandate, not who used it', () => {
    const title = 'Keputusan {jabatan}'
    const { letter: own } = presentOfficialLetter({ ...letter, layout: 'titled', title })
    expect(own.heading).toBe('KEPUTUSAN KEPALA DINAS')
    const mandated = { ...signature, onBehalfOf: 'Bupati Arunika' }
    expect(presentOfficialLetter({ ...letter, layout: 'titled', title, signatures: [mandated] }).letter.heading).toBe(
      'KEPUTUSAN BUPATI ARUNIKA',
    )
  })
})

it.each([
  ['Kabupaten Arunika', 'BUPATI ARUNIKA'],
  ['Kota Samudra', 'WALI KOTA SAMUDRA'],
  ['Provinsi Nusa Arunika', 'GUBERNUR NUSA ARUNIKA'],
])('the letterhead of the head of %s names the post', (name, head) => {
  expect(presentOfficialLetter({ ...letter, region: { ...region, name } }).letter.headTitle).toBe(head)
})

it('Sifat says how secret it is, and how urgent where both matter', () => {
  const character = (more: Partial<OfficialLetterData>) =>
    Object.fromEntries(presentOfficialLetter({ ...letter, ...more }).letter.reference)['Sifat']
  expect(character({})).toBe('Biasa')
  expect(character({ urgency: 'segera' })).toBe('Segera')
  expect(character({ security: 'rahasia' })).toBe('Rahasia')
  expect(character({ security: 'terbatas', urgency: 'amat-segera' })).toBe('Terbatas, Amat Segera')
})

describe.runIf(hasPoppler)('on paper (needs pdftotext)', () => {
  it('no page holds a signature alone, however long the letter is', async () => {
    const sentence = 'Kalimat ini mengisi surat agar halamannya penuh sampai ke tepi bawah. '
    for (let count = 14; count <= 30; count += 1) {
      const isi = Array.from({ length: count }, () => sentence.repeat(2)).join('\n\n')
      const pages = await pagesOf({ ...letter, values: { pembuka: 'Pembuka surat.', isi } })
      const last = pages.at(-1) ?? ''
      expect(last).toContain(signature.name)
      expect(last, `${count} paragraphs`).toContain('Demikian kami sampaikan')
    }
  }, 60_000)

  it('a draft says so, shows its initials and leaves the number open', async () => {
    const { number: _, ...open } = letter
    const initials = [
      { name: 'Laras Prameswari', position: 'Kepala Seksi', at: '2026-11-23T09:00:00+07:00' },
      { name: 'Bagus Raharja', position: 'Sekretaris' },
    ]
    const [text = ''] = await pagesOf({ ...open, draft: true, initials })
    expect(text).toContain('Draf, belum berlaku')
    expect(text).toContain('23 November 2026, 09.00 WIB')
    expect(text).toContain('menunggu')
    const [issued = ''] = await pagesOf({ ...letter, initials })
    expect(issued).not.toContain('menunggu')
  })

  it('several sign beside each other; a copy is marked; small print stands at the foot', async () => {
    const second = { ...signature, name: 'Prof. Dr. Surya Mahendra', role: 'PIHAK KEDUA' }
    const data = { ...letter, signatures: [{ ...signature, role: 'PIHAK KESATU' }, second], mark: 'salinan' as const }
    const [text = ''] = await pagesOf({ ...data, footnotes: ['Catatan hukum di kaki.'] })
    expect(text).toMatch(/PIHAK KESATU\s+PIHAK KEDUA/)
    expect(text.replace(/\s/g, '')).toContain('SALINAN')
    expect(text.indexOf('Catatan hukum di kaki.')).toBeGreaterThan(text.indexOf('Mahendra'))
  })
})

describe('the last paragraph', () => {
  it('is short only when it surely is', () => {
    expect(isLastParagraphShort('Panjang.\n\nDemikian disampaikan.', {})).toBe(true)
    expect(isLastParagraphShort('a\n\n#isian.isi', { isi: 'x'.repeat(2000) })).toBe(false)
    expect(isLastParagraphShort('#if true [\nsatu\n\ndua\n]', {})).toBe(false)
    expect(isLastParagraphShort('a\n\n#for i in range(90) [x ]', {})).toBe(false)
  })

  it('of a page and more is broken over pages', async () => {
    const isi = 'Satu alinea yang panjang sekali tanpa jeda apa pun di dalamnya. '.repeat(140)
    const pdf = await typeset('official-letter', { ...letter, source: '#isian.isi', values: { isi } }, { now })
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Count [3-9]/)
  })
})
