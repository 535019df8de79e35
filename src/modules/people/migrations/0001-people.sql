
create table people.family (
  id uuid primary key,
  kk_number_sealed bytea not null,
  kk_number_print bytea not null,
  head_person_id uuid,
  address text not null,
  rt text not null,
  rw text not null,
  village_code text not null references territory.area (code),
  postal_code text,
  version integer not null default 1,
  issued_on date not null,
  closed_on date,
  updated_at timestamptz not null default now()
);
comment on table people.family is 'A household (keluarga) and its current family card (kartu keluarga). A new composition raises version.';
comment on column people.family.kk_number_print is 'Keyed hash for equality search; the number itself is sealed.';
create unique index family_kk_number on people.family (kk_number_print);
create index family_village on people.family (village_code);

create table people.person (
  id uuid primary key,
  nik_sealed bytea not null,
  nik_print bytea not null,
  full_name text not null,
  sex text not null check (sex in ('male', 'female')),
  birth_place text not null,
  birth_on date not null,
  religion text not null,
  education text not null,
  occupation text not null,
  marital_status text not null check (marital_status in ('single', 'married', 'married-unrecorded', 'divorced', 'widowed')),
  blood_type text,
  citizenship text not null default 'WNI',
  family_id uuid references people.family (id),
  family_relation text not null check (family_relation in
    ('head', 'husband', 'wife', 'child', 'son-in-law', 'grandchild', 'parent', 'parent-in-law', 'relative', 'helper', 'other')),
  family_order smallint not null default 1,
  mother_person_id uuid references people.person (id),
  father_person_id uuid references people.person (id),
  mother_name text,
  father_name text,
  birth_certificate_number text,
  marriage_certificate_number text,
  married_on date,
  died_on date,
  registered_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table people.person is 'Population register: everyone registered in this region, once.';
comment on column people.person.nik_print is 'Keyed hash of the NIK for equality search and uniqueness; the number itself is sealed.';
create unique index person_nik on people.person (nik_print);
create index person_family on people.person (family_id, family_order);
create index person_name on people.person using gin (full_name gin_trgm_ops);
create index person_mother on people.person (mother_person_id) where mother_person_id is not null;
create index person_father on people.person (father_person_id) where father_person_id is not null;
alter table people.family add constraint family_head foreign key (head_person_id) references people.person (id) deferrable initially deferred;

create table people.family_version (
  family_id uuid not null references people.family (id),
  version integer not null,
  composition bytea not null,
  reason text not null,
  valid_from timestamptz not null,
  primary key (family_id, version)
);
comment on table people.family_version is 'Each composition a family card ever had, sealed as JSON, with what caused it.';

create table people.nik_sequence (
  prefix text primary key check (prefix ~ '^[0-9]{12}$'),
  last smallint not null check (last between 1 and 9999)
);
comment on table people.nik_sequence is 'Last four-digit sequence given out for a NIK prefix: district code and coded birth date (PP 37/2007 pasal 37).';

create table people.kk_sequence (
  prefix text primary key check (prefix ~ '^[0-9]{12}$'),
  last smallint not null check (last between 1 and 9999)
);
comment on table people.kk_sequence is 'Last four-digit sequence given out for a family card prefix: district code and day of issue.';
create index person_full_name on people.person (full_name, id);
comment on index people.person_full_name is 'The register lists people by name, page by page.';
