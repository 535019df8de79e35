import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '#kernel/access/access.ts'
import { administrator } from '#modules/organization/testing.ts'
import { findOwnRank, type OwnRank } from '../queries/allotments.ts'
import { hashOfRanking } from '../ranking-proof.ts'
import { OwnRankNote } from '../views/ranking-page.tsx'
import { type PublicPlace, publicPlace } from './testing/public-place.ts'

let place: PublicPlace
let slug: string
let best: string
const head = administrator(['services.allot'], 'disdik')

beforeAll(async () => {
  place = await publicPlace('2026-12-05T02:00:00Z')
  const [found] = await place.rows<{ slug: string }>(
    `select slug from services.definition where service_id = 'scholarship'`,
  )
  slug = found?.slug ?? ''
  for (let n = 0; n < 130; n += 1) {
    const answers = { incomePoints: n % 40, achievementPoints: 10, distancePoints: 5, income: 1_000_000 + n }
    const submittedAt = `2026-11-${String(1 + (n % 20)).padStart(2, '0')}T02:00:00.123Z`
    const id = await place.addCase({
      serviceId: 'scholarship',
      state: 'ranking',
      answers,
      submittedAt,
      name: 'Arka Prasetyo',
    })
    if (n === 39) best = id
  }
})
afterAll(() => place.close())

describe('allotting', () => {
  it('is shown beforehand, and waits until applications have closed', async () => {
    const early = await place.server.get(`/meja/penetapan/${slug}`, { as: head })
    expect(early.plain()).toContain('130 pemohon menunggu')
    expect(early.plain()).toContain('Pendaftaran masih dibuka sampai 11 Desember 2026')
    const none = await place.server.get(`/layanan/${slug}/peringkat`)
    expect(none.plain()).toContain('Peringkat belum ditetapkan')
    expect(none.plain()).not.toContain('Tetapkan penerima')
    expect((await place.server.get(`/layanan/${slug}/peringkat`, { as: head })).plain()).toContain('Tetapkan penerima')
    expect((await place.server.get(`/layanan/${slug}`)).plain()).toContain('Lihat peringkat')
    expect((await place.server.post(`/meja/penetapan/${slug}`, {}, { as: head })).status).toBe(409)
  })

  it('is for the office in charge, freshly proved', async () => {
    const path = `/meja/penetapan/${slug}`
    expect((await place.server.get(path, { as: anonymous })).location).toContain('/masuk')
    expect((await place.server.get(path, { as: administrator(['services.allot'], 'dinkes') })).status).toBe(403)
    expect((await place.server.get(path, { as: { ...head, elevatedUntil: 0 } })).location).toContain('/akun/bukti')
    expect((await place.server.get('/meja/penetapan/akta-kelahiran', { as: head })).status).toBe(404)
  })

  it('fixes the list once', async () => {
    place.clock.set('2026-12-14T02:00:00Z')
    expect((await place.server.get(`/meja/penetapan/${slug}`, { as: head })).plain()).toContain(
      'Tetapkan 120 dari 130 pemohon',
    )
    const done = await place.server.post(`/meja/penetapan/${slug}`, {}, { as: head })
    expect(done.location).toBe(`/layanan/${slug}/peringkat`)
    expect((await place.server.post(`/meja/penetapan/${slug}`, {}, { as: head })).status).toBe(409)
    expect((await place.server.get(`/meja/penetapan/${slug}`, { as: head })).plain()).toContain('sudah dibuat')
  })
})

describe('the published ranking', () => {
  it('masks names, says how it was computed, and goes on by rank', async () => {
    const page = await place.server.get(`/layanan/${slug}/peringkat`)
    expect(page.plain()).toContain('130 pemohon untuk 120 tempat')
    expect(page.plain()).toContain('A••• P•••••••'.slice(0, 6))
    expect(page.plain()).not.toContain('Prasetyo')
    const next = /href="([^"]*\?dari=101)"/.exec(page.text)?.[1] as string
    expect((await place.server.get(next)).plain()).toContain('belum mendapat tempat')
  })

  it('lets anybody compute the hash again from the file, and shows any change', async () => {
    const [list] = await place.rows<{ hash: string }>(`select encode(list_hash, 'hex') as hash from services.allotment`)
    const file = await place.server.get(`/layanan/${slug}/peringkat.csv`)
    expect(file.headers['content-type']).toContain('text/csv')
    expect(hashOfRanking(file.text)).toBe(list?.hash)
    expect((await place.server.get(`/layanan/${slug}/peringkat`)).plain()).toContain(list?.hash)
    const changed = file.text.replace(
      /^(1,[^,]+,)(\d+)/m,
      (_, start: string, score: string) => `${start}${Number(score) + 1}`,
    )
    expect(hashOfRanking(changed)).not.toBe(list?.hash)
    expect(() => hashOfRanking('a,b\r\n1,2')).toThrow(/columns/)
    expect(() => hashOfRanking(file.text.replace(/^1,/m, 'x,'))).toThrow(/line 2/)
  })

  it('tells an applicant his own place', async () => {
    const rank = await findOwnRank(place.tenant.pools.read, best)
    expect(rank).toMatchObject({ isGranted: true, score: 54, places: 120 })
    const note = renderToString(h(OwnRankNote, { rank: rank as OwnRank, slug }))
    expect(note).toContain('dari 130 pemohon dan mendapat tempat')
    expect(note).toContain('Nilai Anda 54')
    expect(note).toContain(`/layanan/${slug}/peringkat`)
  })
})

describe('a file judged again', () => {
  const reader = administrator(['services.read-case'], 'disdik')

  it('is shown line by line with its rules, and the reading is recorded', async () => {
    const answers = { incomePoints: 1, income: 1_000_000 }
    const submittedAt = '2026-11-05T02:00:00Z'
    const id = await place.addCase({ serviceId: 'scholarship', state: 'ranking', answers, submittedAt })
    const page = await place.server.get(`/meja/${id}/putar-ulang`, { as: reader })
    expect(page.status).toBe(200)
    const text = page.plain()
    for (const words of ['Putar ulang berkas 2026/UJ/', 'Dihitung ulang', 'Biaya 0 0 sama', 'Tanggal janji'])
      expect(text).toContain(words)
    // Written straight into the table without facts of registers, it cannot come out complete.
    expect(text).toContain('berbeda')
    expect(text).toContain('Aturan yang dipakai')
    expect(page.text).toContain('/hukum/education.scholarship.service-time')
    const rows = await place.rows('select 1 from journal.access where object_id = $1', [id])
    expect(rows).toHaveLength(1)
  })

  it('is not found by those who may not read it', async () => {
    const submittedAt = '2026-11-05T02:00:00Z'
    const id = await place.addCase({ serviceId: 'scholarship', state: 'ranking', submittedAt })
    const elsewhere = administrator(['services.read-case'], 'dinkes')
    expect((await place.server.get(`/meja/${id}/putar-ulang`, { as: elsewhere })).status).toBe(404)
    expect((await place.server.get(`/meja/${id}/putar-ulang`, { as: anonymous })).location).toContain('/masuk')
  })
})
