import { readFileSync } from 'node:fs'
import { fromRoot } from '#kernel/paths.ts'

/*
 * Families that guides, tests and other parts of the demo name: src/demo/known/*.csv. Their numbers follow
 * the rules of NIK and KK (checked by known-people.test.ts) and are written out so that they can be copied.
 */

export interface KnownMember {
  /** Under which `demoPeople` lists the person; "" for the others. */
  readonly key: string
  readonly name: string
  readonly nik: string
  readonly sex: 'male' | 'female'
  readonly birthOn: string
  readonly relation: 'head' | 'wife' | 'child'
  readonly marital: 'single' | 'married' | 'married-unrecorded'
  readonly education: string
  readonly occupation: string
}

/** A baby that is not in the register, with what its parents could tell the counter. */
export interface UnregisteredBirth {
  readonly name: string
  readonly sex: 'male' | 'female'
  /** Days before the demo was loaded. */
  readonly daysAgo: number
  readonly place: string
  readonly placeKind: 'hospital' | 'health-centre' | 'home'
  /** Number of the birth letter (surat keterangan kelahiran); "" for a birth at home. */
  readonly letterNumber: string
}

export interface KnownFamily {
  readonly kkNumber: string
  readonly villageCode: string
  readonly address: string
  readonly rt: string
  readonly rw: string
  /** The day in the KK number, and the day of the card as it is now. */
  readonly numberedOn: string
  readonly issuedOn: string
  readonly version: number
  readonly religion: string
  /** Number "": married before the faith but not recorded. */
  readonly marriage: { readonly on: string; readonly number: string } | undefined
  readonly members: readonly KnownMember[]
  readonly birth: UnregisteredBirth | undefined
}

export interface DemoPerson {
  readonly name: string
  readonly nik: string
  readonly kkNumber: string
  readonly birthOn: string
  readonly villageCode: string
}

export const knownFamilies: readonly KnownFamily[] = readFamilies()

/**
 * The people of the guide: `sekar` and `bima` with their first child `arka` and an unregistered baby, and
 * the employees `wening` (head of Dukcapil), `laras` (verifier), `bagas` (front office, Mekarsari),
 * `ratih` (register officer), `yusuf` (administrator), `kartika` (auditor), and the midwife `yakomina`.
 */
export const demoPeople = {
  sekar: getKnown('sekar'),
  bima: getKnown('bima'),
  arka: getKnown('arka'),
  wening: getKnown('wening'),
  laras: getKnown('laras'),
  bagas: getKnown('bagas'),
  ratih: getKnown('ratih'),
  yusuf: getKnown('yusuf'),
  kartika: getKnown('kartika'),
  yakomina: getKnown('yakomina'),
} as const

/** Mothers of unregistered babies, Sekar first; each stands for another turn of the service. */
export const demoBirths: readonly { readonly mother: DemoPerson; readonly birth: UnregisteredBirth }[] =
  knownFamilies.flatMap((family) => {
    const mother = family.members.find((member) => member.sex === 'female' && member.relation !== 'child')
    return mother && family.birth ? [{ mother: person(family, mother), birth: family.birth }] : []
  })

function getKnown(key: string): DemoPerson {
  for (const family of knownFamilies) {
    const member = family.members.find((each) => each.key === key)
    if (member) return person(family, member)
  }
  throw new Error(`src/demo/known/persons.csv names nobody "${key}"`)
}

function person({ kkNumber, villageCode }: KnownFamily, { name, nik, birthOn }: KnownMember): DemoPerson {
  return { name, nik, kkNumber, birthOn, villageCode }
}

function readFamilies(): KnownFamily[] {
  const persons = readTable('persons.csv')
  return readTable('families.csv').map((row) => ({
    kkNumber: row('kkNumber'),
    villageCode: row('villageCode'),
    address: row('address'),
    rt: row('rt'),
    rw: row('rw'),
    numberedOn: row('numberedOn'),
    issuedOn: row('issuedOn'),
    version: Number(row('version')),
    religion: row('religion'),
    marriage: row('marriedOn') ? { on: row('marriedOn'), number: row('marriageNumber') } : undefined,
    members: persons
      .filter((member) => member('kkNumber') === row('kkNumber'))
      .map((member) => ({
        key: member('key'),
        name: member('name'),
        nik: member('nik'),
        sex: member('sex') as KnownMember['sex'],
        birthOn: member('birthOn'),
        relation: member('relation') as KnownMember['relation'],
        marital: member('marital') as KnownMember['marital'],
        education: member('education'),
        occupation: member('occupation'),
      })),
    birth: row('birthName') ? readBirth(row) : undefined,
  }))
}

function readBirth(row: (column: string) => string): UnregisteredBirth {
  return {
    name: row('birthName'),
    sex: row('birthSex') as UnregisteredBirth['sex'],
    daysAgo: Number(row('birthDaysAgo')),
    place: row('birthPlace'),
    placeKind: row('birthPlaceKind') as UnregisteredBirth['placeKind'],
    letterNumber: row('birthLetterNumber'),
  }
}

/** Rows as readers of one column; the files have no quotes and no semicolons within fields. */
function readTable(file: string): ((column: string) => string)[] {
  const [head = '', ...lines] = readFileSync(fromRoot('src/demo/known', file), 'utf8').trimEnd().split('\n')
  const columns = head.split(';')
  return lines.map((line) => {
    const fields = line.split(';')
    return (column) => fields[columns.indexOf(column)] ?? ''
  })
}
