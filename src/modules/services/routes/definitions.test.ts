import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '#kernel/access/access.ts'
import { administrator } from '#modules/organization/testing.ts'
import { birthCertificate } from '#services/birth-certificate/definition.ts'
import { differencesBetween } from '../views/definitions/differences.ts'
import { type PublicPlace, publicPlace } from './testing/public-place.ts'

let place: PublicPlace
const owner = administrator(['services.publish'])
const own = { ...birthCertificate, minutesToFill: 6, cost: [...birthCertificate.cost] }
const from = (day: number, month = 11) => ({
  'validFrom-day': String(day),
  'validFrom-month': String(month),
  'validFrom-year': '2026',
})

beforeAll(async () => {
  place = await publicPlace('2026-11-20T02:00:00Z')
  place.server.as(owner)
})
afterAll(() => place.close())

describe('the list of definitions', () => {
  it('is for those who publish', async () => {
    expect((await place.server.get('/admin/layanan', { as: anonymous })).location).toContain('/masuk')
    expect((await place.server.get('/admin/layanan', { as: administrator(['services.queue']) })).status).toBe(403)
    const list = (await place.server.get('/admin/layanan')).plain()
    expect(list).toContain('Akta kelahiran')
    expect(list).toContain('Versi 1')
  })

  it('shows every version, its JSON, and lets it be taken along', async () => {
    expect((await place.server.get('/admin/layanan/birth-certificate')).plain()).toContain('bersama program')
    expect((await place.server.get('/admin/layanan/birth-certificate/1')).plain()).toContain('"slug": "akta-kelahiran"')
    const file = await place.server.get('/admin/layanan/birth-certificate/1/definisi.json')
    expect(JSON.parse(file.text)).toMatchObject({ id: 'birth-certificate', version: 1 })
    expect((await place.server.get('/admin/layanan/tidak-ada')).status).toBe(404)
  })
})

describe('a new definition', () => {
  it('that is unsound comes back with every fault, its element, and the text', async () => {
    const flow = { ...birthCertificate.flow, initial: 'tidak-ada' }
    const text = JSON.stringify({ ...birthCertificate, flow })
    const refused = await place.server.post('/admin/layanan/periksa', { text })
    expect(refused.status).toBe(422)
    expect(refused.plain()).toMatch(/Ada \d+ hal yang harus diperbaiki/)
    expect(refused.plain()).toContain('Yang keliru')
    expect(refused.plain()).toContain('belum diperiksa')
    expect(refused.fields()['text']).toBe(text)
    expect((await place.server.post('/admin/layanan/periksa', { text: '{' })).plain()).toContain(
      'Bukan JSON yang benar',
    )
    expect((await place.server.post('/admin/layanan/periksa', { text: '' })).status).toBe(422)
  })

  it('that is sound shows its examples and what differs, and may be uploaded as a file', async () => {
    const file = { field: 'file', name: 'akta.json', type: 'application/json', bytes: Buffer.from(JSON.stringify(own)) }
    const sound = await place.server.post('/admin/layanan/periksa', {}, { files: [file as never] })
    expect(sound.plain()).toContain('Definisi ini terbukti benar')
    expect(sound.plain()).toContain('seperti yang dikatakan')
    expect(sound.plain()).toContain('minutesToFill')
  })

  it('is published from a day on; a day in the past or none is refused at the field', async () => {
    const text = JSON.stringify(own)
    const past = await place.server.post('/admin/layanan/terbitkan', { text, ...from(1) })
    expect(past.status).toBe(422)
    expect(past.plain()).toContain('tidak dapat berlaku surut')
    expect(past.fields()).toMatchObject({ 'validFrom-day': '1' })
    expect((await place.server.post('/admin/layanan/terbitkan', { text })).plain()).toContain(
      'Tulis tanggal yang lengkap',
    )
    const done = await place.server.post('/admin/layanan/terbitkan', { text, ...from(1, 12) })
    expect(done.location).toBe('/admin/layanan/birth-certificate')
    const shown = (await place.server.get('/admin/layanan/birth-certificate')).plain()
    expect(shown).toContain('versi 10.001 sudah diterbitkan'.replace('.', ''))
    expect(shown).toContain('Direncanakan')
    expect((await place.server.get('/admin/layanan')).plain()).toContain('versi 10001, mulai 1 Desember 2026')
  })
})

