import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { applicantFacts, type KnownSource } from '#modules/services/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { openStates } from '../claims.ts'
import { listTaxpayersOf } from './taxpayers.ts'

/** Of some taxpayers those with a claim that is not paid. */
async function whoOwes(db: AnyHandle, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('local_tax.assessment')
    .select('taxpayer_id')
    .distinct()
    .where('taxpayer_id', 'in', ids)
    .where('state', 'in', openStates)
    .execute()
  return new Set(rows.map((row) => row.taxpayer_id))
}

/** What every service of the revenue office knows: the applicant, the region, and for whom he pays. */
export async function payerFacts(tenant: Tenant, db: AnyHandle, personId: string) {
  const facts = await applicantFacts(tenant, db, personId)
  const taxpayers = (await listTaxpayersOf(db, personId)).filter(({ state }) => state !== 'closed')
  const owing = await whoOwes(
    db,
    taxpayers.map(({ id }) => id),
  )
  return {
    ...facts,
    regionCode: (await findOwnRegion(db))?.code ?? '',
    /** His own number, as a person. */
    npwpd: taxpayers.find((each) => each.personId === personId)?.npwpd ?? '',
    taxpayers: taxpayers.map(({ id, npwpd, name, kind, state }) => ({
      id,
      npwpd,
      name,
      kind,
      state,
      owes: owing.has(id),
    })),
  }
}

/** What is taxed now under some numbers. */
export async function listActiveObjects(db: AnyHandle, taxpayerIds: readonly string[]) {
  if (taxpayerIds.length === 0) return []
  return db
    .selectFrom('local_tax.object as o')
    .innerJoin('local_tax.taxpayer as t', 't.id', 'o.taxpayer_id')
    .select(['o.id', 'o.code', 'o.kind', 'o.name', 'o.address', 't.npwpd'])
    .where('o.taxpayer_id', 'in', taxpayerIds)
    .where('o.state', '=', 'active')
    .orderBy('o.code')
    .limit(200)
    .execute()
}

/** Of who registers or changes a taxpayer: his numbers, what is run under them, and who has the NIB that he named. */
export const taxpayerFacts: KnownSource = async (tenant, db, personId, answers) => {
  const facts = await payerFacts(tenant, db, personId)
  const objects = await listActiveObjects(
    db,
    facts.taxpayers.map(({ id }) => id),
  )
  const nib = String(answers['nib'] ?? '').replace(/\D/g, '')
  const taken = nib
    ? await db
        .selectFrom('local_tax.taxpayer')
        .select('npwpd')
        .where('nib', '=', nib)
        .where('state', '<>', 'closed')
        .executeTakeFirst()
    : undefined
  return { ...facts, objects, nibNpwpd: taken?.npwpd ?? '' }
}

/** Taxpayers whose name is written much alike, for whoever examines a registration. */
export async function listAlike(db: AnyHandle, name: string): Promise<{ npwpd: string; name: string }[]> {
  if (name.length < 4) return []
  const text = name.toLowerCase()
  const { rows } = await sql<{ npwpd: string; name: string }>`
    select npwpd, name from local_tax.taxpayer where ${text} <% search_text and state <> 'closed'
    order by word_similarity(${text}, search_text) desc limit 3`.execute(db)
  return rows
}
