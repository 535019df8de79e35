import { createAuthority } from '../../signing/certificate-authority.ts'
import type { ServiceEndpoint } from '../client/call.ts'
import { serviceVersion1 } from '../client/version-1.ts'
import { serviceVersion2 } from '../client/version-2.ts'
import type { SimulatedAccount } from '../simulator/simulated-account.ts'
import { SimulatedOffice } from '../simulator/simulated-office.ts'
import { SimulatedService } from '../simulator/simulated-service.ts'

export const passphrase = 'Rahasia-Sekali-7'

/** The made-up national service, listening, with people of its own. */
export async function nationalService(accounts: readonly SimulatedAccount[], now: () => Date) {
  const authority = await createAuthority({ region: 'Nasional (Percontohan)', now: new Date('2026-01-01T00:00:00Z') })
  let listUrl = ''
  const office = new SimulatedOffice({
    authority,
    now,
    find: async (nik) => accounts.find((one) => one.nik === nik),
    get revocationListUrl() {
      return listUrl
    },
  })
  const service = new SimulatedService(office)
  await service.listen()
  listUrl = `${service.url}/crl`
  const endpoint = (timeoutMs = 5000): ServiceEndpoint => ({
    url: service.url,
    user: service.user,
    password: service.password,
    timeoutMs,
    ca: undefined,
  })
  return {
    authority,
    office,
    service,
    endpoint,
    client: (version: 1 | 2, timeoutMs?: number) =>
      version === 1 ? serviceVersion1(endpoint(timeoutMs)) : serviceVersion2(endpoint(timeoutMs)),
  }
}
