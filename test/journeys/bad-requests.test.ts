import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDemoSignIns } from '../../src/demo/accounts.ts'
import { demoBirths } from '../../src/demo/known-people.ts'
import { demoPassword } from '../../src/modules/accounts/index.ts'
import { signInAs } from '../../src/modules/accounts/testing.ts'
import { type Applicant, fillBirth, openAccounts, personByNik, send } from './applicant.ts'
import { act, type OfficerKey, officerAt, sentCaseOf } from './officers.ts'
import { inspectPdf, squeeze } from './pdf-tools.ts'
import { Visitor } from './visitor.ts'
import { openWorld, type World } from './world.ts'

let world: World
let mother: Applicant

beforeAll(async () => {
  world = await openWorld()
  const id = await personByNik(world.tenant, demoBirths[1]?.mother.nik ?? '')
  mother = (await openAccounts(world.tenant, world.url, [id]))[0] as Applicant
})
afterAll(async () => world.close())

const atDesk = (key: OfficerKey, elevated = false) => officerAt(world, key, elevated)
const sentCase = async (childName: string, changed: Record<string, string> = {}) =>
  sentCaseOf(await send(mother.browser, await fillBirth(mother.browser, childName, changed)))

const state = async (caseId: string) =>
  (await world.rows<{ state: string }>('select state from services.case where id = $1', [caseId]))[0]?.state

describe('an address that leads nowhere', () => {
  it.each([
    '/tidak-ada',
    '/layanan/tidak-ada',
    '/v/0000000000',
    '/berkas-saya/bukan-id',
    '/peristiwa/%00',
    '/hukum/tidak.ada',
    '/wp-admin/setup.php',
    `/layanan/${'a'.repeat(190)}`,
    `/${'b'.repeat(5000)}`,
    '/%E0%A4%A',
    "/layanan/' or 1=1 --",
    '/../../etc/passwd',
    '/assets/..%2f..%2fpackage.json',
  ])('%s is a 404 in plain Indonesian', async (path) => {
    const answer = await new Visitor(
      world.url,
      path.startsWith('/berkas') ? await signInAs(world.tenant, mother.accountId) : '',
    ).get(path)
    expect(answer.status).toBe(404)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.plain()).toMatch(/tidak ditemukan|tidak dikenal/)
  })

  it('takes no method that it does not have', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'POST']) {
      const answer = await fetch(`${world.url}/layanan`, { method })
      expect([method, answer.status]).toEqual([method, 404])
    }
    expect((await new Visitor(world.url).get('/keluar')).status).toBe(404)
  })
})

describe('a request nobody’s browser sends', () => {
  it.each([
    ['a search of 12,000 letters', `/layanan?q=${'a'.repeat(12_000)}`],
    ['a thousand parameters', `/layanan?${Array.from({ length: 1000 }, (_, at) => `a${at}=1`).join('&')}`],
    ['the same parameter many times', `/layanan?${'q=a&'.repeat(50)}`],
    ['a NUL byte', '/layanan?q=%00akta'],
    ['half a surrogate pair', '/layanan?q=%ED%A0%80'],
    ['SQL', "/layanan?q=akta' union select 1 --"],
    ['an operator of the search language', '/layanan?q=akta%20%26%20!%20%3A*%20%7C%20('],
    ['a script', '/layanan?q=<script>alert(1)</script>'],
    ['an address to go to', '/bahasa/en?kembali=//evil.example'],
    ['an address to come back to', '/masuk?lanjut=https://evil.example'],
    ['a code of another alphabet', '/v/%F0%9F%91%B6'],
  ])('with %s is answered', async (_what, path) => {
    const answer = await new Visitor(world.url).get(path)
    expect([200, 303, 404]).toContain(answer.status)
    expect(answer.text).not.toContain('<script>alert')
    expect(answer.location ?? '/').toMatch(/^\/(?!\/)/)
  })

  it('with a header of 30,000 letters is refused by the server, which lives on', async () => {
    const status = await new Promise((resolve) => {
      const asked = request(`${world.url}/`, { headers: { cookie: `a=${'b'.repeat(30_000)}` } }, (answer) =>
        resolve(answer.statusCode),
      )
      asked.on('error', resolve).end()
    })
    expect(status).toBe(431)
    expect((await new Visitor(world.url).get('/')).status).toBe(200)
  })
})

describe('a form without its token', () => {
  const refused = async (sent: Parameters<Visitor['post']>[2]) => {
    await mother.browser.get('/layanan/akta-kelahiran/mulai')
    const answer = await mother.browser.post('/layanan/akta-kelahiran/mulai', {}, sent)
    expect(answer.status).toBe(403)
    expect(answer.plain()).toContain('tidak dikirim dari halaman kami')
  }

  it('is refused in words when the token is missing, foreign, or the form comes from another site', async () => {
    const before = await world.rows('select id from services.draft')
    await refused({ csrf: false })
    const stranger = new Visitor(world.url)
    const foreign = (await stranger.get('/masuk')).fields()['_csrf'] ?? ''
    await refused({ csrf: foreign })
    await refused({ headers: { origin: 'https://evil.example' } })
    await refused({ headers: { origin: 'bukan alamat' } })
    await refused({ headers: { 'sec-fetch-site': 'cross-site' } })
    expect(await world.rows('select id from services.draft')).toEqual(before)
  })
})

