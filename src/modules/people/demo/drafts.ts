import type { DemoIds, Random } from '../../../demo/random.ts'
import type { FamilyRelation, MaritalStatus, Sex } from '../domain.ts'
import { dayTexts, years } from './days.ts'
import { drawFamilyName, drawName, type NameStyle } from './names.ts'
import {
  civilServant,
  drawBirthPlace,
  drawBloodType,
  drawEducation,
  drawOccupation,
  drawReligion,
  isSchooled,
} from './traits.ts'

/** A person before numbers are given out. Days are counted from 1970 (see days.ts). */
export interface PersonDraft {
  readonly id: string
  readonly name: string
  readonly sex: Sex
  readonly born: number
  readonly birthPlace: string
  readonly religion: string
  education: string
  occupation: string
  marital: MaritalStatus
  readonly blood: string | null
  relation: FamilyRelation
  motherId: string | null
  fatherId: string | null
  motherName: string
  fatherName: string
  birthCertificate: string | null
  marriageCertificate: string | null
  marriedOn: number | null
  diedOn: number | null
  /** A fixed number of a person the guide names; others get the next of their sequence. */
  readonly nik?: string | undefined
}

/** A village as far as people who settle there need it. */
export interface SettledVillage {
  readonly code: string
  readonly postalCode: string
  readonly streets: readonly string[]
}

export interface FamilyDraft {
  readonly id: string
  readonly villageCode: string
  readonly postalCode: string
  readonly address: string
  readonly rt: string
  readonly rw: string
  readonly kkNumber?: string | undefined
  /** The day in the KK number, when the household was first registered. */
  readonly numberedOn: number
  readonly issuedOn: number
  readonly version: number
  /** The head first. */
  readonly members: readonly PersonDraft[]
  /** Spouses who died: in the register, on no family card. */
  readonly deceased: readonly PersonDraft[]
}

/** What all members of one household share. */
export interface Background {
  readonly style: NameStyle
  readonly religion: string
  readonly familyName: string | undefined
}

export interface Wanted {
  readonly sex: Sex
  readonly born: number
  readonly relation: FamilyRelation
  readonly marital: MaritalStatus
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** Draws single people and certificate numbers; households are put together in household.ts. */
export class PersonMaker {
  constructor(
    readonly random: Random,
    readonly ids: DemoIds,
    readonly today: number,
    /** Share of adults of working age who are civil servants. */
    private readonly servantShare: number,
    /** Certificate numbers given out so far in the whole region, by their series. */
    private readonly issued: Map<string, number>,
  ) {}

  background(style: NameStyle): Background {
    return { style, religion: drawReligion(style, this.random), familyName: drawFamilyName(style, this.random) }
  }

  ageOf(born: number): number {
    return Math.floor((this.today - born) / 365.25)
  }

  person(
    wanted: Wanted,
    background: Background,
    parents?: { mother?: PersonDraft; father?: PersonDraft },
  ): PersonDraft {
    const { random } = this
    const { sex, born } = wanted
    const { style, religion, familyName } = background
    const age = this.ageOf(born)
    const year = dayTexts(born).year
    const married = wanted.marital !== 'single'
    const drawn = drawEducation(age, random)
    const serves = age >= 24 && age <= 57 && random.chance(this.servantShare)
    const education = serves && !isSchooled(drawn) ? 'Diploma IV/Strata I' : drawn
    return {
      id: this.ids.next(),
      name: drawName(style, sex, year, familyName, random),
      sex,
      born,
      birthPlace: drawBirthPlace(age, random),
      religion,
      education,
      occupation: serves ? civilServant : drawOccupation(age, sex, education, married, random),
      marital: wanted.marital,
      blood: drawBloodType(random),
      relation: wanted.relation,
      motherId: parents?.mother?.id ?? null,
      fatherId: parents?.father?.id ?? null,
      motherName: parents?.mother?.name ?? drawName(style, 'female', year - 26, undefined, random),
      fatherName: parents?.father?.name ?? drawName(style, 'male', year - 29, familyName, random),
      birthCertificate: random.chance(year > 2000 ? 0.98 : year > 1980 ? 0.8 : 0.4)
        ? this.birthCertificate(born)
        : null,
      marriageCertificate: null,
      marriedOn: null,
      diedOn: null,
    }
  }

  /** `9901-LU-15112018-0023`: LU in time, LT after 60 days. @basis UU 23/2006 pasal 27 dan 32 */
  private birthCertificate(born: number): string {
    const late = this.random.chance(0.15)
    const registered = Math.min(
      this.today - 1,
      born + (late ? this.random.between(61, 2500) : this.random.between(2, 55)),
    )
    return `9901-${registered - born > 60 ? 'LT' : 'LU'}-${dayTexts(registered).long}-${this.next(`birth ${registered}`)}`
  }

  /** Both spouses carry the number: of the marriage book (Islam) or of the civil register. */
  marry(husband: PersonDraft, wife: PersonDraft, on: number): void {
    const recorded = this.random.chance(0.97)
    const { month, year, long } = dayTexts(on)
    const number = !recorded
      ? null
      : husband.religion === 'Islam'
        ? `${this.next(`book ${year}`)}/${String(this.random.between(1, 99)).padStart(3, '0')}/${roman[month - 1]}/${year}`
        : `9901-KW-${long}-${this.next(`marriage ${on}`)}`
    for (const spouse of [husband, wife]) {
      spouse.marital = recorded ? 'married' : 'married-unrecorded'
      spouse.marriageCertificate = number
      spouse.marriedOn = on
    }
  }

  private next(key: string): string {
    const number = (this.issued.get(key) ?? 0) + 1
    this.issued.set(key, number)
    return String(number).padStart(4, '0')
  }

  /** A day on which somebody of about this age was born. */
  bornAtAge(low: number, high: number): number {
    return this.today - this.random.between(years(low), years(high))
  }
}
