import { openGateway } from '../client/gateway.ts'
import { joinAdapters } from '../client/join-adapters.ts'
import { openVerifyService } from '../client/verify-service.ts'
import type { NationalPerson, NationalRegister } from '../port/national-register.ts'
import { SimulatedRegister } from '../simulator/simulated-register.ts'
import { SimulatedService } from '../simulator/simulated-service.ts'

/** The made-up national register, listening, with people of its own. */
export async function simulatedRegister(
  people: readonly NationalPerson[],
  now: () => Temporal.Instant,
  find?: (nik: string) => Promise<NationalPerson | undefined>,
) {
  const register = new SimulatedRegister({
    now,
    find: find ?? (async (nik) => people.find((one) => one.nik === nik)),
  })
  const service = new SimulatedService(register)
  await service.listen()
  return {
    register,
    service,
    client: (timeoutMs = 5000, token: string = service.token): NationalRegister => {
      const base = { url: service.url, timeoutMs, ca: undefined }
      return joinAdapters(
        openGateway({ ...base, headers: { authorization: `Bearer ${token}` } }, 7),
        openVerifyService({ ...base, headers: {} }, { customer: service.customer, ...service.account, threshold: 90 }),
      )
    },
  }
}
