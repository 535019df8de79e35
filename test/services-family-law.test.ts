import { describe, expect, it } from 'vitest'
import { familyCardSnapshot, getPerson, type Person } from '../src/modules/people/index.ts'
import type { CaseWalk } from '../src/modules/services/demo/walk.ts'
import { decideConsent } from '../src/modules/services/testing.ts'
import { childAdoption } from '../src/services/child-adoption/definition.ts'
import { childLegitimation } from '../src/services/child-legitimation/definition.ts'
import { childRecognition } from '../src/services/child-recognition/definition.ts'
import { divorce } from '../src/services/divorce/definition.ts'
import { marriage } from '../src/services/marriage/definition.ts'
import { marriageAnnulment } from '../src/services/marriage-annulment/definition.ts'
import { marriageKua } from '../src/services/marriage-kua/definition.ts'
import { refused } from './acting.ts'
import { blessed, married, spouseHere } from './civil-answers.ts'
import { issued, type Path, walkServices } from './walks.ts'

/** Marriage, divorce and what follows for children, walked by the people of the demo who hold the posts. */
const walks = walkServices()
const { world, acting, read, rows, applied, gone, stateOf, entryOf, papers, again, nikOf, find, free } = walks
const cardOf = async (one: Person) => {
  const { familyId } = await again(one)
  if (!familyId) return []
  const card = await familyCardSnapshot(world.tenant, read(), familyId)
  return card.members.map((member) => `${member.name}: ${member.relation}, ${member.maritalStatus}`)
}
const toHere = (spouse: Person) => spouseHere(nikOf(spouse), spouse.fullName)

