import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import type { Actor } from '../src/kernel/access/access.ts'
import { signInAs } from '../src/modules/accounts/testing.ts'
import { saveAnswers, startDraft, submitCase } from '../src/modules/services/testing.ts'
import * as caseWork from '../src/modules/services/testing-case-work.ts'
import { type CaseWorld, openCaseWorld } from './case-world.ts'
import { officerAt } from './journeys/officers.ts'
import { Visitor } from './journeys/visitor.ts'

let world: CaseWorld
let mother: Actor
let laras: Actor
let bagas: Actor
let sekar: Visitor
let verifier: Visitor
let counter: Visitor
let head: Visitor

beforeAll(async () => {
  // The server's clock is the real one.
  world = await openCaseWorld(Temporal.Now.instant().toString())
  await world.rows(
    `insert into organization.role values ('leader', 'Pimpinan', 'Head', array['services.supervise', 'services.read-case', 'services.queue'])`,
  )
  await world.rows(
    `insert into organization.position_role select id, 'leader' from organization.position where title = 'Kepala Dinas Kependudukan dan Pencatatan Sipil'`,
  )
  mother = await world.citizen(demoPeople.sekar.nik)
  laras = await world.officer('laras')
  bagas = await world.officer('bagas')
  sekar = new Visitor(world.url, await signInAs(world.tenant, mother.accountId ?? ''))
  verifier = await officerAt(world, 'laras')
  counter = await officerAt(world, 'bagas')
  head = await officerAt(world, 'wening')
})
afterAll(() => world.close())

async function atHearing(): Promise<string> {
  const id = await world.submitted(mother)
  await world.act(id, 'forward', bagas)
  await world.run(
    caseWork.completeReview,
    { caseId: id, branch: 'site', outcome: 'fits', findings: { measured: 118 } },
    laras,
  )
  await world.run(caseWork.completeReview, { caseId: id, branch: 'health', outcome: 'clean' }, laras)
  return id
}

const dayParts = (name: string, day: Temporal.PlainDate) => ({
  [`${name}-day`]: String(day.day),
  [`${name}-month`]: String(day.month),
  [`${name}-year`]: String(day.year),
})
const tomorrow = () => Temporal.Now.plainDateISO('Asia/Jakarta').add({ days: 1 })

