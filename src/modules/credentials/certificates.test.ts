import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { credentialPaths } from './paths.ts'
import { CardWorld } from './testing.ts'
import type { TestWallet } from './testing-wallet.ts'

const world = new CardWorld()
const ids = { marriage: randomUUID(), divorce: randomUUID(), death: randomUUID(), event: randomUUID() }
let wallet: TestWallet

beforeAll(async () => {
  await world.begin()
  const details = {
    place: 'Gereja Arunika',
    officiant: 'Pdt. Yohanes',
    husbandName: 'Bimo Prasetyo',
    wifeName: 'Sekar Wulandari',
    court: 'Pengadilan Negeri Arunika',
    decisionNumber: '12/Pdt.G/2026',
  }
  const entry = (id: string, register: string, number: string, day: string) =>
    world.query(
      `insert into population.entry (id, register, number, case_id, happened_on, territory_code, details, registered_at)
       values ($1, $2, $3, gen_random_uuid(), $4, '99.01.02.2003', $5, now())`,
      [id, register, number, day, JSON.stringify(details)],
    )
  await entry(ids.marriage, 'marriage', '9901-KW-02032014-0001', '2014-03-01')
  await entry(ids.divorce, 'divorce', '9901-CR-05062026-0001', '2026-06-01')
  for (const id of [ids.marriage, ids.divorce]) {
    await world.query(`insert into population.entry_person values ($1, 'wife', $2)`, [id, world.ids.sekar])
  }
  await world.query(
    `insert into people.event (id, kind, valid_on, recorded_at, source_kind, reason, territory_code)
     values ($1, 'death', '2026-11-20', now(), 'desk', 'Kematian', '99.01.02.2003')`,
    [ids.event],
  )
  await world.query(
    `insert into population.death (id, number, person_id, case_id, event_id, reporter_person_id, reporter_kind, died_on, place,
       place_kind, cause, proof, is_late, registered_at)
     values ($1, '9901-KM-21112026-0001', $2, gen_random_uuid(), $3, $4, 'family', '2026-11-20', 'RS Arunika', 'hospital',
       'illness', 'doctor', false, now())`,
    [ids.death, world.ids.arka, ids.event, world.ids.sekar],
  )
})
afterAll(() => world.end())
beforeEach(async () => {
  world.server.as(world.sekar)
  wallet = await world.wallet()
})

const take = async (card: string) => {
  const { link, pin } = await world.offer(card)
  return wallet.take(link, pin)
}
const offered = async () => (await world.get(credentialPaths.own)).plain()
const states = () =>
  world.query<{ kind: string; revoked_cause: string | null }>(
    `select kind, revoked_cause from credentials.credential order by issued_at, id`,
  )

describe('certificates of the registers', () => {
  it('of a marriage: says who married whom, while it lasts', async () => {
    const card = await take(`marriage.${ids.marriage}`)
    expect(card.digestsMatch()).toBe(true)
    expect(card.values).toMatchObject({
      name: 'Sekar Wulandari',
      spouse_name: 'Bimo Prasetyo',
      married_on: '2014-03-01',
      married_at: 'Gereja Arunika',
      officiant: 'Pdt. Yohanes',
      certificate_number: '9901-KW-02032014-0001',
    })
    await world.query(`update people.person set marital_status = 'divorced' where id = $1`, [world.ids.sekar])
    expect((await states()).at(-1)).toEqual({ kind: 'marriage', revoked_cause: 'marriage-ended' })
    expect(await offered()).not.toContain('akta perkawinan')
  })

  it('of a divorce: says who was divorced by which court', async () => {
    const card = await take(`divorce.${ids.divorce}`)
    expect(card.values).toMatchObject({
      name: 'Sekar Wulandari',
      former_spouse_name: 'Bimo Prasetyo',
      divorced_on: '2026-06-01',
      court: 'Pengadilan Negeri Arunika',
      decision_number: '12/Pdt.G/2026',
    })
    await world.query(`update population.entry set voided_at = now(), voided_reason = 'putusan' where id = $1`, [
      ids.divorce,
    ])
    expect((await states()).at(-1)).toEqual({ kind: 'divorce', revoked_cause: 'voided' })
    expect(await offered()).not.toContain('akta perceraian')
  })

  it('of a death: for the family that holds it, not for a neighbour who reported it', async () => {
    const card = await take(`death.${ids.death}`)
    expect(card.values).toMatchObject({
      name: 'Arka Prasetyo',
      died_on: '2026-11-20',
      place_of_death: 'RS Arunika',
      holder_name: 'Sekar Wulandari',
    })
    expect(card.values).not.toHaveProperty('18')
    await world.query(`update population.death set reporter_kind = 'neighbourhood-head' where id = $1`, [ids.death])
    expect(await offered()).not.toContain('akta kematian')
  })

  it('of a child: no longer for the mother when it is of age', async () => {
    expect(await offered()).toContain('akta kelahiran')
    await world.query(`update people.person set birth_on = '2009-11-23' where id = $1`, [world.ids.arka])
    expect(await offered()).not.toContain('akta kelahiran')
  })
})

describe('the paper behind a card', () => {
  it('is revoked or replaced: the card with its number ends, and may be added again', async () => {
    await world.query(`update people.person set birth_on = '2015-05-08' where id = $1`, [world.ids.arka])
    await take(`birth.${world.ids.birth}`)
    await world.query(
      `insert into documents.issued (id, code, template, number, title, subject_label, source_type, source_id, unit_path, data,
         page, toolkit, content_hash, rendition_bytes, file_hash, size_bytes, act, signer_name, signer_position, signer_manner,
         signer_order, statement, issued_at)
       select gen_random_uuid(), 'KODE' || n, 'birth-certificate', n, 'Akta', 'A', 'case', gen_random_uuid(), 'u', '', '', '-',
         '-', 1, '-' || n, 1, 'sign', 'Pejabat', 'Kepala Dinas', 'seal', '-', '', now()
       from unnest(array['9901-LU-10052015-0001', '9901-LU-10052015-0002']) n`,
    )
    const revoke = (number: string) =>
      world.query(`update documents.issued set revoked_at = now(), revoked_reason = 'uji' where number = $1`, [number])
    await revoke('9901-LU-10052015-0002')
    expect((await states()).at(-1)).toEqual({ kind: 'birth', revoked_cause: null })
    await revoke('9901-LU-10052015-0001')
    expect((await states()).at(-1)).toEqual({ kind: 'birth', revoked_cause: 'paper-ended' })
    expect(await offered()).toContain('akta kelahiran')
  })
})

describe('who has no card', () => {
  it('whose data are under check, or who has moved away', async () => {
    await world.query(`update people.person set check_reason = 'data ganda' where id = $1`, [world.ids.sekar])
    expect(await offered()).toContain('Belum ada kartu untuk Anda')
    await world.query(`update people.person set check_reason = null, status = 'moved' where id = $1`, [world.ids.sekar])
    expect(await offered()).toContain('Belum ada kartu untuk Anda')
  })
})
