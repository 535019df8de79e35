import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { smoothPath } from './components/chart-shapes.ts'
import {
  AddressPicker,
  Checkboxes,
  CitizenLayout,
  CsrfField,
  cleanNik,
  currentHref,
  DateField,
  ErrorSummary,
  FileUpload,
  FormPage,
  FrameProvider,
  fieldId,
  formatBytes,
  formatNik,
  isIconName,
  LocaleProvider,
  NikField,
  type PageFrame,
  parseTime,
  Radios,
  renderPage,
  SearchBox,
  Select,
  SummaryList,
  Table,
  TextArea,
  TextField,
} from './index.ts'

const frame: PageFrame = {
  locale: 'id',
  region: { name: 'Kabupaten Arunika', motto: 'Semua layanan, satu balai', shortName: 'Arunika' },
  assets: { css: ['/assets/a.css', '/region.css'], js: ['/assets/a.js'], fonts: ['/assets/a.woff2'] },
  path: '/layanan/akta-kelahiran?bagian=syarat',
  csrf: 'token"<1>',
}
const hostile = '"><script>alert(1)</script>\'&'

function ids(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] as string)
}

describe('what people type never becomes markup', () => {
  const cases: Record<string, VNode> = {
    text: <TextField name="a" label={hostile} value={hostile} hint={hostile} error={hostile} marked={hostile} />,
    area: <TextArea name="a" label={hostile} value={`</textarea>${hostile}`} />,
    select: <Select name="a" label={hostile} options={[{ value: hostile, label: hostile }]} value={hostile} />,
    radios: <Radios name="a" label={hostile} options={[{ value: hostile, label: hostile, reveals: hostile }]} />,
    upload: <FileUpload name="a" label={hostile} files={[{ id: hostile, name: hostile, size: 1 }]} />,
    summary: <SummaryList rows={[{ term: hostile, value: hostile }]} />,
    errors: <ErrorSummary errors={[{ name: hostile, text: hostile }]} />,
    search: <SearchBox value={hostile} />,
  }
  test.each(Object.entries(cases))('%s', (_name, node) => {
    const html = renderToString(node)
    expect(html).not.toContain('<script>')
    expect(html).not.toContain(hostile)
    expect(html.split('</textarea>').length).toBeLessThan(3)
  })

  test('the csrf token is written as an attribute', () => {
    const html = renderPage(frame, <CsrfField />)
    expect(html).toContain('name="_csrf" value="token&quot;&lt;1>"')
  })
})

describe('hint, note and error belong to their control', () => {
  const shared = {
    name: 'members[0].name',
    label: 'Nama',
    hint: 'Seperti di KTP',
    marked: 'Keliru',
    error: 'Isi nama.',
  }
  const cases: Record<string, VNode> = {
    text: <TextField {...shared} />,
    nik: <NikField {...shared} />,
    select: <Select {...shared} options={[]} />,
    date: <DateField {...shared} />,
    radios: <Radios {...shared} options={[{ value: 'a', label: 'A' }]} />,
    checkboxes: <Checkboxes {...shared} options={[{ value: 'a', label: 'A' }]} />,
    upload: <FileUpload {...shared} files={[]} />,
    address: <AddressPicker {...shared} levels={[{ name: 'province', label: 'Provinsi', options: [] }]} />,
  }
  test.each(Object.entries(cases))('%s: described by all three, and the summary can jump to it', (_name, node) => {
    const html = renderToString(node)
    const id = fieldId(shared.name)
    expect(id).toBe('f-members-0-name')
    expect(html).toContain(`aria-describedby="${id}-hint ${id}-mark ${id}-error"`)
    for (const part of ['-hint', '-mark', '-error']) expect(ids(html)).toContain(`${id}${part}`)
    expect(html).toMatch(new RegExp(`<(input|select|textarea)[^>]* id="${id}"`))
    expect(new Set(ids(html)).size).toBe(ids(html).length)
  })

  test('a field without notes is described by nothing', () => {
    expect(renderToString(<TextField name="a" label="A" />)).not.toContain('aria-describedby')
  })

  test('the summary links to the fields by their names', () => {
    const html = renderToString(<ErrorSummary errors={[{ name: 'born-on', text: 'Isi tanggal lahir.' }]} />)
    expect(html).toContain('href="#f-born-on"')
    expect(html).toContain('role="alert"')
  })
})

