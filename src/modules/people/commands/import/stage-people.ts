import type { PoolClient } from 'pg'
import { CopyLines, CopyWriter, copyText } from '#kernel/db/copy.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { kkNumberContext, nikContext } from '../../queries/rows.ts'
import type { StagedPerson, StagedPlace, StagedProblem } from './staged-person.ts'

const familyColumns = [
  'import_id',
  'family_no',
  'family_id',
  'event_id',
  'kk_number_sealed',
  'kk_number_print',
  'kk_hint',
  'address',
  'rt',
  'rw',
  'village_code',
  'postal_code',
  'first_row',
]
const personColumns = [
  'import_id',
  'family_no',
  'row_number',
  'person_id',
  'nik_sealed',
  'nik_print',
  'nik_hint',
  'full_name',
  'sex',
  'birth_place',
  'birth_on',
  'religion',
  'education',
  'occupation',
  'marital_status',
  'blood_type',
  'citizenship',
  'family_relation',
  'mother_print',
  'father_print',
  'mother_name',
  'father_name',
  'birth_certificate_number',
  'marriage_certificate_number',
  'married_on',
]
const problemColumns = ['import_id', 'row_number', 'family_no', 'severity', 'code', 'field', 'shown']
const none = '\\N'

interface Seen {
  readonly no: number
  readonly place: string
}

/**
 * Puts read rows into the staging tables of the register, numbers sealed, families gathered by their card number also
 * when their rows lie apart. What was staged of this import before is removed: a check always begins anew.
 */
export class PeopleStaging {
  private readonly families = new Map<string, Seen>()
  /** The highest sequence of each NIK prefix of this region. Prefixes are numbers: half a million of them stay small. */
  private readonly niks = new Map<number, number>()
  private readonly kkNumbers = new Map<number, number>()
  private readonly parents = new Map<string, string>()
  private readonly peopleLines = new CopyLines()
  private readonly familyLines = new CopyLines()
  private readonly problemLines = new CopyLines()
  private copying: Promise<void> = Promise.resolve()
  people = 0

  /**
   * @param client its own connection, held until the end
   * @param ownCode code of this region: numbers given out in it are never given out again
   */
  constructor(
    private readonly client: PoolClient,
    private readonly tenant: Tenant,
    private readonly importId: string,
    private readonly ownCode: string,
  ) {}

  get familyCount(): number {
    return this.families.size
  }

  async begin(): Promise<void> {
    await this.client.query('set statement_timeout = 0')
    // What is staged can be staged again: it need not be on disk before the next rows come.
    await this.client.query('set synchronous_commit = off')
    await clearStaged(this.client, this.importId)
  }

  /** @returns what does not fit the family of the row as its first row has it */
  add(person: StagedPerson): 'other-village' | 'other-address' | undefined {
    const { cipher } = this.tenant
    const family = this.familyOf(person)
    this.use(this.niks, person.nik)
    this.people += 1
    this.peopleLines.add(
      `${this.importId}\t${family.no}\t${person.row}\t${newId()}\t\\\\x${cipher.seal(person.nik, nikContext).toString('hex')}\t${this.print(person.nik)}\t${hintOf(person.nik)}\t${[
        person.fullName,
        person.sex,
        person.birthPlace,
        person.birthOn,
        person.religion,
        person.education,
        person.occupation,
        person.maritalStatus,
        person.bloodType ?? null,
        person.citizenship,
        person.relation,
      ]
        .map(copyText)
        .join('\t')}\t${this.parentPrint(person.motherNik)}\t${this.parentPrint(person.fatherNik)}\t${[
        person.motherName ?? null,
        person.fatherName ?? null,
        person.birthCertificateNumber ?? null,
        person.marriageCertificateNumber ?? null,
        person.marriedOn ?? null,
      ]
        .map(copyText)
        .join('\t')}`,
    )
    const place = placeKey(person.place)
    if (place === family.place) return undefined
    return family.place.startsWith(`${person.place.villageCode}|`) ? 'other-address' : 'other-village'
  }

