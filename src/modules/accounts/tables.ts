import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Timestamp = ColumnType<Date, Date | string, Date | string>
type GeneratedTimestamp = ColumnType<Date, Date | string | undefined, Date | string>
type OptionalTimestamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export interface AccountTable {
  id: string
  kind: 'citizen' | 'staff'
  person_id: string
  display_name: string
  phone: string | null
  email: string | null
  email_verified_at: OptionalTimestamp
  locale: Generated<'id' | 'en'>
  acting_position_id: string | null
  disabled_at: OptionalTimestamp
  disabled_reason: string | null
  created_at: GeneratedTimestamp
}

export interface LockoutTable {
  account_key: Buffer
  failures: Generated<number>
  locked_until: OptionalTimestamp
  last_failure_at: GeneratedTimestamp
}

export interface OneTimeLinkTable {
  token_hash: Buffer
  purpose: 'first-administrator' | 'set-password' | 'verify-email'
  account_id: string | null
  email: string | null
  expires_at: Timestamp
  used_at: OptionalTimestamp
  created_at: GeneratedTimestamp
}

export interface AuthUserTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  two_factor_enabled: Generated<boolean>
  created_at: GeneratedTimestamp
  updated_at: GeneratedTimestamp
}

export interface AuthSessionTable {
  id: string
  user_id: string
  token: string
  expires_at: Timestamp
  ip_address: string | null
  user_agent: string | null
  elevated_until: OptionalTimestamp
  last_used_at: GeneratedTimestamp
  created_at: GeneratedTimestamp
  updated_at: GeneratedTimestamp
}

export interface AuthAccountTable {
  id: string
  user_id: string
  account_id: string
  provider_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: OptionalTimestamp
  refresh_token_expires_at: OptionalTimestamp
  scope: string | null
  password: string | null
  created_at: GeneratedTimestamp
  updated_at: GeneratedTimestamp
}

export interface AuthVerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: Timestamp
  created_at: GeneratedTimestamp
  updated_at: GeneratedTimestamp
}

export interface AuthTwoFactorTable {
  id: string
  user_id: string
  secret: string
  backup_codes: string
  verified: Generated<boolean>
  failed_verification_count: Generated<number>
  locked_until: OptionalTimestamp
}

export interface AuthPasskeyTable {
  id: string
  name: string | null
  public_key: string
  user_id: string
  credential_id: string
  counter: number
  device_type: string
  backed_up: boolean
  transports: string | null
  aaguid: string | null
  created_at: GeneratedTimestamp
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'accounts.account': AccountTable
    'accounts.lockout': LockoutTable
    'accounts.one_time_link': OneTimeLinkTable
    'accounts.auth_user': AuthUserTable
    'accounts.auth_session': AuthSessionTable
    'accounts.auth_account': AuthAccountTable
    'accounts.auth_verification': AuthVerificationTable
    'accounts.auth_two_factor': AuthTwoFactorTable
    'accounts.auth_passkey': AuthPasskeyTable
  }
}
