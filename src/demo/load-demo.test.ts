import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { findPersonByNik, findSpouse, nikPlausibility, openNik, type Sex } from '#modules/people/index.ts'
import { seedRules } from '#modules/rules/index.ts'
import { publishShipped } from '#modules/services/index.ts'
import { installTemplates } from '#modules/templates/index.ts'
import { installedParts } from '../install.ts'
import { shippedServices } from '../services/index.ts'
import { demoBirths, demoPeople, knownFamilies } from './known-people.ts'
import { loadDemo } from './load-demo.ts'

const now = Temporal.Instant.from('2026-11-23T02:00:00Z')
let place: TestTenant
let owner: pg.Client

async function load(at: TestTenant, seed = 'arunika', walks = 2) {
  const client = new pg.Client({ connectionString: at.ownerUrl })
  await client.connect()
  // What `migrate` leaves behind, but for the areas of the whole country.
  await seedRules(client)
  await publishShipped(client, shippedServices, installedParts())
  await installTemplates(client)
  await client.end()
  return loadDemo({ tenant: at.tenant, ownerUrl: at.ownerUrl, config: at.config, people: 500, seed, walks, now })
}

beforeAll(async () => {
  place = await testTenant()
  await load(place)
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
}, 240_000)
afterAll(async () => {
  await owner.end()
  await place.close()
})

/** Everything but what is sealed, which differs by its random IV; the NIKs are in by their fingerprint. */
async function checksum(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const hash = createHash('sha256')
  for (const table of [
    'territory.area',
    'territory.boundary',
    'territory.street',
    'people.person',
    'people.family',
    'people.nik_sequence',
    'organization.unit',
    'organization.position',
    'organization.official',
    'organization.assignment',
  ]) {
    const { rows } = await client.query(
      `select (to_jsonb(t) - 'nik_sealed' - 'kk_number_sealed')::text as line from ${table} t order by 1`,
    )
    for (const row of rows) hash.update(row.line)
  }
  await client.end()
  return hash.digest('hex')
}

async function count(query: string): Promise<number> {
  return Number((await owner.query(`select count(*) as count from (${query}) found`)).rows[0].count)
}

describe('the demo region', () => {
  it('is the same for the same seed and day, and another one for another seed', async () => {
    // Without files that were walked through the desks: whom those enter is numbered as anybody is, by chance.
    const places = [await testTenant(), await testTenant(), await testTenant()] as const
    try {
      const [first, again, other] = places
      await load(first, 'arunika', 0)
      await load(again, 'arunika', 0)
      await load(other, 'lain', 0)
      const sum = await checksum(first.ownerUrl)
      expect(await checksum(again.ownerUrl)).toBe(sum)
      expect(await checksum(other.ownerUrl)).not.toBe(sum)
    } finally {
      for (const each of places) await each.close()
    }
  }, 240_000)

  it('loaded again stays as it is', async () => {
    const before = await checksum(place.ownerUrl)
    expect(await load(place)).toEqual({})
    expect(await checksum(place.ownerUrl)).toBe(before)
    expect(place.tenant.profile).toMatchObject({ shortName: 'Kabupaten Arunika', isDemo: true })
  })

  it('has every index and foreign key that the migrations made', async () => {
    const empty = await testTenant()
    const structure = `select conname as name, pg_get_constraintdef(oid) as text from pg_constraint where connamespace = 'people'::regnamespace
      union all select indexname, indexdef from pg_indexes where schemaname = 'people' order by 1, 2`
    const fresh = new pg.Client({ connectionString: empty.ownerUrl })
    await fresh.connect()
    try {
      expect((await owner.query(structure)).rows).toEqual((await fresh.query(structure)).rows)
    } finally {
      await fresh.end()
      await empty.close()
    }
  })
})

describe('the walks through every service', () => {
  it('are there, and nothing of them happens later than the day of loading', async () => {
    const { rows } = await owner.query<{ service_id: string }>('select distinct service_id from services.case')
    const without = shippedServices.map(({ id }) => id).filter((id) => !rows.some((row) => row.service_id === id))
    // Among five hundred people nobody may be free to marry outside the KUA, have a couple or a child as the example has,
    // or hold a paper or an entry to be changed.
    const needsMore = [
      'marriage',
      'marriage-annulment',
      'family-card-new',
      'child-identity-card',
      'document-reissue',
      'certificate-correction',
      'certificate-cancellation',
    ]
    expect(without.filter((id) => !needsMore.includes(id))).toEqual([])
    const late = `> '${now.toString()}'`
    expect(await count(`select 1 from services.step where at ${late}`)).toBe(0)
    expect(await count(`select 1 from services.appointment where decided_at ${late}`)).toBe(0)
    expect(await count(`select 1 from services.case where greatest(submitted_at, entered_at, closed_at) ${late}`)).toBe(
      0,
    )
  })
})

