import { describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import { findSameEvent } from '../src/modules/field-counter/testing.ts'
import { getFamily } from '../src/modules/people/index.ts'
import { fingerprintOf, ownKeys } from '../src/modules/population/testing-moving.ts'
import type { CaseWalk } from '../src/modules/services/demo/walk.ts'
import type { ServiceDefinition } from '../src/modules/services/index.ts'
import { moveIn } from '../src/services/move-in/definition.ts'
import { moveOut } from '../src/services/move-out/definition.ts'
import { moveWithin } from '../src/services/move-within/definition.ts'
import { errorOf } from './acting.ts'
import { issued, type Path, walkServices } from './walks.ts'

/** Moves as services: walked from the report to the papers, and back. */
const { world, read, rows, caseRow, person, ...walks } = walkServices()
const { bima, sekar, arka } = demoPeople
const gone = (definition: ServiceDefinition, nik: string, answers: object, path: Path = issued) =>
  walks.gone(definition, nik, answers, path)
const cardOf = async (nik: string) => {
  const { kkNumber: kk, address, members } = await walks.cardOf(nik)
  return { kk, rt: address.rt, members: members.map(({ name, relation }) => `${name}: ${relation}`) }
}
const papers = (caseId: string) => walks.papers(caseId, ({ title }) => title.replace(/ \d+$/, ''))
const transfers = (caseId: string) =>
  rows<{ direction: string; channel: string; state: string; number: string | null }>(
    'select direction, channel, state, number from population.transfer where case_id = $1',
    [caseId],
  )

const common = { movedOn: '2030-01-10', phone: '081234567890', truth: true }
const home = { street: 'Jalan Anggrek 9', rt: '002', rw: '004', area: '99.01.02.2003' }
const within = { moving: 'all', destination: 'own', newAddress: home, reason: 'housing', ...common }

describe('a move inside the region', () => {
  it('of a whole family renews its card with the new address, and can be taken back', async () => {
    const before = await cardOf(sekar.nik)
    const { caseId, walk } = await gone(moveWithin, sekar.nik, within)
    const after = await cardOf(sekar.nik)
    expect(after).toMatchObject({ kk: before.kk, rt: '002', members: before.members })
    expect((await papers(caseId)).toSorted()).toEqual(['Kartu Keluarga, versi', 'Surat Keterangan Pindah'])
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect((await cardOf(sekar.nik)).rt).toBe(before.rt)
    expect((await papers(caseId)).filter((title) => !title.endsWith('(no longer)'))).toHaveLength(2)
  })

  it('is one event whoever of the family reports it at whichever counter, and is known once it is on the card', async () => {
    const same = (nik: string, answers: object) =>
      findSameEvent(world.tenant, read(), {
        serviceId: 'move-within',
        itemId: '00000000-0000-7000-8000-000000000000',
        applicantNik: nik,
        answers: answers as never,
      })
    expect(await same(bima.nik, within)).toBeUndefined()
    const mother = await person(sekar.nik)
    const alone = { ...within, moving: 'part', movers: [mother.id], newHead: mother.id }
    const { caseId } = await gone(moveWithin, sekar.nik, alone, [])
    expect((await same(bima.nik, within))?.caseNumber).toBe((await caseRow(caseId)).number)
    const father = await person(bima.nik)
    expect(await same(bima.nik, { ...within, moving: 'part', movers: [father.id] })).toBeUndefined()
    await rows(`update services.case set closed_at = now(), once_key = null where id = $1`, [caseId])
    const settled = await gone(moveWithin, sekar.nik, within)
    expect((await same(bima.nik, within))?.text.id).toContain('sudah memuat alamat ini')
    expect(await settled.walk.follow(settled.caseId, ['cancel'])).toBe(1)
  })

  it('into a neighbourhood that was closed after the report is refused at the signature, with the reason', async () => {
    const answers = { ...within, newAddress: { ...home, rt: '007' } }
    const { walk, caseId } = await walks.applied(moveWithin, sekar.nik, answers)
    await walk.follow(caseId, ['forward', 'accept'])
    const close = (closed: string | null, why: string | null) =>
      rows(
        `update territory.neighbourhood set closed_on = $1, closed_reason = $2 where village_code = $3 and rw = '004' and rt = '007'`,
        [closed, why, home.area],
      )
    await close('2030-01-11', 'tanah bergerak')
    const error = await errorOf(walk.follow(caseId, ['sign']))
    expect(error.fields[0]).toMatchObject({
      path: 'newAddress',
      message: { id: expect.stringContaining('tanah bergerak') },
    })
    expect(await papers(caseId)).toEqual([])
    await close(null, null)
    expect(await walk.follow(caseId, ['sign'])).toBe(1)
  })
})

describe('a move to another region by letter', () => {
  const out = {
    moving: 'part',
    movers: [] as string[],
    goesTo: 'region',
    toAddress: { street: 'Jalan Teratai 2', rt: '001', rw: '004', area: '32.73.01.1001' },
    reason: 'work',
    ...common,
  }
  let caseId: string
  let walk: CaseWalk

  it('takes the head away with the signature; those who stay have a card under a new head', async () => {
    const [father, mother] = [await person(bima.nik), await person(sekar.nik)]
    ;({ caseId, walk } = await gone(moveOut, bima.nik, { ...out, movers: [father.id], remainingHead: mother.id }))
    expect((await person(bima.nik)).status).toBe('moved')
    expect((await cardOf(sekar.nik)).members).toEqual([`${sekar.name}: head`, `${arka.name}: child`])
    expect((await papers(caseId)).toSorted()).toEqual(['Kartu Keluarga, versi', 'Surat Keterangan Pindah WNI'])
    expect(await transfers(caseId)).toEqual([
      {
        direction: 'out',
        channel: 'letter',
        state: 'settled',
        number: expect.stringMatching(/^SKPWNI\/9901\/11012030\/\d{4}$/),
      },
    ])
  })

  it('that was not used is taken back', async () => {
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect((await person(bima.nik)).status).toBe('active')
    expect((await cardOf(sekar.nik)).members[0]).toBe(`${bima.name}: head`)
    expect((await transfers(caseId))[0]?.state).toBe('cancelled')
  })

  it('abroad: everybody leaves, the card is no longer; back home they return under their NIK', async () => {
    const asep = '9901021706900001'
    const father = await person(asep)
    const familyId = father.familyId as string
    const abroad = {
      moving: 'all',
      goesTo: 'abroad',
      country: 'Jepang',
      abroadAddress: 'Yokohama',
      longStay: 'yes',
      reason: 'work',
      ...common,
    }
    const left = await gone(moveOut, asep, abroad)
    expect((await getFamily(read(), familyId)).status).toBe('moved')
    expect(await papers(left.caseId)).toEqual(['Surat Keterangan Pindah Luar Negeri'])
    const back = {
      comesFrom: 'abroad',
      country: 'Jepang',
      passportFile: ['x'],
      arrivals: [
        {
          nik: asep,
          name: 'Asep Gumilar',
          sex: 'male',
          birthPlace: 'Arunika',
          birthOn: '1990-06-17',
          religion: 'islam',
          education: 'none',
          marital: 'married',
          relation: 'head',
        },
      ],
      destination: 'own',
      newAddress: home,
      ...common,
    }
    await gone(moveIn, sekar.nik, back)
    const returned = await person(asep)
    expect(returned).toMatchObject({ id: father.id, status: 'active', education: father.education })
    expect((await cardOf(asep)).members).toEqual(['Asep Gumilar: head'])
  })
})

describe('a move to a region that settles moves electronically', () => {
  it('sends a package and leaves everybody active here until that region has registered them', async () => {
    const { keys } = ownKeys({ key: () => Buffer.alloc(32, 9) })
    await rows(
      `insert into population.peer (region_code, name, base_url, keys, fingerprint, state, added_by, added_at, changed_by, changed_at)
       values ('32.74', 'Kabupaten Senjakala', 'https://senjakala.example', $1, $2, 'active', 'Yusuf', now(), 'Yusuf', now())`,
      [JSON.stringify(keys), await fingerprintOf(keys)],
    )
    const out = {
      moving: 'all',
      goesTo: 'region',
      toAddress: { street: 'Jalan Teratai 2', rt: '001', rw: '004', area: '32.74.01.1001' },
      reason: 'work',
      ...common,
    }
    const { caseId, walk } = await gone(moveOut, sekar.nik, out)
    expect((await person(sekar.nik)).status).toBe('active')
    expect(await papers(caseId)).toEqual(['Surat Keterangan Pindah WNI'])
    expect(await transfers(caseId)).toEqual([
      { direction: 'out', channel: 'peer', state: 'drafted', number: expect.stringMatching(/^SKPWNI/) },
    ])
    expect((await errorOf(gone(moveOut, bima.nik, out))).code).toBe('conflict')
    // Nobody is let go of by this side alone: the other region has to say that it has not registered them.
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect((await transfers(caseId))[0]?.state).toBe('withdrawing')
    expect((await person(sekar.nik)).status).toBe('active')
  })
})

describe('an arrival with a letter', () => {
  const arrival = {
    ...moveIn.golden[0]?.answers,
    movedOn: '2030-01-10',
    letterOn: '2030-01-02',
    letterNumber: 'SKPWNI/9802/02012030/0012',
  }
  let caseId: string
  let walk: CaseWalk

  it('enters them with the NIK they bring and gives them a card', async () => {
    ;({ caseId, walk } = await gone(moveIn, sekar.nik, arrival))
    const card = await cardOf('9802010203880001')
    expect(card.members).toEqual(['Dadang Suhendar: head', 'Lilis Suhendar: child'])
    expect(card.kk).toMatch(/^990104/)
    expect(await papers(caseId)).toEqual(['Kartu Keluarga, versi'])
  })

  it('is handed in once', async () => {
    const attempt = gone(moveIn, sekar.nik, {
      ...arrival,
      arrivals: [{ ...(arrival as never as { arrivals: object[] }).arrivals[0], nik: '9802010203880077' }],
    })
    const error = await errorOf(attempt)
    expect(error.fields[0]?.path).toBe('letterNumber')
  })

  it('on a false letter is taken back: they are void and the card ends', async () => {
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect((await person('9802010203880001')).status).toBe('void')
    expect((await transfers(caseId))[0]?.state).toBe('cancelled')
  })
})
