import type { Config } from '#kernel/config.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { ownAddress } from '../own-address.ts'
import { messagingPaths } from '../paths.ts'

export interface WhatsAppSettings {
  readonly url: string
  readonly phoneNumberId: string
  readonly token: string
  readonly appSecret: string
  readonly verifyToken: string
  /** Added to each call: the region's host name, where the simulator answers on this machine. */
  readonly headers: Readonly<Record<string, string>>
}

interface Place {
  readonly tenant: Tenant
  readonly config: Config
}

/** Where messages go: to WhatsApp when it is set up, in a demo region to the simulator, else nowhere. */
export function whatsappSettings(place: Place): WhatsAppSettings | undefined {
  const { whatsapp } = place.config
  if (whatsapp) return { ...whatsapp, headers: {} }
  return isSimulated(place) ? simulatorSettings(place) : undefined
}

export function isSimulated({ tenant, config }: Place): boolean {
  return tenant.profile.isDemo && config.whatsapp === undefined
}

/** Every region has its own simulator with keys of its own. */
function simulatorSettings(place: Place): WhatsAppSettings {
  const { base, headers } = ownAddress(place)
  const key = (purpose: string) => place.tenant.key(`messaging:whatsapp:${purpose}`).toString('base64url')
  return {
    url: `${base}${messagingPaths.simulatedApi}`,
    phoneNumberId: '990000000000001',
    token: key('token'),
    appSecret: key('app-secret'),
    verifyToken: key('verify-token'),
    headers,
  }
}