describe('a marriage', () => {
  let caseId: string
  let walk: CaseWalk
  let groom: Person
  let bride: Person

  it('is announced, attended and signed: both married, a card of their own, one extract for each', async () => {
    groom = await free('male')
    bride = await free('female')
    const before = (await cardOf(groom)).length
    const home = { home: 'new', newAddress: { street: 'Jalan Baru 1', rt: '001', rw: '002', area: '99.01.01.1001' } }
    ;({ caseId, walk } = await gone(marriage, nikOf(groom), { ...blessed, ...toHere(bride), ...home }, married))
    expect(await stateOf(caseId)).toBe('issued')
    const [extract] = await rows<{ data: Buffer }>(
      `select data from documents.issued where source_id = $1 and template = 'civil-certificate' limit 1`,
      [caseId],
    )
    const printed = world.tenant.cipher.openJson<{ photo?: { type: string } }>(
      extract?.data as Buffer,
      'documents.issued.data',
    )
    expect(printed.photo?.type).toBe('image/jpeg')
    expect(await cardOf(groom)).toEqual([`${groom.fullName}: head, married`, `${bride.fullName}: wife, married`])
    expect(await again(groom)).toMatchObject({ spouseId: bride.id, marriedOn: '2030-01-05' })
    const number = (await again(bride)).marriageCertificateNumber
    expect(number).toMatch(/^9901-KW-\d{8}-0001$/)
    expect(await entryOf(caseId)).toMatchObject({ number, is_late: false, voided: false, roles: ['husband', 'wife'] })
    const given = await papers(caseId)
    expect(given.slice(0, 2)).toEqual(['Kutipan Akta Perkawinan untuk suami', 'Kutipan Akta Perkawinan untuk istri'])
    expect(given.filter((title) => title.startsWith('Kartu Keluarga, versi')).length).toBeGreaterThanOrEqual(2)
    expect(before).toBeGreaterThan(1)
  })

  it('is not recorded a second time, with whomever', async () => {
    const another = await free('female')
    const second = await applied(marriage, nikOf(another), { ...blessed, ...toHere(groom), home: 'mine' })
    expect(await refused(second.walk.follow(second.caseId, married))).toBe('conflict')
    expect(await papers(second.caseId)).toEqual([])
  })

  it('with a wrong day is corrected, and when a court voids it everybody stands where he stood', async () => {
    const path: Path = [
      { verb: 'report-error', findings: { reportedError: 'Pemberkatan tanggal 4, bukan 5.' } },
      { verb: 'propose-correction', findings: { correctMarriedOn: '2030-01-04' } },
      'sign-correction',
    ]
    expect(await walk.follow(caseId, path)).toBe(3)
    expect((await again(bride)).marriedOn).toBe('2030-01-04')
    expect((await papers(caseId)).slice(0, 2)).toEqual([
      'Kutipan Akta Perkawinan untuk suami (no longer)',
      'Kutipan Akta Perkawinan untuk istri (no longer)',
    ])
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    for (const one of [groom, bride]) {
      expect(await again(one)).toMatchObject({ maritalStatus: 'single', familyId: one.familyId })
      expect((await again(one)).spouseId).toBeUndefined()
      expect((await again(one)).marriedOn).toBeUndefined()
    }
    expect((await entryOf(caseId))?.voided).toBe(true)
    const stand = (await papers(caseId)).filter((title) => !title.endsWith('(no longer)'))
    expect(stand.some((title) => title.startsWith('Kutipan'))).toBe(false)
    expect(stand.filter((title) => title.startsWith('Kartu Keluarga')).length).toBe(2)
  })

  it('is on the notice board while it is announced, by name and village, and off it once withdrawn', async () => {
    const groom = await free('male')
    const bride = await free('female')
    const answers = { ...blessed, ...toHere(bride), home: 'stay' }
    const { caseId, walk } = await gone(marriage, nikOf(groom), answers, ['forward', 'accept'])
    expect(await stateOf(caseId)).toBe('announcing')
    const board = async (query = '') => (await fetch(`${world.url}/pengumuman-perkawinan${query}`)).text()
    expect(await board(`?q=${encodeURIComponent(groom.fullName.slice(0, 6))}`)).toContain(bride.fullName)
    expect(await board()).not.toContain(nikOf(bride))
    expect(await board('?q=%25%25%25zz')).toContain('Tidak ada pengumuman dengan nama itu')
    await walk.withdraw(caseId)
    expect(await board()).not.toContain(bride.fullName)
  })

  it('whose other half agrees in the own account is sent only then, and neither has to come', async () => {
    const groom = await free('male')
    const bride = await free('female')
    const her = await acting.citizen(nikOf(bride))
    const answers = {
      ...blessed,
      spouseKind: 'here',
      confirmBy: 'account',
      spouseNik: nikOf(bride),
      spouseName: bride.fullName,
      noticeWaived: 'yes',
      noticeWaiver: ['x'],
      home: 'mine',
    }
    const { walk, caseId: id } = await applied(marriage, nikOf(groom), answers)
    expect(await stateOf(id)).toBeUndefined()
    expect(await acting.run(decideConsent, { draftId: id, agrees: true }, her)).toMatchObject({ sent: true })
    expect(await walk.follow(id, issued)).toBe(3)
    expect(await again(bride)).toMatchObject({ familyId: groom.familyId, spouseId: groom.id })
  })

  it('of two of one family is refused by the register', async () => {
    const brother = await free('male')
    const other = await free('female')
    await rows('update people.person set mother_person_id = $2 where id = any($1)', [
      [brother.id, other.id],
      (await find(`p.sex = 'female' and p.marital_status = 'married'`)).id,
    ])
    const sister = await again(other)
    const kin = await applied(marriage, nikOf(brother), { ...blessed, ...toHere(sister), home: 'stay' })
    expect(await refused(kin.walk.follow(kin.caseId, married))).toBe('conflict')
    expect((await again(sister)).maritalStatus).toBe('single')
  })

  it('with somebody from elsewhere changes only the one who is registered here', async () => {
    const bride = await free('female')
    const { caseId } = await gone(marriage, nikOf(bride), { ...marriage.golden[0]?.answers, ...blessed }, married)
    expect(await again(bride)).toMatchObject({ maritalStatus: 'married', familyId: bride.familyId })
    expect((await again(bride)).spouseId).toBeUndefined()
    expect((await entryOf(caseId))?.roles).toEqual(['wife'])
    expect((await papers(caseId)).length).toBe(3)
  })
})

