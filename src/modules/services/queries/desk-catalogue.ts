import { sql } from 'kysely'
import { type Actor, isPermitted } from '#kernel/access/access.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { listServices } from '../definition/store.ts'

interface DeskService {
  readonly id: string
  readonly title: LocalText
  readonly desks: readonly string[]
  readonly states: readonly { readonly id: string; readonly label: LocalText; readonly desks: readonly string[] }[]
}

interface Kept {
  readonly stamp: string
  readonly services: readonly DeskService[]
}

/** What desks there are changes only by publishing, so it is read again only after that. */
const kept = new WeakMap<Tenant, Kept>()

async function deskServices(tenant: Tenant, db: AnyHandle): Promise<readonly DeskService[]> {
  const { rows } = await sql<{ stamp: string }>`select count(*) || ' ' || coalesce(max(published_at)::text, '') as stamp
    from services.definition`.execute(db)
  const stamp = rows[0]?.stamp ?? ''
  const known = kept.get(tenant)
  if (known?.stamp === stamp) return known.services
  const services = (await listServices(db, '9999-12-31')).map(deskServiceOf)
  kept.set(tenant, { stamp, services })
  return services
}

function deskServiceOf(definition: ServiceDefinition): DeskService {
  const states = definition.flow.states
    .map((state) => ({
      id: state.id,
      label: state.label,
      desks: [...(state.desk ? [state.desk] : []), ...(state.branches ?? []).map((branch) => branch.desk)],
    }))
    .filter((state) => state.desks.length > 0)
  const desks = [...new Set(states.flatMap((state) => state.desks))]
  return { id: definition.id, title: definition.title, desks, states }
}

/** The permissions of desks that this officer serves in some unit. */
export async function ownDesks(tenant: Tenant, db: AnyHandle, actor: Actor): Promise<string[]> {
  const services = await deskServices(tenant, db)
  const all = new Set(services.flatMap((service) => service.desks))
  return [...all].filter((desk) => isPermitted(actor, desk)).sort()
}

/** Services and states that may stand in the officer's queue, for its filters. */
export async function queueChoices(tenant: Tenant, db: AnyHandle, desks: readonly string[]) {
  const services = (await deskServices(tenant, db)).filter((service) =>
    service.desks.some((desk) => desks.includes(desk)),
  )
  const states = new Map<string, LocalText>()
  for (const service of services) {
    for (const state of service.states) {
      if (state.desks.some((desk) => desks.includes(desk)) && !states.has(state.id)) states.set(state.id, state.label)
    }
  }
  return {
    services: services.map(({ id, title }) => ({ id, title })),
    states: [...states].map(([id, label]) => ({ id, label })),
  }
}
