import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { taxReturns } from './module.ts'
import { taxReturnPaths } from './paths.ts'
import { approver, examiner, type ReturnWorld, returnWorld } from './testing.ts'

let world: ReturnWorld
let server: TestServer
let id: string
beforeAll(async () => {
  world = await returnWorld()
  const place = await world.place('entertainment', 'Karaoke Senja', { visitors: '80' })
  await world.open('2026-10')
  id = await world.idOf(place, '2026-10')
  server = await testServer({ ...world, modules: [taxReturns], actor: world.sari })
})
afterAll(async () => {
  await server.close()
  await world.close()
})

describe("the taxpayer's pages", () => {
  it('list what waits, keep a draft that is wrong, and say at each field what is wrong', async () => {
    const list = await server.get(taxReturnPaths.own)
    expect(list.text).toContain('Karaoke Senja, Oktober 2026')
    expect(list.text).toContain('20 November 2026')
    const typed = { manner: 'month', turnover: '-3', exempt: '', service: 'spa', act: 'simpan' }
    expect((await server.post(taxReturnPaths.ownReturn(id), typed)).status).toBe(303)
    const form = await server.get(taxReturnPaths.ownReturn(id))
    expect(form.text).toContain('value="-3"')
    const refused = await server.post(taxReturnPaths.ownReturn(id), { ...typed, act: 'periksa' })
    expect([refused.status, refused.text.includes('id="f-turnover-error"')]).toEqual([422, true])
    expect(refused.text).toContain('value="-3"')
    expect((await server.get(taxReturnPaths.review(id))).status).toBe(422)
  })

  it('take only papers that are what they say, and give them back to nobody else', async () => {
    const bad = await server.post(
      taxReturnPaths.ownReturn(id),
      { manner: 'nil', service: 'spa' },
      { files: [{ field: 'papers', name: 'rekap.pdf', type: 'application/pdf', bytes: Buffer.from('MZ not a pdf') }] },
    )
    expect([bad.status, bad.text.includes('id="f-papers-error"')]).toEqual([422, true])
  })

  it('compute, show the working and file; the receipt is a PDF of the owner alone', async () => {
    const typed = { manner: 'days', 'day.1': '10.000.000', 'day.31': '5.000.000', service: 'night-entertainment' }
    const sent = await server.post(taxReturnPaths.ownReturn(id), { ...typed, act: 'periksa' })
    expect([sent.status, sent.headers['location']]).toEqual([303, taxReturnPaths.review(id)])
    const review = await server.get(taxReturnPaths.review(id))
    expect(review.text).toContain('Rp7.500.000')
    expect(review.text).toContain('Diskotek')
    const filed = await server.post(taxReturnPaths.review(id), { after: '0' })
    expect([filed.status, filed.headers['location']]).toEqual([303, taxReturnPaths.ownReturn(id)])
    expect((await server.post(taxReturnPaths.review(id), { after: '0' })).status).toBe(303)
    const one = await server.get(taxReturnPaths.ownReturn(id))
    expect(one.text).toContain('Bayar Rp7.500.000')
    const pdf = await server.get(taxReturnPaths.receipt(id, 1))
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
    for (const path of [taxReturnPaths.ownReturn(id), taxReturnPaths.receipt(id, 1), taxReturnPaths.review(id)])
      expect((await server.get(path, { as: world.budi })).status).toBe(404)
    expect((await server.get(taxReturnPaths.receipt(id, 2))).status).toBe(404)
    const correct = await server.get(`${taxReturnPaths.ownReturn(id)}?betulkan=ya`)
    expect(correct.text).toContain('value="10.000.000"')
  })
})

describe('the desk', () => {
  it('lists, exports and opens a return, and records who looked', async () => {
    const list = await server.get(`${taxReturnPaths.desk}?q=senja&keadaan=filed&masa=2026-10`, { as: examiner })
    expect(list.text).toContain('Karaoke Senja')
    expect((await server.get(`${taxReturnPaths.desk}.csv`, { as: examiner })).text).toContain('Karaoke Senja')
    expect((await server.get(taxReturnPaths.desk, { as: { ...examiner, grants: [] } })).status).toBe(403)
    const one = await server.get(taxReturnPaths.deskReturn(id), { as: examiner })
    expect(one.text).toContain('Omzet hari demi hari')
    const { rows } = await world.owner.query(`select person_id from journal.access where object_type = 'tax-return'`)
    expect(rows).toEqual([{ person_id: world.sari.personId }])
  })

  it('carries an examination to its assessment, each error in the form that was sent', async () => {
    const post = (verb: string, form: Record<string, string>, as = examiner) =>
      server.post(taxReturnPaths.deskAct(id, verb), form, { as })
    const short = await post('periksa', { reason: 'x' })
    expect([short.status, short.text.includes('id="f-periksa-reason-error"')]).toEqual([422, true])
    expect((await post('periksa', { reason: 'Omzet rendah' })).status).toBe(303)
    const wrong = await post('temuan', { service: 'night-entertainment', turnover: 'banyak', ground: 'LHP 1/2026' })
    expect([wrong.status, wrong.text.includes('id="f-temuan-turnover-error"')]).toEqual([422, true])
    expect(wrong.text).toContain('LHP 1/2026')
    const found = { service: 'night-entertainment', turnover: '20.000.000', ground: 'LHP 1/2026' }
    expect((await post('temuan', found)).status).toBe(303)
    const page = await server.get(taxReturnPaths.deskReturn(id), { as: approver })
    const findingId = /name="findingId" value="([0-9a-f-]{36})"/.exec(page.text)?.[1] ?? ''
    expect((await post('setujui', { findingId })).status).toBe(403)
    expect((await post('setujui', { findingId }, approver)).status).toBe(303)
    expect((await server.get(taxReturnPaths.deskReturn(id), { as: approver })).text).toContain('Ditetapkan')
  })
})
