import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '#kernel/command/command.ts'
import { startDraft } from '../commands/draft.ts'
import { everyAnswers } from '../form/testing/every-answers.ts'
import { type FormPlace, formOf, formPlace } from '../form/testing/form-place.ts'
import { listAttachments } from '../queries/attachments.ts'

let place: FormPlace
let draftId: string
const page = (id: string) => `/pengajuan/${draftId}/isi/${id}`

beforeAll(async () => {
  place = await formPlace()
  draftId = await begin()
})
afterAll(() => place.close())

async function begin(): Promise<string> {
  const started = await runCommand(
    startDraft,
    { slug: 'segala-jenis' },
    {
      tenant: place.tenant,
      actor: place.applicant,
      clock: place.clock,
      subscribers: new Map(),
      origin: 'https://arunika.example',
    },
  )
  return started.draftId
}

describe('a page without scripts', () => {
  it('asks what applies, and keeps what does not in templates', async () => {
    const shown = await place.server.get(page('diri'))
    expect(shown.status).toBe(200)
    const form = formOf(shown)
    expect(form).toHaveProperty(['asked.fullName'])
    expect(form).not.toHaveProperty(['asked.nib'])
    expect(shown.text).toContain('<template data-field="nib"')
    expect(shown.plain()).toContain('Sudah ada pada kami')
  })

  it('comes back with the questions that an answer brought up, and says so without calling them mistakes', async () => {
    const form = formOf(await place.server.get(page('diri')))
    const { phone } = everyAnswers
    const birth = { 'birthOn-day': '11', 'birthOn-month': '7', 'birthOn-year': '1996' }
    const sent = await place.server.post(page('diri'), { ...form, ...birth, phone, hasBusiness: 'yes' })
    expect(sent.status).toBe(303)
    expect(sent.location).toContain('/isi/diri#f-nib')
    const again = await place.server.get(page('diri'))
    expect(again.plain()).toContain('Jawaban Anda memunculkan pertanyaan baru: NIB, Skala usaha')
    expect(again.text).not.toContain('aria-invalid')
    expect(formOf(again)).toHaveProperty(['asked.nib'])
    const next = await place.server.post(page('diri'), { ...formOf(again), nib: '9120001234567', scale: 'micro' })
    expect(next.location).toContain('/isi/angka')
  })

  it('adds and takes away rows, and comes back to them with everything kept', async () => {
    const form = formOf(await place.server.get(page('angka')))
    expect(form['items.row']).toEqual(['0'])
    expect(form['witnesses.row']).toEqual(['0', '1'])
    const filled = { ...form, 'items[0].what': 'Meja', 'items[0].price': 'Rp 750.000,00', floors: '2' }
    const added = await place.server.post(page('angka'), { ...filled, 'add-row': 'items' })
    expect(added.location).toContain('/isi/angka#f-items-1')
    const two = formOf(await place.server.get(page('angka')))
    expect(two['items.row']).toEqual(['0', '1'])
    expect(two['items[0].price']).toEqual(['750.000'])
    expect(two['floors']).toEqual(['2'])
    const removed = await place.server.post(page('angka'), {
      ...two,
      'items[1].what': 'Kursi',
      'remove-row': 'items:0',
    })
    expect(removed.status).toBe(303)
    const one = formOf(await place.server.get(page('angka')))
    expect(one['items.row']).toEqual(['0'])
    expect(one['items[0].what']).toEqual(['Kursi'])
  })

  it('answers 422 to rows that are wrong, each error at its input, and keeps them', async () => {
    const form = formOf(await place.server.get(page('angka')))
    const wrong = await place.server.post(page('angka'), {
      ...form,
      'items[0].what': 'Kursi',
      'items[0].count': 'dua',
      'items[0].price': '250.000',
      'witnesses[0].name': 'Ratna Dewi',
      'witnesses[0].nik': '99010145017000',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.plain()).toContain('Barang 1: Tulis dengan angka, misalnya 12.')
    expect(wrong.plain()).toContain('Saksi 1: NIK terdiri dari 16 angka')
    expect(wrong.text).toContain('href="#f-items-0-count"')
    expect(wrong.text).toMatch(/id="f-items-0-count"[^>]*aria-invalid="true"/)
    const kept = formOf(wrong)
    expect(kept['items[0].count']).toEqual(['dua'])
    expect(kept['witnesses[0].name']).toEqual(['Ratna Dewi'])
  })

  it('keeps everything but the one text that is far too long', async () => {
    const form = formOf(await place.server.get(page('diri')))
    const sent = await place.server.post(page('diri'), {
      ...form,
      nickname: 'a'.repeat(4001),
      email: 'sekar@contoh.id',
    })
    expect(sent.status).toBe(422)
    expect(sent.plain()).toContain('terlalu panjang untuk disimpan')
    const again = formOf(await place.server.get(page('diri')))
    expect(again['email']).toEqual(['sekar@contoh.id'])
    expect(again['nickname']).toEqual([''])
  })

  it('chooses a village step by step, and leaves a question alone that may stay empty', async () => {
    const form = formOf(await place.server.get(page('tempat')))
    expect(form['origin-province']).toEqual([''])
    expect(form['home.area-regency']).toEqual(['99.01'])
    const district = { 'home.area-district': '99.01.02', 'home.street': 'Jalan Melati 4', 'pick-address': 'home.area' }
    const sent = await place.server.post(page('tempat'), { ...form, ...district })
    expect(sent.location).toContain('#f-home-area')
    const again = await place.server.get(page('tempat'))
    expect(again.text).toContain('Banjarwangi')
    const refused = await place.server.post(page('tempat'), formOf(again))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('id="f-home-area-error"')
    expect(refused.text).not.toContain('id="f-origin-error"')
  })

  it('takes the centre of the village for a point', async () => {
    const form = formOf(await place.server.get(page('tempat')))
    const sent = await place.server.post(page('tempat'), { ...form, 'use-centre': 'spot' })
    expect(sent.location).toContain('#f-spot')
    const again = await place.server.get(page('tempat'))
    expect(formOf(again)['spot.lat']?.[0]).toMatch(/^-1[12],\d+$/)
    expect(again.text).toContain('class="map-area"')
    expect(again.text).toContain('Sekar')
  })
})

describe('papers', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  it('given before are offered again by name and day, and are the same file', async () => {
    const file = { field: 'letter', name: 'sertipikat.png', type: 'image/png', bytes: png }
    const form = formOf(await place.server.get(page('berkas')))
    await place.server.post(page('berkas'), { ...form, 'upload-file': 'letter' }, { files: [file] })
    const [first] = await listAttachments(place.tenant.pools.read, draftId)
    expect(first?.name).toContain('sertipikat')

    const earlier = draftId
    draftId = await begin()
    const shown = await place.server.get(page('berkas'))
    expect(shown.plain()).toMatch(/Pakai sertipikat tanah yang Anda unggah \d+ \w+ \d{4}/)
    await place.server.post(page('berkas'), { ...formOf(shown), 'reuse-file': `letter:${first?.id}` })
    const [again] = await listAttachments(place.tenant.pools.read, draftId)
    expect(again?.fileHash).toBe(first?.fileHash)
    expect(again?.id).not.toBe(first?.id)
    draftId = earlier
  })

  it('of somebody else cannot be used', async () => {
    const [first] = await listAttachments(place.tenant.pools.read, draftId)
    await place.tenant.pools.writePool.query('update services.attachment set person_id = null where id = $1', [
      first?.id,
    ])
    const other = draftId
    draftId = await begin()
    const shown = await place.server.get(page('berkas'))
    const answer = await place.server.post(page('berkas'), { ...formOf(shown), 'reuse-file': `letter:${first?.id}` })
    expect(answer.status).toBe(404)
    draftId = other
  })
})

