import pg from 'pg'
import { fillTaxes } from '../src/demo/fill-taxes.ts'
import type { World } from './journeys/world.ts'

/** Taxpayers, their land and its assessment of a year, as the demo has them, since a moment. */
export async function assessTaxes(world: World, seed: string, now = Temporal.Now.instant()): Promise<void> {
  const owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
  const today = now.toZonedDateTimeISO(world.tenant.profile.zone).toPlainDate()
  await fillTaxes({ tenant: world.tenant, owner, now, today, seed }).finally(() => owner.end())
}
