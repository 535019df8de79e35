create table partners.partner (
  id uuid primary key,
  name text not null unique,
  kind text not null check (kind in
    ('hospital', 'clinic', 'midwife', 'village', 'religious-office', 'court', 'funeral-service', 'school', 'bank', 'agency', 'other')),
  territory_code text not null,
  agreement text not null,
  agreement_until date not null,
  contact_name text not null,
  contact_phone text not null,
  contact_email text not null,
  state text not null default 'active' check (state in ('active', 'suspended', 'ended')),
  state_reason text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table partners.partner is 'Organisations outside that work with this region by agreement: they report events, or ask whether data about a person are right.';
comment on column partners.partner.territory_code is 'Where their work lies; "" is the whole region.';
comment on column partners.partner.agreement_until is 'Last day of the agreement (perjanjian kerja sama); after it nothing is answered.';
create index partner_listed on partners.partner (name, id);

create table partners.key (
  id uuid primary key,
  partner_id uuid not null references partners.partner (id),
  label text not null,
  prefix text not null unique check (prefix ~ '^[a-z0-9]{12}$'),
  secret_hash bytea not null,
  permissions text[] not null check (cardinality(permissions) > 0),
  daily_limit integer not null check (daily_limit between 1 and 1000000),
  created_at timestamptz not null,
  created_by text not null,
  expires_on date not null,
  revoked_at timestamptz,
  revoked_reason text
);
comment on table partners.key is 'Keys with which programs of a partner sign in. Only a hash is kept: a key is shown once, when it is made.';
create index key_partner on partners.key (partner_id);

create table partners.member (
  id uuid primary key,
  partner_id uuid not null references partners.partner (id),
  person_id uuid not null references people.person (id),
  permissions text[] not null check (cardinality(permissions) > 0),
  added_at timestamptz not null,
  ended_at timestamptz
);
comment on table partners.member is 'People who act for a partner on the pages, signed in with accounts of their own.';
create unique index member_now on partners.member (partner_id, person_id) where ended_at is null;
create index member_person on partners.member (person_id) where ended_at is null;

create table partners.usage (
  key_id uuid not null references partners.key (id),
  day date not null,
  permission text not null,
  asked integer not null check (asked > 0),
  primary key (key_id, day, permission)
);
comment on table partners.usage is 'How often a key was used on each day, for its daily limit and for the page of the partner.';

create view partners.v_partner as select id as partner_id, name, kind, state from partners.partner;
comment on view partners.v_partner is 'Names of partners, for lists of other modules.';
