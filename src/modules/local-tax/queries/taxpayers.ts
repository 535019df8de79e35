import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPersonByNik, parseNik } from '#modules/people/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import type { TaxpayerKind, TaxpayerState } from '../domain.ts'
import type { TaxpayerTable } from '../tables.ts'
import { inArea, readable } from './territory-filter.ts'

export interface Taxpayer {
  readonly id: string
  readonly npwpd: string
  readonly kind: TaxpayerKind
  readonly personId: string | undefined
  readonly name: string
  readonly nib: string | undefined
  readonly npwp: string | undefined
  readonly address: string
  readonly villageCode: string | undefined
  readonly phone: string | undefined
  readonly email: string | undefined
  readonly responsiblePersonId: string | undefined
  readonly responsibleName: string | undefined
  readonly state: TaxpayerState
  readonly stateReason: string | undefined
  readonly version: number
  readonly registeredOn: Temporal.PlainDate
  readonly closedOn: Temporal.PlainDate | undefined
}

export interface TaxpayerFilter {
  readonly text: string
  readonly kind?: TaxpayerKind | undefined
  readonly state?: TaxpayerState | undefined
  readonly area?: string | undefined
}

export interface TaxpayerPage {
  readonly rows: readonly Taxpayer[]
  /** NPWPD after which the next page begins. */
  readonly next: string | undefined
  /** Nothing bears these words; these are written much alike. */
  readonly isSimilar: boolean
}

/**
 * Taxpayers in the order of their numbers. A NIK finds its holder; words find number, name, NIB, NPWP and address; when
 * nothing bears them, names that are spelt much alike.
 */
export async function listTaxpayers(
  tenant: Tenant,
  db: AnyHandle,
  actor: Actor,
  filter: TaxpayerFilter,
  after = '',
  limit = 50,
): Promise<TaxpayerPage> {
  const own = (await findOwnRegion(db))?.code ?? ''
  const base: RawBuilder<unknown>[] = [readable(actor, own, sql`village_code`)]
  if (filter.kind) base.push(sql`kind = ${filter.kind}`)
  if (filter.state) base.push(sql`state = ${filter.state}`)
  if (filter.area) base.push(inArea(sql`village_code`, filter.area))
  const read = async (more: RawBuilder<unknown>[], order: RawBuilder<unknown>) => {
    const { rows } = await sql<Selectable<TaxpayerTable>>`
      select * from local_tax.taxpayer where ${sql.join([...base, ...more], sql` and `)}
      order by ${order} limit ${limit + 1}`.execute(db)
    return rows
  }
  const found = await read([...(await wordsOf(tenant, db, filter.text)), sql`npwpd > ${after}`], sql`npwpd`)
  if (found.length === 0 && after === '' && filter.text.length > 3 && !/\d/.test(filter.text)) {
    const text = filter.text.toLowerCase()
    const alike = await read([sql`${text} <% search_text`], sql`word_similarity(${text}, search_text) desc, npwpd`)
    return { rows: alike.slice(0, limit).map(toTaxpayer), next: undefined, isSimilar: alike.length > 0 }
  }
  const rows = found.slice(0, limit).map(toTaxpayer)
  return { rows, next: found.length > limit ? rows.at(-1)?.npwpd : undefined, isSimilar: false }
}

async function wordsOf(tenant: Tenant, db: AnyHandle, text: string): Promise<RawBuilder<unknown>[]> {
  if (parseNik(text)) {
    const person = await findPersonByNik(tenant, db, text)
    return [
      person
        ? sql`(person_id = ${person.id}::uuid or responsible_person_id = ${person.id}::uuid)`
        : sql`npwp = ${text.replace(/\D/g, '')}`,
    ]
  }
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6)
  return words.map((word) => sql`search_text like ${containing(word)}`)
}

export async function findTaxpayer(db: AnyHandle, id: string): Promise<Taxpayer | undefined> {
  const row = await db.selectFrom('local_tax.taxpayer').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toTaxpayer(row)
}

/** The taxpayer that a person is himself, by person or by NPWPD; closed ones are left out. */
export async function findTaxpayerOf(
  db: AnyHandle,
  of: { readonly personId: string } | { readonly npwpd: string },
): Promise<Taxpayer | undefined> {
  const base = db.selectFrom('local_tax.taxpayer').selectAll().where('state', '<>', 'closed')
  const row = await ('personId' in of
    ? base.where('person_id', '=', of.personId)
    : base.where('npwpd', '=', of.npwpd.trim().toUpperCase())
  ).executeTakeFirst()
  return row && toTaxpayer(row)
}

/** Whom a person answers for: himself, and the firms that named him. */
export async function listTaxpayersOf(db: AnyHandle, personId: string): Promise<Taxpayer[]> {
  const rows = await db
    .selectFrom('local_tax.taxpayer')
    .selectAll()
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('responsible_person_id', '=', personId)]))
    .orderBy('npwpd')
    .limit(50)
    .execute()
  return rows.map(toTaxpayer)
}

function toTaxpayer(row: Selectable<TaxpayerTable>): Taxpayer {
  return {
    id: row.id,
    npwpd: row.npwpd,
    kind: row.kind,
    personId: row.person_id ?? undefined,
    name: row.name,
    nib: row.nib ?? undefined,
    npwp: row.npwp ?? undefined,
    address: row.address,
    villageCode: row.village_code ?? undefined,
    phone: row.phone ?? undefined,
    email: row.email ?? undefined,
    responsiblePersonId: row.responsible_person_id ?? undefined,
    responsibleName: row.responsible_name ?? undefined,
    state: row.state,
    stateReason: row.state_reason ?? undefined,
    version: row.version,
    registeredOn: Temporal.PlainDate.from(row.registered_on),
    closedOn: row.closed_on ? Temporal.PlainDate.from(row.closed_on) : undefined,
  }
}