  problem(problem: StagedProblem): void {
    const family = problem.kkNumber ? this.families.get(problem.kkNumber) : undefined
    this.problemLines.add(
      [
        this.importId,
        problem.row,
        family?.no ?? null,
        problem.severity,
        problem.code,
        problem.field,
        problem.shown ?? null,
      ]
        .map(copyText)
        .join('\t'),
    )
  }

  /** A row with an error of its own still names its family, which the error keeps out. */
  noteFamily(person: Pick<StagedPerson, 'kkNumber' | 'row' | 'place'>): void {
    this.familyOf(person)
  }

  /** Hands over what was added, and lets the server take it in while the next rows are read; call it every few thousand rows. */
  async flush(): Promise<void> {
    this.parents.clear()
    await this.copying
    this.copying = this.copyAll(this.familyLines.take(), this.peopleLines.take(), this.problemLines.take())
    // A failure is told to whoever hands over next.
    this.copying.catch(() => {})
  }

  private async copyAll(
    families: readonly Buffer[],
    people: readonly Buffer[],
    problems: readonly Buffer[],
  ): Promise<void> {
    await this.copy('people.staged_family', familyColumns, families)
    await this.copy('people.staged_person', personColumns, people)
    await this.copy('people.staged_problem', problemColumns, problems)
  }

  async end(): Promise<void> {
    await this.flush()
    await this.copying
    const used = new CopyLines()
    for (const [kind, numbers] of [
      ['nik', this.niks],
      ['kk', this.kkNumbers],
    ] as const) {
      for (const [prefix, last] of numbers) {
        used.add(`${this.importId}\t${kind}\t${String(prefix).padStart(12, '0')}\t${last}`)
      }
    }
    await this.copy('people.staged_number', ['import_id', 'kind', 'prefix', 'last'], used.take())
  }

  private async copy(table: string, columns: readonly string[], chunks: readonly Buffer[]): Promise<void> {
    if (chunks.length === 0) return
    const writer = new CopyWriter(this.client, table, columns)
    for (const chunk of chunks) await writer.write(chunk)
    await writer.end()
  }

  private familyOf({ kkNumber, row, place }: Pick<StagedPerson, 'kkNumber' | 'row' | 'place'>): Seen {
    const known = this.families.get(kkNumber)
    if (known) return known
    const { cipher } = this.tenant
    const family = { no: this.families.size + 1, place: placeKey(place) }
    this.families.set(kkNumber, family)
    this.use(this.kkNumbers, kkNumber)
    this.familyLines.add(
      [
        this.importId,
        family.no,
        newId(),
        newId(),
        cipher.seal(kkNumber, kkNumberContext),
        cipher.fingerprint(kkNumber, kkNumberContext),
        hintOf(kkNumber),
        place.address,
        place.rt,
        place.rw,
        place.villageCode,
        place.postalCode ?? null,
        row,
      ]
        .map(copyText)
        .join('\t'),
    )
    return family
  }

  private use(numbers: Map<number, number>, number: string): void {
    if (!number.startsWith(this.ownCode)) return
    const sequence = Number(number.slice(12))
    if (sequence === 0) return
    const prefix = Number(number.slice(0, 12))
    if (sequence > (numbers.get(prefix) ?? 0)) numbers.set(prefix, sequence)
  }

  private print(nik: string): string {
    return `\\\\x${this.tenant.cipher.fingerprint(nik, nikContext).toString('hex')}`
  }

  /** Brothers and sisters name the same parents, one row after the other. */
  private parentPrint(nik: string | undefined): string {
    if (!nik) return none
    const known = this.parents.get(nik)
    if (known) return known
    const print = this.print(nik)
    this.parents.set(nik, print)
    return print
  }
}

/** The first and last four digits. */
const hintOf = (number: string): string => number.slice(0, 4) + number.slice(12)

const placeKey = ({ villageCode, rt, rw, address }: StagedPlace): string =>
  `${villageCode}|${rt}|${rw}|${address.toUpperCase()}`

/** Removes what is staged of an import. */
export async function clearStaged(client: Pick<PoolClient, 'query'>, importId: string): Promise<void> {
  for (const table of ['staged_person', 'staged_family', 'staged_problem', 'staged_number']) {
    await client.query(`delete from people.${table} where import_id = $1`, [importId])
  }
}
