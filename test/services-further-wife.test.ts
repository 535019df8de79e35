import { describe, expect, it } from 'vitest'
import { findKinship, getFamily, listSpouses, type Person } from '../src/modules/people/index.ts'
import { deathCertificate } from '../src/services/death-certificate/definition.ts'
import { marriageKua } from '../src/services/marriage-kua/definition.ts'
import { refused } from './acting.ts'
import { spouseHere } from './civil-answers.ts'
import { issued, type Path, walkServices } from './walks.ts'

/** A marriage beside another one, which the law allows with a court's permission only. */
const { read, rows, applied, gone, again, nikOf, find, free: freeOf } = walkServices()
const free = (sex: 'male' | 'female') => freeOf(sex, 'Islam')
const toHere = (spouse: Person) => spouseHere(nikOf(spouse), spouse.fullName)
async function deathOf(one: Person) {
  return {
    reporterKind: 'relative',
    deceasedNik: nikOf(one),
    deceasedName: one.fullName,
    deceasedVillage: (await getFamily(read(), one.familyId as string)).villageCode,
    diedOn: '2030-01-09',
    placeKind: 'home',
    cause: 'illness',
    bodyFound: 'yes',
    proof: 'doctor',
    doctorLetter: ['x'],
    phone: '081234567890',
    truth: true,
  }
}

describe('a further wife', () => {
  const book = {
    kuaName: 'KUA Kecamatan Mekarsari',
    marriedOn: '2030-01-05',
    book: ['x'],
    phone: '081234567890',
    truth: true,
  }
  const permission = {
    secondMarriage: 'yes',
    courtName: 'Pengadilan Agama Arunika',
    courtNumber: '118/Pdt.G/2029/PA.Arn',
    courtOn: '2029-12-05',
    courtPermission: ['x'],
  }
  const confirmed = (permissionFinal: string) => ({
    verb: 'confirm-book',
    findings: {
      bookCheckedBy: 'simkah',
      bookAnswer: 'Tercatat pada SIMKAH KUA Mekarsari.',
      permissionAnswer: 'Panitera membenarkan lewat surat 10 Januari 2030.',
      permissionFinal,
    },
  })
  const mayBook = { verb: 'confirm-book', findings: { bookCheckedBy: 'simkah', bookAnswer: 'Tercatat pada SIMKAH.' } }

  it('needs the court’s permission, which the second officer confirms; each marriage lasts and ends by itself', async () => {
    const [husband, first, second] = [await free('male'), await free('female'), await free('female')]
    const path: Path = ['forward', 'accept', mayBook, 'sign']
    await gone(marriageKua, nikOf(husband), { ...book, ...toHere(first), bookNumber: '0001/2030', home: 'mine' }, path)

    const again2 = { ...book, ...toHere(second), bookNumber: '0002/2030', home: 'stay' }
    const without = await applied(marriageKua, nikOf(husband), { ...again2, secondMarriage: 'no' })
    expect(await refused(without.walk.follow(without.caseId, ['forward', 'accept']))).toBe('conflict')
    await rows(`update services.case set closed_at = now(), once_key = null where id = $1`, [without.caseId])

    const { walk, caseId } = await applied(marriageKua, nikOf(husband), { ...again2, ...permission })
    await walk.follow(caseId, ['forward', 'accept'])
    expect(await refused(walk.follow(caseId, [confirmed('no')]))).toBe('invalid-input')
    expect(await walk.follow(caseId, [confirmed('yes'), 'sign'])).toBe(2)

    const wives = async () => (await listSpouses(read(), await again(husband))).map((wife) => wife.id)
    expect(await wives()).toEqual([second.id, first.id])
    expect([(await again(first)).spouseId, (await again(second)).spouseId]).toEqual([husband.id, husband.id])
    const daughter = await free('female')
    await rows('update people.person set mother_person_id = $2 where id = $1', [daughter.id, first.id])
    expect(await findKinship(read(), await again(husband), await again(daughter))).toBe('step')

    await gone(deathCertificate, nikOf(husband), await deathOf(second), issued)
    expect(await wives()).toEqual([first.id])
    expect(await again(husband)).toMatchObject({ maritalStatus: 'married', marriageCertificateNumber: '0001/2030' })
  })

  it('may not be a sister of the present one', async () => {
    const [husband, first, sister] = [await free('male'), await free('female'), await free('female')]
    const mother = await find(`p.sex = 'female' and p.marital_status = 'married'`)
    await rows('update people.person set mother_person_id = $2 where id = any($1)', [[first.id, sister.id], mother.id])
    const path: Path = ['forward', 'accept', mayBook, 'sign']
    await gone(marriageKua, nikOf(husband), { ...book, ...toHere(first), bookNumber: '0003/2030', home: 'stay' }, path)
    const answers = { ...book, ...toHere(sister), ...permission, bookNumber: '0004/2030', home: 'stay' }
    const { walk, caseId } = await applied(marriageKua, nikOf(husband), answers)
    await walk.follow(caseId, ['forward', 'accept', confirmed('yes')])
    expect(await refused(walk.follow(caseId, ['sign']))).toBe('conflict')
    expect((await again(sister)).maritalStatus).toBe('single')
  })
})