const confirmed = {
  verb: 'confirm-court',
  findings: { courtCheckedBy: 'registry', courtAnswer: 'Tercantum pada SIPP pengadilan.', courtFinal: 'yes' },
}
const decided = {
  courtName: 'Pengadilan Negeri Arunika',
  decisionNumber: '87/Pdt.G/2029/PN Arn',
  decidedOn: '2029-12-01',
  finalOn: '2029-12-16',
  decision: ['x'],
  finalLetter: ['x'],
  phone: '081234567890',
  truth: true,
}
const byCourt: Path = ['forward', 'accept', confirmed, 'sign']

/** A married couple on one card with a child, in the religion given. */
async function family(religion: string): Promise<{ husband: Person; wife: Person; child: Person }> {
  const husband = await find(
    `p.family_relation = 'head' and p.sex = 'male' and p.marital_status = 'married' and exists (
       select 1 from people.person c where c.family_id = p.family_id and c.father_person_id = p.id and c.family_relation = 'child'
         and c.marital_status = 'single') and exists (
       select 1 from people.person w where w.family_id = p.family_id and w.family_relation = 'wife' and w.marital_status = 'married')`,
  )
  const members = await rows<{ id: string; family_relation: string }>(
    'select id, family_relation from people.person where family_id = $1 order by birth_on desc',
    [husband.familyId],
  )
  await rows('update people.person set religion = $2 where family_id = $1', [husband.familyId, religion])
  const of = async (relation: string) =>
    getPerson(read(), members.find((member) => member.family_relation === relation)?.id ?? '')
  return { husband: await again(husband), wife: await of('wife'), child: await of('child') }
}

describe('a divorce', () => {
  it('decided by the general court: an extract for each, she leaves with the child, a court takes it back', async () => {
    const { husband, wife, child } = await family('Kristen')
    const answers = {
      ...decided,
      court: 'general',
      spouseName: husband.fullName,
      marriageNumber: husband.marriageCertificateNumber ?? '9901-KW-01012020-0001',
      leaves: 'me',
      newAddress: { street: 'Jalan Kenanga 2', rt: '001', rw: '001', area: '99.01.01.1001' },
      children: [child.id],
    }
    const { caseId, walk } = await gone(divorce, nikOf(wife), answers, byCourt)
    expect(await cardOf(wife)).toEqual([`${wife.fullName}: head, divorced`, `${child.fullName}: child, single`])
    expect((await cardOf(husband))[0]).toBe(`${husband.fullName}: head, divorced`)
    const number = (await again(husband)).divorceCertificateNumber
    expect(number).toMatch(/^9901-CR-/)
    expect(await again(wife)).toMatchObject({ divorceCertificateNumber: number, divorcedOn: '2029-12-16' })
    expect((await papers(caseId)).map((title) => title.replace(/ \d+$/, ''))).toEqual([
      'Kutipan Akta Perceraian untuk suami',
      'Kutipan Akta Perceraian untuk istri',
      'Kartu Keluarga, versi',
      'Kartu Keluarga, versi',
    ])
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect(await again(wife)).toMatchObject({ maritalStatus: 'married', familyId: husband.familyId })
    expect((await cardOf(child)).length).toBeGreaterThanOrEqual(3)
    expect((await again(husband)).divorcedOn).toBeUndefined()
  })

  it('with the certificate of a religious court changes cards and status, without an extract of ours', async () => {
    const { husband, wife } = await family('Islam')
    const answers = {
      ...decided,
      court: 'religious',
      courtName: 'Pengadilan Agama Arunika',
      courtCertificate: ['x'],
      courtCertificateNumber: '0123/AC/2029/PA.Arn',
      spouseName: wife.fullName,
      marriageNumber: husband.marriageCertificateNumber ?? '0001/001/I/2020',
      leaves: 'spouse',
    }
    const { caseId } = await gone(divorce, nikOf(husband), answers, byCourt)
    expect(await again(wife)).toMatchObject({ divorceCertificateNumber: '0123/AC/2029/PA.Arn', familyRelation: 'head' })
    expect(await entryOf(caseId)).toMatchObject({ register: 'divorce-notice', number: expect.stringMatching(/-LC-/) })
    expect((await papers(caseId)).some((title) => title.startsWith('Kutipan'))).toBe(false)
  })

  it('whose decision the court does not know is refused by the head, who changes nothing', async () => {
    const { husband, wife } = await family('Kristen')
    const answers = { ...decided, court: 'general', spouseName: wife.fullName, marriageNumber: 'x', leaves: 'nobody' }
    const path: Path = ['forward', 'accept', 'deny-court', 'refuse']
    const { caseId } = await gone(divorce, nikOf(husband), answers, path)
    expect(await stateOf(caseId)).toBe('refused')
    expect((await again(wife)).maritalStatus).toBe('married')
  })
})

