import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FixedClock } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { seedRules } from '#modules/rules/index.ts'
import { documents } from '../module.ts'
import { listSignatures } from '../queries/signatures.ts'
import { type IssuingOffice, issuingOffice } from '../testing-office.ts'
import { type Act, actKeys } from './acts.ts'

const clock = new FixedClock('2026-11-23T03:41:00Z')
let place: TestTenant
let server: TestServer
let office: IssuingOffice

beforeAll(async () => {
  place = await testTenant()
  const owner = new Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await seedRules(owner)
  await owner.end()
  office = await issuingOffice(place.tenant, clock)
  server = await testServer({ ...place, modules: [documents], clock })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

const said = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'signed',
    (error: AppError) => (error.code === 'forbidden' ? error.say('id') : String(error)),
  )
/** What UU 30/2014 art. 14 (7) names: organisation, personnel, budget; and what has the force of a regulation. */
const forbidden: readonly Act[] = [
  'personnel-move',
  'personnel-discipline-heavy',
  'organisation',
  'budget',
  'regulation',
]

describe('the holder of a post', () => {
  it('signs every class of act', async () => {
    for (const act of actKeys) expect(await said(office.issue({ act }))).toBe('signed')
  })
})

describe.each(['plt', 'plh'] as const)('a deputy (%s)', (manner) => {
  it('signs daily business, and is refused what the law keeps for the holder, with the article', async () => {
    const deputy = await office.appoint(`Kepala Bidang ${manner}`, manner, '2026-11-01', '2026-12-31')
    for (const act of actKeys) {
      const answer = await said(office.issue({ act }, {}, deputy))
      if (forbidden.includes(act)) expect(answer).toContain('UU 30/2014 pasal 14 ayat (7)')
      else expect(answer).toBe('signed')
    }
  })

  it('is named as such on the page of the document, with order, days and act', async () => {
    const deputy = await office.appoint(`Kepala Seksi ${manner}`, manner, '2026-11-02', '2026-12-30')
    const { code, id } = await office.issue({ act: 'leave' }, {}, deputy)
    const text = (await server.get(`/v/${code}`)).plain()
    expect(text).toContain(manner === 'plt' ? 'Pelaksana tugas (Plt.), SK/1' : 'Pelaksana harian (Plh.), SK/1')
    expect(text).toContain('2 November 2026 sampai dengan 30 Desember 2026')
    expect(text).toContain('cuti pegawai')
    const [signature] = await listSignatures(place.tenant.pools.read, id)
    expect(signature).toMatchObject({ manner, order: 'SK/1', act: 'leave', holdsTo: '2026-12-30' })
  })
})

describe('time', () => {
  it('a Plt who has stood in longer than the law lets a post stay vacant is refused; a day earlier he signs', async () => {
    const late = await office.appoint('Kepala Subbagian A', 'plt', '2026-05-23', '2026-12-31')
    const inTime = await office.appoint('Kepala Subbagian B', 'plt', '2026-05-24', '2026-12-31')
    expect(await said(office.issue({}, {}, late))).toContain('melewati batas waktunya pada 23 November 2026')
    expect(await said(office.issue({}, {}, inTime))).toBe('signed')
  })

  it('who no longer holds the post does not sign, though his session still says so', async () => {
    const deputy = await office.appoint('Kepala Subbagian C', 'plh', '2026-11-20', '2026-11-24')
    clock.set('2026-11-24T17:00:00Z')
    expect(await said(office.issue({}, {}, deputy))).toContain('hari ini berwenang')
    clock.set('2026-11-23T03:41:00Z')
  })
})

describe('on behalf of another post', () => {
  const mandate = async (principal: string, holder: string, form: 'a.n.' | 'u.b.', acts: Act[], to = '2026-12-31') => {
    const id = newId()
    await place.tenant.pools.writePool.query(
      `insert into organization.mandate values ($1, $2, $3, $4, $5, 'SPM/7/2026', '2026-10-30', '2026-11-01', $6)`,
      [id, principal, holder, form, acts, to],
    )
    return id
  }
  const post = (actor: { position?: { id: string } | undefined }) => actor.position?.id ?? ''

  it('it is signed under a mandate: a.n. stands on page and paper, with the order of the mandate', async () => {
    const deputy = await office.appoint('Sekretaris Dinas', 'definitif', '2026-01-05')
    const id = await mandate(post(office.head), post(deputy), 'a.n.', ['routine', 'leave'])
    const issued = await office.issue({ act: 'leave' }, { mandateId: id }, deputy)
    const text = (await server.get(`/v/${issued.code}`)).plain()
    expect(text).toContain('a.n. Kepala Dinas')
    expect(text).toContain('SPM/7/2026')
    expect(text).toContain('1 November 2026 sampai dengan 31 Desember 2026')
  })

  it('u.b. names who handed the mandate down and, first, whose it is', async () => {
    const secretary = await office.appoint('Sekretaris', 'definitif', '2026-01-05')
    const section = await office.appoint('Kepala Bagian', 'definitif', '2026-01-05')
    await mandate(post(office.head), post(secretary), 'a.n.', ['routine'])
    const id = await mandate(post(secretary), post(section), 'u.b.', ['routine'])
    const issued = await office.issue({ act: 'routine' }, { mandateId: id }, section)
    expect((await server.get(`/v/${issued.code}`)).plain()).toContain('u.b. Kepala Dinas')
  })

  it('never beyond its acts, its days, its holder; nor for what may not be mandated', async () => {
    const deputy = await office.appoint('Kepala Tata Usaha', 'definitif', '2026-01-05')
    const other = await office.appoint('Kepala Keuangan', 'definitif', '2026-01-05')
    const id = await mandate(post(office.head), post(deputy), 'a.n.', ['routine', 'budget'])
    const ended = await mandate(post(office.head), post(deputy), 'a.n.', ['routine'], '2026-11-22')
    const sign = (act: Act, mandateId: string, actor = deputy) => said(office.issue({ act }, { mandateId }, actor))
    expect(await sign('routine', id)).toBe('signed')
    expect(await sign('leave', id)).toContain('tidak meliputi tindakan ini (cuti pegawai)')
    expect(await sign('budget', id)).toContain('atas nama pejabat lain')
    expect(await sign('routine', ended)).toContain('sudah berakhir')
    expect(await sign('routine', id, other)).toContain('bukan milik jabatan Anda')
    expect(await sign('routine', newId())).toContain('bukan milik jabatan Anda')
  })
})
