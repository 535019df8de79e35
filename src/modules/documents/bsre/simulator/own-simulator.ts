import { systemActor } from '#kernel/access/access.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findOfficialOfPerson } from '#modules/organization/index.ts'
import { findPersonByNik } from '#modules/people/index.ts'
import { fromBase64, secretOf } from '../../commands/region-authority.ts'
import { openKey } from '../../signing/key-sealing.ts'
import { foundSimulatedAuthority } from '../commands/found-simulated-authority.ts'
import { certifyPaths } from '../paths.ts'
import type { ServicePlace } from '../service.ts'
import { SimulatedOffice } from './simulated-office.ts'
import { emptyRevocationList, SimulatedService } from './simulated-service.ts'

/** Of every official of a demo region; written on the page that asks for it. */
export const demoPassphrase = 'Percontohan-2026'

const running = new Map<string, Promise<SimulatedService>>()

/** The made-up national service of a demo region, in this process; started when it is first asked. */
export function simulatedService(place: ServicePlace): Promise<SimulatedService> {
  const known = running.get(place.tenant.id) ?? start(place)
  running.set(place.tenant.id, known)
  known.catch(() => running.delete(place.tenant.id))
  return known
}

/** The code that was last sent to somebody, for a demo has no mailbox there; undefined when there was none. */
export async function simulatedCodeOf(tenant: Tenant, nik: string): Promise<string | undefined> {
  return (await running.get(tenant.id))?.office.codeOf(nik)
}

/** What the made-up authority has revoked: nothing. Undefined before it was founded. */
export async function simulatedRevocationList(tenant: Tenant, now: Date): Promise<Uint8Array | undefined> {
  const authority = await findAuthority(tenant)
  return authority && emptyRevocationList(authority, now)
}

async function findAuthority(tenant: Tenant) {
  const row = await tenant.pools.write
    .selectFrom('documents.simulated_authority')
    .selectAll()
    .orderBy('created_at')
    .executeTakeFirst()
  return (
    row && {
      certificate: fromBase64(row.certificate),
      privateKey: openKey(row.key_sealed, secretOf(tenant), row.id),
    }
  )
}

async function start({ tenant, clock, origin, ...place }: ServicePlace): Promise<SimulatedService> {
  const db = tenant.pools.read
  await place.run(foundSimulatedAuthority, {}, { actor: systemActor('documents.simulated-service') })
  const authority = await findAuthority(tenant)
  if (!authority) throw new Error('the made-up national service has no authority')
  const service = new SimulatedService(
    new SimulatedOffice({
      authority,
      now: () => new Date(clock.now().epochMilliseconds),
      revocationListUrl: `${origin}${certifyPaths.simulatedList}`,
      async find(nik) {
        const person = await findPersonByNik(tenant, db, nik)
        const official = person && (await findOfficialOfPerson(db, person.id))
        return official && { nik, name: official.displayName, passphrase: demoPassphrase, state: 'ISSUE' }
      },
    }),
  )
  await service.listen()
  return service
}