describe('a marriage recorded by the KUA', () => {
  const book = {
    bookNumber: '0123/045/I/2030',
    kuaName: 'KUA Kecamatan Mekarsari',
    marriedOn: '2030-01-05',
    book: ['x'],
    phone: '081234567890',
    truth: true,
  }
  const confirmedBook = {
    verb: 'confirm-book',
    findings: { bookCheckedBy: 'simkah', bookAnswer: 'Tercatat pada SIMKAH KUA Mekarsari.' },
  }

  it('moves her onto the card of his parents as child-in-law, with the number of the book and no extract of ours', async () => {
    const groom = await free('male', 'Islam')
    const bride = await free('female', 'Islam')
    const answers = { ...book, ...toHere(bride), home: 'mine' }
    const { caseId, walk } = await gone(marriageKua, nikOf(groom), answers, [
      'forward',
      'accept',
      confirmedBook,
      'sign',
    ])
    expect(await again(bride)).toMatchObject({
      familyId: groom.familyId,
      familyRelation: 'son-in-law',
      maritalStatus: 'married',
      marriageCertificateNumber: '0123/045/I/2030',
      spouseId: groom.id,
    })
    expect(await entryOf(caseId)).toMatchObject({ register: 'marriage-notice', number: expect.stringMatching(/-LK-/) })
    expect((await papers(caseId)).every((title) => title.startsWith('Kartu Keluarga'))).toBe(true)
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect(await again(bride)).toMatchObject({ familyId: bride.familyId, maritalStatus: 'single' })
  })
})

describe('an annulment', () => {
  it('of a marriage recorded here makes both what they were; the extracts no longer hold', async () => {
    const groom = await free('male')
    const bride = await free('female')
    const { caseId } = await gone(marriage, nikOf(groom), { ...blessed, ...toHere(bride), home: 'stay' }, married)
    const answers = {
      ...decided,
      annuls: 'marriage',
      spouseName: groom.fullName,
      decidedOn: '2030-01-06',
      finalOn: '2030-01-08',
    }
    const annulled = await gone(marriageAnnulment, nikOf(bride), answers, byCourt)
    for (const one of [groom, bride]) expect((await again(one)).maritalStatus).toBe('single')
    expect((await papers(annulled.caseId))[0]).toBe('Surat Keterangan Pembatalan Perkawinan untuk suami')
    expect((await papers(caseId)).slice(0, 2).every((title) => title.endsWith('(no longer)'))).toBe(true)
  })

  it('of a divorce marries both again, as before', async () => {
    const { husband, wife } = await family('Kristen')
    const parting = {
      ...decided,
      court: 'general',
      spouseName: husband.fullName,
      marriageNumber: 'x',
      leaves: 'nobody',
    }
    await gone(divorce, nikOf(wife), parting, byCourt)
    expect((await again(wife)).familyRelation).toBe('other')
    const answers = { ...decided, annuls: 'divorce', spouseName: husband.fullName, spouseNik: nikOf(husband) }
    await gone(marriageAnnulment, nikOf(wife), { ...answers, finalOn: '2030-01-08' }, byCourt)
    expect(await again(wife)).toMatchObject({ maritalStatus: 'married', familyRelation: 'wife', spouseId: husband.id })
    expect((await again(husband)).marriageCertificateNumber).toBe(husband.marriageCertificateNumber)
  })
})

