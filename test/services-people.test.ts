import { describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import type { CaseWalk } from '../src/modules/services/demo/walk.ts'
import { runTimers } from '../src/modules/services/testing.ts'
import { birthCertificate } from '../src/services/birth-certificate/definition.ts'
import { deathCertificate } from '../src/services/death-certificate/definition.ts'
import { informationRequest } from '../src/services/information-request/definition.ts'
import { researchPermit } from '../src/services/research-permit/definition.ts'
import { refused } from './acting.ts'
import { friday, issued, type Path, walkServices } from './walks.ts'

/** Three services with the registers they change, walked by the people of the demo who hold the posts. */
const { acting, clock, rows, applied, gone, caseRow, person, ...walks } = walkServices()
const papers = (caseId: string) =>
  walks.papers(caseId, ({ title, signer_manner }) => `${title}${signer_manner === 'seal' ? ' (seal)' : ''}`)
const cardOf = async (nik: string) =>
  (await walks.cardOf(nik)).members.map((member) => `${member.name}: ${member.relation}, ${member.maritalStatus}`)
const deathOf = (caseId: string) =>
  rows<{ number: string; is_late: boolean; place: string; voided: boolean }>(
    'select number, is_late, place, voided_at is not null as voided from population.death where case_id = $1',
    [caseId],
  )
const circumstances = {
  diedOn: '2030-01-09',
  placeKind: 'home',
  cause: 'illness',
  bodyFound: 'yes',
  phone: '081234567890',
}
const byDoctor = { proof: 'doctor', doctorLetter: ['x'], truth: true }
const ofNeighbour = (nik: string, name: string) => ({
  reporterKind: 'relative',
  deceasedNik: nik,
  deceasedName: name,
  ...circumstances,
  ...byDoctor,
})
const asep = '9901021706900001'
const advice = { verb: 'propose-refusal', findings: { refusalAdvice: 'Surat tidak menyebut nama almarhum.' } }

describe('the death of the head of a family', () => {
  const galih = '9901020211970001'
  const nastiti = '9901026301990001'
  let caseId: string
  let walk: CaseWalk

  it('gives the certificate and a card under the widow, all with one signature', async () => {
    const [head, wife] = [await person(galih), await person(nastiti)]
    const answers = { reporterKind: 'family', deceasedMember: head.id, newHead: wife.id, ...circumstances, ...byDoctor }
    ;({ caseId, walk } = await gone(deathCertificate, nastiti, answers, issued))
    expect(await caseRow(caseId)).toMatchObject({ state: 'issued', result: 'granted', unit_path: 'disdukcapil' })
    expect((await caseRow(caseId)).promised_at.toISOString()).toBe('2030-01-14T09:00:00.000Z')
    const [entry] = await deathOf(caseId)
    expect(entry).toMatchObject({ number: '9901-KM-11012030-0001', is_late: false, voided: false })
    expect((await person(galih)).diedOn).toBe('2030-01-09')
    expect((await cardOf(nastiti))[0]).toBe('Nastiti Rahayu: head, widowed')
    expect(await papers(caseId)).toEqual(['Kutipan Akta Kematian', expect.stringMatching(/^Kartu Keluarga, versi/)])
  })

  it('is not recorded a second time, whoever reports it, and nothing of the attempt stays', async () => {
    const answers = { ...ofNeighbour(galih, 'Galih Wiryawan'), deceasedVillage: '99.01.02.2002' }
    const { walk: second, caseId: again } = await applied(deathCertificate, asep, answers)
    expect(await second.follow(again, ['forward'])).toBe(1)
    expect(await refused(second.follow(again, ['accept']))).toBe('conflict')
    expect(await caseRow(again)).toMatchObject({ state: 'verifying' })
    expect(await deathOf(again)).toEqual([])
    expect(await papers(again)).toEqual([])
  })

  it('with an error of writing is issued again under its own number', async () => {
    const path: Path = [
      { verb: 'report-error', findings: { reportedError: 'Meninggal di Bandung, bukan di Arunika.' } },
      { verb: 'propose-correction', findings: { correctPlace: 'Bandung' } },
      'sign-correction',
    ]
    expect(await walk.follow(caseId, path)).toBe(3)
    expect((await deathOf(caseId))[0]).toMatchObject({ place: 'Bandung', number: '9901-KM-11012030-0001' })
    expect((await papers(caseId)).filter((title) => title.startsWith('Kutipan'))).toEqual([
      'Kutipan Akta Kematian (no longer)',
      'Kutipan Akta Kematian',
    ])
  })

  it('that a court voids is taken back: person, marriage, head, card, certificate', async () => {
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect(await caseRow(caseId)).toMatchObject({ state: 'cancelled', result: 'cancelled' })
    expect((await person(galih)).diedOn).toBeUndefined()
    expect((await cardOf(nastiti)).slice(0, 2)).toEqual([
      'Galih Wiryawan: head, married',
      'Nastiti Rahayu: wife, married',
    ])
    expect((await deathOf(caseId))[0]?.voided).toBe(true)
    const stand = (await papers(caseId)).filter((title) => !title.endsWith('(no longer)'))
    expect(stand.map((title) => title.replace(/ \d+$/, ''))).toEqual([
      'Kartu Keluarga, versi',
      expect.stringMatching(/^Pembatalan akta kematian/i),
    ])
  })
})

describe('other deaths', () => {
  const deceased = (nik: string, name: string, village: string) => ({
    ...ofNeighbour(nik, name),
    deceasedVillage: village,
  })

  it('of a child, and of a wife, leave the head; a birth after the mother’s death is refused', async () => {
    const [euis, rangga] = ['9901024510930001', '9901021503190001']
    const ofFamily = async (nik: string) => ({
      reporterKind: 'family',
      deceasedMember: (await person(nik)).id,
      ...circumstances,
      ...byDoctor,
    })
    await gone(deathCertificate, asep, await ofFamily(rangga), issued)
    expect((await cardOf(asep)).slice(0, 2)).toEqual(['Asep Gumilar: head, married', 'Euis Komala: wife, married'])
    await gone(deathCertificate, asep, await ofFamily(euis), issued)
    expect(await cardOf(asep)).toEqual(['Asep Gumilar: head, widowed'])

    const late = { ...birthAnswers, motherNik: euis, motherName: 'Euis Komala', birthOn: '2030-01-10' }
    const birth = await applied(birthCertificate, asep, late)
    await birth.walk.follow(birth.caseId, ['forward'])
    expect(await refused(birth.walk.follow(birth.caseId, ['accept']))).toBe('conflict')
  })

  it('reported late is recorded all the same, and the certificate says so', async () => {
    const slamet = deceased('9901040302920001', 'Slamet Raharjo', '99.01.04.2002')
    const { caseId } = await gone(deathCertificate, asep, { ...slamet, diedOn: '2029-12-01' }, issued)
    expect((await deathOf(caseId))[0]?.is_late).toBe(true)
  })

  it('refused: the objection is granted and the certificate issued after all', async () => {
    const hendra = deceased('9901013001870001', 'Hendra Tanuwijaya', '99.01.01.1002')
    const path: Path = ['forward', advice, 'refuse', 'object', 'grant-objection', 'sign']
    const { caseId } = await gone(deathCertificate, asep, hendra, path)
    expect(await caseRow(caseId)).toMatchObject({ state: 'issued', result: 'granted' })
    expect((await person('9901013001870001')).diedOn).toBe('2030-01-09')
    expect((await papers(caseId)).slice(0, 2).map((title) => title.toLowerCase())).toEqual([
      'penolakan pencatatan kematian',
      'keputusan atas keberatan: dikabulkan',
    ])
  })

  it('refused, and the objection not answered in ten working days: granted by law, signed within five more', async () => {
    const samuel = deceased('9901061010900001', 'Samuel Rumbiak', '99.01.06.2002')
    const { caseId, walk } = await gone(deathCertificate, asep, samuel, ['forward', advice, 'refuse', 'object'])
    // Friday 11 January; the tenth working day is Friday 25 January.
    expect((await caseRow(caseId)).promised_at.toISOString()).toBe('2030-01-25T09:00:00.000Z')
    clock.set('2030-01-25T08:59:00Z')
    expect((await acting.bySystem(runTimers, { caseId })).done).not.toContain('grant-objection-by-silence')
    clock.set('2030-01-25T09:00:00Z')
    expect((await acting.bySystem(runTimers, { caseId })).done).toContain('grant-objection-by-silence')
    expect(await caseRow(caseId)).toMatchObject({ state: 'fulfilling', result: null })
    expect((await caseRow(caseId)).promised_at.toISOString()).toBe('2030-02-01T09:00:00.000Z')
    expect((await papers(caseId)).at(-1)).toMatch(/\(seal\)$/)
    expect(await walk.follow(caseId, ['sign'])).toBe(1)
    expect((await person('9901061010900001')).diedOn).toBe('2030-01-09')
    clock.set(friday.toString())
  })
})

const birthAnswers = {
  childName: 'Bunga Gumilar',
  childSex: 'female',
  birthTime: '04:35',
  birthPlace: 'Arunika',
  facility: 'home',
  birthKind: 'single',
  childOrder: 2,
  parentage: 'married',
  marriageNumber: '0208/077/VII/2016',
  fatherNik: asep,
  fatherName: 'Asep Gumilar',
  informantRelation: 'father',
  phone: '081234567890',
  proof: 'letter',
  birthLetter: ['x'],
}

describe('a birth certificate', () => {
  it('refused: the head grants the objection, and the child is registered after all', async () => {
    const { sekar } = demoPeople
    const ofSekar = {
      motherNik: sekar.nik,
      motherName: sekar.name,
      parentage: 'mother-only',
      informantRelation: 'mother',
    }
    const { fatherNik: _nik, fatherName: _name, marriageNumber: _number, ...born } = birthAnswers
    const answers = { ...born, ...ofSekar, childName: 'Melati Wulandari', birthOn: '2030-01-08' }
    const path: Path = ['forward', 'refuse', 'object', 'grant-objection', 'sign']
    const { caseId } = await gone(birthCertificate, sekar.nik, answers, path)
    expect(await caseRow(caseId)).toMatchObject({ state: 'issued', result: 'granted' })
    expect((await cardOf(sekar.nik)).some((member) => member.startsWith('Melati Wulandari: child'))).toBe(true)
    expect((await papers(caseId))[0]).toBe('Keputusan atas keberatan: dikabulkan')
  })
})

describe('a research letter', () => {
  const suryo = '9901011609710001'
  const study = {
    ...researchPermit.golden[0]?.answers,
    phone: '081234567890',
    startOn: '2030-02-04',
    endOn: '2030-08-30',
  }
  const clear = { verb: 'report-impact', findings: { impact: 'none' } }
  const harmful = {
    verb: 'report-impact',
    findings: { impact: 'harmful', impactReason: 'Dapat memicu perselisihan antarkelompok.' },
  }

  it('goes over two offices and holds until the research ends; corrected, it holds as long as before', async () => {
    const { caseId, walk } = await gone(researchPermit, suryo, study, ['forward', 'accept'])
    expect((await caseRow(caseId)).unit_path).toBe('bakesbangpol')
    expect((await caseRow(caseId)).promised_at.toISOString()).toBe('2030-01-18T09:00:00.000Z')
    expect(await walk.follow(caseId, [clear, 'sign'])).toBe(2)
    expect(await caseRow(caseId)).toMatchObject({ state: 'issued', result: 'granted', valid_to: '2030-08-30' })
    const correction: Path = [
      { verb: 'report-error', findings: { reportedError: 'Tempatnya Karangjati, bukan Lembayung.' } },
      { verb: 'propose-correction', findings: { correctPlaces: 'Desa di Kecamatan Karangjati' } },
      'sign-correction',
    ]
    expect(await walk.follow(caseId, correction)).toBe(3)
    expect((await caseRow(caseId)).valid_to).toBe('2030-08-30')
    expect((await papers(caseId)).map((title) => title.toLowerCase())).toEqual([
      'surat keterangan penelitian (no longer)',
      'surat keterangan penelitian',
    ])
    expect(await walk.follow(caseId, ['revoke'])).toBe(1)
    expect((await papers(caseId)).at(-1)?.toLowerCase()).toBe('pencabutan surat keterangan penelitian')
  })

  it('refused because of its impact: objection granted, letter issued', async () => {
    const path: Path = ['forward', 'accept', harmful, 'refuse', 'object', 'grant-objection', 'sign']
    const { caseId } = await gone(researchPermit, suryo, study, path)
    expect(await caseRow(caseId)).toMatchObject({ state: 'issued', result: 'granted' })
  })

  it('on which nobody decides comes out by law, with the seal of the office', async () => {
    const { caseId } = await gone(researchPermit, suryo, study, ['forward'])
    clock.set('2030-01-18T09:00:00Z')
    expect((await acting.bySystem(runTimers, { caseId })).done).toContain('grant-by-silence')
    expect(await caseRow(caseId)).toMatchObject({ state: 'issued', result: 'granted', valid_to: '2030-08-30' })
    expect((await papers(caseId)).at(-1)).toMatch(/\(seal\)$/)
    clock.set(friday.toString())
  })
})

describe('a request for information', () => {
  const tiurma = '9901015912920001'
  const question = { ...informationRequest.golden[0]?.answers, phone: '081234567890' }
  const given = {
    verb: 'propose-answer',
    findings: { holding: 'held', scope: 'full', answerText: 'Rinciannya kami lampirkan.', answerFiles: ['x'] },
  }
  const keptBack = informationRequest.golden.find((example) => example.result === 'refused')?.path?.[2] as Path[number]

  it('is promised in ten working days, extended once by seven, then answered with its document', async () => {
    const { caseId, walk } = await gone(informationRequest, tiurma, question, ['register'])
    expect((await caseRow(caseId)).promised_at.toISOString()).toBe('2030-01-25T09:00:00.000Z')
    expect((await caseRow(caseId)).unit_path).toBe('diskominfo.ikp')
    const extend = { verb: 'extend', findings: { extensionReason: 'Dokumennya tersebar di delapan kecamatan.' } }
    expect(await walk.follow(caseId, [extend])).toBe(1)
    expect((await caseRow(caseId)).promised_at.toISOString()).toBe('2030-02-05T09:00:00.000Z')
    expect((await caseRow(caseId)).first_promised_at.toISOString()).toBe('2030-01-25T09:00:00.000Z')
    expect(await caseRow(caseId)).toMatchObject({ state: 'extended' })
    expect(await papers(caseId)).toEqual([expect.stringMatching(/\(seal\)$/)])
    expect(await walk.follow(caseId, ['gathered', given, 'answer'])).toBe(3)
    expect(await caseRow(caseId)).toMatchObject({ state: 'answered', result: 'granted' })
    const files = await rows('select 1 from services.attachment where owner_id = $1 and field = $2', [
      caseId,
      'answerFiles',
    ])
    expect(files).toHaveLength(1)
  })

  it('kept back: the superior orders it opened, and the PPID hands it over', async () => {
    const comply = { verb: 'comply', findings: { compliedAnswer: 'Data tanpa nama kami serahkan.' } }
    const path: Path = ['register', 'gathered', keptBack, 'refuse', 'object', 'grant-objection', comply]
    const { caseId } = await gone(informationRequest, tiurma, question, path)
    expect(await caseRow(caseId)).toMatchObject({ state: 'complied', result: 'granted' })
    expect((await papers(caseId)).map((title) => title.toLowerCase())).toEqual([
      'keputusan penolakan permohonan informasi (no longer)',
      'tanggapan atas keberatan: dikabulkan',
      'penyerahan informasi',
    ])
    const refusal = await rows<{ reason_id: string }>(
      `select reason_id from services.step where case_id = $1 and verb = 'refuse'`,
      [caseId],
    )
    expect(refusal).toEqual([{ reason_id: 'law-enforcement' }])
  })

  it('late: the applicant is told and objects; the superior has thirty working days of his own', async () => {
    const { caseId, walk } = await gone(informationRequest, tiurma, question, ['register', 'pass-deadline'])
    expect(await caseRow(caseId)).toMatchObject({ state: 'overdue', result: null })
    expect(await walk.follow(caseId, ['object'])).toBe(1)
    expect(await caseRow(caseId)).toMatchObject({ state: 'objection', unit_path: 'setda' })
    expect((await caseRow(caseId)).promised_at > new Date('2030-03-01T00:00:00Z')).toBe(true)
    expect(await walk.follow(caseId, ['leave-unanswered', 'open-dispute'])).toBe(2)
    expect(await caseRow(caseId)).toMatchObject({ state: 'disputed', result: null })
  })

  it('sent back and not completed lapses', async () => {
    const { caseId } = await gone(informationRequest, tiurma, question, ['send-back', 'lapse'])
    expect(await caseRow(caseId)).toMatchObject({ state: 'lapsed', result: 'lapsed' })
  })
})