describe('letters of the past', () => {
  it('are signed with certificates that held on their day', async () => {
    const signed = `from documents.issued i join documents.signature s on s.document_id = i.id
      join documents.signing_certificate c on c.serial = s.certificate_serial
      join documents.authority a on a.id = c.authority_id`
    expect(await count(`select i.id ${signed}`)).toBeGreaterThan(5)
    expect(await count(`select i.id ${signed} where i.issued_at < greatest(c.valid_from, a.valid_from)`)).toBe(0)
  })
})

describe('families', () => {
  it('have exactly one head, who is the head that the card names', async () => {
    expect(
      await count(`select f.id from people.family f left join people.person p
        on p.family_id = f.id and p.family_relation = 'head' and p.status = 'active'
        where f.status = 'active' group by f.id having count(p.id) <> 1 or bool_or(p.id <> f.head_person_id)`),
    ).toBe(0)
  })

  it('have children at least fourteen years younger than their mother', async () => {
    const born = `from people.person c join people.person m on m.id = c.mother_person_id`
    expect(await count(`select c.id ${born}`)).toBeGreaterThan(100)
    expect(await count(`select c.id ${born} where c.birth_on < m.birth_on + interval '14 years'`)).toBe(0)
  })

  it('have no child of a dead mother, and no spouse married as a minor', async () => {
    expect(
      await count(`select c.id from people.person c join people.person m on m.id = c.mother_person_id
        where m.died_on < c.birth_on`),
    ).toBe(0)
    // Who married by an event had the dispensation of a court.
    expect(
      await count(`select id from people.person p where married_on < birth_on + interval '19 years'
        and not exists (select 1 from people.change c where c.person_id = p.id)`),
    ).toBe(0)
  })

  it('live in villages that exist, with spouses who share a marriage certificate', async () => {
    expect(
      await count(
        `select id from people.family where village_code not in (select code from territory.area where level = 'village' and own)`,
      ),
    ).toBe(0)
    expect(
      await count(`select marriage_certificate_number from people.person where marriage_certificate_number is not null
        group by 1 having count(*) > 2 or (count(*) = 2 and count(distinct sex) = 1)`),
    ).toBe(0)
  })
})

describe('numbers', () => {
  it('NIKs agree with birth date and sex, and no two are the same', async () => {
    // Who moved in brought a number of another region.
    const { rows } = await owner.query(`select nik_sealed, birth_on::text, sex from people.person p
      where not exists (select 1 from people.change c where c.person_id = p.id and c.entered)`)
    const seen = new Set<string>()
    for (const row of rows) {
      const nik = openNik(place.tenant, { nikSealed: row.nik_sealed })
      expect(nik).toMatch(/^99010[1-8]\d{10}$/)
      expect(nikPlausibility(nik, { birthOn: row.birth_on, sex: row.sex as Sex })).toEqual([])
      seen.add(nik)
    }
    expect(seen.size).toBe(rows.length)
  })

  it('are all noted in the sequences, so that the next one is free', async () => {
    const { rows } =
      await owner.query(`select nik_sealed from people.person p where not exists (select 1 from people.change c
      join people.event e on e.id = c.event_id where c.person_id = p.id and c.entered and e.kind = 'move-in')`)
    const { rows: sequences } = await owner.query('select prefix, last from people.nik_sequence')
    const last = new Map(sequences.map((row) => [row.prefix, row.last]))
    for (const row of rows) {
      const nik = openNik(place.tenant, { nikSealed: row.nik_sealed })
      expect(last.get(nik.slice(0, 12))).toBeGreaterThanOrEqual(Number(nik.slice(12)))
    }
    // Free for the baby of the guide.
    expect(last.has('990102601126')).toBe(false)
  })
})

