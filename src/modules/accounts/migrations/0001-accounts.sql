
create table accounts.account (
  id text primary key,
  kind text not null check (kind in ('citizen', 'staff')),
  person_id uuid not null references people.person (id),
  display_name text not null,
  phone text,
  email text,
  email_verified_at timestamptz,
  locale text not null default 'id',
  acting_position_id uuid references organization.position (id),
  disabled_at timestamptz,
  disabled_reason text,
  created_at timestamptz not null default now(),
  unique (person_id, kind)
);
comment on table accounts.account is 'One account of a person: as a citizen, or as an employee. Credentials and sessions are in the auth_* tables.';
comment on column accounts.account.acting_position_id is 'The post in which an employee with several posts is acting now.';
create unique index account_staff_email on accounts.account (lower(email)) where kind = 'staff' and email is not null;
create index account_acting_position on accounts.account (acting_position_id) where acting_position_id is not null;
create index account_name on accounts.account (kind, display_name, id);

create table accounts.lockout (
  account_key bytea primary key,
  failures integer not null default 0,
  locked_until timestamptz,
  last_failure_at timestamptz not null default now()
);
comment on table accounts.lockout is 'Failed sign-ins by keyed hash of the name that was typed, whether or not such an account exists.';

create table accounts.one_time_link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('first-administrator', 'set-password', 'verify-email')),
  account_id text references accounts.account (id),
  email text,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table accounts.one_time_link is 'Links that work once: only the SHA-256 of their token is stored.';
comment on column accounts.one_time_link.email is 'The address that a verify-email link proves.';
create index one_time_link_account on accounts.one_time_link (account_id);
