declare const nikBrand: unique symbol
declare const kkBrand: unique symbol

/** Nomor Induk Kependudukan: 16 digits without spaces. */
export type Nik = string & { readonly [nikBrand]?: true }
/** Nomor Kartu Keluarga: 16 digits without spaces. */
export type KkNumber = string & { readonly [kkBrand]?: true }

export type Sex = 'male' | 'female'

export const maritalStatuses = ['single', 'married', 'married-unrecorded', 'divorced', 'widowed'] as const
export type MaritalStatus = (typeof maritalStatuses)[number]

export const familyRelations = [
  'head',
  'husband',
  'wife',
  'child',
  'son-in-law',
  'grandchild',
  'parent',
  'parent-in-law',
  'relative',
  'helper',
  'other',
] as const
export type FamilyRelation = (typeof familyRelations)[number]

/** Only active people stand on family cards; see `people.person.status`. */
export const personStatuses = ['active', 'moved', 'dead', 'duplicate', 'void'] as const
export type PersonStatus = (typeof personStatuses)[number]

/** `moved`: the whole family has left the region. `closed`: nobody is left on the card. */
export const familyStatuses = ['active', 'moved', 'closed'] as const
export type FamilyStatus = (typeof familyStatuses)[number]

/** What may happen to people and families, as the register of events names it. */
export const eventKinds = [
  'entry',
  'import',
  'birth',
  'stillbirth',
  'death',
  'marriage',
  'divorce',
  'annulment',
  'divorce-annulment',
  'recognition',
  'legitimation',
  'adoption',
  'adoption-annulment',
  'name-change',
  'sex-change',
  'data-change',
  'citizenship-change',
  'family-new',
  'family-split',
  'family-join',
  'family-renewed',
  'head-change',
  'move-within',
  'move-out',
  'move-in',
  'departure-abroad',
  'return-from-abroad',
  'correction',
  'cancellation',
  'merge',
  'check',
] as const
export type EventKind = (typeof eventKinds)[number]

/** Added to the day of birth of women in a NIK. */
const femaleDays = 40

/**
 * Reads a NIK as people write it: with spaces, dots or dashes. Only its form is judged.
 * @returns undefined when it is not 16 digits
 * @basis UU 23/2006 pasal 1 angka 12; PP 37/2007 pasal 37
 */
export function parseNik(text: string): Nik | undefined {
  const digits = text.replace(/[\s.\-\u2010-\u2015]/g, '')
  return /^\d{16}$/.test(digits) ? digits : undefined
}

/** A KK number as people write it. @basis UU 23/2006 pasal 61 */
export function parseKkNumber(text: string): KkNumber | undefined {
  return parseNik(text)
}

/** `99 01 02 60 11 26 0001`: province, regency, district, day, month, year, sequence. */
export function formatNik(nik: Nik): string {
  return nik.replace(/^(..)(..)(..)(..)(..)(..)(....)$/, '$1 $2 $3 $4 $5 $6 $7')
}

/** `99 01 ** ** ** ** 0001`: enough to tell two people apart, without birth date or district. */
export function maskNik(nik: Nik): string {
  return formatNik(nik).replace(/^(.. ..) .. .. .. .. (....)$/, '$1 ** ** ** ** $2')
}

export interface NikParts {
  /** Dotted code of the district of first registration, perhaps one that has since been split. */
  readonly district: string
  /** Undefined when the digits are not a date. */
  readonly birthOn: Temporal.PlainDate | undefined
  readonly sex: Sex
  readonly sequence: number
}

/**
 * What a NIK says. The year has two digits: of the possible centuries the latest that is not in the
 * future is meant, which is wrong for people over a hundred, so a recorded birth date always wins.
 * @basis PP 37/2007 pasal 37: kode wilayah, tanggal lahir (perempuan ditambah 40), nomor urut
 */
export function nikParts(nik: Nik, today: Temporal.PlainDate): NikParts {
  const numbers = [0, 2, 4, 6, 8, 10].map((start) => Number(nik.slice(start, start + 2)))
  const [, , , codedDay = 0, month = 0, shortYear = 0] = numbers
  const female = codedDay > femaleDays
  return {
    district: `${nik.slice(0, 2)}.${nik.slice(2, 4)}.${nik.slice(4, 6)}`,
    birthOn: latestDate(female ? codedDay - femaleDays : codedDay, month, shortYear, today),
    sex: female ? 'female' : 'male',
    sequence: Number(nik.slice(12)),
  }
}