describe('known people', () => {
  it('are in the register under their NIK', async () => {
    for (const person of Object.values(demoPeople)) {
      expect((await findPersonByNik(place.tenant, place.tenant.pools.read, person.nik))?.fullName).toBe(person.name)
    }
  })

  it('Sekar is married to Bima and their second child is not registered yet', async () => {
    const db = place.tenant.pools.read
    const sekar = await findPersonByNik(place.tenant, db, demoPeople.sekar.nik)
    expect(sekar && (await findSpouse(db, sekar))?.fullName).toBe('Bima Prasetyo')
    expect(demoBirths[0]?.mother).toEqual(demoPeople.sekar)
    expect(demoBirths).toHaveLength(15)
    for (const { mother, birth } of demoBirths) {
      const person = await findPersonByNik(place.tenant, db, mother.nik)
      const born = Temporal.PlainDate.from('2026-11-23').subtract({ days: birth.daysAgo }).toString()
      expect(
        await count(`select 1 from people.person where mother_person_id = '${person?.id}' and birth_on >= '${born}'`),
      ).toBe(0)
    }
  })

  it('have numbers after the rules of NIK and KK', () => {
    for (const family of knownFamilies) {
      const [year, month, day] = family.numberedOn.split('-')
      const district = family.villageCode.slice(0, 8).replaceAll('.', '')
      expect(family.kkNumber).toBe(`${district}${day}${month}${year?.slice(2)}0001`)
      for (const member of family.members) {
        expect(nikPlausibility(member.nik, member)).toEqual([])
        expect(member.nik.startsWith(district)).toBe(true)
      }
    }
  })
})

describe('offices', () => {
  it('never have two definitive holders of one post on one day, nor one official in two posts of one kind', async () => {
    expect(
      await count(`select 1 from organization.assignment a join organization.assignment b
        on a.position_id = b.position_id and a.id < b.id and a.manner = 'definitif' and b.manner = 'definitif'
        and daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')`),
    ).toBe(0)
  })

  it('are headed, checked and received for by the people of the guide', async () => {
    const { rows } = await owner.query(
      `select o.display_name, u.path, array_agg(pr.role_key order by pr.role_key) as roles
      from organization.official o join people.person n on n.id = o.person_id
      join organization.assignment a on a.official_id = o.id join organization.position p on p.id = a.position_id
      join organization.unit u on u.id = p.unit_id join organization.position_role pr on pr.position_id = p.id
      where n.nik_print = any($1) group by 1, 2 order by 1`,
      [
        ['wening', 'laras', 'bagas', 'ratih', 'yusuf', 'kartika'].map((key) =>
          place.tenant.cipher.fingerprint(demoPeople[key as 'wening'].nik, 'people.person.nik'),
        ),
      ],
    )
    expect(rows).toEqual([
      { display_name: 'Bagas Nugraha, S.IP.', path: 'disdukcapil.upt-mekarsari', roles: ['front-office'] },
      {
        display_name: 'Dr. Wening Hapsari, M.Si.',
        path: 'disdukcapil',
        roles: ['import-approver', 'move-approver', 'signer', 'unit-head'],
      },
      { display_name: 'Laras Prameswari, S.Sos.', path: 'disdukcapil', roles: ['national-settler', 'verifier'] },
      { display_name: 'Ni Luh Ayu Kartika, S.E., M.Ak.', path: 'inspektorat', roles: ['auditor'] },
      { display_name: 'Ratih Kusumaningrum, S.Kom.', path: 'disdukcapil', roles: ['register-officer'] },
      { display_name: 'Yusuf Maulana, S.Kom.', path: 'pemerintah', roles: ['administrator'] },
    ])
    expect(
      await count(
        `select 1 from organization.assignment where decree_number = '821.2/17/2025' and manner = 'definitif'`,
      ),
    ).toBe(1)
  })

  it('have acting holders, one of them until next week, and a post that nobody holds', async () => {
    expect(await count(`select 1 from organization.assignment where manner = 'plt' and valid_to = '2026-11-30'`)).toBe(
      1,
    )
    expect(
      await count(
        `select 1 from organization.assignment where manner = 'plh' and '2026-11-23' between valid_from and valid_to`,
      ),
    ).toBe(1)
    expect(
      await count(`select 1 from organization.position p where title = 'Kepala Bidang Penagihan dan Pengawasan'
        and not exists (select 1 from organization.assignment a where a.position_id = p.id)`),
    ).toBe(1)
  })
})
