import { invalidField } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPersonByNik, getPerson, maritalStatusLabels, openNik, type Person } from '#modules/people/index.ts'
import type { EffectInput } from '#modules/services/index.ts'
import { parentsLine } from './words.ts'

/** One of a couple, from the register or, for who lives elsewhere, as reported. */
export interface Spouse {
  /** Undefined for who is not in this register. */
  readonly person: Person | undefined
  readonly sex: 'male' | 'female'
  readonly name: string
  /** Undefined for a foreigner. */
  readonly nik: string | undefined
  readonly birthPlace: string
  /** ISO day. */
  readonly birthOn: string
  readonly faith: string
  readonly citizenship: string
  /** In the words of the family card. */
  readonly statusBefore: string
  readonly parents: string
  readonly passportNumber: string | undefined
}

export interface Couple {
  readonly husband: Spouse
  readonly wife: Spouse
  readonly applicant: Spouse
  readonly other: Spouse
}

/** Religions as the form asks them, in the words of the family card. */
const faithWords: Readonly<Record<string, string>> = {
  islam: 'Islam',
  kristen: 'Kristen',
  katolik: 'Katolik',
  hindu: 'Hindu',
  buddha: 'Buddha',
  khonghucu: 'Khonghucu',
  kepercayaan: 'Kepercayaan terhadap Tuhan YME',
}
type Before = keyof typeof maritalStatusLabels

/** The two that a report names, as they stood before it. @throws invalid-input for a spouse who is not in the register */
export async function coupleOf(input: Pick<EffectInput, 'tx' | 'context' | 'answers' | 'applicantPersonId'>) {
  const { tx, context, answers } = input
  const { tenant } = context
  const text = (name: string) => String(answers[name] ?? '')
  const mine = registered(await getPerson(tx, input.applicantPersonId), tenant)
  const nik = spouseNikOf(text)
  const known = nik ? await findPersonByNik(tenant, tx, nik) : undefined
  if (text('spouseKind') === 'here' && !known) {
    throw invalidField(
      'spouseNik',
      'NIK pasangan tidak ada pada register daerah. Kembalikan berkas agar pelapor memperbaikinya.',
      'The NIK of the spouse is not in the regional register. Send the file back for correction.',
    )
  }
  const other = known ? registered(known, tenant) : reported(text, mine, nik)
  const [husband, wife] = mine.sex === 'male' ? [mine, other] : [other, mine]
  return { husband, wife, applicant: mine, other } satisfies Couple
}

/** Two who are married by the register; the other one may live elsewhere and be known by name only. */
export function partnersOf(
  tenant: Tenant,
  applicant: Person,
  spouse: Person | undefined,
  reportedName: string,
): Pick<Couple, 'husband' | 'wife'> {
  const mine = registered(applicant, tenant)
  const other = spouse ? registered(spouse, tenant) : byName(reportedName, mine)
  return mine.sex === 'male' ? { husband: mine, wife: other } : { husband: other, wife: mine }
}

function byName(name: string, beside: Spouse): Spouse {
  return {
    person: undefined,
    sex: beside.sex === 'male' ? 'female' : 'male',
    name,
    nik: undefined,
    birthPlace: '',
    birthOn: '',
    faith: '-',
    citizenship: '-',
    statusBefore: '-',
    parents: '-',
    passportNumber: undefined,
  }
}

/** Asked in one of two fields, by how the spouse agrees. */
export function spouseNikOf(text: (name: string) => string): string | undefined {
  if (text('spouseKind') === 'foreigner') return undefined
  const byAccount = text('spouseKind') === 'here' && text('confirmBy') === 'account'
  return (byAccount ? text('spouseNik') : text('spouseNikAtCounter')) || undefined
}

function registered(person: Person, tenant: Tenant): Spouse {
  return {
    person,
    sex: person.sex,
    name: person.fullName,
    nik: openNik(tenant, person),
    birthPlace: person.birthPlace,
    birthOn: person.birthOn,
    faith: person.religion,
    citizenship: person.citizenship === 'WNI' ? 'Warga Negara Indonesia' : person.citizenship,
    statusBefore: maritalStatusLabels[person.maritalStatus].id,
    parents: parentsLine(person),
    passportNumber: undefined,
  }
}

function reported(text: (name: string) => string, beside: Spouse, nik: string | undefined): Spouse {
  const status = (text('spouseStatus') || 'single') as Before
  return {
    person: undefined,
    sex: beside.sex === 'male' ? 'female' : 'male',
    name: text('spouseName'),
    nik,
    birthPlace: text('spouseBirthPlace'),
    birthOn: text('spouseBirthOn'),
    faith: faithWords[text('spouseFaith')] ?? '-',
    citizenship: text('spouseCountry') || 'Warga Negara Indonesia',
    statusBefore: maritalStatusLabels[status].id,
    parents: parentsLine({ fatherName: text('spouseFather'), motherName: text('spouseMother') }),
    passportNumber: text('passportNumber') || undefined,
  }
}

/** Rows of one of the two, as certificates of marriage and divorce print them. */
export function spouseRows(spouse: Spouse, more: readonly { label: string; value: string }[] = []) {
  return [
    {
      label: 'Tempat, tanggal lahir',
      value: spouse.birthOn ? `${spouse.birthPlace}, ${formatDay(Temporal.PlainDate.from(spouse.birthOn), 'id')}` : '-',
    },
    { label: 'Agama', value: spouse.faith },
    { label: 'Kewarganegaraan', value: spouse.citizenship },
    ...(spouse.passportNumber ? [{ label: 'Nomor paspor', value: spouse.passportNumber }] : []),
    ...more,
    { label: 'Anak dari', value: spouse.parents },
  ]
}