describe('running files', () => {
  it('are moved after a look at what would happen, and no promise gets later', async () => {
    const given = { serviceId: 'birth-certificate', state: 'verifying', submittedAt: '2026-11-18T02:00:00Z' }
    for (let n = 0; n < 3; n += 1) await place.addCase({ ...given, promisedAt: '2026-11-19T09:00:00Z' })
    for (let n = 0; n < 2; n += 1) await place.addCase({ ...given, promisedAt: '2026-12-19T09:00:00Z' })
    const path = '/admin/layanan/birth-certificate/pindah-versi'
    const preview = await place.server.get(`${path}?dari=1&ke=10001`)
    expect(preview.plain()).toContain('5 berkas pindah')
    expect(preview.plain()).toContain('2 di antaranya mendapat tanggal janji lebih cepat')
    expect(preview.plain()).toContain('0 mendapat tanggal lebih lambat')
    const mapped = await place.server.get(`${path}?dari=1&ke=10001&tahap-verifying=returned`)
    expect(mapped.plain()).toContain('Berada di pihak yang berbeda: 5')
    const done = await place.server.post(path, { dari: '1', ke: '10001' })
    expect(done.location).toBe('/admin/layanan/birth-certificate')
    const shown = (await place.server.get('/admin/layanan/birth-certificate')).plain()
    expect(shown).toContain(
      '5 berkas dipindahkan ke versi 10001. Tanggal janji: 2 lebih cepat, 3 sama, 0 lebih lambat.',
    )
    expect(shown).toContain('Versi 1 ke 10001')
    expect((await place.server.get(`${path}?dari=1&ke=10001`)).plain()).toContain('Tidak ada berkas berjalan')
  })
})

describe('the end of a service', () => {
  it('is a version with a last day, after which nobody can find or begin it', async () => {
    const last = (day: number) => ({ 'validTo-day': String(day), 'validTo-month': '11', 'validTo-year': '2026' })
    const path = '/admin/layanan/research-permit/tutup'
    expect((await place.server.post(path, last(1))).status).toBe(422)
    expect(
      (await place.server.post(path, { 'validTo-day': '31', 'validTo-month': '2', 'validTo-year': '2027' })).fields(),
    ).toMatchObject({ 'validTo-day': '31' })
    expect((await place.server.post(path, last(25))).location).toBe('/admin/layanan/research-permit')
    expect((await place.server.get('/admin/layanan')).plain()).toContain('ditutup 25 November 2026')
    const [found] = await place.rows<{ slug: string }>(
      `select slug from services.definition where service_id = 'research-permit'`,
    )
    const link = `/layanan/${found?.slug}"`
    expect((await place.server.get('/layanan?q=penelitian')).text).toContain(link)
    place.clock.set('2026-11-26T02:00:00Z')
    expect((await place.server.get(`/layanan/${found?.slug}`, { as: anonymous })).plain()).toContain(
      'Layanan ini sudah ditutup',
    )
    expect((await place.server.get('/layanan?q=penelitian')).text).not.toContain(link)
  })
})

describe('differences', () => {
  it('name what is new, gone and changed, part by part', () => {
    const [first, ...pages] = birthCertificate.form.pages
    const after = {
      ...birthCertificate,
      clock: { ...birthCertificate.clock, per: 'calendar-day' as const },
      form: { pages: first ? pages : [] },
      flow: {
        ...birthCertificate.flow,
        states: birthCertificate.flow.states.map((state) =>
          state.id === 'signing' ? { ...state, desk: 'services.allot' } : state,
        ),
      },
    }
    const found = differencesBetween(birthCertificate, after)
    expect(found).toContainEqual({ part: 'general', name: 'clock', kind: 'changed', of: ['per'] })
    expect(found).toContainEqual({ part: 'state', name: 'signing', kind: 'changed', of: ['desk'] })
    expect(found).toContainEqual({ part: 'page', name: first?.id, kind: 'removed', of: [] })
    expect(found.some((row) => row.part === 'field' && row.kind === 'removed')).toBe(true)
    expect(differencesBetween(birthCertificate, birthCertificate)).toEqual([])
  })
})
