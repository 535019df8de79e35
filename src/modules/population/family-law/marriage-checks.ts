import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import {
  ageOn,
  findKinship,
  findPerson,
  findPersonByNik,
  findSpouse,
  kinshipLabels,
  type Person,
  sameName,
} from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { Answers, RegisterCheck } from '#modules/services/index.ts'
import { spouseNikOf } from './spouses.ts'

type Say = RegisterCheck['say']

const say = {
  match: { id: 'cocok dengan register', en: 'matches the register' },
  unknown: { id: 'tidak ada pada register', en: 'not in the register' },
  free: { id: 'tidak terikat perkawinan lain', en: 'not married to another' },
  married: { id: 'masih terikat perkawinan pada register', en: 'still married in the register' },
  ended: { id: 'perkawinan sebelumnya berakhir menurut register', en: 'the former marriage ended in the register' },
  noProof: {
    id: 'register belum memuat akhir perkawinan sebelumnya: periksa lampiran',
    en: 'the register does not hold the end of the former marriage: look at the attachment',
  },
  unrelated: { id: 'bukan kerabat menurut register', en: 'not related in the register' },
  muslim: { id: 'beragama Islam pada register: perkawinan dicatat KUA', en: 'a Muslim: recorded by the KUA' },
  faiths: {
    id: 'agama pada register berbeda: perlu penetapan pengadilan (UU 23/2006 pasal 35)',
    en: 'different religions in the register: a court decision is needed (UU 23/2006 art. 35)',
  },
  waiting: {
    id: 'masa tunggu belum lewat (PP 9/1975 pasal 39)',
    en: 'the waiting time is not over (PP 9/1975 art. 39)',
  },
  gone: { id: 'tidak lagi tercatat di sini', en: 'no longer registered here' },
} satisfies Record<string, Say>

/** What the register answers to a report of a marriage, row by row. @basis UU 1/1974 pasal 3, 7, 8, 11 */
export async function marriageChecks(
  tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  applicantPersonId: string,
): Promise<RegisterCheck[]> {
  const text = (name: string) => (typeof answers[name] === 'string' ? (answers[name] as string) : '')
  const applicant = await findPerson(db, applicantPersonId)
  const nik = spouseNikOf(text)
  const field = text('confirmBy') === 'account' && text('spouseKind') === 'here' ? 'spouseNik' : 'spouseNikAtCounter'
  const spouse = nik ? await findPersonByNik(tenant, db, nik) : undefined
  const checks: RegisterCheck[] = []
  if (text('spouseKind') === 'here') {
    if (!spouse) return [{ field, tone: 'late', say: say.unknown }]
    checks.push(spouse.status === 'active' ? good(field, say.match) : late(field, say.gone))
    checks.push(
      sameName(text('spouseName'), spouse.fullName)
        ? good('spouseName', say.match)
        : late('spouseName', { id: `pada register: ${spouse.fullName}`, en: `in the register: ${spouse.fullName}` }),
    )
    checks.push(...(await freedom(db, field, spouse, applicant)))
  }
  if (!applicant) return checks
  checks.push(...(await freedom(db, 'formerMarriageProof', applicant, spouse)))
  checks.push(...(await ages(tenant, db, answers, [applicant, spouse])))
  checks.push(...(await waiting(tenant, db, text('marriedOn'), applicant.sex === 'female' ? applicant : spouse)))
  if (spouse) checks.push(...(await between(db, field, applicant, spouse, text('proof') === 'court')))
  return checks
}

const good = (field: string, what: Say): RegisterCheck => ({ field, tone: 'good', say: what })
const late = (field: string, what: Say): RegisterCheck => ({ field, tone: 'late', say: what })

/** Whether somebody is free to marry, and whether the register proves the end of what was before. */
async function freedom(
  db: AnyHandle,
  field: string,
  person: Person,
  partner: Person | undefined,
): Promise<RegisterCheck[]> {
  if (person.maritalStatus === 'single') return [good(field, say.free)]
  if (person.maritalStatus === 'divorced') {
    return [person.divorceCertificateNumber ? good(field, say.ended) : { field, tone: 'soon', say: say.noProof }]
  }
  if (person.maritalStatus === 'widowed') {
    const former = person.spouseId ? await findPerson(db, person.spouseId) : undefined
    return [former?.diedOn ? good(field, say.ended) : { field, tone: 'soon', say: say.noProof }]
  }
  const spouse = await findSpouse(db, person)
  const toEachOther = person.maritalStatus === 'married-unrecorded' && (!spouse || spouse.id === partner?.id)
  return [toEachOther ? good(field, say.free) : late(field, say.married)]
}

async function ages(
  tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  people: readonly (Person | undefined)[],
): Promise<RegisterCheck[]> {
  const on = answers['marriedOn']
  if (typeof on !== 'string' || !on) return []
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const least = wholeNumber(await getRule(db, 'civil-registration.marriage.minimum-age', '', today))
  const young = people.filter((person) => person && ageOn(person.birthOn, Temporal.PlainDate.from(on)) < least)
  const tone = answers['belowAge'] === 'yes' ? 'soon' : 'late'
  return young.map((person) => ({
    field: 'belowAge',
    tone,
    say: {
      id: `${person?.fullName} belum ${least} tahun pada hari itu`,
      en: `${person?.fullName} was not ${least} on that day`,
    },
  }))
}

/** @basis PP 9/1975 pasal 39 */
async function waiting(
  tenant: Tenant,
  db: AnyHandle,
  marriedOn: string,
  wife: Person | undefined,
): Promise<RegisterCheck[]> {
  if (!wife || !marriedOn) return []
  const widowed = wife.maritalStatus === 'widowed' && wife.spouseId ? await findPerson(db, wife.spouseId) : undefined
  const [since, key] = widowed?.diedOn
    ? [widowed.diedOn, 'waiting-after-death']
    : [wife.maritalStatus === 'divorced' ? wife.divorcedOn : undefined, 'waiting-after-divorce']
  if (!since) return []
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const days = wholeNumber(await getRule(db, `civil-registration.marriage.${key}`, '', today))
  const until = Temporal.PlainDate.from(since).add({ days })
  return Temporal.PlainDate.compare(marriedOn, until) < 0 ? [late('marriedOn', say.waiting)] : []
}

async function between(
  db: AnyHandle,
  field: string,
  one: Person,
  other: Person,
  byCourt: boolean,
): Promise<RegisterCheck[]> {
  const kinship = await findKinship(db, one, other)
  const label = kinship && kinshipLabels[kinship]
  const rows = [
    label
      ? late(field, { id: `dilarang kawin: ${label.id}`, en: `may not marry: ${label.en}` })
      : good(field, say.unrelated),
  ]
  if (other.religion === 'Islam') rows.push(late(field, say.muslim))
  else if (one.religion !== other.religion) rows.push({ field, tone: byCourt ? 'soon' : 'late', say: say.faiths })
  return rows
}