describe('pages', () => {
  test('a page has one h1, its language, its assets and a way past the navigation', () => {
    const html = renderPage(frame, <CitizenLayout title="Akta kelahiran">isi</CitizenLayout>)
    expect(html).toMatch(/^<!doctype html><html lang="id"/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('<title>Akta kelahiran - Kabupaten Arunika</title>')
    expect(html).toContain('<link rel="stylesheet" href="/region.css"')
    expect(html).toContain('<script type="module" src="/assets/a.js">')
    expect(html).toContain('href="#isi"')
    expect(html).toContain('<a href="/layanan" aria-current="page">')
  })

  test('nothing in a page needs inline style or script', () => {
    const html = renderPage(
      frame,
      <CitizenLayout title="Formulir" heading={false}>
        <FormPage title="Isi" action="/a" autosaveUrl="/b">
          <DateField name="on" label="Tanggal" />
        </FormPage>
      </CitizenLayout>,
    )
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<style|<script(?![^>]*src=)/)
  })

  test('the language switch leads back to the same page', () => {
    const html = renderPage(frame, <CitizenLayout title="Akta">isi</CitizenLayout>)
    expect(html).toContain(`href="/bahasa/en?kembali=${encodeURIComponent(frame.path)}"`)
  })

  test('English has no Indonesian left in the frame', () => {
    const html = renderPage({ ...frame, locale: 'en' }, <CitizenLayout title="Birth">-</CitizenLayout>)
    expect(html).toContain('lang="en"')
    expect(html).not.toMatch(/Layanan|Masuk|Aksesibilitas/)
  })

  test('the nearest page above is the current one', () => {
    expect(currentHref('/meja/berkas/1', ['/meja', '/meja/berkas', '/'])).toBe('/meja/berkas')
    expect(currentHref('/mejakerja', ['/meja'])).toBeUndefined()
  })
})

describe('small things that carry data', () => {
  test('a NIK is shown in groups and read without them', () => {
    expect(cleanNik(formatNik('9901021203840007'))).toBe('9901021203840007')
    expect(formatNik('99010')).toBe('99010')
    expect(cleanNik('99.01.02.120384.0007')).toBe('9901021203840007')
  })

  test.each([
    ['8.30', '08:30'],
    ['08:30', '08:30'],
    ['0830', '08:30'],
    ['24.00', undefined],
    ['8', undefined],
  ])('the time %s is %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time)
  })

  test('sizes have a decimal comma', () => {
    expect([820_000, 1_400_000, 10_000_000].map(formatBytes)).toEqual(['820 KB', '1,4 MB', '10 MB'])
  })

  test('the smooth line stays between its points', () => {
    const numbers = smoothPath([
      [0, 10],
      [10, 0],
      [20, 0],
      [30, 10],
    ]).match(/-?[\d.]+/g)
    expect(Math.min(...(numbers ?? []).map(Number))).toBeGreaterThanOrEqual(0)
  })

  test('icon names are checked', () => {
    expect(isIconName('baby')).toBe(true)
    expect(isIconName('constructor')).toBe(false)
  })

  test('a sorted column says so', () => {
    const html = renderToString(
      <LocaleProvider value="en">
        <Table
          caption="Files"
          rows={[{ id: '1' }]}
          rowKey={(row) => row.id}
          columns={[
            { key: 'id', label: 'Number', header: true, cell: (row) => row.id, sort: { href: '?a', now: 'asc' } },
          ]}
        />
      </LocaleProvider>,
    )
    expect(html).toContain('aria-sort="ascending"')
    expect(html).toContain('sorted ascending')
  })

  test('the frame gives its language to what is below', () => {
    const html = renderToString(
      <FrameProvider frame={{ ...frame, locale: 'en' }}>
        <TextField name="a" label="A" optional />
      </FrameProvider>,
    )
    expect(html).toContain('may be left empty')
  })
})
