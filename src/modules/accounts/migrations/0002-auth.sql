
create table accounts.auth_user (
  id text primary key references accounts.account (id),
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table accounts.auth_user is 'The account as better-auth knows it; id is that of accounts.account.';
comment on column accounts.auth_user.email is 'Not an address: keyed hash of the sign-in name at nik.invalid or nip.invalid, so that no NIK is stored in clear.';

create table accounts.auth_session (
  id text primary key,
  user_id text not null references accounts.auth_user (id),
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  elevated_until timestamptz,
  last_used_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table accounts.auth_session is 'Sessions. The cookie holds the token with a signature, so the token alone opens nothing.';
comment on column accounts.auth_session.elevated_until is 'Until when the last proof of identity (step-up) counts.';
create index auth_session_user on accounts.auth_session (user_id);
create index auth_session_expires on accounts.auth_session (expires_at);

create table accounts.auth_account (
  id text primary key,
  user_id text not null references accounts.auth_user (id),
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table accounts.auth_account is 'Credentials: provider_id "credential" holds the argon2id hash of the password.';
create index auth_account_user on accounts.auth_account (user_id);

create table accounts.auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table accounts.auth_verification is 'Challenges under way: second factor, passkey.';
create index auth_verification_identifier on accounts.auth_verification (identifier);
create index auth_verification_expires on accounts.auth_verification (expires_at);

create table accounts.auth_two_factor (
  id text primary key,
  user_id text not null references accounts.auth_user (id),
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
comment on table accounts.auth_two_factor is 'TOTP secret and backup codes, both encrypted with the tenant''s key.';
create index auth_two_factor_user on accounts.auth_two_factor (user_id);

create table accounts.auth_passkey (
  id text primary key,
  name text,
  public_key text not null,
  user_id text not null references accounts.auth_user (id),
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null default now()
);
comment on table accounts.auth_passkey is 'Passkeys (WebAuthn): public keys only.';
create index auth_passkey_user on accounts.auth_passkey (user_id);
