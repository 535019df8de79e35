import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Actor, anyone, citizen } from '../access/access.ts'
import { defineModule } from '../define/module.ts'
import { get, page, post, redirect, text } from '../http/route.ts'
import { type TestTenant, testTenant } from './database.ts'
import { plainPresentation, type TestServer, testServer } from './server.ts'

const sekar: Actor = { kind: 'citizen', accountId: 'a-1', personId: 'p-1', name: 'Sekar & Co', grants: [] }

const sample = defineModule({
  name: 'sample',
  commands: [],
  permissions: {},
  routes: [
    get('/who', { access: anyone, audit: 'none', handle: (context) => text(context.actor.name) }),
    get('/form/:id', {
      access: citizen,
      audit: 'none',
      params: z.object({ id: z.string() }),
      handle: (context) =>
        page(
          <form>
            <input name="title" value={`"${context.params.id}" & more`} />
            <input type="checkbox" name="yes" value="1" checked />
            <input type="radio" name="size" value="small" />
            <input type="radio" name="size" value="large" checked />
            <textarea name="note">{'<b>'}</textarea>
            <select name="kind">
              <option value="a">A</option>
              <option value="b" selected>
                B
              </option>
            </select>
            <p>{context.notice}</p>
          </form>,
        ),
    }),
    post('/form', {
      access: citizen,
      audit: 'none',
      upload: { maxFileBytes: 10, maxFiles: 1 },
      handle(context) {
        context.notify('Tersimpan')
        return redirect(`/form/${context.form.get('id')}${context.uploads.map((file) => `-${file.bytes}`).join('')}`)
      },
    }),
  ],
})

let place: TestTenant
let server: TestServer
beforeAll(async () => {
  place = await testTenant()
  server = await testServer({ ...place, modules: [sample], presentation: plainPresentation })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

describe('test server', () => {
  it('asks as whom the test says', async () => {
    expect((await server.get('/who')).text).toBe('Tanpa akun')
    const both = await Promise.all([server.get('/who', { as: sekar }), server.get('/who')])
    expect(both.map((answer) => answer.text)).toEqual(['Sekar & Co', 'Tanpa akun'])
  })

  it('reads fields and text as a browser would', async () => {
    const answer = await server.get('/form/x', { as: sekar })
    expect(answer.fields()).toEqual({ title: '"x" & more', yes: '1', size: 'large', note: '<b>', kind: 'b' })
    expect(answer.plain()).toContain('<b>')
  })

  it('sends a stranger to the sign-in page', async () => {
    expect((await server.get('/form/x')).location).toBe('/masuk?lanjut=%2Fform%2Fx')
  })

  it('posts with the token of our page, shows the notice once, and can leave the token out', async () => {
    const saved = await server.post('/form', { id: '7' }, { as: sekar })
    expect([saved.status, saved.location]).toEqual([303, '/form/7'])
    expect((await server.get('/form/7', { as: sekar })).plain()).toContain('Tersimpan')
    expect((await server.get('/form/7', { as: sekar })).plain()).not.toContain('Tersimpan')
    expect((await server.post('/form', { id: '7' }, { as: sekar, csrf: false })).status).toBe(403)
  })

  it('sends files', async () => {
    const files = [{ field: 'file', name: 'a.txt', type: 'text/plain', bytes: Buffer.from('isi') }]
    expect((await server.post('/form', { id: '8' }, { as: sekar, files })).location).toBe('/form/8-isi')
  })
})

describe('test server with the program’s own pages', () => {
  it('puts the token into forms and says errors in words', async () => {
    const { CsrfField, CitizenLayout } = await import('../../ui/index.ts')
    const module = defineModule({
      ...sample,
      routes: [
        get('/page', {
          access: anyone,
          audit: 'none',
          handle: () =>
            page(
              <CitizenLayout title="Judul">
                {[
                  <form key="a">
                    <CsrfField />
                  </form>,
                ]}
              </CitizenLayout>,
            ),
        }),
      ],
    })
    const real = await testServer({ ...place, modules: [module] })
    const answer = await real.get('/page')
    expect(answer.fields()['_csrf']).toMatch(/^[\w-]{43}$/)
    expect((await real.get('/nothing')).plain()).toContain('tidak ditemukan')
    await real.close()
  })
})
