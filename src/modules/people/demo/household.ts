import { Weighted } from '../../../demo/random.ts'
import type { Sex } from '../domain.ts'
import { years } from './days.ts'
import type { Background, PersonDraft, PersonMaker } from './drafts.ts'
import { nameStyles } from './names.ts'

export interface Household {
  /** The head first. */
  readonly members: PersonDraft[]
  readonly deceased: PersonDraft[]
}

interface Couple {
  readonly husband: PersonDraft
  readonly wife: PersonDraft
  readonly marriedOn: number
}

/** Births of the last three weeks are not yet in the register. */
const unregisteredDays = 21
const wishedChildren = new Weighted([
  [0, 7],
  [1, 20],
  [2, 40],
  [3, 22],
  [4, 8],
  [5, 3],
] as const)
const kinds = new Weighted([
  ['couple', 62],
  ['with-grandparent', 7],
  ['three-generations', 8],
  ['widowed', 9],
  ['divorced', 4],
  ['single', 6],
  ['old-and-alone', 4],
] as const)

/** Draws one household: who lives together, and how they are related. */
export function drawHousehold(maker: PersonMaker): Household {
  const { random } = maker
  const background = maker.background(nameStyles.draw(random))
  switch (kinds.draw(random)) {
    case 'couple':
      return coupleHousehold(maker, background)
    case 'with-grandparent':
      return withGrandparent(maker, background)
    case 'three-generations':
      return threeGenerations(maker, background)
    case 'widowed':
      return widowedHousehold(maker, background)
    case 'divorced':
      return divorcedHousehold(maker, background)
    case 'single':
      return single(maker, background, random.chance(0.6) ? 'male' : 'female')
    case 'old-and-alone':
      return oldAndAlone(maker, background)
  }
}

function coupleHousehold(maker: PersonMaker, background: Background): Household {
  const { random } = maker
  const couple = drawCouple(maker, background, random.chance(0.7) ? random.between(21, 48) : random.between(48, 80))
  const members = [couple.husband, couple.wife, ...drawChildren(maker, background, couple)]
  if (random.chance(0.03)) members.push(relative(maker, background))
  return { members, deceased: [] }
}

function withGrandparent(maker: PersonMaker, background: Background): Household {
  const { random } = maker
  const couple = drawCouple(maker, background, random.between(24, 48))
  const ofHusband = random.chance(0.5)
  const child = ofHusband ? couple.husband : couple.wife
  const parent = maker.person(
    {
      sex: 'female',
      born: child.born - random.between(years(20), years(33)),
      relation: ofHusband ? 'parent' : 'parent-in-law',
      marital: 'widowed',
    },
    background,
  )
  child.motherId = parent.id
  child.motherName = parent.name
  return { members: [couple.husband, couple.wife, ...drawChildren(maker, background, couple), parent], deceased: [] }
}

function threeGenerations(maker: PersonMaker, background: Background): Household {
  const { random } = maker
  const elders = drawCouple(maker, background, random.between(48, 68), 22)
  const grown = maker.person(
    {
      sex: random.chance(0.5) ? 'male' : 'female',
      // Old enough to have married at nineteen or later, young enough for its parents.
      born: Math.min(elders.marriedOn + random.between(270, years(3)), maker.today - years(22)),
      relation: 'child',
      marital: 'single',
    },
    background,
    { mother: elders.wife, father: elders.husband },
  )
  const other: Sex = grown.sex === 'male' ? 'female' : 'male'
  const spouse = maker.person(
    {
      sex: other,
      born: Math.min(grown.born + random.between(-years(3), years(3)), maker.today - years(21)),
      relation: 'son-in-law',
      marital: 'single',
    },
    { ...maker.background(background.style), religion: background.religion },
  )
  const [husband, wife] = grown.sex === 'male' ? [grown, spouse] : [spouse, grown]
  const young = wed(maker, husband, wife)
  const below: Background = { ...background, familyName: background.familyName && familyNameOf(husband) }
  const grandchildren = drawChildren(maker, below, young).map((child) => ({
    ...child,
    relation: 'grandchild' as const,
  }))
  return { members: [elders.husband, elders.wife, grown, spouse, ...grandchildren], deceased: [] }
}

