import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, systemActor } from '#kernel/access/access.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { findBillsOf } from '#modules/billing/index.ts'
import { listDocumentsOf } from '#modules/documents/index.ts'
import { workOnProposal } from './collecting-job.ts'
import { approveRun, startRun, submitRun } from './commands/decide-run.ts'
import { markOverdue } from './commands/mark-overdue.ts'
import { keepPrintFile } from './commands/print-notices.ts'
import { registerObject } from './commands/register-object.ts'
import { hearOfPayment, workOnRun } from './jobs.ts'
import { localTax } from './module.ts'
import { localTaxPaths } from './paths.ts'
import { workOnPrint } from './print-job.ts'
import { clerk, head, niks, type TaxWorld, taxWorld, village } from './testing.ts'

let world: TaxWorld
let server: TestServer
let signer: Actor
let citizen: Actor
let npwpd: string
let assessmentId: string
let code: string
beforeAll(async () => {
  world = await taxWorld()
  server = await testServer({ ...world, modules: [localTax], actor: clerk })
  signer = await world.signer()
  npwpd = (await world.taxpayer(niks.sari)).npwpd
  code = (await world.land(npwpd)).code
  const { runId } = await world.run(startRun, { year: 2026 })
  await workOnRun({ runId } as never, world.job)
  await world.run(submitRun, { runId })
  await world.run(approveRun, { runId }, head)
  await workOnRun({ runId } as never, world.job)
  const { rows } = await world.owner.query<{ id: string }>('select id from local_tax.assessment')
  assessmentId = rows[0]?.id as string
  citizen = {
    kind: 'citizen',
    accountId: 'sari',
    personId: world.people['Sari Puspita'],
    name: 'Sari Puspita',
    grants: [],
  }
})
afterAll(async () => {
  await server.close()
  await world.close()
})

const idOf = (location: unknown) => String(location).split('/').at(-1) as string

it('anybody checks a parcel by its number, sees a masked name, and cannot go through a street', async () => {
  const check = (nop: string) => server.get(`${localTaxPaths.check}?nop=${nop}`, { as: undefined as never })
  expect((await check('99.01')).status).toBe(422)
  const page = await check(code)
  expect(page.text).toContain('S•••')
  expect(page.text).not.toContain('Sari Puspita')
  expect(page.text).toContain('Rp188.100')
  expect((await check('990100200300199990')).text).toContain('Tidak ada ketetapan untuk NOP ini')
  let last = 200
  for (let count = 0; count < 25; count += 1) last = (await check(code)).status
  expect(last).toBe(429)
})

it('somebody sees his own taxes, and nobody else does', async () => {
  const own = await server.get(localTaxPaths.own, { as: citizen })
  expect(own.text).toContain(npwpd)
  expect((await server.get(localTaxPaths.ownAssessment(assessmentId), { as: citizen })).text).toContain('Rp188.100')
  const other = { ...citizen, accountId: 'budi', personId: world.people['Budi Hartawan'] }
  expect((await server.get(localTaxPaths.own, { as: other })).text).toContain('belum terdaftar')
  expect((await server.get(localTaxPaths.ownAssessment(assessmentId), { as: other })).status).toBe(404)
  expect((await server.get(localTaxPaths.own)).status).toBe(403)
})