describe('a child', () => {
  const about = (child: Person) => ({
    childNik: nikOf(child),
    childName: child.fullName,
    phone: '081234567890',
    truth: true,
  })
  /** A child of the register of whom only the mother is known. */
  async function fatherless(): Promise<Person> {
    const { child } = await family('Katolik')
    await rows('update people.person set father_person_id = null, father_name = null where id = $1', [child.id])
    return again(child)
  }

  it('is recognised by its father: certificate, note on the margin, card; and back when a court voids it', async () => {
    const child = await fatherless()
    const father = await find(`p.sex = 'male' and p.birth_on < '1995-01-01' and p.family_relation = 'head'`)
    const answers = {
      ...about(child),
      letterOn: '2030-01-07',
      letter: ['x'],
      marriageByFaith: ['x'],
      motherAgrees: 'letter',
    }
    const { caseId, walk } = await gone(childRecognition, nikOf(father), answers, issued)
    expect(await again(child)).toMatchObject({ fatherId: father.id, fatherName: father.fullName })
    expect((await papers(caseId))[0]).toBe('Kutipan Akta Pengakuan Anak')
    const notes = () =>
      rows<{ note: string; struck: boolean }>(
        'select note, voided_at is not null as struck from population.marginal_note where person_id = $1',
        [child.id],
      )
    expect(await notes()).toEqual([{ note: expect.stringContaining(father.fullName), struck: false }])
    const another = await find(`p.sex = 'male' and p.birth_on < '1995-01-01'`)
    const second = await applied(childRecognition, nikOf(another), answers)
    await second.walk.follow(second.caseId, ['forward', 'accept'])
    expect(await refused(second.walk.follow(second.caseId, ['sign']))).toBe('conflict')
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect((await again(child)).fatherId).toBeUndefined()
    expect((await notes())[0]?.struck).toBe(true)
  })

  it('is legitimated by the recorded marriage of its parents', async () => {
    const { husband, wife, child } = await family('Kristen')
    await rows('update people.person set father_person_id = null, father_name = null where id = $1', [child.id])
    await rows(
      `update people.person set married_on = '2029-12-20', marriage_certificate_number = '9901-KW-20122029-0001' where id = any($1)`,
      [[husband.id, wife.id]],
    )
    const answers = { ...about(child), bothParents: 'yes' }
    const { caseId } = await gone(childLegitimation, nikOf(wife), answers, issued)
    expect(await again(child)).toMatchObject({ fatherId: husband.id, motherId: wife.id })
    expect(await entryOf(caseId)).toMatchObject({ register: 'legitimation', roles: ['child', 'father', 'mother'] })
  })

  it('is adopted by decision of a court: on the card of its new parents, its natural parents stay', async () => {
    const { child } = await family('Buddha')
    const { husband } = await family('Buddha')
    const answers = { ...about(child), ...decided, decidedOn: '2029-12-20' }
    const { caseId, walk } = await gone(childAdoption, nikOf(husband), answers, byCourt)
    expect(await again(child)).toMatchObject({
      familyId: husband.familyId,
      familyRelation: 'child',
      motherId: child.motherId,
      fatherId: child.fatherId,
    })
    expect((await papers(caseId))[0]).toBe('Catatan Pinggir Pengangkatan Anak')
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect((await again(child)).familyId).toBe(child.familyId)
  })
})
