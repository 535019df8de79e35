import { describe, expect, it } from 'vitest'
import { getFamily } from '../src/modules/people/index.ts'
import type { CaseWalk } from '../src/modules/services/demo/walk.ts'
import type { ServiceDefinition } from '../src/modules/services/index.ts'
import { familyCardJoin } from '../src/services/family-card-join/definition.ts'
import { familyCardNew } from '../src/services/family-card-new/definition.ts'
import { familyCardReplacement } from '../src/services/family-card-replacement/definition.ts'
import { familyCardSplit } from '../src/services/family-card-split/definition.ts'
import { refused } from './acting.ts'
import { issued, walkServices } from './walks.ts'

/** Family cards, walked by the people of the demo who hold the posts. */
const { read, rows, person, papers, stateOf, entryOf, ...walks } = walkServices()
const signed = { phone: '081234567890', truth: true }
const gone = (definition: ServiceDefinition, nik: string, answers: object) =>
  walks.gone(definition, nik, { ...signed, ...answers }, issued)
const cardOf = async (nik: string) =>
  (await walks.cardOf(nik)).members.map((member) => `${member.name}: ${member.relation}`)

const kinanti = '9901085508940001'
const danang = '9901080303910001'
const satria = '9901080510200001'
const tiurma = '9901015912920001'
const togar = '9901012804890001'
const hendra = '9901013001870001'
const asep = '9901021706900001'
const slamet = '9901040302920001'

describe('a wife leaves the card of her husband', () => {
  let caseId: string
  let walk: CaseWalk

  it('has a card of her own, and his is issued without her', async () => {
    ;({ caseId, walk } = await gone(familyCardSplit, kinanti, { moving: 'alone', sameAddress: 'yes' }))
    expect(await stateOf(caseId)).toBe('issued')
    expect(await cardOf(kinanti)).toEqual(['Kinanti Maharani: head'])
    expect(await cardOf(danang)).toEqual(['Danang Pamungkas: head', 'Satria Pamungkas: child'])
    expect((await papers(caseId)).map((title) => title.replace(/ \d+$/, ''))).toEqual([
      'Kartu Keluarga, versi',
      'Kartu Keluarga, versi',
    ])
    const [mine, theirs] = await Promise.all([person(kinanti), person(danang)])
    const households = await Promise.all([mine, theirs].map(async (one) => getFamily(read(), one.familyId as string)))
    expect(households[0]?.address).toBe(households[1]?.address)
    expect((await entryOf(caseId))?.number).toMatch(/^9901-KK-11012030-\d{4}$/)
  })

  it('on a false statement it is cancelled: all are on one card again, which is issued so', async () => {
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect(await stateOf(caseId)).toBe('cancelled')
    expect(await cardOf(danang)).toEqual([
      'Danang Pamungkas: head',
      'Kinanti Maharani: wife',
      'Satria Pamungkas: child',
    ])
    expect(
      (await papers(caseId)).filter((title) => title.startsWith('Kartu') && !title.endsWith('(no longer)')),
    ).toHaveLength(1)
    expect((await person(satria)).familyId).toBe((await person(kinanti)).familyId)
  })

  it('an address in a neighbourhood that is not there is refused at the signature, and nothing of it stays', async () => {
    const newAddress = { street: 'Jalan Cempaka 5', rt: '099', rw: '099', area: '99.01.04.1001' }
    const answers = { moving: 'alone', sameAddress: 'no', newAddress, ...signed }
    const { walk: again, caseId: id } = await walks.applied(familyCardSplit, kinanti, answers)
    await again.follow(id, ['forward', 'accept'])
    expect(await refused(again.follow(id, ['sign']))).toBe('invalid-input')
    expect(await cardOf(kinanti)).toHaveLength(3)
    expect(await again.follow(id, ['send-back-to-verifier', 'withdraw'])).toBeGreaterThan(0)
  })
})

describe('joining another card', () => {
  it('with a letter of consent: the old card is closed and none of its prints holds', async () => {
    const { caseId } = await gone(familyCardJoin, slamet, {
      direction: 'join-letter',
      hostNikByLetter: hendra,
      consentLetter: ['x'],
      relation: 'relative',
      moving: 'with',
      companions: [(await person('9901044606950001')).id],
    })
    expect((await cardOf(hendra)).slice(-2)).toEqual(['Slamet Raharjo: relative', 'Sumiyati: relative'])
    expect(await papers(caseId)).toHaveLength(1)
  })

  it('of somebody who heads no card is refused at the signature', async () => {
    const answers = {
      direction: 'join-letter',
      hostNikByLetter: tiurma,
      consentLetter: ['x'],
      relation: 'relative',
      moving: 'alone',
      ...signed,
    }
    const { walk, caseId } = await walks.applied(familyCardJoin, kinanti, answers)
    await walk.follow(caseId, ['forward', 'accept'])
    expect(await refused(walk.follow(caseId, ['sign']))).toBe('invalid-input')
  })
})

describe('a card that is replaced', () => {
  it('keeps its number; the print that was lost no longer holds', async () => {
    const lost = { why: 'lost', policeReport: 'SKH/114/I/2030', lostOn: '2030-01-10' }
    const first = await gone(familyCardReplacement, asep, lost)
    const second = await gone(familyCardReplacement, asep, { ...lost, policeReport: 'SKH/201/I/2030' })
    const number = async (id: string) =>
      (await rows<{ number: string }>('select number from documents.issued where source_id = $1', [id]))[0]?.number
    expect(await number(first.caseId)).toBe(await number(second.caseId))
    expect((await papers(first.caseId))[0]).toMatch(/no longer/)
    expect((await papers(second.caseId))[0]).not.toMatch(/no longer/)
  })

  it('gets another head, and the relations follow', async () => {
    const euis = await person('9901024510930001')
    await gone(familyCardReplacement, asep, { why: 'new-head', newHead: euis.id, headReason: 'agreed' })
    expect((await cardOf(asep)).slice(0, 2)).toEqual(['Euis Komala: head', 'Asep Gumilar: husband'])
  })
})

describe('the card of a new family', () => {
  it('of a couple with its child: it keeps house, and the card on which nobody is left is closed', async () => {
    const before = (await person(togar)).familyId as string
    const { caseId } = await gone(familyCardNew, togar, {
      basis: 'marriage',
      partnerPlace: 'same-card',
      partnerMember: (await person(tiurma)).id,
      headIs: 'partner',
      marriageProof: 'recorded',
      marriageNumber: '9901-KW-06102018-0004',
      companions: [(await person('9901010901200001')).id],
      sameAddress: 'yes',
    })
    expect((await cardOf(togar)).map((line) => line.split(': ')[1])).toEqual(['head', 'husband', 'child'])
    expect(await papers(caseId)).toHaveLength(1)
    expect((await getFamily(read(), before)).status).toBe('closed')
  })
})