it('a billboard is assessed by an officer, issued by the head, and refused at the field of its form', async () => {
  const { objectId } = await world.run(registerObject, {
    kind: 'billboard',
    npwpd,
    villageCode: village,
    name: 'Reklame Simpang Lima',
    address: 'Jl. Raya 1',
    details: { area: '12', sides: '2' },
    ground: 'Izin reklame 7/2026',
  })
  const path = localTaxPaths.assessObject(objectId)
  const form = await server.get(path)
  expect(form.text).toContain('value="12"')
  const day = (name: string, text: string) => {
    const [year = '', month = '', date = ''] = text.split('-')
    return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date }
  }
  const typed = {
    ...day('periodFrom', '2026-11-01'),
    ...day('periodTo', '2026-11-30'),
    valueIs: 'formula',
    'boards.row': '0',
    'boards[0].type': 'billboard',
    'boards[0].area': '12',
    'boards[0].sides': '2',
    'boards[0].days': '30',
    'boards[0].road': 'b',
    'boards[0].height': '6',
    ground: 'Izin reklame 7/2026',
  }
  const refused = await server.post(path, { ...typed, ...day('periodTo', '2026-10-01'), 'boards[0].days': '' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Izin reklame 7/2026')
  const sent = await server.post(path, typed)
  expect(sent.status).toBe(303)
  const id = idOf(sent.headers['location'])
  // The published example of the calculator: 819,000.
  expect((await server.get(localTaxPaths.assessment(id))).text).toContain('Rp819.000')
  const twice = await server.post(path, typed)
  expect([twice.status, twice.text.includes('sudah ditetapkan dengan SKPD-2026-000001')]).toEqual([422, true])
  const none = await server.post(localTaxPaths.assessments, { keadaan: 'draft', kind: 'assessment', ground: 'Izin 7' })
  expect([none.status, none.text.includes('Pilih sedikitnya satu')]).toEqual([422, true])
  const proposal = await server.post(localTaxPaths.assessments, {
    keadaan: 'draft',
    pilih: id,
    kind: 'assessment',
    ground: 'Izin reklame 7/2026',
  })
  const proposalId = idOf(proposal.headers['location'])
  expect((await server.get(localTaxPaths.proposal(proposalId))).text).toContain('Penerbitan ketetapan')
  await server.post(localTaxPaths.proposalAct(proposalId, 'setujui'), {}, { as: { ...signer } })
  await workOnProposal({ proposalId } as never, world.job)
  const page = await server.get(localTaxPaths.assessment(id))
  expect(page.text).toContain('Surat (PDF)')
  const letter = /\/surat\/([0-9a-f-]{36})/.exec(page.text)?.[1] as string
  expect((await server.get(localTaxPaths.letter(id, letter))).headers['content-type']).toBe('application/pdf')
  expect((await server.get(localTaxPaths.ownLetter(id, letter), { as: citizen })).status).toBe(200)
  expect((await server.get(localTaxPaths.ownLetter(assessmentId, letter), { as: citizen })).status).toBe(404)
}, 60_000)

it('arrears are proposed from their list, those chosen or all that fit, and errors keep the choice', async () => {
  world.clock.set('2027-06-02T02:00:00Z')
  await world.run(markOverdue, {}, systemActor('test'))
  const list = await server.get(`${localTaxPaths.arrears}?pajak=pbb`)
  expect(list.text).toContain('Lewat jatuh tempo')
  const refused = await server.post(localTaxPaths.arrears, {
    pajak: 'pbb',
    pilih: assessmentId,
    kind: 'stpd',
    ground: '',
  })
  expect(refused.status).toBe(422)
  expect(refused.text).toMatch(new RegExp(`value="${assessmentId}"[^>]*checked`))
  const wrong = await server.post(localTaxPaths.arrears, { pilih: assessmentId, kind: 'seizure', ground: 'Rencana 6' })
  expect([wrong.status, wrong.text.includes('Penyitaan menyusul surat teguran')]).toEqual([409, true])
  const sent = await server.post(localTaxPaths.arrears, {
    pajak: 'pbb',
    which: 'all',
    kind: 'stpd',
    ground: 'Rencana 6',
  })
  expect(sent.status).toBe(303)
  const again = await server.post(localTaxPaths.arrears, {
    pajak: 'pbb',
    which: 'all',
    kind: 'stpd',
    ground: 'Rencana 6',
  })
  expect(again.status).toBe(422)
  expect((await server.get(`${localTaxPaths.arrears}.csv`)).text).toContain('Sari Puspita')
  expect((await server.get(localTaxPaths.proposals)).text).toContain('Surat tagihan (STPD)')
})

it('receipts are shown by tax, month and place beside their target, and open to everybody without places', async () => {
  const [bill] = await findBillsOf(world.tenant.pools.read, 'tax-assessment', assessmentId)
  await world.pay(bill?.number ?? '', 5_000_000n)
  await hearOfPayment({ payload: { subject: { type: 'tax-assessment', id: assessmentId } } } as never, world.job)
  const target = { tax: 'pbb', year: '2027', amount: '1.000.000', ground: 'Perda APBD 2027 (rekaan)' }
  const from = { 'validFrom-day': '1', 'validFrom-month': '1', 'validFrom-year': '2027' }
  expect((await server.post(localTaxPaths.realization, target)).status).toBe(403)
  const refused = await server.post(localTaxPaths.realization, { ...target, ...from, amount: 'banyak' }, { as: head })
  expect([refused.status, refused.text.includes('Tulis jumlah rupiah')]).toEqual([422, true])
  expect((await server.post(localTaxPaths.realization, { ...target, ...from }, { as: head })).status).toBe(303)
  const page = await server.get(`${localTaxPaths.realization}?tahun=2027`)
  expect(page.text).toContain('Rp50.000')
  expect(page.text).toContain('5%')
  expect(page.text).toContain('Mekarsari')
  expect((await server.get(`${localTaxPaths.realization}?tahun=2027&wilayah=99.01.02`)).text).toContain('Sukamaju')
  expect((await server.get(localTaxPaths.home)).text).toContain('Surat tagihan (STPD): 1 ketetapan')
  const open = await server.get(`${localTaxPaths.openData}.csv?tahun=2027&wilayah=99.01.02.2004`)
  expect(open.text).toMatch(/Juni,"?PBB-P2"?,50000/)
})

it('a notice is sealed when it is first asked for, the same to whoever asks again, and revoked with a change', async () => {
  const first = await server.post(localTaxPaths.paper(assessmentId))
  expect(first.headers['content-type']).toBe('application/pdf')
  expect((await server.post(localTaxPaths.ownPaper(assessmentId), {}, { as: citizen })).status).toBe(200)
  const other = { ...citizen, accountId: 'budi', personId: world.people['Budi Hartawan'] }
  expect((await server.post(localTaxPaths.ownPaper(assessmentId), {}, { as: other })).status).toBe(404)
  const papers = () => listDocumentsOf(world.tenant.pools.read, 'tax-assessment', assessmentId)
  expect((await papers()).map((paper) => paper.standing)).toEqual(['stands'])
  await server.post(localTaxPaths.assessmentAct(assessmentId, 'batalkan'), { reason: 'Salah luas' }, { as: head })
  expect((await papers()).map((paper) => paper.standing)).toEqual(['revoked'])
}, 60_000)

it('the notices of a village are set as files that are taken along by name', async () => {
  const none = await server.post(localTaxPaths.prints, { year: '2026', villageCode: '99.01.02.2004' })
  expect([none.status, none.text.includes('Belum ada SPPT 2026')]).toEqual([422, true])
  await world.land(npwpd)
  await world.land(npwpd)
  const { runId } = await world.run(startRun, { year: 2027 })
  await workOnRun({ runId } as never, world.job)
  await world.run(submitRun, { runId })
  await world.run(approveRun, { runId }, head)
  await workOnRun({ runId } as never, world.job)
  const sent = await server.post(localTaxPaths.prints, { year: '2027', villageCode: village })
  const printId = idOf(sent.headers['location'])
  await workOnPrint({ printId } as never, world.job)
  await workOnPrint({ printId } as never, world.job)
  const stale = { printId, after: '', file: { from: 'a', to: 'b', notices: 3, hash: 'x', size: 1 } }
  expect(await world.run(keepPrintFile, stale, systemActor('test'))).toBe('known')
  expect((await server.get(localTaxPaths.print(printId))).text).toContain('Berkas 1')
  const file = await server.get(localTaxPaths.printFile(printId, 1))
  expect(file.headers['content-type']).toBe('application/pdf')
  expect((await server.get(localTaxPaths.printFile(printId, 2))).status).toBe(404)
  const { rows } = await world.owner.query(`select payload from journal.event where name = 'local-tax.print-taken.v1'`)
  expect(rows).toEqual([{ payload: { ordinal: 1, notices: 3 } }])
}, 60_000)