describe('the queue', () => {
  it('keeps its filters in the address, under a name, and in a file', async () => {
    await world.submitted(mother, { name: 'Taman Saring' })
    const page = await counter.get('/meja?layanan=recreation-permit&q=saring')
    expect(page.plain()).toContain('Taman Saring')
    expect(page.text).not.toContain('Akta kelahiran</b>')
    const refused = await counter.post('/meja/saringan', { layanan: 'recreation-permit', name: ' ' })
    expect(refused.status).toBe(422)
    const saved = await counter.post('/meja/saringan', { layanan: 'recreation-permit', name: 'Rekreasi' })
    expect(saved.location).toBe('/meja?layanan=recreation-permit')
    expect((await counter.get('/meja')).plain()).toContain('Rekreasi')
    const file = await counter.get('/meja/antrean.csv?layanan=recreation-permit')
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.text).toContain('Taman Saring')
    expect(file.text).not.toContain('Akta kelahiran')
    expect((await counter.get('/meja/antrean.xlsx')).text.startsWith('PK')).toBe(true)
    const [noted] = await world.rows<{ rows: number }>(
      `select (payload->>'rows')::int as rows from journal.event
       where name = 'services.list-exported.v1' and subject_id = '/meja/antrean' order by id limit 1`,
    )
    expect(noted?.rows).toBe(file.text.trimEnd().split('\r\n').length - 1)
  })

  it('leads to all files of the unit, narrowed, page by page, and as a file', async () => {
    const id = await world.submitted(mother, { name: 'Taman Arsip' })
    const number = (await world.rows<{ number: string }>('select number from services.case where id = $1', [id]))[0]
      ?.number as string
    const shows = async (query: string) => (await counter.get(`/meja/cari?${query}`)).plain().includes(number)
    expect([await shows(''), await shows('q=arsip'), await shows('layanan=recreation-permit&keadaan=open')]).toEqual([
      true,
      true,
      true,
    ])
    expect([
      await shows('keadaan=granted'),
      await shows('q=arsip&sampai=2020-01-01'),
      await shows('layanan=x'),
    ]).toEqual([false, false, false])
    const all = await counter.get('/meja/cari.csv?layanan=recreation-permit')
    expect(all.text).toContain('Taman Arsip')
    const work = await head.get('/meja/beban-kerja.csv')
    expect(work.text).toContain(number)
  })

  it('takes one step for many, and says which were not taken and why', async () => {
    const ids = [await world.submitted(mother), await world.submitted(mother)]
    await world.run(caseWork.claimTask, { taskId: await world.taskOf(ids[1] ?? '') }, laras).catch(() => undefined)
    const other = await world.officer('laras')
    await world.rows('update services.task set claimed_person_id = $1, claimed_name = $2 where case_id = $3', [
      other.personId,
      other.name,
      ids[1],
    ])
    const list = await counter.get('/meja?layanan=recreation-permit')
    const chosen = ids.map(
      (id) =>
        `${id}:${/value="([0-9a-f-]{36}:\d+)"/.exec(list.text.slice(list.text.indexOf(`value="${id}:`)))?.[1]?.split(':')[1] ?? '1'}`,
    )
    expect((await counter.post('/meja/massal', { verb: 'forward' })).status).toBe(422)
    const done = await counter.post('/meja/massal', { verb: 'forward', berkas: chosen })
    expect(done.plain()).toContain('1 berkas diproses, 1 tidak.')
    expect(done.plain()).toContain('Berkas ini sedang dikerjakan')
    expect((await world.caseRow(ids[0] ?? '')).state).toBe('review')
    expect((await world.caseRow(ids[1] ?? '')).state).toBe('received')
  })
})

