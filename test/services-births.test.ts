import { describe, expect, it, vi } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import { getPerson } from '../src/modules/people/index.ts'
import type { CaseWalk } from '../src/modules/services/demo/walk.ts'
import { birthCertificate } from '../src/services/birth-certificate/definition.ts'
import { errorOf } from './acting.ts'
import { bornInHospital } from './civil-answers.ts'
import { issued, type Path, walkServices } from './walks.ts'

/** Births of every kind, from the report to the papers and back. */
const { read, rows, papers, person, cardOf, stateOf, ...walks } = walkServices()
const { sekar, bima } = demoPeople
const applied = (nik: string, given: object) => walks.applied(birthCertificate, nik, given)
const gone = (nik: string, given: object, path: Path) => walks.gone(birthCertificate, nik, given, path)
const births = (caseId: string) =>
  rows<{ number: string; kind: string; person_id: string; event_id: string; voided: boolean; body: BodyRow }>(
    'select *, voided_at is not null as voided from population.birth where case_id = $1 order by number',
    [caseId],
  )
interface BodyRow {
  name: string
  order?: number
  bornOn: string
  citizenship: string
  remarks: string[]
}
async function card(nik: string) {
  const found = await cardOf(nik)
  return { version: found.version, members: found.members.map((member) => `${member.name}: ${member.relation}`) }
}
const answers = { ...bornInHospital, childName: 'Melati Ayu Prasetyo', birthOn: '2030-01-08' }

describe('twins', () => {
  const twins = {
    ...answers,
    birthKind: 'twin',
    siblings: [{ name: 'Damar Bayu Prasetyo', sex: 'male', time: '00:10', bornOn: '2030-01-09', weight: 2.5 }],
  }
  let caseId: string
  let walk: CaseWalk
  let before: Awaited<ReturnType<typeof card>>

  it('come of one report as two certificates, two NIKs and one new card', async () => {
    before = await card(sekar.nik)
    ;({ walk, caseId } = await gone(sekar.nik, twins, issued))
    const [first, second] = await births(caseId)
    expect([first?.number, second?.number]).toEqual(['9901-LU-11012030-0001', '9901-LU-11012030-0002'])
    expect(first?.event_id).toBe(second?.event_id)
    expect([first?.body.order, second?.body.order, second?.body.bornOn]).toEqual([2, 3, '2030-01-09'])
    const after = await card(sekar.nik)
    expect(after.version).toBe(before.version + 1)
    expect(after.members).toEqual([...before.members, 'Melati Ayu Prasetyo: child', 'Damar Bayu Prasetyo: child'])
    expect(await papers(caseId)).toEqual([
      'Kutipan Akta Kelahiran',
      'Kutipan Akta Kelahiran',
      `Kartu Keluarga, versi ${after.version}`,
      'Kartu Identitas Anak',
      'Kartu Identitas Anak',
    ])
    const ordered = await rows('select 1 from population.identity_card where case_id = $1 and state = $2', [
      caseId,
      'queued',
    ])
    expect(ordered).toHaveLength(2)
  })

  it('are announced, and the parents told of each child once', async () => {
    const [first] = await births(caseId)
    const told = await vi.waitFor(
      async () => {
        const found = await rows<{ title: string; body: string }>(
          `select m.title, m.body from messaging.message m join accounts.account a on a.id = m.account_id
           where a.person_id = $1 and m.title like 'Langkah berikutnya%' order by m.title`,
          [(await person(sekar.nik)).id],
        )
        expect(found).toHaveLength(2)
        return found
      },
      { timeout: 20_000, interval: 200 },
    )
    expect(told.map((row) => row.title)).toEqual([
      'Langkah berikutnya untuk Damar Bayu Prasetyo',
      'Langkah berikutnya untuk Melati Ayu Prasetyo',
    ])
    expect(told[1]?.body).toContain('5 Februari 2030')
    const events = await rows<{ payload: { registerNumber: string; bornOn: string } }>(
      `select payload from journal.event where name = 'population.child-registered.v1' and subject_id = $1`,
      [first?.person_id],
    )
    expect(events.map((event) => event.payload)).toMatchObject([
      { registerNumber: '9901-LU-11012030-0001', bornOn: '2030-01-08' },
    ])
  })

  it('reported at another counter too are refused there, with the number of the file that was first', async () => {
    const second = await applied(bima.nik, {
      ...answers,
      childName: 'MELATI AYU  PRASETYO',
      informantRelation: 'father',
    })
    expect(await second.walk.follow(second.caseId, ['forward', 'accept'])).toBe(2)
    const error = await errorOf(second.walk.follow(second.caseId, ['sign']))
    const [first] = await rows<{ number: string }>('select number from services.case where id = $1', [caseId])
    expect(error.code).toBe('conflict')
    expect(error.params).toMatchObject({ file: first?.number, number: '9901-LU-11012030-0001' })
    expect(await births(second.caseId)).toEqual([])
    expect(await stateOf(second.caseId)).toBe('signing')
  })

  it('with an error in the second name are put right: register, card, certificate, but not the NIK', async () => {
    const path: Path = [
      { verb: 'report-error', findings: { reportedError: 'Nama adiknya Dimas, bukan Damar.' } },
      { verb: 'propose-correction', findings: { correctChild: 2, correctName: 'Dimas Bayu Prasetyo' } },
      'sign-correction',
    ]
    const [, before] = await births(caseId)
    const nikBefore = (await getPerson(read(), before?.person_id as string)).nikSealed
    expect(await walk.follow(caseId, path)).toBe(3)
    const after = await getPerson(read(), before?.person_id as string)
    expect(after.fullName).toBe('Dimas Bayu Prasetyo')
    expect(after.nikSealed).toEqual(nikBefore)
    expect((await card(sekar.nik)).members.at(-1)).toBe('Dimas Bayu Prasetyo: child')
    const [first, second] = await births(caseId)
    expect([first?.body.name, second?.body.name]).toEqual(['Melati Ayu Prasetyo', 'Dimas Bayu Prasetyo'])
    expect(second?.body.remarks.at(-1)).toContain('pembetulan akta')
    expect((await papers(caseId)).filter((title) => title.endsWith('(no longer)'))).toHaveLength(2)
  })

  it('that a court voids leave register and card as they were; the certificates no longer hold', async () => {
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect((await births(caseId)).every((row) => row.voided)).toBe(true)
    const cards = await rows<{ state: string }>('select state from population.identity_card where case_id = $1', [
      caseId,
    ])
    expect(cards.map((card) => card.state)).toEqual(['cancelled', 'cancelled'])
    expect((await card(sekar.nik)).members).toEqual(before.members)
    const stand = (await papers(caseId)).filter((title) => !title.endsWith('(no longer)'))
    expect(stand.map((title) => title.replace(/ \d+$/, ''))).toEqual([
      'Kartu Keluarga, versi',
      expect.stringMatching(/^Pembatalan akta kelahiran/i),
    ])
    const { caseId: again } = await gone(sekar.nik, { ...answers, childName: 'Melati Ayu Prasetyo' }, issued)
    expect((await births(again))[0]?.number).toBe('9901-LU-11012030-0003')
  })
})