function latestDate(day: number, month: number, shortYear: number, today: Temporal.PlainDate) {
  const century = Math.trunc(today.year / 100) * 100
  for (const year of [century + shortYear, century - 100 + shortYear]) {
    const date = dateOrUndefined(year, month, day)
    if (date && Temporal.PlainDate.compare(date, today) <= 0) return date
  }
  return undefined
}

function dateOrUndefined(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

export type NikWarning = 'birth-date-differs' | 'sex-differs' | 'date-unreadable' | 'sequence-missing'

/**
 * Where a NIK disagrees with what is known of its holder. Warnings for an officer, never a reason to
 * refuse: a NIK is for life and stays when birth date or sex are corrected or the region is split.
 * @basis PP 40/2019 (NIK berlaku seumur hidup dan tidak berubah)
 */
export function nikPlausibility(nik: Nik, person: { readonly birthOn: string; readonly sex: Sex }): NikWarning[] {
  const born = Temporal.PlainDate.from(person.birthOn)
  const parts = nikParts(nik, born)
  const warnings: NikWarning[] = []
  if (!parts.birthOn && !isCodedDate(nik)) warnings.push('date-unreadable')
  else if (nik.slice(8, 12) !== monthAndYear(born) || Number(nik.slice(6, 8)) % femaleDays !== born.day) {
    warnings.push('birth-date-differs')
  }
  if (parts.sex !== person.sex) warnings.push('sex-differs')
  if (parts.sequence === 0) warnings.push('sequence-missing')
  return warnings
}

/** True when the six digits are a date in some century. */
function isCodedDate(nik: Nik): boolean {
  return nikParts(nik, Temporal.PlainDate.from('2399-12-31')).birthOn !== undefined
}

/** The first twelve digits of a new NIK. @basis PP 37/2007 pasal 37 */
export function nikPrefix(districtCode: string, birthOn: Temporal.PlainDate | string, sex: Sex): string {
  const born = Temporal.PlainDate.from(birthOn)
  const day = born.day + (sex === 'female' ? femaleDays : 0)
  return `${districtDigits(districtCode)}${twoDigits(day)}${monthAndYear(born)}`
}

/** The first twelve digits of a new KK number: district and day of issue. */
export function kkPrefix(districtCode: string, issuedOn: Temporal.PlainDate | string): string {
  const issued = Temporal.PlainDate.from(issuedOn)
  return `${districtDigits(districtCode)}${twoDigits(issued.day)}${monthAndYear(issued)}`
}

export function withSequence(prefix: string, sequence: number): string {
  if (!/^\d{12}$/.test(prefix) || sequence < 1 || sequence > 9999) throw new RangeError(`${prefix} ${sequence}`)
  return prefix + String(sequence).padStart(4, '0')
}

/** District of a village: 99.01.02.2003 lies in 99.01.02. */
export function districtOf(villageCode: string): string {
  return villageCode.split('.').slice(0, 3).join('.')
}

function districtDigits(districtCode: string): string {
  const digits = districtCode.replaceAll('.', '')
  if (!/^\d{6}$/.test(digits)) throw new RangeError(`district code ${districtCode}`)
  return digits
}

function monthAndYear(date: Temporal.PlainDate): string {
  return `${twoDigits(date.month)}${twoDigits(date.year % 100)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** Full years on a day. */
export function ageOn(birthOn: string, day: Temporal.PlainDate): number {
  return Temporal.PlainDate.from(birthOn).until(day, { largestUnit: 'year' }).years
}

/**
 * How a child stands to the head of a family, by how its parents do: the child of the head or of the
 * head's spouse is `child`, the child of a child is `grandchild`.
 */
export function relationOfChild(parents: readonly (FamilyRelation | undefined)[]): FamilyRelation {
  if (parents.some((relation) => relation === 'head' || relation === 'wife' || relation === 'husband')) return 'child'
  if (parents.some((relation) => relation === 'child' || relation === 'son-in-law')) return 'grandchild'
  return 'relative'
}

/** Names as registers compare them: letters alone, so that case, accents, points and apostrophes make no difference. */
export function sameName(a: string, b: string): boolean {
  const letters = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^\p{L}]/gu, '')
      .toLowerCase()
  return letters(a) === letters(b)
}
