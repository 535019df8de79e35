
create table organization.unit (
  id uuid primary key,
  parent_id uuid references organization.unit (id),
  path text not null unique,
  code text not null,
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('government', 'secretariat', 'agency', 'division', 'section', 'district', 'village', 'health-centre', 'school')),
  territory_code text not null default '',
  address text,
  phone text,
  email text,
  valid_from date not null,
  valid_to date
);
comment on table organization.unit is 'Units of the government (SKPD and below), a tree by path.';
comment on column organization.unit.path is 'Dotted path of codes, e.g. disdukcapil.pelayanan; authority over a path covers all below it.';
comment on column organization.unit.territory_code is 'Area the unit serves; empty means the whole region.';
create index unit_parent on organization.unit (parent_id);

create table organization.role (
  key text primary key,
  name_id text not null,
  name_en text not null,
  permissions text[] not null
);
comment on table organization.role is 'A named set of permissions that is attached to positions.';

create table organization.position (
  id uuid primary key,
  unit_id uuid not null references organization.unit (id),
  title text not null,
  rank integer not null default 100,
  territory_code text not null default '',
  valid_from date not null,
  valid_to date
);
comment on table organization.position is 'A post (jabatan). Rights and work hang on it, not on the person who holds it.';
create index position_unit on organization.position (unit_id);

create table organization.position_role (
  position_id uuid not null references organization.position (id),
  role_key text not null references organization.role (key),
  primary key (position_id, role_key)
);
comment on table organization.position_role is 'Roles attached to posts.';

create table organization.official (
  id uuid primary key,
  person_id uuid not null unique references people.person (id),
  employee_number text not null unique,
  display_name text not null,
  joined_on date not null,
  left_on date
);
comment on table organization.official is 'An employee of the government (ASN). employee_number is the NIP.';
comment on column organization.official.display_name is 'Name with academic titles, as letters show it.';

create table organization.assignment (
  id uuid primary key,
  position_id uuid not null references organization.position (id),
  official_id uuid not null references organization.official (id),
  manner text not null check (manner in ('definitif', 'plt', 'plh')),
  decree_number text not null,
  decree_on date not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
comment on table organization.assignment is 'Who holds which post from which day to which day (both inclusive), and by which decree (SK). It takes effect at 00:00 local time by itself.';
create index assignment_official on organization.assignment (official_id);
create index assignment_position on organization.assignment (position_id, valid_from);
alter table organization.assignment add constraint one_definitive_holder
  exclude using gist (position_id with =, daterange(valid_from, valid_to, '[]') with &&) where (manner = 'definitif');

create table organization.mandate (
  id uuid primary key,
  principal_id uuid not null references organization.position (id),
  holder_id uuid not null references organization.position (id),
  form text not null check (form in ('a.n.', 'u.b.')),
  acts text[] not null check (cardinality(acts) > 0),
  order_number text not null,
  order_on date not null,
  valid_from date not null,
  valid_to date not null,
  check (valid_to >= valid_from),
  check (principal_id <> holder_id)
);
comment on table organization.mandate is 'That one post may sign for another, which stays responsible (mandat): a.n. straight from it, u.b. handed down by who has it a.n. Both days inclusive.';
comment on column organization.mandate.acts is 'Classes of act that it covers, as module documents names them.';
create index mandate_holder on organization.mandate (holder_id, valid_to);
create index mandate_principal on organization.mandate (principal_id, valid_to);