function widowedHousehold(maker: PersonMaker, background: Background): Household {
  const { random } = maker
  const couple = drawCouple(maker, background, random.between(30, 74))
  const children = drawChildren(maker, background, couple)
  const [left, gone] = random.chance(0.8) ? [couple.wife, couple.husband] : [couple.husband, couple.wife]
  const lastBirth = Math.max(couple.marriedOn, ...children.map((child) => child.born))
  gone.diedOn = random.between(Math.min(lastBirth, maker.today - 40), maker.today - 40)
  gone.relation = gone.sex === 'male' ? 'husband' : 'wife'
  left.relation = 'head'
  left.marital = 'widowed'
  return { members: [left, ...children], deceased: [gone] }
}

function divorcedHousehold(maker: PersonMaker, background: Background): Household {
  const couple = drawCouple(maker, background, maker.random.between(26, 55))
  const children = drawChildren(maker, background, couple)
  const left = maker.random.chance(0.7) ? couple.wife : couple.husband
  left.relation = 'head'
  left.marital = 'divorced'
  // The other parent lives in another region and is known by name only.
  for (const child of children) {
    if (left === couple.wife) child.fatherId = null
    else child.motherId = null
  }
  return { members: [left, ...children], deceased: [] }
}

function single(maker: PersonMaker, background: Background, sex: Sex): Household {
  const born = maker.bornAtAge(20, 34)
  return { members: [maker.person({ sex, born, relation: 'head', marital: 'single' }, background)], deceased: [] }
}

function oldAndAlone(maker: PersonMaker, background: Background): Household {
  const sex: Sex = maker.random.chance(0.75) ? 'female' : 'male'
  const born = maker.bornAtAge(60, 92)
  return { members: [maker.person({ sex, born, relation: 'head', marital: 'widowed' }, background)], deceased: [] }
}

/** Husband as head, and wife; both married at nineteen or later. @param marriedBefore largest age of the wife at marriage */
function drawCouple(maker: PersonMaker, background: Background, wifeAge: number, marriedBefore = 29): Couple {
  const { random } = maker
  const born = maker.bornAtAge(wifeAge, wifeAge + 1)
  const origin = random.chance(0.85) ? background.style : nameStyles.draw(random)
  const wife = maker.person(
    { sex: 'female', born, relation: 'wife', marital: 'married' },
    { ...maker.background(origin), religion: background.religion },
  )
  const husband = maker.person(
    {
      sex: 'male',
      born: Math.min(born - random.between(-years(2), years(7)), maker.today - years(21)),
      relation: 'head',
      marital: 'married',
    },
    background,
  )
  return wed(maker, husband, wife, marriedBefore)
}

function wed(maker: PersonMaker, husband: PersonDraft, wife: PersonDraft, marriedBefore = 29): Couple {
  const earliest = Math.max(husband.born, wife.born) + years(19.1)
  const latest = Math.min(wife.born + years(marriedBefore), maker.today - 40)
  const marriedOn = maker.random.between(earliest, Math.max(earliest, latest))
  maker.marry(husband, wife, marriedOn)
  return { husband, wife, marriedOn }
}

/** Children still at home, eldest first. */
function drawChildren(maker: PersonMaker, background: Background, { husband, wife, marriedOn }: Couple): PersonDraft[] {
  const { random } = maker
  const children: PersonDraft[] = []
  const wished = wishedChildren.draw(random)
  const end = Math.min(maker.today - unregisteredDays, wife.born + years(43))
  let born = marriedOn + random.between(270, 1000)
  for (let count = 0; count < wished && born <= end; count += 1) {
    const births = random.chance(0.012) ? 2 : 1
    for (let twin = 0; twin < births; twin += 1) {
      const age = maker.ageOf(born)
      const left = age >= 20 && random.chance(age >= 28 ? 0.9 : 0.5)
      const sex: Sex = random.chance(0.512) ? 'male' : 'female'
      const parents = { mother: wife, father: husband }
      if (!left) children.push(maker.person({ sex, born, relation: 'child', marital: 'single' }, background, parents))
    }
    born += random.between(years(1.6), years(6))
  }
  return children
}

function relative(maker: PersonMaker, background: Background): PersonDraft {
  const born = maker.bornAtAge(8, 30)
  const sex: Sex = maker.random.chance(0.5) ? 'male' : 'female'
  return maker.person({ sex, born, relation: 'relative', marital: 'single' }, background)
}

function familyNameOf(person: PersonDraft): string {
  return person.name.split(' ').at(-1) as string
}
