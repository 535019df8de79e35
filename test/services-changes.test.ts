import { describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import { listHistoryOf } from '../src/modules/people/index.ts'
import { birthCertificate } from '../src/services/birth-certificate/definition.ts'
import { certificateCancellation } from '../src/services/certificate-cancellation/definition.ts'
import { certificateCorrection } from '../src/services/certificate-correction/definition.ts'
import { childIdentityCard } from '../src/services/child-identity-card/definition.ts'
import { citizenshipChange } from '../src/services/citizenship-change/definition.ts'
import { documentReissue } from '../src/services/document-reissue/definition.ts'
import { nameChange } from '../src/services/name-change/definition.ts'
import { personalDataChange } from '../src/services/personal-data-change/definition.ts'
import { sexChange } from '../src/services/sex-change/definition.ts'
import { stillbirth } from '../src/services/stillbirth/definition.ts'
import { errorOf } from './acting.ts'
import { bornInHospital } from './civil-answers.ts'
import { issued, type Path, walkServices } from './walks.ts'

/** Changes of a person's data, from the court to the papers and back. */
const walks = walkServices()
const { read, rows, applied, gone, person, cardOf, stateOf, entryOf } = walks
const { sekar } = demoPeople
const papers = (caseId: string) => walks.papers(caseId, ({ title }) => title.replace(/, versi \d+$/, ''))
const standing = async (caseId: string) => (await papers(caseId)).filter((title) => !title.endsWith('(no longer)'))
const notes = (personId: string) =>
  rows<{ note: string; voided: boolean }>(
    'select note, voided_at is not null as voided from population.marginal_note where person_id = $1 order by noted_at',
    [personId],
  )
const cardMembers = async (nik: string) => (await cardOf(nik)).members

const court = {
  courtName: 'Pengadilan Negeri Arunika',
  courtNumber: '118/Pdt.P/2029/PN Arn',
  courtOn: '2029-12-20',
  courtDecision: ['x'],
  truth: true,
  phone: '081234567890',
}
const confirmed = {
  verb: 'confirm-court',
  findings: {
    courtCheckedBy: 'registry',
    courtAnswer: 'Tercatat pada direktori putusan, diperiksa hari ini.',
    courtFinal: 'yes',
  },
}

/** A child of Sekar, whose birth then stands in this register. */
async function childOfSekar(name: string, over: object = {}): Promise<{ id: string; caseId: string }> {
  const answers = { ...bornInHospital, childName: name, birthOn: '2030-01-08', ...over }
  const { caseId } = await gone(birthCertificate, sekar.nik, answers, issued)
  const [row] = await rows<{ person_id: string }>('select person_id from population.birth where case_id = $1', [caseId])
  return { id: row?.person_id as string, caseId }
}

describe('a change of name', () => {
  let child: { id: string; caseId: string }
  let changed: Awaited<ReturnType<typeof gone>>

  it('changes person, card and the margin of the birth entry, and issues the extract again', async () => {
    child = await childOfSekar('Melati Ayu Prasetyo')
    const answers = { person: child.id, newName: 'Melati Kirana Prasetyo', ...court }
    changed = await gone(nameChange, sekar.nik, answers, ['forward', 'accept', confirmed, 'sign'])
    expect((await cardMembers(sekar.nik)).map((member) => member.name)).toContain('Melati Kirana Prasetyo')
    const [note] = await notes(child.id)
    expect(note?.note).toBe(
      'nama Melati Ayu Prasetyo menjadi Melati Kirana Prasetyo berdasarkan penetapan Pengadilan Negeri Arunika nomor 118/Pdt.P/2029/PN Arn tanggal 20 Desember 2029.',
    )
    expect(await papers(changed.caseId)).toEqual([
      'Kutipan Akta Kelahiran',
      'Surat Keterangan Perubahan Nama',
      'Kartu Keluarga',
    ])
    expect((await papers(child.caseId)).slice(0, 2)).toEqual([
      'Kutipan Akta Kelahiran (no longer)',
      'Kartu Keluarga (no longer)',
    ])
    const officers = await rows<{ verb: string; person_id: string }>(
      `select verb, person_id from services.step where case_id = $1 and verb in ('accept', 'confirm-court', 'sign')`,
      [changed.caseId],
    )
    expect(new Set(officers.map((step) => step.person_id)).size).toBe(3)
  })

  it('asked a second time is a conflict, and the file stays where it is', async () => {
    const answers = { person: child.id, newName: 'Melati Kirana Prasetya', ...court }
    const { walk, caseId } = await applied(nameChange, sekar.nik, answers)
    await rows(`update people.person set full_name = 'Melati Kirana Prasetya' where id = $1`, [child.id])
    expect(await walk.follow(caseId, ['forward', 'accept', confirmed])).toBe(3)
    expect((await errorOf(walk.follow(caseId, ['sign']))).code).toBe('conflict')
    await rows(`update people.person set full_name = 'Melati Kirana Prasetyo' where id = $1`, [child.id])
    expect(await stateOf(caseId)).toBe('deciding')
  })

  it('that a higher court voids returns name and card; the note is struck out and the extract issued without it', async () => {
    expect(await changed.walk.follow(changed.caseId, ['cancel'])).toBe(1)
    expect((await cardMembers(sekar.nik)).map((member) => member.name)).toContain('Melati Ayu Prasetyo')
    expect((await notes(child.id)).map((note) => note.voided)).toEqual([true])
    expect(await standing(changed.caseId)).toEqual([
      'Kutipan Akta Kelahiran',
      'Kartu Keluarga',
      expect.stringMatching(/^Pembatalan pencatatan/i),
    ])
  })

  it('on a decision that the court does not know changes nothing', async () => {
    const answers = { person: child.id, newName: 'Nama Yang Palsu', ...court }
    const path: Path = ['forward', 'accept', 'deny-court', 'refuse']
    await gone(nameChange, sekar.nik, answers, path)
    expect((await cardMembers(sekar.nik)).map((member) => member.name)).not.toContain('Nama Yang Palsu')
  })
})

describe('a change of sex', () => {
  it('with a name keeps the NIK and notes both on the margin', async () => {
    const child = await childOfSekar('Bintang Putri Prasetyo')
    const answers = { person: child.id, alsoName: 'yes', newName: 'Bintang Putra Prasetyo', ...court }
    const { caseId, walk } = await gone(sexChange, sekar.nik, answers, ['forward', 'accept', confirmed, 'sign'])
    const member = (await cardMembers(sekar.nik)).find((one) => one.personId === child.id)
    expect(member).toMatchObject({ sex: 'male', name: 'Bintang Putra Prasetyo' })
    // The day of a girl stays in the NIK.
    expect(Number(member?.nik.slice(6, 8))).toBe(48)
    expect((await notes(child.id))[0]?.note).toContain('jenis kelamin perempuan menjadi laki-laki dan nama')
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect((await cardMembers(sekar.nik)).find((one) => one.personId === child.id)).toMatchObject({
      sex: 'female',
      name: 'Bintang Putri Prasetyo',
    })
  })
})

describe('a change of data', () => {
  it('renews the card with everything that was chosen, and can be taken back', async () => {
    const before = await person(sekar.nik)
    const answers = {
      person: before.id,
      elements: ['education', 'occupation', 'blood'],
      newEducation: 's2',
      diploma: ['x'],
      newOccupation: 'Dosen',
      workLetter: ['x'],
      newBlood: 'ab',
      bloodLetter: ['x'],
      truth: true,
      phone: '081234567890',
    }
    const { caseId, walk } = await gone(personalDataChange, sekar.nik, answers, issued)
    expect(await person(sekar.nik)).toMatchObject({ education: 'Strata II', occupation: 'Dosen', bloodType: 'AB' })
    expect(await papers(caseId)).toEqual(['Kartu Keluarga'])
    const cards = () =>
      rows<{ state: string; reason: string }>('select state, reason from population.identity_card where case_id = $1', [
        caseId,
      ])
    expect(await cards()).toEqual([{ state: 'queued', reason: 'changed' }])
    expect((await listHistoryOf(read(), { personId: before.id })).at(-1)?.kind).toBe('data-change')
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect((await cards()).map((card) => card.state)).toEqual(['cancelled'])
    const { education, occupation, bloodType } = before
    expect(await person(sekar.nik)).toMatchObject({ education, occupation, bloodType })
  })
})

describe('a change of citizenship', () => {
  it('out of Indonesian citizenship is entered, and the card says so', async () => {
    const { id } = await person(sekar.nik)
    const answers = {
      person: id,
      direction: 'to-wna',
      newNationality: 'Jepang',
      decreeNumber: 'AHU-12.AH.10.02 Tahun 2029',
      decreeOn: '2029-12-19',
      decree: ['x'],
      truth: true,
      phone: '081234567890',
    }
    const { caseId } = await gone(citizenshipChange, sekar.nik, answers, issued)
    expect((await person(sekar.nik)).citizenship).toBe('WNA')
    expect(await entryOf(caseId)).toMatchObject({ is_late: true, number: expect.stringMatching(/^9901-PW-/) })
  })
})

describe('a certificate that a court voids', () => {
  const birthNumber = async (personId: string) =>
    (await rows<{ number: string }>('select number from population.birth where person_id = $1', [personId]))[0]
      ?.number as string

  it('takes its own file back: child, card and papers, with one signature', async () => {
    const child = await childOfSekar('Dahlia Rini Prasetyo')
    const answers = { whose: 'own', entry: await birthNumber(child.id), ...court }
    const path: Path = ['forward', 'accept', confirmed, 'sign']
    const { caseId } = await gone(certificateCancellation, sekar.nik, answers, path)
    expect((await cardMembers(sekar.nik)).map((member) => member.name)).not.toContain('Dahlia Rini Prasetyo')
    expect(await stateOf(child.caseId)).toBe('cancelled')
    expect(await standing(child.caseId)).toEqual([
      'Kartu Keluarga',
      expect.stringMatching(/^Pembatalan akta kelahiran/i),
    ])
    expect(await papers(caseId)).toEqual(['Surat Keterangan Pembatalan Akta'])
  })

  it('of one twin ends what was given to this child only, a later child card too; the family has one card that holds', async () => {
    const siblings = [{ name: 'Kenari Rini Prasetyo', sex: 'female', time: '05:10', bornOn: '2030-01-08', weight: 2.4 }]
    const child = await childOfSekar('Cendana Rini Prasetyo', { birthKind: 'twin', siblings })
    const [first, second] = await rows<{ number: string; person_id: string }>(
      'select number, person_id from population.birth where case_id = $1 order by number',
      [child.caseId],
    )
    const cardsOf = (personId: string | undefined) =>
      rows<{ state: string; stands: boolean }>(
        `select c.state, d.revoked_at is null as stands from population.identity_card c
         join documents.issued d on d.number = c.code where c.person_id = $1 order by c.id`,
        [personId],
      )
    await rows(`update population.identity_card set state = 'handed-over', serial = 'KIA-T1' where person_id = $1`, [
      first?.person_id,
    ])
    const again = { child: first?.person_id, why: 'lost', delivery: 'pick-up', truth: true, phone: '081234567890' }
    await gone(childIdentityCard, sekar.nik, again, issued)
    expect(await cardsOf(first?.person_id)).toEqual([
      { state: 'ended', stands: false },
      { state: 'queued', stands: true },
    ])
    const answers = { whose: 'own', entry: first?.number, ...court }
    await gone(certificateCancellation, sekar.nik, answers, ['forward', 'accept', confirmed, 'sign'])
    expect(await cardsOf(first?.person_id)).toEqual([
      { state: 'ended', stands: false },
      { state: 'cancelled', stands: false },
    ])
    expect(await cardsOf(second?.person_id)).toEqual([{ state: 'queued', stands: true }])
    expect(await standing(child.caseId)).toEqual(['Kutipan Akta Kelahiran', 'Kartu Identitas Anak'])
    const snapshot = await cardOf(sekar.nik)
    const prints = await rows<{ title: string }>(
      `select title from documents.issued where template = 'family-card' and number = $1 and revoked_at is null`,
      [snapshot.kkNumber],
    )
    expect(prints.map((print) => print.title)).toEqual([`Kartu Keluarga, versi ${snapshot.version}`])
  })

  it('named by another’s number and a wrong name is not found, and nothing changes', async () => {
    const child = await childOfSekar('Anggrek Rini Prasetyo')
    const answers = { whose: 'other', otherNumber: await birthNumber(child.id), otherName: 'Orang Lain', ...court }
    const { walk, caseId } = await applied(certificateCancellation, sekar.nik, answers)
    expect(await walk.follow(caseId, ['forward', 'accept', confirmed])).toBe(3)
    expect((await errorOf(walk.follow(caseId, ['sign']))).code).toBe('invalid-input')
    expect((await cardMembers(sekar.nik)).map((member) => member.name)).toContain('Anggrek Rini Prasetyo')
  })

  it('undoes a change of name too, by the register of that change', async () => {
    const child = await childOfSekar('Teratai Rini Prasetyo')
    const path: Path = ['forward', 'accept', confirmed, 'sign']
    const renamed = { person: child.id, newName: 'Teratai Ayu Prasetyo', ...court }
    const change = await gone(nameChange, sekar.nik, renamed, path)
    const entry = await entryOf(change.caseId)
    await gone(certificateCancellation, sekar.nik, { whose: 'own', entry: entry?.number, ...court }, path)
    expect((await cardMembers(sekar.nik)).map((member) => member.name)).toContain('Teratai Rini Prasetyo')
    expect((await notes(child.id)).every((note) => note.voided)).toBe(true)
  })
})

describe('an error of writing', () => {
  const wrong = {
    certificateCopy: ['x'],
    whatIsWrong: 'Tertulis Seruni, yang benar Serunai menurut surat lahir.',
    proofOfRight: ['x'],
    truth: true,
    phone: '081234567890',
  }

  it('on a birth entry of this register is put right and the extract issued again', async () => {
    const child = await childOfSekar('Seruni Rini Prasetyo')
    const answers = { certificate: 'birth', person: child.id, rightName: 'Serunai Rini Prasetyo', ...wrong }
    const { caseId } = await gone(certificateCorrection, sekar.nik, answers, issued)
    expect((await cardMembers(sekar.nik)).map((member) => member.name)).toContain('Serunai Rini Prasetyo')
    expect(await papers(caseId)).toEqual(['Kutipan Akta Kelahiran', 'Kartu Keluarga'])
    expect((await papers(child.caseId))[0]).toBe('Kutipan Akta Kelahiran (no longer)')
  })

  it('on a certificate of an older register corrects the person, and a letter says so', async () => {
    const { id, birthPlace } = await person(sekar.nik)
    const answers = { certificate: 'birth', person: id, rightPlace: `${birthPlace} Timur`, ...wrong }
    const { caseId } = await gone(certificateCorrection, sekar.nik, answers, issued)
    expect((await person(sekar.nik)).birthPlace).toBe(`${birthPlace} Timur`)
    expect(await papers(caseId)).toEqual(['Surat Keterangan Pembetulan Akta', 'Kartu Keluarga'])
  })
})

describe('a document issued again', () => {
  const why = { why: 'lost', phone: '081234567890' }

  it('comes at once under the seal of the office, and the former print no longer holds', async () => {
    const child = await childOfSekar('Mawar Rini Prasetyo')
    const [paper] = await rows<{ id: string }>(
      `select id from documents.issued where source_id = $1 and template = 'birth-certificate'`,
      [child.caseId],
    )
    const answers = { what: 'certificate', document: paper?.id, ...why }
    const { caseId } = await applied(documentReissue, sekar.nik, answers)
    expect(await stateOf(caseId)).toBe('issued')
    const [again] = await rows<{ title: string; signer_manner: string; code: string }>(
      'select title, signer_manner, code from documents.issued where source_id = $1',
      [caseId],
    )
    expect(again).toMatchObject({ title: 'Kutipan Akta Kelahiran', signer_manner: 'seal' })
    expect((await papers(child.caseId))[0]).toBe('Kutipan Akta Kelahiran (no longer)')
  })

  it('of the family card says what the register says today, without a new version', async () => {
    const before = (await cardMembers(sekar.nik)).length
    const { caseId } = await applied(documentReissue, sekar.nik, { what: 'family-card', ...why })
    expect(await papers(caseId)).toEqual(['Kartu Keluarga'])
    expect((await cardMembers(sekar.nik)).length).toBe(before)
  })

  it('of somebody else is not on the list and cannot be sent', async () => {
    const [foreign] = await rows<{ id: string }>(
      `select id from documents.issued where revoked_at is null and template = 'birth-certificate'
         and subject_person_id not in (select id from people.person where mother_person_id = $1 or id = $1) limit 1`,
      [(await person(sekar.nik)).id],
    )
    const answers = { what: 'certificate', document: foreign?.id ?? '0199a000-0000-7000-8000-000000000001', ...why }
    expect((await errorOf(applied(documentReissue, sekar.nik, answers))).code).toBe('invalid-input')
  })
})

describe('a stillbirth', () => {
  it('gives an entry and a letter, but no NIK and no place on the card', async () => {
    const before = (await cardMembers(sekar.nik)).length
    const answers = {
      bornOn: '2030-01-09',
      weeks: 33,
      sex: 'male',
      place: 'Arunika',
      facility: 'hospital',
      proof: 'letter',
      medicalLetter: ['x'],
      phone: '081234567890',
    }
    const { caseId, walk } = await gone(stillbirth, sekar.nik, answers, issued)
    expect(await papers(caseId)).toEqual(['Surat Keterangan Lahir Mati'])
    expect((await cardMembers(sekar.nik)).length).toBe(before)
    expect(await entryOf(caseId)).toMatchObject({ number: '9901-LM-11012030-0001', voided: false })
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect((await entryOf(caseId))?.voided).toBe(true)
  })
})