describe('SQL and markup in answers', () => {
  const hostile = "'); drop table services.case; -- <img src=x onerror=alert(1)> {{7*7}} #set text(red)"
  const name = 'Dartagnan Oneil'

  it('are text everywhere: on the status page, at the desk, in the receipt and in the certificate', async () => {
    const caseId = await sentCase(name, { birthPlace: hostile.slice(0, 60), marriageNumber: '<b>1</b>' })
    const status = await mother.browser.get(`/berkas-saya/${caseId}`)
    expect(status.plain()).toContain(hostile.slice(0, 60))
    expect(status.text).not.toContain('<img src=x')
    expect(status.text).not.toContain('<b>1</b>')

    const bagas = await atDesk('bagas')
    const desk = await bagas.get(`/meja/${caseId}`)
    expect(desk.plain()).toContain(hostile.slice(0, 60))
    expect(desk.text).not.toContain('<img src=x')
    await act(bagas, caseId, 'send-back', { mark: 'birthPlace', 'note-birthPlace': hostile })
    const returned = await mother.browser.get(`/berkas-saya/${caseId}`)
    expect(returned.plain()).toContain(hostile)
    expect(returned.text).not.toContain('<img src=x')
    const place = '<i>Arunika</i> #set $x$ \\'
    await mother.browser.get(`/berkas-saya/${caseId}/perbaiki`)
    expect((await mother.browser.post(`/berkas-saya/${caseId}/perbaiki`, { birthPlace: place })).status).toBe(303)

    await act(bagas, caseId, 'forward')
    await act(await atDesk('laras'), caseId, 'accept')
    const signed = await act(await atDesk('wening', true), caseId, 'sign')
    expect([signed.status, await state(caseId)]).toEqual([303, 'issued'])
    const [paper] = await world.rows<{ file_hash: string }>(
      `select * from documents.issued where template = 'birth-certificate' and source_id = $1`,
      [caseId],
    )
    const found = inspectPdf(await world.tenant.files.get(paper?.file_hash ?? ''))
    expect(squeeze(name)).toBe('dartagnanoneil')
    if (found) for (const said of [name, place]) expect(found.text).toContain(squeeze(said))
  })
})

describe('two officers', () => {
  it('at the same file at once: one step is taken, the other is told so and loses nothing', async () => {
    const caseId = await sentCase('Dua Petugas')
    const [first, second] = [await atDesk('bagas'), await atDesk('bagas')]
    const note = 'Jam pada surat lahir 04.53.'
    await first.get(`/meja/${caseId}`)
    const { revision } = (await second.get(`/meja/${caseId}`)).fields()
    const answers = await Promise.all([
      first.post(`/meja/${caseId}/putuskan`, { revision, verb: 'forward' }),
      second.post(`/meja/${caseId}/putuskan`, {
        revision,
        verb: 'send-back',
        mark: 'birthTime',
        'note-birthTime': note,
      }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409])
    const late = answers.find((answer) => answer.status === 409)
    expect(late?.plain()).toMatch(/sudah berubah sejak Anda membukanya|sudah berpindah tahap/)
    const steps = await world.rows<{ verb: string }>(
      'select verb from services.step where case_id = $1 order by number',
      [caseId],
    )
    expect(steps).toHaveLength(2)
    const events = await world.rows(
      `select 1 from journal.event where subject_id = $1 and name = 'services.case-moved.v1'`,
      [caseId],
    )
    expect(events).toHaveLength(1)
  })

  it('one with an old page is told so, and what he typed is still there', async () => {
    const caseId = await sentCase('Halaman Lama')
    const bagas = await atDesk('bagas')
    await act(bagas, caseId, 'forward')
    const laras = await atDesk('laras')
    const { revision } = (await laras.get(`/meja/${caseId}`)).fields()
    const late = await laras.post(`/meja/${caseId}/putuskan`, {
      revision: String(Number(revision) - 1),
      verb: 'refuse',
      reason: 'Ibu belum tercatat di sini.',
    })
    expect(late.status).toBe(409)
    expect(late.plain()).toContain('sudah berubah sejak Anda membukanya')
    expect(late.fields()['reason']).toBe('Ibu belum tercatat di sini.')
    expect(await state(caseId)).toBe('verifying')
  })

  it('one whose session ended finds his notes again after signing in', async () => {
    const caseId = await sentCase('Sesi Petugas')
    const bagas = await atDesk('bagas')
    const { revision } = (await bagas.get(`/meja/${caseId}`)).fields()
    await world.rows('delete from accounts.auth_session')
    const note = 'Tanggal tidak sama dengan surat.'
    const referer = `${world.url}/meja/${caseId}`
    const form = { revision, verb: 'send-back', mark: 'birthOn', 'note-birthOn': note }
    const ended = await bagas.post(`/meja/${caseId}/putuskan`, form, { headers: { referer } })
    expect(ended.location).toBe(`/masuk?lanjut=${encodeURIComponent(`/meja/${caseId}`)}`)
    const name = (await listDemoSignIns(world.tenant)).find((one) => one.who.includes('Bagas'))?.name.slice(4)
    await bagas.get('/masuk')
    await bagas.post('/masuk', { name, password: demoPassword })
    expect((await bagas.get(`/meja/${caseId}`)).fields()).toMatchObject({ 'note-birthOn': note, mark: 'birthOn' })
    expect(await state(caseId)).toBe('received')
  })
})