describe('a file on the desk', () => {
  it('offers each officer his own review and nothing more, and says what is blocked', async () => {
    const id = await world.submitted(mother)
    expect((await counter.get(`/meja/${id}`)).plain()).toContain('Lengkap, teruskan')
    await world.act(id, 'forward', bagas)
    const page = await verifier.get(`/meja/${id}`)
    for (const said of ['Sesuai tata ruang', 'Memenuhi syarat', '0 dari 2 pemeriksaan selesai', 'tidak diperlukan'])
      expect(page.plain()).toContain(said)
    expect(page.plain()).not.toContain('Setujui setelah ditinjau')
    const counterPage = await counter.get(`/meja/${id}`)
    expect(counterPage.plain()).not.toContain('Sesuai tata ruang')
    const hearing = await verifier.get(`/meja/${await atHearing()}`)
    expect(hearing.plain()).toContain('menunggu pertemuan yang tercatat terlaksana')
    expect(hearing.plain()).toContain('Luas terukur')
  })

  it('gives a refused form back with 422 and everything that was typed', async () => {
    const id = await atHearing()
    const shown = (await verifier.get(`/meja/${id}?langkah=refuse`)).fields()
    const form = { revision: shown['revision'], langkah: 'refuse', reason: 'Lokasi di kawasan lindung.' }
    const refused = await verifier.post(`/meja/${id}/putuskan`, form)
    expect(refused.status).toBe(422)
    expect(refused.plain()).toContain('Pilih dasar keputusannya.')
    expect(refused.fields()).toMatchObject({ reason: 'Lokasi di kawasan lindung.', langkah: 'refuse' })
    const late = await verifier.post(`/meja/${id}/janji-temu`, { ...dayParts('day', tomorrow()), time: '25.99' })
    expect(late.status).toBe(422)
    expect(late.fields()).toMatchObject({ time: '25.99', 'day-day': String(tomorrow().day) })
    const empty = await verifier.post(`/meja/${id}/pesan`, { text: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.plain()).toContain('Tulis pesan Anda dahulu.')
  })

  it('is not for those whose office has no part in it', async () => {
    const id = await world.submitted(mother)
    const ratih = await officerAt(world, 'ratih')
    expect([403, 404]).toContain((await ratih.get(`/meja/${id}`)).status)
    expect([403, 404]).toContain((await ratih.post(`/meja/${id}/pesan`, { text: 'Halo halo' })).status)
  })
})

describe('the head', () => {
  it('sees the workload and gives work to another', async () => {
    const id = await atHearing()
    const taskId = await world.taskOf(id)
    const load = await head.get('/meja/beban-kerja?daftar=free')
    expect(load.status).toBe(200)
    expect(load.plain()).toContain('Belum dipegang siapa pun')
    expect((await verifier.get('/meja/beban-kerja')).status).toBe(403)
    const page = await head.get(`/meja/tugas/${taskId}/alihkan`)
    expect(page.plain()).toContain(demoPeople.laras.name.split(',')[0])
    expect((await head.post(`/meja/tugas/${taskId}/alihkan`, {})).status).toBe(422)
    const given = await head.post(`/meja/tugas/${taskId}/alihkan`, { personId: laras.personId })
    expect(given.status).toBe(303)
    expect((await verifier.get(`/meja/${id}`)).plain()).toContain('Anda memegang berkas ini')
    const over = await head.post('/meja/beban-kerja/serahkan', { fromPersonId: laras.personId, personId: '' })
    expect(over.location).toBe('/meja/beban-kerja')
  })
})

describe('the applicant', () => {
  it('asks, answers a proposed time, and reads who holds the file without a name', async () => {
    const id = await atHearing()
    await world.run(caseWork.claimTask, { taskId: await world.taskOf(id) }, laras)
    const status = await sekar.get(`/berkas-saya/${id}`)
    const holder = status.plain().split('Perjalanan berkas')[0] ?? ''
    expect(holder).toContain('Verifikator')
    expect(holder).not.toContain(demoPeople.laras.name.split(' ')[0])
    expect((await sekar.post(`/berkas-saya/${id}/pesan`, { text: '' })).status).toBe(422)
    expect((await sekar.post(`/berkas-saya/${id}/pesan`, { text: 'Bolehkah diwakili?' })).status).toBe(303)
    expect((await verifier.get('/meja?pegang=saya')).plain()).toContain('satu pertanyaan belum dibaca')
    expect((await verifier.get(`/meja/${id}`)).plain()).toContain('Bolehkah diwakili?')
    expect((await sekar.get(`/berkas-saya/${id}`)).plain()).toContain('dibaca petugas')
    const [made] = await world.rows<{ id: string }>(
      `insert into services.appointment (id, case_id, state, unit_id, starts_at, ends_at, place, official_name, status, created_at)
       select gen_random_uuid(), c.id, c.state, c.unit_id, now() + interval '1 day', now() + interval '25 hours', 'Taman', 'Laras', 'proposed', now()
       from services.case c where c.id = $1 returning id`,
      [id],
    )
    const ics = await sekar.get(`/janji-temu/${made?.id}.ics`)
    expect(ics.text).toContain('BEGIN:VEVENT')
    const silent = await sekar.post(`/janji-temu/${made?.id}`, { note: '' })
    expect(silent.status).toBe(422)
    expect((await sekar.post(`/janji-temu/${made?.id}`, { agrees: 'yes' })).status).toBe(303)
    expect((await sekar.get(`/berkas-saya/${id}`)).plain()).toContain('Anda sudah menyetujui')
  })

  it('objects in time, with what was typed kept when a reason is missing', async () => {
    const id = await atHearing()
    await world.act(id, 'refuse', laras, { reasonId: 'zone', reason: 'Lokasi berada di kawasan lindung.' })
    const status = await sekar.get(`/berkas-saya/${id}`)
    for (const said of ['Bertentangan dengan rencana tata ruang', 'Perda contoh 3/2020 pasal 12', 'Ajukan keberatan'])
      expect(status.plain()).toContain(said)
    await sekar.get(`/berkas-saya/${id}/langkah/object`)
    const refused = await sekar.post(`/berkas-saya/${id}/langkah/object`, { reason: 'Tidak' })
    expect(refused.status).toBe(422)
    expect(refused.fields()['reason']).toBe('Tidak')
    const sent = await sekar.post(`/berkas-saya/${id}/langkah/object`, { reason: 'Kawasan itu sudah diubah.' })
    expect(sent.location).toBe(`/berkas-saya/${id}`)
    expect((await world.caseRow(id)).state).toBe('hearing')
  })

  it('gives a power of attorney; the form comes back when something is wrong', async () => {
    await sekar.get('/kuasa')
    const refused = await sekar.post('/kuasa', { nik: '123', ...dayParts('validTo', tomorrow()) })
    expect(refused.status).toBe(422)
    expect(refused.fields()['validTo-day']).toBe(String(tomorrow().day))
    const agent = await world.citizen(demoPeople.bima.nik)
    const given = await sekar.post('/kuasa', { nik: demoPeople.bima.nik, ...dayParts('validTo', tomorrow()) })
    expect(given.status).toBe(303)
    const bima = new Visitor(world.url, await signInAs(world.tenant, agent.accountId ?? ''))
    const page = await bima.get('/kuasa')
    expect(page.plain()).not.toContain(demoPeople.sekar.name)
    const [mandate] = await world.rows<{ id: string }>('select id from services.mandate')
    expect((await bima.post(`/kuasa/${mandate?.id}`, { answer: 'accept' })).status).toBe(303)
    expect((await bima.get('/kuasa')).plain()).toContain(demoPeople.sekar.name)
    const start = await bima.get('/layanan/izin-rekreasi/mulai')
    expect(start.plain()).toContain(`Untuk ${demoPeople.sekar.name}`)
    const begun = await bima.post('/layanan/izin-rekreasi/mulai', { mandateId: mandate?.id })
    expect(begun.location).toMatch(/^\/pengajuan\//)
  })

  it('is asked to agree to another’s application, reads it as it would be sent, and sends it by agreeing', async () => {
    const partner = await world.citizen(demoPeople.bima.nik)
    const { draftId } = await world.run(startDraft, { slug: 'izin-rekreasi' }, mother)
    const answers = { name: 'Taman Bersama', area: 90, promise: true, partner: demoPeople.bima.nik }
    await world.run(saveAnswers, { draftId, pageId: 'usaha', answers, finished: true }, mother)
    expect((await world.run(submitCase, { draftId }, mother)).waiting).toBe(1)
    const bima = new Visitor(world.url, await signInAs(world.tenant, partner.accountId ?? ''))
    expect((await bima.get('/berkas-saya')).plain()).toContain('Menunggu persetujuan Anda')
    const page = await bima.get(`/persetujuan/${draftId}`)
    expect(page.plain()).toContain('Taman Bersama')
    expect((await sekar.get(`/persetujuan/${draftId}`)).status).toBe(404)
    expect((await bima.post(`/persetujuan/${draftId}`, { agrees: 'yes' })).status).toBe(303)
    expect((await bima.get(`/persetujuan/${draftId}`)).plain()).toContain('Anda menyetujuinya')
    expect((await world.caseRow(draftId)).state).toBe('received')
  })

  it('is not shown another’s consent, file or meeting', async () => {
    const stranger = '00000000-0000-7000-8000-000000000000'
    expect((await sekar.get(`/persetujuan/${stranger}`)).status).toBe(404)
    expect((await sekar.get(`/janji-temu/${stranger}.ics`)).status).toBe(404)
    expect((await sekar.get(`/berkas-saya/${stranger}`)).status).toBe(404)
  })
})
