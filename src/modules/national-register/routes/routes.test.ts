import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { exchangeJob } from '../jobs.ts'
import { nationalRegister } from '../module.ts'
import { nationalPaths } from '../paths.ts'
import { oddity } from '../simulator/own-simulator.ts'
import { World } from '../testing/world.ts'

let place: TestTenant
let world: World
let server: TestServer
let odd = ''
/** Of whom the made-up register says the same. */
const people: string[] = []

const actor = (name: string, ...permissions: string[]): Actor => ({
  kind: 'staff',
  accountId: newId(),
  personId: newId(),
  name,
  grants: permissions.map((each) => ({
    permission: `national-register.${each}`,
    unitPath: 'disdukcapil',
    territory: '',
  })),
  elevatedUntil: Date.parse('2030-01-01'),
})
const ratih = actor('Ratih', 'read', 'settle', 'verify')
const laras = actor('Laras', 'read', 'settle', 'verify')
const yusuf = actor('Yusuf', 'read', 'configure')

beforeAll(async () => {
  place = await testTenant()
  const { tenant } = place
  tenant.profile = { ...tenant.profile, name: 'Kabupaten Uji', isDemo: true }
  world = new World(tenant, new FixedClock('2026-11-02T01:00:00Z'))
  await world.prepare('simulator')
  for (const id of await world.settle(80, 3)) {
    const kind = oddity(await world.nikOf(id))
    if (kind === 'name') odd = id
    if (!kind) people.push(id)
  }
  server = await testServer({ ...place, modules: [nationalRegister], actor: ratih, clock: world.clock })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

const exchange = () =>
  exchangeJob(undefined, {
    tenant: place.tenant,
    config: place.config,
    clock: world.clock,
    log: { warn: () => {} } as never,
    db: place.tenant.pools.read,
    attempt: 1,
    run: (command, input) => world.run(command, input),
  })

async function readings(personId: string): Promise<string[]> {
  const { rows } = await place.tenant.pools.writePool.query<{ purpose: string }>(
    'select purpose from journal.access where person_id = $1 order by at, id',
    [personId],
  )
  return rows.map(({ purpose }) => purpose)
}

describe('the desk of the national register', () => {
  it('finds a difference through the made-up register, and two officers settle it', async () => {
    expect(odd).not.toBe('')
    await world.happens('data-change', (event) => event.changePerson(odd, { bloodType: 'A' }))
    await exchange()
    const board = await server.get(nationalPaths.board)
    expect(board.plain()).toContain('Nama lain di pusat')
    const path = /href="(\/kependudukan\/pusat\/perbedaan\/[0-9a-f-]+)"/.exec(board.text)?.[1] ?? ''
    const shown = await server.get(path)
    expect(shown.plain()).toContain('berbeda')
    expect(await readings(odd)).toContain('membandingkan dengan data pusat di meja perbedaan')

    const early = await server.post(`${path}/tindakan`, { aksi: 'kita', note: 'x' })
    expect(early.status).toBe(422)
    expect(early.plain()).toContain('paling sedikit 10 huruf')
    expect(early.fields()['note']).toBe('x')
    const none = await server.post(`${path}/tindakan`, { aksi: 'pusat', note: 'Sesuai akta yang baru' })
    expect(none.status).toBe(422)
    expect(none.plain()).toContain('Pilih isian yang diambil dari data pusat')

    const proposed = await server.post(`${path}/tindakan`, {
      aksi: 'pusat',
      fields: ['fullName'],
      note: 'Sesuai akta yang baru',
    })
    expect(proposed.status).toBe(303)
    const own = await server.get(path)
    expect(own.plain()).toContain('Anda yang mengusulkan')
    expect((await server.post(`${path}/tindakan`, { aksi: 'setuju' })).status).toBe(403)
    server.as(laras)
    expect((await server.post(`${path}/tindakan`, { aksi: 'setuju' })).status).toBe(303)
    expect((await server.get(path)).plain()).toContain('Register sudah diperbaiki menurut data pusat')
    server.as(ratih)
  })

  it('goes on in an outage that an administrator of the demo switches on, and says so', async () => {
    server.as(yusuf)
    const form = await server.get(nationalPaths.simulator)
    expect(form.fields()['behaviour']).toBe('well')
    expect((await server.post(nationalPaths.simulator, { behaviour: 'drop-before' })).status).toBe(303)
    const [, other = '', third = ''] = people
    for (const id of [other, third]) {
      await world.happens('data-change', (event) => event.changePerson(id, { bloodType: 'B' }))
    }
    for (let round = 0; round < 3; round += 1) {
      await exchange()
      world.clock.advance({ minutes: 16 })
    }
    const board = await server.get(nationalPaths.board)
    expect(board.plain()).toContain('Register nasional tidak dapat dipakai sejak')
    expect(board.plain()).toContain('Pelayanan tetap berjalan')
    const queue = await server.get(`${nationalPaths.queue}?keadaan=unsettled`)
    expect(queue.plain()).toContain('Sambungan terputus')
    await server.post(nationalPaths.simulator, { behaviour: 'well' })
    expect((await server.post(nationalPaths.tryNow)).status).toBe(303)
    await exchange()
    expect(await world.unsettled()).toBe(0)
    expect((await server.get(nationalPaths.board)).plain()).toContain('Register nasional menjawab sejak')
    server.as(ratih)
  })

  it('lists are filtered, paged and taken along', async () => {
    for (const path of [nationalPaths.board, nationalPaths.queue]) {
      const none = await server.get(`${path}?q=tidak-ada-yang-begini`)
      expect(none.plain()).toContain('Tidak ada yang cocok')
      const file = await server.get(`${path}.csv`)
      expect(file.status).toBe(200)
      expect(file.text.split('\n').length).toBeGreaterThan(1)
      expect((await server.get(`${path}.xlsx`)).status).toBe(200)
    }
    expect((await server.get(`${nationalPaths.board}?keadaan=corrected`)).plain()).toContain('Diperbaiki menurut pusat')
  })
})

describe('checking one person', () => {
  const purpose = 'berkas pindah datang, nama di surat berbeda'

  it('compares, records who asked and why, and puts what differs on the desk', async () => {
    const id = people[0] as string
    const nik = await world.nikOf(id)
    const compared = await server.post(nationalPaths.check, { nik, tujuan: purpose, cara: 'elemen' })
    expect(compared.status).toBe(200)
    expect(compared.plain()).toMatch(/sama/)
    expect(await readings(id)).toContain(`mencocokkan dengan data pusat: ${purpose}`)
    const shown = await server.post(nationalPaths.check, { nik, tujuan: purpose, cara: 'data' })
    expect(shown.plain()).toContain('Jawaban pusat')
  })

  it('asks nothing without a purpose, and nothing for what is no NIK', async () => {
    const nik = await world.nikOf(people[3] as string)
    const before = await readings(people[3] as string)
    const answer = await server.post(nationalPaths.check, { nik, tujuan: 'cek', cara: 'data' })
    expect(answer.status).toBe(422)
    expect(answer.plain()).toContain('paling sedikit 10 huruf')
    expect(await readings(people[3] as string)).toEqual(before)
    const wrong = await server.post(nationalPaths.check, { nik: '12', tujuan: purpose, cara: 'data' })
    expect(wrong.status).toBe(422)
    expect(wrong.fields()['tujuan']).toBe(purpose)
  })

  it('of somebody unknown here asks what the letter says', async () => {
    const nik = '9901020101010999'
    const first = await server.post(nationalPaths.check, { nik, tujuan: purpose, cara: 'elemen' })
    expect(first.plain()).toContain('tidak ada di register kita')
    const second = await server.post(nationalPaths.check, { nik, tujuan: purpose, cara: 'elemen', nama: 'Siti' })
    expect(second.plain()).toContain('Pusat tidak mengenal NIK ini')
  })
})

describe('the connection', () => {
  const live = {
    mode: 'live',
    numbers: 'own',
    gatewayUrl: 'https://gerbang.example',
    gatewayToken: 'Rahasia-Gerbang-1',
    verifyUrl: '',
    verifyCustomer: '',
    verifyUser: '',
    verifyPassword: '',
    verifyIp: '',
    nameThreshold: '90',
    faceThreshold: '7,5',
  }

  it('tells each wrong value at its field and keeps what was typed, but no secret', async () => {
    server.as(yusuf)
    const answer = await server.post(nationalPaths.settings, {
      ...live,
      gatewayUrl: 'http://gerbang.example',
      nameThreshold: '900',
    })
    expect(answer.status).toBe(422)
    expect(answer.plain()).toContain('diawali https://')
    expect(answer.plain()).toContain('dari 1 sampai 100')
    expect(answer.fields()['nameThreshold']).toBe('900')
    expect(answer.text).not.toContain('Rahasia-Gerbang')
  })

  it('seals the secrets, keeps them when left empty, and never shows them', async () => {
    expect((await server.post(nationalPaths.settings, live)).status).toBe(303)
    expect((await server.post(nationalPaths.settings, { ...live, gatewayToken: '' })).status).toBe(303)
    const { rows } = await place.tenant.pools.writePool.query('select * from national_register.setting')
    expect(JSON.stringify(rows)).not.toContain('Rahasia-Gerbang')
    const shown = await server.get(nationalPaths.settings)
    expect(shown.text).not.toContain('Rahasia-Gerbang')
    expect(shown.plain()).toContain('Kosongkan bila tidak berubah')
    // The simulator is gone with the mode.
    expect((await server.get(nationalPaths.simulator)).status).toBe(404)
    await world.prepare('simulator')
  })

  it('numbers of a block are noted and ended', async () => {
    const wrong = await server.post(nationalPaths.blocks, {
      kind: 'nik',
      districtCode: '',
      first: '0',
      last: 'x',
      letter: '',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.plain()).toContain('Pilih kecamatannya')
    const block = { kind: 'nik', districtCode: '99.01.02', first: '9000', last: '9099', letter: '470/12/2026' }
    expect((await server.post(nationalPaths.blocks, block)).status).toBe(303)
    const list = await server.get(nationalPaths.blocks)
    expect(list.plain()).toContain('470/12/2026')
    const end = /action="(\/kependudukan\/pusat\/nomor-cadangan\/[0-9a-f-]+\/akhiri)"/.exec(list.text)?.[1] ?? ''
    expect((await server.post(end)).status).toBe(303)
    expect((await server.get(nationalPaths.blocks)).plain()).toContain('Berakhir')
    server.as(ratih)
  })

  it('is closed to those without the permission', async () => {
    for (const path of [nationalPaths.settings, nationalPaths.blocks, nationalPaths.simulator]) {
      expect((await server.get(path)).status).toBe(403)
    }
    expect((await server.post(nationalPaths.settings, live)).status).toBe(403)
  })
})
