import { describe, expect, it } from 'vitest'
import { type Kin, nextHead, relationToHead } from './family-head.ts'

const day = Temporal.PlainDate.from('2026-11-23')
const kin = (id: string, sex: 'male' | 'female', birthOn: string, more: Partial<Kin> = {}): Kin => ({
  id,
  sex,
  birthOn,
  relation: 'child',
  isMarried: false,
  motherId: undefined,
  fatherId: undefined,
  marriageNumber: undefined,
  ...more,
})

const wife = kin('wife', 'female', '1970-01-01', { relation: 'wife', isMarried: true, marriageNumber: 'A' })
const grown = kin('grown', 'male', '1995-01-01', { isMarried: true, marriageNumber: 'B', motherId: 'wife' })
const daughterInLaw = kin('in-law', 'female', '1996-01-01', {
  relation: 'son-in-law',
  isMarried: true,
  marriageNumber: 'B',
})
const grandchild = kin('grandchild', 'female', '2020-01-01', {
  relation: 'grandchild',
  fatherId: 'grown',
  motherId: 'in-law',
})
const young = kin('young', 'female', '2014-01-01', { motherId: 'wife' })
const oldMother = kin('old-mother', 'female', '1945-01-01', {
  relation: 'parent',
  isMarried: true,
  marriageNumber: 'C',
})
const helper = kin('helper', 'female', '1960-01-01', { relation: 'helper' })

describe('who heads a family after its head', () => {
  it('is the spouse, before children however old', () => {
    expect(nextHead([grown, wife, oldMother], day)?.id).toBe('wife')
  })
  it('without a spouse the eldest adult child, before an older relative', () => {
    expect(nextHead([young, grown, oldMother, helper], day)?.id).toBe('grown')
  })
  it('never a domestic helper while somebody of the family is of age', () => {
    expect(nextHead([young, helper, oldMother], day)?.id).toBe('old-mother')
  })
  it('of children only, the eldest until they join a guardian', () => {
    expect(nextHead([kin('a', 'male', '2015-01-01'), kin('b', 'male', '2012-01-01')], day)?.id).toBe('b')
  })
  it('somebody who is married is of age whatever his years', () => {
    const bride = kin('bride', 'female', '2010-06-01', { isMarried: true })
    expect(nextHead([young, bride], day)?.id).toBe('bride')
  })
})

describe('how the others stand to the new head', () => {
  const members = [wife, grown, daughterInLaw, grandchild, young, oldMother, helper]
  const relations = (head: Kin) =>
    Object.fromEntries(members.map((member) => [member.id, relationToHead(member, head, members)]))

  it('a widow keeps her children; the mother of her husband is her mother-in-law', () => {
    expect(relations(wife)).toEqual({
      wife: 'head',
      grown: 'child',
      'in-law': 'son-in-law',
      grandchild: 'grandchild',
      young: 'child',
      'old-mother': 'parent-in-law',
      helper: 'helper',
    })
  })

  it('a grown son has wife and child, his mother is a parent, his sister a relative', () => {
    expect(relations(grown)).toEqual({
      wife: 'parent',
      grown: 'head',
      'in-law': 'wife',
      grandchild: 'child',
      young: 'relative',
      'old-mother': 'relative',
      helper: 'helper',
    })
  })
})
