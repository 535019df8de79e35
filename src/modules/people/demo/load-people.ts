import type { Client } from 'pg'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { bulkLoad, CopyWriter, copyRows } from '../../../demo/copy.ts'
import { Random } from '../../../demo/random.ts'
import { districtOf } from '../domain.ts'
import { kkNumberContext, nikContext } from '../queries/rows.ts'
import { dayTexts } from './days.ts'
import type { FamilyDraft, PersonDraft } from './drafts.ts'
import { NumberBook } from './numbers.ts'
import { drawPopulation, type PopulationPlan } from './population.ts'

const personColumns = [
  'id',
  'nik_sealed',
  'nik_print',
  'full_name',
  'sex',
  'birth_place',
  'birth_on',
  'religion',
  'education',
  'occupation',
  'marital_status',
  'blood_type',
  'family_id',
  'family_relation',
  'family_order',
  'mother_person_id',
  'father_person_id',
  'mother_name',
  'father_name',
  'birth_certificate_number',
  'marriage_certificate_number',
  'married_on',
  'died_on',
  'status',
  'registered_at',
  'updated_at',
]
const familyColumns = [
  'id',
  'kk_number_sealed',
  'kk_number_print',
  'head_person_id',
  'address',
  'rt',
  'rw',
  'village_code',
  'postal_code',
  'version',
  'issued_on',
  'updated_at',
]

/** Families are held back and sent in turn with the people, over one connection. */
const familiesAtATime = 5000
const noValue = '\\N'

export interface LoadPeopleOptions extends PopulationPlan {
  readonly owner: Client
  readonly tenant: Tenant
  readonly onRows?: ((people: number) => void) | undefined
}

/** Writes the whole population register. @returns number of people */
export async function loadDemoPeople(options: LoadPeopleOptions): Promise<number> {
  const { owner } = options
  return bulkLoad(owner, ['people.person', 'people.family', 'people.person_search'], async () => {
    await owner.query(`set local people.search_held = 'on'`)
    const lines = new RegisterLines(options.tenant, new Random(options.seed, 'numbers'))
    const families = drawPopulation(options)[Symbol.iterator]()
    let people = 0
    for (let more = true; more; ) {
      const held: string[] = []
      const writer = new CopyWriter(owner, 'people.person', personColumns)
      while (held.length < familiesAtATime) {
        const { value: family, done } = families.next()
        more = !done
        if (done) break
        for (const line of lines.peopleOf(family)) writer.addLine(line)
        held.push(lines.family(family))
        if (held.length % 100 === 0) await writer.flush()
      }
      await writer.end()
      await copyLines(owner, held)
      people += writer.rows
      options.onRows?.(people)
    }
    await copyRows(owner, 'people.nik_sequence', ['prefix', 'last'], lines.niks.rows())
    await copyRows(owner, 'people.kk_sequence', ['prefix', 'last'], lines.kkNumbers.rows())
    await owner.query('select people.rebuild_search()')
    return people
  })
}

async function copyLines(owner: Client, held: readonly string[]): Promise<void> {
  const writer = new CopyWriter(owner, 'people.family', familyColumns)
  for (const line of held) writer.addLine(line)
  await writer.end()
}

/** Drafts as COPY lines, with numbers given out and sealed. */
class RegisterLines {
  readonly niks = new NumberBook()
  readonly kkNumbers = new NumberBook()

  constructor(
    private readonly tenant: Tenant,
    private readonly random: Random,
  ) {}

  *peopleOf(family: FamilyDraft): Iterable<string> {
    const district = Number(districtOf(family.villageCode).replaceAll('.', ''))
    let order = 0
    for (const person of family.members) {
      order += 1
      yield this.person(person, family, order, district)
    }
    for (const person of family.deceased) yield this.person(person, undefined, 1, district)
  }

  private person(person: PersonDraft, family: FamilyDraft | undefined, order: number, district: number): string {
    const born = dayTexts(person.born)
    const nik =
      person.nik ??
      this.niks.next(this.firstDistrict(person, district), born.coded + (person.sex === 'female' ? 400_000 : 0))
    if (person.nik) this.niks.reserve(person.nik)
    const { cipher } = this.tenant
    return [
      person.id,
      `\\\\x${cipher.seal(nik, nikContext).toString('hex')}`,
      `\\\\x${cipher.fingerprint(nik, nikContext).toString('hex')}`,
      person.name,
      person.sex,
      person.birthPlace,
      born.iso,
      person.religion,
      person.education,
      person.occupation,
      person.marital,
      person.blood ?? noValue,
      family?.id ?? noValue,
      person.relation,
      order,
      person.motherId ?? noValue,
      person.fatherId ?? noValue,
      person.motherName,
      person.fatherName,
      person.birthCertificate ?? noValue,
      person.marriageCertificate ?? noValue,
      dayOrNone(person.marriedOn),
      dayOrNone(person.diedOn),
      person.diedOn === null ? 'active' : 'dead',
      // The register went electronic in 2011; whoever was born later was entered within weeks.
      `${dayTexts(Math.max(person.born + 12, 15_040)).iso} 02:00:00Z`,
      `${dayTexts(Math.max(person.born + 12, 15_040, person.marriedOn ?? 0, person.diedOn ?? 0)).iso} 02:00:00Z`,
    ].join('\t')
  }

  /** Most people were first registered where they live; a NIK does not change when they move. */
  private firstDistrict(person: PersonDraft, district: number): number {
    return person.birthPlace !== 'Arunika' || this.random.chance(0.06) ? 990_100 + this.random.between(1, 8) : district
  }

  family(family: FamilyDraft): string {
    const district = Number(districtOf(family.villageCode).replaceAll('.', ''))
    const number = family.kkNumber ?? this.kkNumbers.next(district, dayTexts(family.numberedOn).coded)
    if (family.kkNumber) this.kkNumbers.reserve(family.kkNumber)
    const { cipher } = this.tenant
    return [
      family.id,
      `\\\\x${cipher.seal(number, kkNumberContext).toString('hex')}`,
      `\\\\x${cipher.fingerprint(number, kkNumberContext).toString('hex')}`,
      (family.members[0] as PersonDraft).id,
      family.address,
      family.rt,
      family.rw,
      family.villageCode,
      family.postalCode,
      family.version,
      dayTexts(family.issuedOn).iso,
      `${dayTexts(family.issuedOn).iso} 02:00:00Z`,
    ].join('\t')
  }
}

function dayOrNone(day: number | null): string {
  return day === null ? noValue : dayTexts(day).iso
}