describe('a late report', () => {
  it('needs the decision of the head of office, which the certificate names', async () => {
    const late = { ...answers, childName: 'Rangga Wira Prasetyo', childSex: 'male', birthOn: '2026-05-02' }
    const { walk, caseId } = await applied(sekar.nik, late)
    expect(await walk.follow(caseId, ['forward', 'accept-late', 'approve-late', 'sign'])).toBe(4)
    const [entry] = await births(caseId)
    expect(entry?.kind).toBe('LT')
    const [decision] = await rows<{ number: string }>(
      `select number from documents.issued where source_id = $1 and title like 'Keputusan pencatatan%'`,
      [caseId],
    )
    expect(entry?.body.remarks[0]).toContain(decision?.number)
  })

  it('cannot go to the signature without it, and a report in time cannot ask for it', async () => {
    const late = await applied(sekar.nik, { ...answers, childName: 'Anak Terlambat Lain', birthOn: '2027-05-02' })
    await late.walk.follow(late.caseId, ['forward'])
    expect((await errorOf(late.walk.follow(late.caseId, ['accept']))).code).toBe('wrong-state')
    const timely = await applied(sekar.nik, { ...answers, childName: 'Anak Tepat Waktu' })
    await timely.walk.follow(timely.caseId, ['forward'])
    expect((await errorOf(timely.walk.follow(timely.caseId, ['accept-late']))).code).toBe('wrong-state')
  })
})

describe('other births', () => {
  it('of a foreign father is Indonesian and has both nationalities for a time', async () => {
    const mixed = {
      ...answers,
      childName: 'Hana Sekar Watanabe',
      birthOn: '2029-12-30',
      foreignParent: 'father',
      fatherName: 'Kenji Watanabe',
      foreignNationality: 'Jepang',
      foreignPassport: 'TZ1234567',
      passportCopy: ['x'],
    }
    const { caseId } = await gone(sekar.nik, mixed, issued)
    const [entry] = await births(caseId)
    const child = await getPerson(read(), entry?.person_id as string)
    expect(child).toMatchObject({ citizenship: 'WNI', fatherName: 'Kenji Watanabe', fatherId: undefined })
    expect(entry?.body.remarks[0]).toContain('ganda terbatas sampai umur 18 tahun')
  })

  it('abroad gives a letter of report and a NIK, not a certificate', async () => {
    const abroad = {
      birthCase: 'abroad',
      childName: 'Kaori Ayu Prasetyo',
      childSex: 'female',
      birthOn: '2028-03-02',
      birthPlace: 'Osaka',
      birthCountry: 'Jepang',
      birthKind: 'single',
      childOrder: 3,
      informantRelation: 'mother',
      phone: '081234567890',
      foreignNumber: '2028-118',
      foreignCertificate: ['x'],
    }
    const { caseId } = await gone(sekar.nik, abroad, issued)
    expect((await births(caseId))[0]?.number).toMatch(/^9901-LN-11012030-\d{4}$/)
    expect((await papers(caseId))[0]).toBe('Surat Keterangan Pelaporan Kelahiran di Luar Negeri')
    expect((await card(sekar.nik)).members).toContain('Kaori Ayu Prasetyo: child')
  })

  it('of a foundling joins the card of the family that took it in, without parents', async () => {
    const found = {
      birthCase: 'foundling',
      childName: 'Cahaya Pagi',
      childSex: 'male',
      birthOn: '2030-01-05',
      birthPlace: 'Arunika',
      carerKind: 'own-family',
      informantRelation: 'finder',
      phone: '081234567890',
      foundOn: '2030-01-06',
      foundWhere: 'Teras puskesmas Karangjati',
      foundlingProof: 'police',
      policeMinutes: ['x'],
      policeNumber: 'BA/12/I/2030/Reskrim',
    }
    const asep = '9901021706900001'
    const { caseId } = await gone(asep, found, issued)
    const [entry] = await births(caseId)
    const child = await getPerson(read(), entry?.person_id as string)
    expect(child).toMatchObject({
      motherId: undefined,
      motherName: undefined,
      citizenship: 'WNI',
      familyRelation: 'other',
    })
    expect((await card(asep)).members.at(-1)).toBe('Cahaya Pagi: other')
  })
})
