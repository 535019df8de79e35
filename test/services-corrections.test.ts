import { describe, expect, it } from 'vitest'
import type { Person } from '../src/modules/people/index.ts'
import { certificateCorrection } from '../src/services/certificate-correction/definition.ts'
import { marriage } from '../src/services/marriage/definition.ts'
import { refused } from './acting.ts'
import { blessed, married, spouseHere } from './civil-answers.ts'
import { friday, issued, walkServices } from './walks.ts'

/** Errors of writing on certificates of marriage and others, put right by a file of their own. */
const { acting, rows, walkOf, applied, gone, again, nikOf, entryOf, papers, free } = walkServices()
const toHere = (spouse: Person) => spouseHere(nikOf(spouse), spouse.fullName)

/** The marriage is signed after its notice; what corrects it comes later. */
const afterwards = friday.add({ hours: 24 * 40 })

describe('a marriage', () => {
  let caseId: string
  let groom: Person
  let bride: Person

  it('is corrected long after its file was closed, by a file of its own, which strangers cannot ask for', async () => {
    groom = await free('male')
    bride = await free('female')
    ;({ caseId } = await gone(marriage, nikOf(groom), { ...blessed, ...toHere(bride), home: 'stay' }, married))
    const number = (await entryOf(caseId))?.number as string
    const answers = {
      certificate: 'marriage',
      certificateNumber: number,
      certificateCopy: ['x'],
      whatIsWrong: 'Tertulis tanggal 5, yang benar tanggal 3 Januari 2030.',
      rightOn: '2030-01-03',
      proofOfRight: ['x'],
      truth: true,
      phone: '081234567890',
    }
    const stranger = await free('male')
    const foreign = await applied(certificateCorrection, nikOf(stranger), answers, afterwards)
    await foreign.walk.follow(foreign.caseId, ['forward', 'accept'])
    expect(await refused(foreign.walk.follow(foreign.caseId, ['sign']))).toBe('invalid-input')
    const own = await gone(certificateCorrection, nikOf(bride), answers, issued, afterwards)
    expect((await again(groom)).marriedOn).toBe('2030-01-03')
    expect((await papers(own.caseId)).filter((title) => title.startsWith('Kutipan'))).toEqual([
      'Kutipan Akta Perkawinan untuk suami',
      'Kutipan Akta Perkawinan untuk istri',
    ])
    expect((await papers(caseId)).filter((title) => title.startsWith('Kutipan'))).toEqual([
      'Kutipan Akta Perkawinan untuk suami (no longer)',
      'Kutipan Akta Perkawinan untuk istri (no longer)',
    ])
  })

  it('that a court voids takes the corrected extracts along, and everybody stands where he stood', async () => {
    const startsAt = afterwards.add({ hours: 24 * 40 })
    const late = walkOf(marriage, await acting.citizen(nikOf(groom)), { startsAt })
    expect(await late.follow(caseId, ['cancel'])).toBe(1)
    expect((await again(groom)).maritalStatus).toBe('single')
    const standing = await rows(
      `select 1 from documents.issued where template = 'civil-certificate' and revoked_at is null
       and number = (select number from population.entry where case_id = $1)`,
      [caseId],
    )
    expect(standing).toEqual([])
  })
})
