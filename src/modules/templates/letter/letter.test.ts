import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FormValues } from '#kernel/http/form-values.ts'
import { TypesetError } from '#modules/documents/index.ts'
import { builtIns, readBuiltIns } from '../built-in/index.ts'
import { changedParts, compareLines, nearChanges } from '../domain.ts'
import type { TemplateField } from '../template.ts'
import { contentSchema } from './check-content.ts'
import { checkValues } from './check-values.ts'
import { explainFault, explainRefusal, letterRefusal } from './explain-fault.ts'
import { letterContent } from './letter-content.ts'
import { contentEntries, formPath, readContent } from './read-content.ts'
import { parseMoney, parseNumber, readValues } from './read-values.ts'

const label = { id: 'Nama isian', en: 'Field' }
const field = (key: string, type: TemplateField['type'], more: Partial<TemplateField> = {}): TemplateField => ({
  key,
  type,
  label,
  required: true,
  ...more,
})
const columns = [
  { key: 'nama', label, type: 'text' as const },
  { key: 'biaya', label, type: 'money' as const },
]
const yesNo = [
  { value: 'ya', label },
  { value: 'tidak', label },
]
const form = (entries: Record<string, string | string[]>) =>
  new FormValues(Object.entries(entries).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const)))

describe('values of a form', () => {
  const fields = [
    field('tanggal', 'date'),
    field('biaya', 'money'),
    field('hari', 'number'),
    field('tugas', 'list'),
    field('rincian', 'table', { columns }),
    field('petugas', 'official', { most: 3 }),
  ]

  it('are read as their kinds, rows in their order, removed ones left out', () => {
    const values = readValues(
      { fields },
      form({
        'isian.tanggal-day': '1',
        'isian.tanggal-month': '12',
        'isian.tanggal-year': '2026',
        'isian.biaya': 'Rp1.250.000',
        'isian.hari': '1.250,5',
        'isian.tugas': ' satu \n\ndua ',
        'isian.rincian.row': ['4', '2'],
        'isian.rincian[4].nama': 'Meja',
        'isian.rincian[4].biaya': '1.000',
        'isian.rincian[2].nama': 'Kursi',
        'remove-row': 'isian.rincian:2',
        'isian.petugas.row': ['0'],
        'isian.petugas[0].name': 'Laras',
        'isian.petugas[0].employeeNumber': '198905142014022003',
      }),
    )
    expect(values).toEqual({
      tanggal: '2026-12-01',
      biaya: '1250000',
      hari: '1250.5',
      tugas: ['satu', 'dua'],
      rincian: [{ nama: 'Meja', biaya: '1000' }],
      petugas: [{ name: 'Laras', employeeNumber: '198905142014022003' }],
    })
    expect(checkValues({ fields }, values)).toEqual([])
  })

  it('that cannot be read stay as typed, and are named at their input', () => {
    const values = readValues(
      { fields },
      form({
        'isian.tanggal-day': '31',
        'isian.tanggal-month': '2',
        'isian.tanggal-year': '2026',
        'isian.biaya': 'sejuta',
        'isian.hari': '1,2,3',
        'isian.tugas': 'x',
        'isian.rincian.row': ['0'],
        'isian.rincian[0].biaya': 'mahal',
        'isian.petugas.row': ['0'],
        'isian.petugas[0].employeeNumber': '12',
      }),
    )
    expect(values).toMatchObject({ tanggal: '31-2-2026', biaya: 'sejuta' })
    expect(checkValues({ fields }, values).map(({ path }) => path)).toEqual([
      'isian.tanggal',
      'isian.biaya',
      'isian.hari',
      'isian.rincian[0].nama',
      'isian.rincian[0].biaya',
      'isian.petugas[0].name',
      'isian.petugas[0].employeeNumber',
    ])
  })

  it('of what a choice leaves out are neither asked for nor printed', () => {
    const asked = [
      field('luar', 'choice', { options: yesNo }),
      field('negara', 'text', { when: { field: 'luar', is: ['ya'] } }),
    ]
    expect(checkValues({ fields: asked }, { luar: 'tidak' })).toEqual([])
    expect(checkValues({ fields: asked }, { luar: 'ya' }).map(({ path }) => path)).toEqual(['isian.negara'])
    expect(checkValues({ fields: asked }, { luar: 'mungkin' }).map(({ path }) => path)).toEqual(['isian.luar'])
    const [first] = builtIns
    if (!first) throw new Error('no template')
    const template = { ...first.content, fields: asked, source: 'x' }
    expect(letterContent(template, { luar: 'tidak', negara: 'Negeri', asing: 'x' }).values).toEqual({ luar: 'tidak' })
  })

  it('money and numbers: whatever is read is written back the same', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999_999), (amount) => {
        expect(parseMoney(`Rp ${amount.toLocaleString('id-ID')}`)).toBe(String(amount))
        expect(parseNumber(amount.toLocaleString('id-ID'))).toBe(String(amount))
      }),
    )
    for (const wrong of ['', '1.25', '12,34', '-5', 'Rp', '1e6', '١٢']) expect(parseMoney(wrong)).toBeUndefined()
    for (const wrong of ['', '1.2.3', '--1', '1,', 'x']) expect(parseNumber(wrong)).toBeUndefined()
  })
})

