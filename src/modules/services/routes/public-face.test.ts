import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PublicPlace, publicPlace } from './testing/public-place.ts'

let place: PublicPlace
beforeAll(async () => {
  place = await publicPlace('2026-11-20T02:00:00Z')
})
afterAll(() => place.close())

const plain = async (path: string, headers = {}) => (await place.server.get(path, { headers })).plain()

describe('the catalogue', () => {
  it('finds what people mean, also with slips and other words', async () => {
    expect(await plain('/layanan?q=akte+kelahran')).toContain('Akta kelahiran')
    expect(await plain('/layanan?q=imb')).toMatch(/bangunan gedung/i)
    expect(await plain('/layanan?q=scholarship', { cookie: 'bahasa=en' })).toMatch(/scholarship/i)
    expect(await plain('/layanan?q=qwertyuiop')).toContain('Belum ada layanan yang cocok')
  })

  it('narrows by audience, life event and office, and keeps what was asked', async () => {
    const business = await plain('/layanan?untuk=business')
    expect(business).toMatch(/kios/i)
    expect(business).not.toContain('Akta kelahiran ')
    const births = await plain('/layanan?peristiwa=birth')
    expect(births).toContain('Akta kelahiran')
    expect(births).not.toMatch(/kios/i)
    expect(await plain('/layanan?kantor=disdukcapil')).toContain('Akta kelahiran')
    expect((await place.server.get('/layanan?q=akta&peristiwa=birth')).fields()).toMatchObject({ peristiwa: 'birth' })
    expect(await plain('/layanan?peristiwa=tidak-ada')).toContain('Tidak ada layanan dengan saringan ini')
  })

  it('suggests while somebody is typing', async () => {
    const found = (await place.server.get('/layanan/saran?q=bea')).json() as { href: string }[]
    expect(found[0]?.href).toContain('beasiswa')
  })
})

describe('the service page', () => {
  it('publishes all fourteen parts of the standard', async () => {
    const [building] = await place.rows<{ slug: string }>(
      `select slug from services.definition where service_id = 'building-approval'`,
    )
    const text = await plain(`/layanan/${building?.slug}`)
    for (const part of [
      'Dasar hukum',
      'Persyaratan',
      'Sistem, mekanisme dan prosedur',
      'Jangka waktu',
      'Biaya',
      'Produk pelayanan',
      'Sarana, prasarana dan fasilitas',
      'Kompetensi pelaksana',
      'Pengawasan internal',
      'Penanganan pengaduan',
      'Jumlah pelaksana',
      'Jaminan pelayanan',
      'Jaminan keamanan dan keselamatan',
      'Evaluasi kinerja pelaksana',
    ])
      expect(text).toContain(part)
    expect(text).toContain('Loket ramah difabel')
    expect(text).toContain('Dihitung dengan rumus dari')
    expect(text).toContain('Hitung perkiraan biaya')
  })

  it('says what is free, who may apply and by which article', async () => {
    const text = await plain('/layanan/akta-kelahiran')
    expect(text).toContain('Layanan ini gratis')
    expect(text).toContain('Anda belum tercatat dalam kartu keluarga')
    expect(text).toContain('Perpres 96/2018 pasal 33')
    expect((await place.server.get('/layanan/tidak-ada')).status).toBe(404)
  })

  it('measures honestly: late, refused, sent back, and papers asked for', async () => {
    const day = { serviceId: 'research-permit', state: 'issued', submittedAt: '2026-11-09T02:00:00Z' }
    const closed = { ...day, promisedAt: '2026-11-16T09:00:00Z', result: 'granted' as const }
    for (let n = 0; n < 8; n += 1) await place.addCase({ ...closed, closedAt: '2026-11-09T04:00:00Z', papers: [1, 3] })
    for (let n = 0; n < 2; n += 1) await place.addCase({ ...closed, closedAt: '2026-11-18T04:00:00Z', papers: [1, 3] })
    const spans = [['2026-11-10T02:00:00Z', '2026-11-11T02:00:00Z']] as const
    await place.addCase({ ...closed, result: 'refused', closedAt: '2026-11-12T04:00:00Z', heldSpans: spans })
    const [found] = await place.rows<{ slug: string }>(
      `select slug from services.definition where service_id = 'research-permit'`,
    )
    const text = await plain(`/layanan/${found?.slug}`)
    expect(text).toContain('2 jam 0 menit')
    expect(text).toContain('80,0%')
    expect(text).toContain('paling lama 7 hari kerja')
    expect(text).toContain('10 dikabulkan, 1 ditolak')
    expect(text).toContain('9,1%')
    expect(text).toContain('0,9; 2,7 lagi sudah ada pada kami')
  })

  it('shows the procedure as a drawing and as a table', async () => {
    const page = await place.server.get('/layanan/akta-kelahiran/prosedur')
    expect(page.text).toContain('<svg')
    expect(page.plain()).toContain('Setiap langkah')
  })
})

describe('the estimate of a fee', () => {
  const stall = async () =>
    (
      await place.rows<{ slug: string }>(`select slug from services.definition where service_id = 'building-approval'`)
    )[0]?.slug

  it('asks only what the fee depends on, and shows lines, way and law', async () => {
    const slug = await stall()
    const fresh = await place.server.get(`/layanan/${slug}/biaya`)
    expect(fresh.status).toBe(200)
    const asked = [...fresh.text.matchAll(/name="asked" value="(\w+)"/g)].map((match) => match[1])
    expect(asked).toContain('area')
    expect(asked).not.toContain('truth')
    const fields = new URLSearchParams(asked.map((id): [string, string] => ['asked', id as string]))
    const answers: Record<string, string> = {
      'storeys.row': '0',
      'storeys[0].storey': 'Lantai 1',
      'storeys[0].storeyArea': '120',
      use: 'dwelling',
      permanence: 'permanent',
      work: 'new',
      owner: 'other',
      lowIncome: 'no',
    }
    for (const [name, value] of Object.entries(answers)) fields.append(name, value)
    fields.append('asked', 'lowIncome')
    const told = await place.server.get(`/layanan/${slug}/biaya?${fields}`)
    expect(told.plain()).toContain('Cara menghitung')
    expect(told.plain()).toMatch(/Jumlah Rp[\d.]+/)
    expect(told.text).toContain('/hukum/licensing.building.unit-cost')
    expect(told.fields()).toMatchObject({ 'storeys[0].storeyArea': '120' })
  })

  it('comes back with 422 and everything that was typed', async () => {
    const slug = await stall()
    const refused = await place.server.get(
      `/layanan/${slug}/biaya?asked=storeys&storeys.row=0&storeys%5B0%5D.storeyArea=luas+sekali`,
    )
    expect(refused.status).toBe(422)
    expect(refused.fields()).toMatchObject({ 'storeys[0].storeyArea': 'luas sekali' })
  })

  it('asks for what only a register knows, since nobody has signed in', async () => {
    const [stalls] = await place.rows<{ slug: string }>(
      `select slug from services.definition where service_id = 'stall-permit'`,
    )
    const path = `/layanan/${stalls?.slug}/biaya`
    expect((await place.server.get(path)).text).toContain('name="asked" value="stallArea"')
    const told = (await place.server.get(`${path}?asked=stallArea&stallArea=6`)).plain()
    expect(told).toContain('500 × 6 × 365')
    expect(told).toContain('Rp1.095.000')
  })

  it('is not there for what is free', async () => {
    expect((await place.server.get('/layanan/akta-kelahiran/biaya')).status).toBe(404)
  })
})
