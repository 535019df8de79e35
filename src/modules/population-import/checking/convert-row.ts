import type { FamilyRelation, MaritalStatus, Sex, StagedPerson } from '#modules/people/index.ts'
import { knownMeaning } from '../mapping/codes.ts'
import { type CodeField, type FieldName, fieldNames } from '../mapping/fields.ts'
import { type ColumnFacts, type Mapping, translationOf } from '../mapping/mapping.ts'
import type { RawRow } from '../reading/raw-row.ts'
import { dateReaders, type ReadDay } from './convert-date.ts'
import { cleanName, cleanText, digitsOf, isOddName, maskText, nikRemarks, padNumber } from './convert-values.ts'
import type { RowFinding } from './problem-codes.ts'
import { dottedCode, type Neighbourhoods, plainVillage, type Villages } from './villages.ts'

export interface Finding {
  readonly severity: 'error' | 'warning'
  readonly code: RowFinding
  readonly field: FieldName
  /** Masked. */
  readonly shown: string | undefined
}

/** One row as it would be entered, with what was found in it; `person` may be believed only without errors. */
export interface ConvertedRow {
  readonly person: StagedPerson
  readonly findings: readonly Finding[]
  readonly hasError: boolean
}

export type RowConverter = (row: RawRow) => ConvertedRow

const limits: Partial<Record<FieldName, number>> = {
  fullName: 100,
  birthPlace: 100,
  address: 200,
  motherName: 100,
  fatherName: 100,
  occupation: 100,
}
const certificateLimit = 60
const grownAge = 17