describe('a photo', () => {
  it('has to be one', async () => {
    const pdf = { field: 'front', name: 'foto.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') }
    const form = formOf(await place.server.get(page('berkas')))
    const answer = await place.server.post(page('berkas'), { ...form, 'upload-file': 'front' }, { files: [pdf] })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="f-front-error"')
  })
})

describe('the check page', () => {
  it('shows everything, rows as tables, and says what is not complete', async () => {
    const shown = await place.server.get(`/pengajuan/${draftId}/periksa`)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('<table class="table table-dense">')
    expect(shown.plain()).toContain('Kursi')
    expect(shown.plain()).toContain('belum lengkap')
    expect(shown.text).toContain('/isi/angka#f-items')
  })

  it('shows a point on a small map of the region, and its figures as text', async () => {
    const form = formOf(await place.server.get(page('tempat')))
    await place.server.post(page('tempat'), { ...form, 'spot.lat': '-12,01', 'spot.lon': '108,51' })
    const shown = await place.server.get(`/pengajuan/${draftId}/periksa`)
    expect(shown.plain()).toMatch(
      /lintang -12,01000, bujur 108,51000 .*Titik ini di [A-Z]\w+\. Lebar peta ini kira-kira \d+ km/,
    )
    expect(shown.text).toContain('class="map-area is-here"')
  })

  it('lets an application be thrown away', async () => {
    const answer = await place.server.post(`/pengajuan/${draftId}/hapus`)
    expect(answer.status).toBe(303)
    expect((await place.server.get(page('diri'))).status).toBe(404)
  })
})
