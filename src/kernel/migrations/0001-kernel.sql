create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

create table kernel.tenant_profile (
  only_row boolean primary key default true check (only_row),
  name text not null,
  short_name text not null,
  motto text not null,
  time_zone text not null,
  accent text not null,
  accent_deep text not null,
  accent_wash text not null,
  is_demo boolean not null default false,
  updated_at timestamptz not null default now()
);
comment on table kernel.tenant_profile is 'Name, zone and colours of the one regional government that owns this database.';

create table kernel.idempotency (
  key text not null,
  command text not null,
  actor text not null,
  input_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (actor, command, key)
);
comment on table kernel.idempotency is 'Answers of commands by the caller''s key: the same key and input gives the same answer, other input is refused.';
create index idempotency_created_at on kernel.idempotency (created_at);

create table kernel.kept_input (
  id uuid primary key,
  account_id text,
  path text not null,
  body bytea not null,
  created_at timestamptz not null default now()
);
comment on table kernel.kept_input is 'A form that arrived without a valid session, sealed, kept until its owner signs in again (24 hours).';
create index kept_input_created_at on kernel.kept_input (created_at);

create table kernel.rate_limit (
  bucket text primary key,
  hits integer not null,
  resets_at timestamptz not null
);
comment on table kernel.rate_limit is 'Counters of sensitive actions (sign-in, tracking PIN) that must survive a restart and be shared by all processes.';