/** Makes the reading of rows for one mapping; what depends only on the mapping is worked out once. */
export function rowConverter(
  mapping: Mapping,
  columns: readonly ColumnFacts[],
  villages: Villages,
  today: string,
  neighbourhoods?: Neighbourhoods | undefined,
  oldest = Number.POSITIVE_INFINITY,
): RowConverter {
  const at = Object.fromEntries(fieldNames.map((name) => [name, mapping.columns[name] ?? -1])) as Record<
    FieldName,
    number
  >
  const codes = new Map<string, string | undefined>()
  const places = new Map<string, string | RowFinding>()
  const readDay = dateReaders(mapping, columns)
  const thisYear = Number(today.slice(0, 4))

  const meaning = (field: CodeField, value: string): string | undefined => {
    const key = `${field} ${value}`
    if (!codes.has(key)) codes.set(key, translationOf(mapping, field, value) ?? knownMeaning(field, value))
    return codes.get(key)
  }
  const placeOf = (code: string, village: string, district: string): string | RowFinding => {
    const key = `${code}|${village}|${district}`
    const known = places.get(key)
    if (known) return known
    const found = findVillage(villages, mapping, code, village, district)
    if (places.size > 20_000) places.clear()
    places.set(key, found)
    return found
  }

  return (row) => {
    const findings: Finding[] = []
    let hasError = false
    const error = (code: RowFinding, field: FieldName, shown?: string) => {
      hasError = true
      findings.push({ severity: 'error', code, field, shown: shown && maskText(shown) })
    }
    const warn = (code: RowFinding, field: FieldName, shown?: string) =>
      findings.push({ severity: 'warning', code, field, shown: shown && maskText(shown) })
    const raw = (field: FieldName): string => {
      const column = at[field]
      const cell = column < 0 ? '' : cleanText(row.cells[column] ?? '')
      return cell === '' || cell === '-' ? (mapping.fill[field] ?? '') : cell
    }
    const needed = (field: FieldName): string => {
      const value = raw(field)
      if (value === '') error('empty', field)
      return value
    }
    const short = (field: FieldName, value: string): string => {
      if (value.length > (limits[field] ?? certificateLimit)) error('too-long', field, value)
      return value
    }
    const number = (field: 'nik' | 'kkNumber'): string => {
      const value = needed(field)
      if (value === '') return ''
      const column = at[field]
      const digits = digitsOf(value, row.kinds?.[column] === 'n')
      if (digits.length === 16 && !/^(\d)\1{15}$/.test(digits)) return digits
      const code =
        digits === 'lost' ? 'number-lost-digits' : digits.length === 16 ? 'number-placeholder' : 'number-length'
      findings.push({ severity: 'error', code, field, shown: `${value.length}` })
      hasError = true
      return ''
    }
    const name = (field: FieldName, value: string): string => {
      const clean = short(field, cleanName(value))
      if (clean !== '' && isOddName(clean)) error('odd-name', field, clean)
      return clean
    }
    const code = (field: CodeField): string => {
      const value = needed(field)
      if (value === '') return ''
      const meant = meaning(field, value)
      if (meant === undefined || meant === '') {
        findings.push({ severity: 'error', code: 'value-unknown', field, shown: value.slice(0, 40) })
        hasError = true
      }
      return meant ?? ''
    }
    const optionalCode = (field: CodeField): string | undefined => {
      const value = raw(field)
      if (value === '') return undefined
      const meant = meaning(field, value)
      if (meant === undefined) {
        findings.push({ severity: 'error', code: 'value-unknown', field, shown: value.slice(0, 40) })
        hasError = true
      }
      return meant || undefined
    }
    const parentNik = (field: 'motherNik' | 'fatherNik'): string | undefined => {
      const value = raw(field)
      if (value === '') return undefined
      const digits = digitsOf(value, row.kinds?.[at[field]] === 'n')
      if (digits.length === 16 && !/^(\d)\1{15}$/.test(digits)) return digits
      // Lists that know no parent write a nought.
      if (/[1-9]/.test(value)) warn('parent-nik-unreadable', field)
      return undefined
    }
    const day = (field: 'birthOn' | 'marriedOn', value: string, nik: string): string | undefined => {
      const read: ReadDay = readDay(field, value, row.kinds?.[at[field]] === 'd', nik)
      if (read.warning) warn(read.warning, field)
      if (read.error) error(read.error, field, value)
      if (read.day !== undefined && read.day > today) error('date-future', field, value)
      return read.day
    }

    const nik = number('nik')
    const kkNumber = number('kkNumber')
    const fullName = name('fullName', needed('fullName'))
    const sex = code('sex') as Sex
    const relation = code('relation') as FamilyRelation
    const bornText = needed('birthOn')
    const birthOn = bornText === '' ? undefined : day('birthOn', bornText, nik)
    const maritalStatus = code('maritalStatus') as MaritalStatus
    const marriedText = raw('marriedOn')
    // Lists that know no day write noughts.
    const marriedOn = /[1-9]/.test(marriedText) ? day('marriedOn', marriedText, '') : undefined
    if (marriedOn && birthOn && marriedOn < birthOn) error('married-before-birth', 'marriedOn', marriedText)
    if (birthOn && nik) for (const remark of nikRemarks(nik, birthOn, sex)) warn(remark, 'nik')
    if (birthOn && thisYear - Number(birthOn.slice(0, 4)) > oldest) warn('very-old', 'birthOn', bornText)
    if ((relation === 'wife' && sex === 'male') || (relation === 'husband' && sex === 'female'))
      warn('relation-sex', 'relation')
    if (
      relation === 'head' &&
      maritalStatus === 'single' &&
      birthOn &&
      thisYear - Number(birthOn.slice(0, 4)) < grownAge
    )
      warn('young-head', 'relation')
    const [rt, rw] = neighbourhood(raw('rt'), raw('rw'), raw('rtRw'))
    const village = placeOf(raw('villageCode'), raw('villageName'), raw('districtName'))
    if (!/^\d/.test(village))
      error(
        village as RowFinding,
        at.villageCode >= 0 ? 'villageCode' : 'villageName',
        raw('villageCode') || raw('villageName'),
      )
    const standing = neighbourhoods?.standing(village, rt, rw)
    if (standing === 'closed' || standing === 'unknown') {
      findings.push({ severity: 'warning', code: `neighbourhood-${standing}`, field: 'rt', shown: `RT ${rt} RW ${rw}` })
    }
    const motherName = raw('motherName')
    const fatherName = raw('fatherName')
    const person: StagedPerson = {
      row: row.number,
      nik,
      kkNumber,
      fullName,
      sex,
      birthPlace: short('birthPlace', needed('birthPlace')),
      birthOn: birthOn ?? '',
      religion: code('religion'),
      education: code('education'),
      occupation: code('occupation'),
      maritalStatus,
      bloodType: optionalCode('bloodType'),
      citizenship: raw('citizenship') === '' ? 'WNI' : code('citizenship'),
      relation,
      motherNik: parentNik('motherNik'),
      fatherNik: parentNik('fatherNik'),
      motherName: motherName === '' ? undefined : short('motherName', cleanName(motherName)),
      fatherName: fatherName === '' ? undefined : short('fatherName', cleanName(fatherName)),
      birthCertificateNumber: short('birthCertificateNumber', raw('birthCertificateNumber')) || undefined,
      marriageCertificateNumber: short('marriageCertificateNumber', raw('marriageCertificateNumber')) || undefined,
      marriedOn,
      place: {
        address: short('address', needed('address')),
        rt,
        rw,
        villageCode: village,
        postalCode: /^\d{5}$/.test(raw('postalCode')) ? raw('postalCode') : undefined,
      },
    }
    return { person, findings, hasError }
  }
}

function neighbourhood(rt: string, rw: string, both: string): [string, string] {
  if (both === '') return [padNumber(rt), padNumber(rw)]
  const [one = '', two = ''] = both.split(/[/\\|-]/)
  return [padNumber(rt || one), padNumber(rw || two)]
}

function findVillage(
  villages: Villages,
  mapping: Mapping,
  code: string,
  village: string,
  district: string,
): string | RowFinding {
  if (code !== '') {
    const dotted = dottedCode(code)
    if (dotted && villages.byCode.has(dotted)) return dotted
    if (village === '') return 'village-unknown'
  }
  if (village !== '') {
    const found =
      villages.byName.get(`${plainVillage(village)}|${plainVillage(district)}`) ??
      villages.byName.get(plainVillage(village)) ??
      []
    // A district that does not fit is not passed over.
    const fitting =
      district === '' ? found : (villages.byName.get(`${plainVillage(village)}|${plainVillage(district)}`) ?? [])
    if (fitting.length === 1) return fitting[0] as string
    return fitting.length > 1 ? 'village-ambiguous' : 'village-unknown'
  }
  return mapping.village ?? 'village-unknown'
}
