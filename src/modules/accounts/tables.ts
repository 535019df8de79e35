// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type DefaultMoment = ColumnType<Date, Date | string | undefined, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export interface AccountTable {
  id: string
  kind: 'citizen' | 'staff'
  person_id: string
  display_name: string
  phone: string | null
  email: string | null
  email_verified_at: MaybeMoment
  locale: Generated<'id' | 'en'>
  acting_position_id: string | null
  disabled_at: MaybeMoment
  disabled_reason: string | null
  created_at: DefaultMoment
}

export interface AuthAccountTable {
  id: string
  user_id: string
  account_id: string
  provider_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: MaybeMoment
  refresh_token_expires_at: MaybeMoment
  scope: string | null
  password: string | null
  created_at: DefaultMoment
  updated_at: DefaultMoment
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
  created_at: DefaultMoment
}

export interface AuthSessionTable {
  id: string
  user_id: string
  token: string
  expires_at: Moment
  ip_address: string | null
  user_agent: string | null
  elevated_until: MaybeMoment
  last_used_at: DefaultMoment
  created_at: DefaultMoment
  updated_at: DefaultMoment
}

export interface AuthTwoFactorTable {
  id: string
  user_id: string
  secret: string
  backup_codes: string
  verified: Generated<boolean>
  failed_verification_count: Generated<number>
  locked_until: MaybeMoment
}

export interface AuthUserTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  two_factor_enabled: Generated<boolean>
  created_at: DefaultMoment
  updated_at: DefaultMoment
}

export interface AuthVerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: Moment
  created_at: DefaultMoment
  updated_at: DefaultMoment
}

export interface LockoutTable {
  account_key: Buffer
  failures: Generated<number>
  locked_until: MaybeMoment
  last_failure_at: DefaultMoment
}

export interface OneTimeLinkTable {
  token_hash: Buffer
  purpose: 'first-administrator' | 'set-password' | 'verify-email'
  account_id: string | null
  email: string | null
  expires_at: Moment
  used_at: MaybeMoment
  created_at: DefaultMoment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'accounts.account': AccountTable
    'accounts.auth_account': AuthAccountTable
    'accounts.auth_passkey': AuthPasskeyTable
    'accounts.auth_session': AuthSessionTable
    'accounts.auth_two_factor': AuthTwoFactorTable
    'accounts.auth_user': AuthUserTable
    'accounts.auth_verification': AuthVerificationTable
    'accounts.lockout': LockoutTable
    'accounts.one_time_link': OneTimeLinkTable
  }
}
