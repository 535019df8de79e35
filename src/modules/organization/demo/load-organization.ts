import type { Client } from 'pg'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPersonByNik } from '#modules/people/index.ts'
import { type CopyValue, copyRows } from '../../../demo/copy.ts'
import { knownFamilies } from '../../../demo/known-people.ts'
import { DemoIds, Random } from '../../../demo/random.ts'
import { AssignmentBook } from './assignments.ts'
import { type Candidate, drawOfficial, EmployeeBook } from './officials.ts'
import { demoPositions } from './positions.ts'
import { demoRoles } from './roles.ts'
import { type DistrictOfDemo, demoUnits } from './units.ts'

export interface LoadOrganizationOptions {
  readonly owner: Client
  readonly tenant: Tenant
  readonly seed: string
  readonly today: Temporal.PlainDate
  readonly districts: readonly DistrictOfDemo[]
}

const positionCount = 620
const officialCount = 600
/** The regency was set up in its present form on this day. */
const established = '2017-01-03'

/** Writes units, posts, roles, officials and assignments. @returns number of assignments */
export async function loadDemoOrganization(options: LoadOrganizationOptions): Promise<number> {
  const { owner, seed, today } = options
  const random = new Random(seed, 'organization')
  const ids = new DemoIds(new Random(seed, 'organization ids'), Date.UTC(2021, 0, 1))
  const units = demoUnits('Pemerintah Kabupaten Arunika', options.districts).map((unit) => ({
    ...unit,
    id: ids.next(),
  }))
  const unitId = new Map(units.map((unit) => [unit.path, unit.id]))
  const positions = demoPositions(units, positionCount)
  const positionId = new Map(positions.map((position) => [position, ids.next()]))
  const numbers = new EmployeeBook()
  const officials = (await listCandidates(options)).map((candidate) =>
    drawOfficial(candidate, ids.next(), today, numbers, random),
  )
  const book = new AssignmentBook(today, random)
  book.fill(positions, officials)

  const write = (table: string, columns: string[], rows: CopyValue[][]) =>
    copyRows(owner, `organization.${table}`, columns, rows)
  await owner.query('begin')
  try {
    await write(
      'unit',
      [
        'id',
        'parent_id',
        'path',
        'code',
        'name',
        'short_name',
        'kind',
        'territory_code',
        'address',
        'phone',
        'email',
        'valid_from',
      ],
      units.map((unit, index) => [
        unit.id,
        (unit.parentPath && unitId.get(unit.parentPath)) || null,
        unit.path,
        unit.code,
        unit.name,
        unit.shortName,
        unit.kind,
        unit.territoryCode,
        unit.parentPath
          ? null
          : `Jalan Balai Kencana ${index + 1}, ${unit.name.replace(/^Kecamatan /, '') === unit.name ? 'Arunika Kota' : unit.name}`,
        unit.parentPath ? null : `(0990) 555${String(100 + index).padStart(4, '0')}`,
        unit.parentPath ? null : `${unit.code}@arunika.example`,
        established,
      ]),
    )
    await owner.query('delete from organization.role where key = any($1)', [demoRoles.map((role) => role.key)])
    await write(
      'role',
      ['key', 'name_id', 'name_en', 'permissions'],
      demoRoles.map((role) => [role.key, role.nameId, role.nameEn, `{${role.permissions.join(',')}}`]),
    )
    await write(
      'position',
      ['id', 'unit_id', 'title', 'rank', 'valid_from'],
      positions.map((position) => [
        positionId.get(position) as string,
        unitId.get(position.unitPath) as string,
        position.title,
        position.rank,
        established,
      ]),
    )
    await write(
      'position_role',
      ['position_id', 'role_key'],
      positions.flatMap((position) => position.roles.map((role) => [positionId.get(position) as string, role])),
    )
    await write(
      'official',
      ['id', 'person_id', 'employee_number', 'display_name', 'joined_on'],
      officials.map((official) => [
        official.id,
        official.personId,
        official.employeeNumber,
        official.displayName,
        official.joinedOn.toString(),
      ]),
    )
    const written = await write(
      'assignment',
      ['id', 'position_id', 'official_id', 'manner', 'decree_number', 'decree_on', 'valid_from', 'valid_to'],
      book.list.map((assignment) => [
        ids.next(),
        positionId.get(assignment.position) as string,
        assignment.official.id,
        assignment.manner,
        assignment.decreeNumber,
        assignment.decreeOn.toString(),
        assignment.from.toString(),
        assignment.to?.toString() ?? null,
      ]),
    )
    await owner.query('commit')
    return written
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

/** Known people first, then civil servants of the register who are well of age, the older ones in front. */
async function listCandidates({ owner, tenant, today }: LoadOrganizationOptions): Promise<Candidate[]> {
  const known: Candidate[] = []
  for (const member of knownFamilies.flatMap((family) => family.members)) {
    if (!member.occupation.includes('(PNS)')) continue
    const person = await findPersonByNik(tenant, tenant.pools.read, member.nik)
    if (person) known.push({ ...member, personId: person.id, known: member.key })
  }
  const { rows } = await owner.query<Candidate>(
    `select id as "personId", full_name as name, sex, birth_on as "birthOn", education from people.person
     where occupation like '%(PNS)' and died_on is null and not id = any($1)
       and birth_on between $2 and $3
     order by id limit $4`,
    [
      known.map((candidate) => candidate.personId),
      today.subtract({ years: 58 }).toString(),
      today.subtract({ years: 24, months: 6 }).toString(),
      officialCount - known.length,
    ],
  )
  return [...known, ...rows.sort((a, b) => (a.birthOn < b.birthOn ? -1 : 1))]
}
