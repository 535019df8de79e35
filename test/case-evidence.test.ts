import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import { newId } from '../src/kernel/ids.ts'
import { type CaseWorld, openCaseWorld } from './case-world.ts'
import { officerAt, officerCookie } from './journeys/officers.ts'
import { Person } from './journeys/person.ts'
import type { Visitor } from './journeys/visitor.ts'
import { openBrowser } from './journeys/world.ts'

/** A page of paper with one line, as small as a PDF can be. */
const pdf = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 52>>stream
BT /F1 36 Tf 80 700 Td (Denah tempat rekreasi) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
startxref
0
%%EOF`)
/** What a disguised upload would be, had it passed the intake. */
const hostile = Buffer.from('<!doctype html><script>parent.document.title = "dijebol"; top.hacked = true</script>')

let world: CaseWorld
let browser: Browser
let laras: Visitor
let caseId = ''
const ids = { photo: '', plan: '', hostile: '' }

beforeAll(async () => {
  browser = await openBrowser()
  world = await openCaseWorld(Temporal.Now.instant().toString())
  const mother = await world.citizen(demoPeople.sekar.nik)
  caseId = await world.submitted(mother, { name: 'Taman Bukti' })
  await world.act(caseId, 'forward', await world.officer('bagas'))
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1200"><rect width="800" height="1200" fill="#dfe8ee"/><circle cx="400" cy="300" r="180" fill="#2a4a86"/><text x="120" y="900" font-size="90">Foto lokasi</text></svg>'
  ids.photo = await attach('foto.png', 'image/png', await sharp(Buffer.from(drawing)).png().toBuffer())
  ids.plan = await attach('denah.pdf', 'application/pdf', pdf)
  ids.hostile = await attach('jebakan.pdf', 'application/pdf', hostile)
  laras = await officerAt(world, 'laras')
})
afterAll(async () => {
  await browser?.close()
  await world?.close()
})

async function attach(name: string, type: string, bytes: Buffer): Promise<string> {
  const id = newId()
  const hash = await world.tenant.files.put(bytes)
  await world.rows(
    `insert into services.attachment (id, owner_id, field, file_hash, name, media_type, size_bytes)
     values ($1, $2, 'proof', $3, $4, $5, $6)`,
    [id, caseId, hash, name, type, bytes.length],
  )
  return id
}

async function person(javaScript: boolean, width = 1280): Promise<Person> {
  const at = await Person.at(browser, world, { javaScript, width })
  const [name, ...value] = (await officerCookie(world, 'laras')).split('=') as [string, ...string[]]
  await at.context.addCookies([{ name, value: value.join('='), url: world.url }])
  return at
}
const readings = async () =>
  (
    await world.rows<{ n: number }>(
      `select count(*)::int as n from journal.access where object_id = $1 and purpose like 'membuka lampiran%'`,
      [caseId],
    )
  )[0]?.n ?? 0

describe('documents beside the answers', () => {
  it('are given inert, with their true type, to be framed by our own pages only', async () => {
    const page = await laras.get(`/meja/${caseId}`)
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(page.headers['content-security-policy']).toContain("frame-src 'self'")
    expect(page.headers['content-security-policy']).not.toContain('unsafe-inline')
    expect(page.headers['x-frame-options']).toBe('DENY')
    const before = await readings()
    const plan = await laras.get(`/lampiran/${ids.plan}`)
    expect(plan.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'content-security-policy': "default-src 'none'; object-src 'self'; frame-ancestors 'self'",
    })
    expect(plan.headers['content-disposition']).toMatch(/^inline/)
    const photo = await laras.get(`/lampiran/${ids.photo}`)
    expect(photo.headers['content-security-policy']).toContain('sandbox')
    expect(await readings()).toBe(before + 2)
  })

  it('are the issued letters too, for those who may read the file', async () => {
    const id = newId()
    await world.rows(
      `insert into documents.issued (id, code, template, number, title, subject_label, source_type, source_id, unit_path,
         data, page, toolkit, content_hash, rendition_bytes, act, statement, file_hash, size_bytes, signer_name, signer_position, signer_manner, signer_order, issued_at)
       values ($1, 'UJI0000001', 'letter', '7/IR/2026', 'Surat tugas peninjauan', 'Taman Bukti', 'case', $2, 'disdukcapil',
         '', '', '', '', 0, 'routine', '', $3, $4, 'Balai', 'Balai', 'seal', 'UU 30/2014', now())`,
      [id, caseId, await world.tenant.files.put(pdf), pdf.length],
    )
    const shown = await laras.get(`/dokumen/${id}/lihat`)
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(shown.headers['content-disposition']).toMatch(/^inline/)
    const page = await laras.get(`/meja/${caseId}`)
    expect(page.text).toContain(`data-file-template="${id}"`)
    expect(page.plain()).toContain('Surat tugas peninjauan')
    const treasurer = await officerAt(world, 'treasurer')
    expect((await treasurer.get(`/dokumen/${id}/lihat`)).status).toBe(404)
    await world.rows('delete from documents.issued where id = $1', [id])
  })

  it('open at once, keep what was typed, enlarge and turn, and are leafed through by keys', async () => {
    const at = await person(true)
    const { page } = at
    await at.open(`/meja/${caseId}`)
    await page.locator('textarea[name=text]').fill('Sedang saya tulis')
    await page.locator('.thumb', { hasText: 'foto.png' }).click()
    const pane = page.locator('.file-pane')
    await pane.locator('[data-file-tools]').waitFor()
    expect(await pane.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(page.url()).toContain(`lampiran=${ids.photo}`)
    const [left, right] = await Promise.all([page.locator('.file-parts').boundingBox(), pane.boundingBox()])
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0)
    expect(Math.min(left?.width ?? 0, right?.width ?? 0)).toBeGreaterThan(380)
    const picture = pane.locator('img')
    const size = async () => (await picture.boundingBox()) ?? { width: 0, height: 0 }
    const plain = await size()
    expect(plain.height).toBeGreaterThan(plain.width)
    await pane.locator('.file-view').focus()
    await page.keyboard.press('+')
    expect((await size()).width).toBeGreaterThan(plain.width * 1.4)
    await page.keyboard.press('0')
    await page.keyboard.press('r')
    expect((await size()).width).toBeGreaterThan((await size()).height)
    expect(await at.violations()).toEqual([])
    await page.keyboard.press(']')
    await page.locator('iframe').waitFor()
    expect(await page.locator('iframe').getAttribute('src')).toBe(`/lampiran/${ids.plan}`)
    await page.keyboard.press(']')
    await page.locator(`iframe[src="/lampiran/${ids.hostile}"]`).waitFor()
    await page.waitForTimeout(500)
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    expect(await page.title()).not.toContain('dijebol')
    await page.locator('.file-pane-head a').click()
    expect(await pane.count()).toBe(0)
    expect(
      await page.locator('.thumb', { hasText: 'foto.png' }).evaluate((link) => link === document.activeElement),
    ).toBe(true)
    expect(await page.locator('textarea[name=text]').inputValue()).toBe('Sedang saya tulis')
    expect(at.faults).toEqual([])
    await at.leave()
  })

  it('are links to the page with the document beside it where no scripts run, below the answers on a telephone', async () => {
    const at = await person(false, 360)
    await at.open(`/meja/${caseId}`)
    await at.page.locator('.thumb', { hasText: 'foto.png' }).click()
    await at.page.waitForURL(/lampiran=/)
    const [answers, picture] = await Promise.all([
      at.page.locator('.file-parts').boundingBox(),
      at.page.locator('.file-pane img').boundingBox(),
    ])
    expect(picture?.y).toBeGreaterThan((answers?.y ?? 0) + (answers?.height ?? 0))
    expect(picture?.width).toBeLessThan(360)
    await at.page.locator('[data-file-step="1"]').click()
    await at.page.waitForURL(new RegExp(ids.plan))
    expect(await at.page.locator('.file-pane').innerText()).toContain('2 dari 3')
    await at.leave()
  })
})
