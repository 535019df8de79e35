import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import { type Applicant, listMothers, openAccounts, personByNik } from './journeys/applicant.ts'
import { Visitor } from './journeys/visitor.ts'
import { openWorld, type World } from './journeys/world.ts'

/** The market's register of stalls, as everybody reads it and as a trader chooses from it. */
let world: World
let trader: Applicant
let stranger: Visitor

beforeAll(async () => {
  world = await openWorld()
  const [id = ''] = await listMothers(world.tenant, 1)
  trader = (await openAccounts(world.tenant, world.url, [id]))[0] as Applicant
  stranger = new Visitor(world.url)
})
afterAll(() => world.close())

const freeCode = async () =>
  (
    await world.rows<{ code: string }>(`select code from licensing.stall s where closed_on is null and not exists
      (select 1 from licensing.tenure t where t.stall_code = s.code and t.ended_on is null) order by code limit 1`)
  )[0]?.code ?? ''

const let_ = async (code: string) =>
  world.rows(
    `insert into licensing.tenure (id, stall_code, case_id, case_number, holder_person_id, goods, from_on, to_on, recorded_at)
     values (gen_random_uuid(), $1, gen_random_uuid(), 'uji', $2, 'Sembako', current_date, current_date + 300, now())`,
    [code, await personByNik(world.tenant, demoPeople.bima.nik)],
  )

describe('the page of the stalls', () => {
  it('tells which are free, their size, zone and yearly fee, and names no trader', async () => {
    const page = await stranger.get('/kios-pasar')
    expect(page.status).toBe(200)
    for (const said of ['Pasar Arunika', 'A-001', 'zona basah', 'Kosong', 'Dipakai', 'Ajukan izin'])
      expect(page.text).toContain(said)
    const holders = await world.rows<{ full_name: string }>(
      'select p.full_name from licensing.tenure t join people.person p on p.id = t.holder_person_id limit 40',
    )
    for (const { full_name } of holders) expect(page.text).not.toContain(full_name)
  })

  it('is filtered, paged and taken along as a file', async () => {
    const closed = await stranger.get('/kios-pasar?keadaan=closed')
    expect(closed.text).toContain('A-050')
    expect(closed.text).not.toContain('A-001')
    const first = await stranger.get('/kios-pasar')
    expect(first.text).toContain('sesudah=A-050')
    expect((await stranger.get('/kios-pasar?sesudah=A-050')).text).toContain('B-001')
    const file = await stranger.get('/kios-pasar.csv?zona=food')
    expect(file.text.trim().split('\n')).toHaveLength(51)
  })
})

describe('a trader chooses from the register', () => {
  let page: string
  it('searches among many, and what he picks is shown with its words', async () => {
    await trader.browser.get('/layanan/izin-kios-pasar/mulai')
    const started = await trader.browser.post('/layanan/izin-kios-pasar/mulai')
    page = `${started.location}/isi/kios`
    const shown = await trader.browser.get(page)
    expect(shown.text).toContain('Cari dalam')
    expect(shown.text).toContain('href="/kios-pasar?keadaan=free"')
    const code = await freeCode()
    const searched = await trader.browser.post(page, { 'search-stallCode': code, 'search-options': 'stallCode' })
    expect(searched.status).toBe(303)
    const found = await trader.browser.get((searched.location ?? '').split('#')[0] as string)
    expect(found.text).toContain(`value="${code}"`)
    expect(found.text).toContain('1 pilihan cocok')
    expect((await trader.browser.post(page, { stallCode: code })).status).toBe(303)
    const check = await trader.browser.get(`${started.location}/periksa`)
    expect(check.text).toContain(`${code} (Pasar Arunika, zona`)
  })

  it('is told at the field when the stall was let meanwhile, and keeps everything else', async () => {
    const code = await freeCode()
    await let_(code)
    const check = await trader.browser.get(page.replace('/isi/kios', '/periksa'))
    expect(check.status).toBe(200)
    const back = await trader.browser.get(page)
    expect(back.text).toContain('dipakai pedagang lain')
    expect(back.text).toContain('id="f-stallCode-error"')
  })

  it('and a program is told where the list can be read', async () => {
    const schema = JSON.parse((await stranger.get('/api/v1/services/izin-kios-pasar/schema')).text)
    expect(schema.properties.stallCode).toMatchObject({ type: 'string', 'x-options-at': '/kios-pasar?keadaan=free' })
  })
})