describe('the form of a template', () => {
  it('gives back every shipped content as it was', async () => {
    for (const { content } of await readBuiltIns()) {
      const read = contentSchema.parse(readContent(new FormValues(contentEntries(content))))
      // A hint has one language in the form; all else is there and back.
      const withoutHints = (fields: readonly TemplateField[]) => fields.map(({ hint: _, ...rest }) => rest)
      expect(withoutHints(read.fields)).toEqual(JSON.parse(JSON.stringify(withoutHints(content.fields))))
      expect(changedParts({ ...content, fields: [] }, { ...read, fields: [] })).toEqual([])
    }
  })

  it('shows what a schema found where it was typed', () => {
    expect(formPath('content.name.id', [])).toBe('nameId')
    expect(formPath('content.fields.1.label.en', ['0', '7'])).toBe('fields[7].labelEn')
    expect(formPath('fields[1].detail', ['0', '7'])).toBe('fields[7].detail')
    expect(formPath('content.fields.0.options.2.value', ['3'])).toBe('fields[3].detail')
    expect(formPath('content.layout', [])).toBe('arrangement')
  })
})

describe('two versions', () => {
  it('compared line by line give both texts back', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 14 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = compareLines(before, after)
        const side = (other: 'added' | 'removed') => lines.filter(({ kind }) => kind !== other).map((line) => line.text)
        expect(side('added').join('\n')).toBe(before)
        expect(side('removed').join('\n')).toBe(after)
      }),
    )
  })

  it('far lines that are the same are left out', () => {
    const long = Array.from({ length: 40 }, (_, line) => `baris ${line}`)
    const shown = nearChanges(
      compareLines(long.join('\n'), [...long.slice(0, 20), 'baru', ...long.slice(20)].join('\n')),
    )
    expect(shown.filter((line) => line === undefined).length).toBe(2)
    expect(shown.length).toBe(9)
  })
})

describe('what the compiler says', () => {
  it('is said in plain words, with the name that matters', () => {
    expect(explainFault({ message: 'dictionary does not contain key "tujan"', line: 3 }).say.id).toContain('"tujan"')
    expect(explainFault({ message: 'unknown variable: tujuan' }).say.id).toContain('#isian.tujuan')
    expect(explainFault({ message: 'panicked with: "balai-terlarang read"' }).say.id).toContain('tidak dapat dipakai')
    expect(explainFault({ message: 'something new' }).say.id).toContain('something new')
    const refused = letterRefusal(new TypesetError('official-letter', ['x'], { refusal: 'too-big' }))
    expect(refused).toMatchObject({ code: 'invalid-input', fields: [{ path: '' }] })
    expect(letterRefusal(refused)).toBe(refused)
    expect(explainRefusal('too-long', [], []).map(({ say }) => say.id)[0]).toContain('terlalu lama')
  })
})
