import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPersonByNik, getFamily, openKkNumber } from '#modules/people/index.ts'
import type { NationalPerson } from '../port/national-register.ts'
import type { RegisterPlace } from '../service.ts'
import { behaviourOf } from './behaviour.ts'
import { SimulatedRegister } from './simulated-register.ts'
import { SimulatedService } from './simulated-service.ts'

const running = new Map<string, Promise<SimulatedService>>()

/** The made-up national register of a demo region, in this process; started when it is first asked. */
export function simulatedService(place: RegisterPlace): Promise<SimulatedService> {
  const known = running.get(place.tenant.id) ?? start(place)
  running.set(place.tenant.id, known)
  known.catch(() => running.delete(place.tenant.id))
  return known
}

async function start({ tenant, clock }: RegisterPlace): Promise<SimulatedService> {
  const register = new SimulatedRegister({
    now: () => clock.now(),
    find: (nik) => findThere(tenant, tenant.pools.read, nik),
  })
  const service = new SimulatedService(register)
  service.slowMs = 8000
  service.mishap = async () => {
    const behaviour = await behaviourOf(tenant.pools.read)
    return behaviour === 'well' ? undefined : behaviour
  }
  await service.listen()
  return service
}

/** The same people as here, but that of some of them something else is written there, as between two real registers. */
export async function findThere(tenant: Tenant, db: AnyHandle, nik: string): Promise<NationalPerson | undefined> {
  const person = await findPersonByNik(tenant, db, nik)
  if (!person) return undefined
  const family = person.familyId ? await getFamily(db, person.familyId) : undefined
  const odd = oddity(nik)
  return {
    nik,
    fullName: odd === 'name' ? misspelt(person.fullName) : person.fullName,
    sex: person.sex,
    birthPlace: person.birthPlace,
    birthOn: odd === 'birth-day' ? nextDay(person.birthOn) : person.birthOn,
    religion: person.religion,
    motherName: person.motherName,
    fatherName: person.fatherName,
    kkNumber: family && openKkNumber(tenant, family),
    diedOn: person.diedOn,
  }
}

/** One person in thirty: told by the digits of his NIK, so that it is the same after every start. */
export function oddity(nik: string): 'name' | 'birth-day' | undefined {
  const rest = [...nik].reduce((mixed, digit) => (mixed * 31 + Number(digit)) % 6007, 7) % 60
  return rest === 7 ? 'name' : rest === 23 ? 'birth-day' : undefined
}

/** As clerks mistype: a letter doubled. Taken over here, it is the same on both sides from then on. */
function misspelt(name: string): string {
  const [first = '', ...rest] = name.split(' ')
  if (first.at(-1) === first.at(-2)) return name
  return [`${first}${first.at(-1) ?? ''}`, ...rest].join(' ')
}

/** The next even day, for the same reason. */
function nextDay(day: string): string {
  const date = Temporal.PlainDate.from(day)
  return (date.day % 2 ? date.add({ days: 1 }) : date).toString()
}
