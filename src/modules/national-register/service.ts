import type { Clock } from '#kernel/clock/clock.ts'
import type { Config } from '#kernel/config.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { openGateway } from './client/gateway.ts'
import { joinAdapters } from './client/join-adapters.ts'
import { openVerifyService } from './client/verify-service.ts'
import type { NationalRegister } from './port/national-register.ts'
import { caOf, maySimulate, openSecrets, readSettings, type Settings } from './settings.ts'
import { simulatedService } from './simulator/own-simulator.ts'

/** What a route has, and a job. */
export interface RegisterPlace {
  readonly tenant: Tenant
  readonly config: Config
  readonly clock: Clock
  readonly db: AnyHandle
}

/** The national register of this region as it is set up; undefined where it is off. In a demo region, the made-up one. */
export async function openNationalRegister(place: RegisterPlace): Promise<NationalRegister | undefined> {
  const { tenant, db, config } = place
  const settings = await readSettings(db)
  if (settings.mode === 'off') return undefined
  if (settings.mode === 'simulator') {
    return maySimulate(tenant, config.nationalRegister) ? simulated(place, settings) : undefined
  }
  const { timeoutMs } = config.nationalRegister
  const ca = caOf(config.nationalRegister)
  const { token, password } = await openSecrets(tenant, db)
  const { gatewayUrl, verifyUrl, verifyCustomer, verifyUser, verifyIp } = settings
  return joinAdapters(
    gatewayUrl && token
      ? openGateway(
          { url: gatewayUrl, headers: { authorization: `Bearer ${token}` }, timeoutMs, ca },
          settings.faceThreshold,
        )
      : undefined,
    verifyUrl && verifyCustomer && verifyUser && verifyIp && password
      ? openVerifyService(
          { url: verifyUrl, headers: {}, timeoutMs, ca },
          { customer: verifyCustomer, user: verifyUser, password, ip: verifyIp, threshold: settings.nameThreshold },
        )
      : undefined,
  )
}

async function simulated(place: RegisterPlace, settings: Settings): Promise<NationalRegister> {
  const service = await simulatedService(place)
  const base = { url: service.url, timeoutMs: 5000, ca: undefined }
  return joinAdapters(
    openGateway({ ...base, headers: { authorization: `Bearer ${service.token}` } }, settings.faceThreshold),
    openVerifyService(
      { ...base, headers: {} },
      { customer: service.customer, ...service.account, threshold: settings.nameThreshold },
    ),
  )
}
