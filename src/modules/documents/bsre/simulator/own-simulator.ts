import { systemActor } from '#kernel/access/access.ts'
import { findOfficialOfPerson } from '#modules/organization/index.ts'
import { findPersonByNik } from '#modules/people/index.ts'
import { fromBase64, secretOf } from '../../commands/region-authority.ts'
import { openKey } from '../../signing/key-sealing.ts'
import { foundSimulatedAuthority } from '../commands/found-simulated-authority.ts'
import { certifyPaths } from '../paths.ts'
import type { ServicePlace } from '../service.ts'
import { SimulatedOffice } from './simulated-office.ts'
import { SimulatedService } from './simulated-service.ts'

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

async function start({ tenant, clock, origin, ...place }: ServicePlace): Promise<SimulatedService> {
  const db = tenant.pools.read
  await place.run(foundSimulatedAuthority, {}, { actor: systemActor('documents.simulated-service') })
  const row = await tenant.pools.write
    .selectFrom('documents.simulated_authority')
    .selectAll()
    .orderBy('created_at')
    .executeTakeFirstOrThrow()
  const service = new SimulatedService(
    new SimulatedOffice({
      authority: {
        certificate: fromBase64(row.certificate),
        privateKey: openKey(row.key_sealed, secretOf(tenant), row.id),
      },
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
