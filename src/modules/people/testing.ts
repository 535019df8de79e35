import { readFileSync } from 'node:fs'
import type { Client } from 'pg'
import { newId } from '#kernel/ids.ts'
import { fromRoot } from '#kernel/paths.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { OfficeLaw } from './office-law.ts'
import { kkNumberContext, nikContext } from './queries/rows.ts'

/** Where the people after it live. */
export interface TestFamily {
  readonly address: string
  readonly rt: string
  readonly rw: string
  readonly village: string
}

export interface TestPerson {
  readonly name: string
  readonly born: string
  readonly sex?: 'male' | 'female'
  /** Name of the mother. */
  readonly mother?: string
  readonly nik?: string
  /** Further columns of people.person. */
  readonly more?: Readonly<Record<string, unknown>>
}

let numbered = 0

/** Tests only: people written straight into the tables, each under the family before it. @returns id of each by name */
export async function loadTestPeople(
  tenant: Tenant,
  owner: Client,
  lines: readonly (TestFamily | TestPerson)[],
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  let familyId: string | undefined
  let order = 0
  for (const line of lines) {
    if ('address' in line) {
      familyId = newId()
      order = 0
      const number = nextNumber('99')
      await owner.query(
        `insert into people.family (id, kk_number_sealed, kk_number_print, address, rt, rw, village_code, issued_on)
         values ($1, $2, $3, $4, $5, $6, $7, '2020-01-01')`,
        [
          familyId,
          tenant.cipher.seal(number, kkNumberContext),
          tenant.cipher.fingerprint(number, kkNumberContext),
          line.address,
          line.rt,
          line.rw,
          line.village,
        ],
      )
      continue
    }
    order += 1
    const nik = line.nik ?? nextNumber('98')
    const row: Record<string, unknown> = {
      id: newId(),
      nik_sealed: tenant.cipher.seal(nik, nikContext),
      nik_print: tenant.cipher.fingerprint(nik, nikContext),
      full_name: line.name,
      sex: line.sex ?? 'male',
      birth_place: 'Arunika',
      birth_on: line.born,
      religion: 'Islam',
      education: 'SLTA/Sederajat',
      occupation: 'Petani',
      marital_status: 'single',
      family_id: familyId ?? null,
      family_relation: order === 1 ? 'head' : 'other',
      family_order: order,
      mother_name: line.mother ?? null,
      ...line.more,
    }
    const columns = Object.keys(row)
    await owner.query(
      `insert into people.person (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    )
    ids[line.name] = row['id'] as string
  }
  return ids
}

function nextNumber(prefix: string): string {
  numbered += 1
  return prefix + String(numbered).padStart(14, '0')
}

/** Figures as rules/population-register.json has them, for tests without the rules; the office is always open. */
export const testLaw: OfficeLaw = {
  async figures(_db, keys) {
    const rows = JSON.parse(readFileSync(fromRoot('rules/population-register.json'), 'utf8')) as {
      key: string
      value: number
    }[]
    return Object.fromEntries(keys.map((key) => [key, rows.find((row) => row.key === key)?.value ?? 19]))
  },
  isOfficeTime: async () => true,
}
