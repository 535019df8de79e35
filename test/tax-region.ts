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

/** The notices of the year that nobody has paid went out on a day: none is overdue, each can be asked about. */
export async function sendNotices(world: World, day: string): Promise<void> {
  await world.rows(
    `update local_tax.assessment set state = 'issued', issued_on = $1, delivered_on = null, due_on = $1::date + 180
     where kind = 'sppt' and state in ('issued', 'delivered', 'overdue', 'dunned', 'warned', 'seizure') and paid_amount = 0`,
    [day],
  )
}
