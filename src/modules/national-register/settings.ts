import { readFileSync } from 'node:fs'
import type { NationalRegisterSettings } from '#kernel/config.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

export const modes = ['off', 'simulator', 'live'] as const
export type Mode = (typeof modes)[number]
export type NumberPolicy = 'own' | 'national'

/** How a region reaches the national register. Secrets are sealed: see `openSecrets`. */
export interface Settings {
  readonly mode: Mode
  readonly numbers: NumberPolicy
  readonly gatewayUrl: string | undefined
  readonly verifyUrl: string | undefined
  readonly verifyCustomer: string | undefined
  readonly verifyUser: string | undefined
  readonly verifyIp: string | undefined
  readonly nameThreshold: number
  readonly faceThreshold: number
  readonly changedAt: Temporal.Instant | undefined
  readonly changedBy: string | undefined
  /** Whether there is one, for the form that changes it. */
  readonly hasToken: boolean
  readonly hasPassword: boolean
}

export const tokenContext = 'national_register.setting.gateway_token'
export const passwordContext = 'national_register.setting.verify_password'

export const offSettings: Settings = {
  mode: 'off',
  numbers: 'own',
  gatewayUrl: undefined,
  verifyUrl: undefined,
  verifyCustomer: undefined,
  verifyUser: undefined,
  verifyIp: undefined,
  nameThreshold: 90,
  faceThreshold: 7,
  changedAt: undefined,
  changedBy: undefined,
  hasToken: false,
  hasPassword: false,
}

/** What the region set; off where it set nothing. */
export async function readSettings(db: AnyHandle): Promise<Settings> {
  const row = await db.selectFrom('national_register.setting').selectAll().executeTakeFirst()
  if (!row) return offSettings
  return {
    mode: row.mode,
    numbers: row.numbers,
    gatewayUrl: row.gateway_url ?? undefined,
    verifyUrl: row.verify_url ?? undefined,
    verifyCustomer: row.verify_customer ?? undefined,
    verifyUser: row.verify_user ?? undefined,
    verifyIp: row.verify_ip ?? undefined,
    nameThreshold: row.name_threshold,
    faceThreshold: row.face_threshold,
    changedAt: Temporal.Instant.fromEpochMilliseconds(row.changed_at.getTime()),
    changedBy: row.changed_by,
    hasToken: row.gateway_token_sealed !== null,
    hasPassword: row.verify_password_sealed !== null,
  }
}

/** What the region proves itself with; used for a call and held no longer. */
export async function openSecrets(
  tenant: Tenant,
  db: AnyHandle,
): Promise<{ readonly token: string | undefined; readonly password: string | undefined }> {
  const row = await db
    .selectFrom('national_register.setting')
    .select(['gateway_token_sealed', 'verify_password_sealed'])
    .executeTakeFirst()
  const open = (sealed: Buffer | null | undefined, context: string) =>
    sealed ? tenant.cipher.open(sealed, context) : undefined
  return {
    token: open(row?.gateway_token_sealed, tokenContext),
    password: open(row?.verify_password_sealed, passwordContext),
  }
}

/** The made-up register is for demo regions only, and only where the installation lets it. */
export function maySimulate(tenant: Tenant, { simulates }: NationalRegisterSettings): boolean {
  return tenant.profile.isDemo && simulates
}

const files = new Map<string, string>()

export function caOf({ caFile }: NationalRegisterSettings): string | undefined {
  if (!caFile) return undefined
  const text = files.get(caFile) ?? readFileSync(caFile, 'utf8')
  files.set(caFile, text)
  return text
}

/** Data of people goes over this line: it is encrypted, or it does not leave a private network (the centre's VPN). */
export function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username || password) return false
  if (protocol === 'https:') return true
  return (
    protocol === 'http:' &&
    /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+)$/.test(
      hostname,
    )
  )
}
