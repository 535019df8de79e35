import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { workOnRun } from './jobs.ts'
import { localTax } from './module.ts'
import { localTaxPaths } from './paths.ts'
import { clerk, head, niks, type TaxWorld, taxWorld, village } from './testing.ts'

let world: TaxWorld
let server: TestServer
beforeAll(async () => {
  world = await taxWorld()
  server = await testServer({ ...world, modules: [localTax], actor: clerk })
})
afterAll(async () => {
  await server.close()
  await world.close()
})

const idOf = (location: unknown) => String(location).split('/').at(-1) as string

describe('the desk of regional taxes', () => {
  it('registers somebody by NIK, says at the field what is wrong, and loses nothing that was typed', async () => {
    const typed = { kind: 'person', nik: '990', address: 'Jl. Melati 4', villageCode: village, phone: '12' }
    const refused = await server.post(localTaxPaths.newTaxpayer, typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tulis nomor telepon')
    expect(refused.text).toContain('Jl. Melati 4')
    const sent = await server.post(localTaxPaths.newTaxpayer, { ...typed, phone: '', nik: niks.sari })
    expect(sent.status).toBe(303)
    const page = await server.get(String(sent.headers['location']))
    expect(page.text).toContain('P.1.0000001.02.2003')
    const { rows } = await world.owner.query(
      `select person_id, purpose from journal.access where object_type = 'taxpayer'`,
    )
    expect(rows).toEqual([{ person_id: world.people['Sari Puspita'], purpose: 'membuka data wajib pajak daerah' }])
  })

  it('shows lists with filters, and nothing to whom nothing is allowed', async () => {
    expect((await server.get(`${localTaxPaths.taxpayers}?q=sari&keadaan=active`)).text).toContain('Sari Puspita')
    expect((await server.get(`${localTaxPaths.taxpayers}?q=%25`)).text).toContain('Tidak ada wajib pajak yang cocok')
    expect((await server.get(`${localTaxPaths.taxpayers}.csv`)).text).toContain('P.1.0000001.02.2003')
    const nobody = { ...clerk, grants: [] }
    expect((await server.get(localTaxPaths.taxpayers, { as: nobody })).status).toBe(403)
  })

  it('registers land, and every act of its page refuses at the field of its own form', async () => {
    const land = {
      kind: 'land',
      npwpd: 'p.1.0000001.02.2003',
      villageCode: village,
      block: '001',
      name: 'Rumah tinggal',
      address: 'Jl. Melati 4',
      landArea: '120,5',
      landPrice: '1.500.000',
      ground: 'SPOP 12/2026',
    }
    const refused = await server.post(localTaxPaths.newObject, { ...land, landArea: 'seratus' })
    expect([refused.status, refused.text.includes('Tulis luas dalam meter persegi')]).toEqual([422, true])
    const sent = await server.post(localTaxPaths.newObject, land)
    const id = idOf(sent.headers['location'])
    expect((await server.get(localTaxPaths.object(id))).text).toContain('99.01.002.003.001.0001.0')
    const split = { act: 'split', npwpd: land.npwpd, landArea: '500', ground: 'Surat ukur 3' }
    const page = await server.post(localTaxPaths.splitObject(id), split)
    expect(page.status).toBe(422)
    expect(page.text).toContain('id="split-landArea-error"')
    const well = { kind: 'well', npwpd: land.npwpd, villageCode: village, name: 'Sumur bor', address: 'Jl. Melati 4' }
    const noDepth = await server.post(localTaxPaths.newObject, { ...well, ground: 'Izin 4/2026' })
    expect(noDepth.text).toContain('Tulis angka di atas nol')
    const withDepth = await server.post(localTaxPaths.newObject, { ...well, ground: 'Izin 4/2026', depth: '60' })
    expect(withDepth.status).toBe(303)
    const edit = await server.get(localTaxPaths.editObject(idOf(withDepth.headers['location'])))
    expect(edit.text).toContain('value="60"')
  })

  it('carries a yearly assessment from its start to the printed notice', async () => {
    const refused = await server.post(localTaxPaths.runs, { year: '1990' })
    expect([refused.status, refused.text.includes('value="1990"')]).toEqual([422, true])
    const begun = await server.post(localTaxPaths.runs, { year: '2026' })
    const runId = idOf(begun.headers['location'])
    await workOnRun({ runId } as never, world.job)
    expect((await server.get(localTaxPaths.run(runId))).text).toContain('Ajukan persetujuan')
    await server.post(localTaxPaths.runAct(runId, 'ajukan'))
    const forbidden = await server.post(localTaxPaths.runAct(runId, 'setujui'))
    expect(forbidden.status).toBe(403)
    expect((await server.post(localTaxPaths.runAct(runId, 'setujui'), {}, { as: head })).status).toBe(303)
    await workOnRun({ runId } as never, world.job)
    const list = await server.get(`${localTaxPaths.assessments}?q=99.01.002`)
    const id = /\/pajak-daerah\/ketetapan\/([0-9a-f-]{36})/.exec(list.text)?.[1] as string
    // (120.5 × 1.5m − 15m) × 60% × 0.11%
    const sheet = await server.get(localTaxPaths.sheet(id))
    expect(sheet.text).toContain('Rp109.395')
    expect(sheet.text).toContain('Cara menghitung')
    const late = await server.post(localTaxPaths.assessmentAct(id, 'sampaikan'), { deliveredTo: 'Sari' })
    expect([late.status, late.text.includes('Tulis tanggal diterimanya')]).toEqual([422, true])
    expect((await server.get(localTaxPaths.remarks(runId))).status).toBe(200)
  })
})
