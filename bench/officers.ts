import type { Actor } from '#kernel/access/access.ts'
import { createDemoAccounts } from '#modules/accounts/index.ts'
import { actingPosition, signInAs } from '#modules/accounts/testing.ts'
import type { Region } from './stage.ts'

export interface Officer {
  readonly actor: Actor
  readonly cookie: string
}

/** Everybody of the civil registry who has a queue: counters of the districts, verifiers, the head. Signed in. */
export async function openOfficers(region: Region): Promise<Officer[]> {
  const { tenant } = region
  const now = Temporal.Now.instant()
  const { rows } = await tenant.pools.readPool.query<{
    person_id: string
    employee_number: string
    display_name: string
    account_id: string | null
  }>(
    `select distinct on (o.person_id) o.person_id, o.employee_number, o.display_name,
       (select a.id from accounts.account a where a.person_id = o.person_id and a.kind = 'staff') as account_id
     from organization.official o join organization.assignment a on a.official_id = o.id
     join organization.position p on p.id = a.position_id join organization.unit u on u.id = p.unit_id
     join organization.position_role pr on pr.position_id = p.id
     where u.path = 'disdukcapil' or u.path like 'disdukcapil.upt-%'
     order by o.person_id`,
  )
  const officers: Officer[] = []
  for (const row of rows) {
    const held = await actingPosition(tenant, { personId: row.person_id, actingPositionId: undefined }, now)
    if (!held?.grants.some((grant) => grant.permission === 'services.queue')) continue
    const accountId =
      row.account_id ?? (await openAccount(region, row.person_id, row.display_name, row.employee_number))
    const actor: Actor = { kind: 'staff', accountId, personId: row.person_id, name: row.display_name, ...held }
    officers.push({ actor, cookie: await signInAs(tenant, accountId, { elevated: true }) })
  }
  if (officers.length < 5) throw new Error(`the demo region has only ${officers.length} officers with a queue`)
  return officers
}

async function openAccount({ tenant }: Region, personId: string, displayName: string, name: string): Promise<string> {
  const ids = await tenant.pools.write
    .transaction()
    .execute((tx) => createDemoAccounts(tx, tenant, [{ kind: 'staff', personId, displayName, name }]))
  return ids[0] as string
}
