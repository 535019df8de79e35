
create table people.household (
  id uuid primary key,
  address text not null,
  rt text not null,
  rw text not null,
  village_code text not null references territory.area (code),
  postal_code text,
  opened_on date not null,
  closed_on date
);
comment on table people.household is 'A dwelling in which one or more families live (rumah tangga).';
create index household_place on people.household (village_code, rw, rt);

create table people.family (
  id uuid primary key,
  kk_number_sealed bytea not null,
  kk_number_print bytea not null,
  head_person_id uuid,
  status text not null default 'active' check (status in ('active', 'moved', 'closed')),
  household_id uuid references people.household (id),
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
comment on column people.family.status is 'moved = the whole family has left the region; closed = nobody is left on the card.';
comment on column people.family.kk_number_print is 'Keyed hash for equality search; the number itself is sealed.';
create unique index family_kk_number on people.family (kk_number_print);
create index family_place on people.family (village_code, rw, rt);
create index family_household on people.family (household_id) where household_id is not null;

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
  divorce_certificate_number text,
  divorced_on date,
  spouse_person_id uuid references people.person (id),
  died_on date,
  status text not null default 'active' check (status in ('active', 'moved', 'dead', 'duplicate', 'void')),
  check_reason text,
  duplicate_of uuid references people.person (id),
  registered_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint person_dead check ((died_on is null) or status <> 'active'),
  constraint person_duplicate check ((duplicate_of is null) = (status <> 'duplicate'))
);
comment on table people.person is 'Population register: everyone registered in this region, once.';
comment on column people.person.nik_print is 'Keyed hash of the NIK for equality search and uniqueness; the number itself is sealed.';
comment on column people.person.status is 'Only active people stand on a family card. moved = has left the region; duplicate = the same as another person; void = the event that entered the person was cancelled.';
comment on column people.person.check_reason is 'Why the data of this person are under check; null when they are not.';
create unique index person_nik on people.person (nik_print);
create index person_family on people.person (family_id, family_order);
create index person_spouse on people.person (spouse_person_id) where spouse_person_id is not null;
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

create table people.event (
  id uuid primary key,
  kind text not null,
  valid_on date not null,
  recorded_at timestamptz not null,
  source_kind text not null check (source_kind in ('case', 'import', 'national', 'desk', 'notice', 'move')),
  source_id uuid,
  register_number text,
  reason text not null,
  territory_code text not null,
  voids_event_id uuid references people.event (id),
  voided_at timestamptz
);
comment on table people.event is 'What happened to people and families, one row for each event, never changed; an event that a later one took back bears the time of that.';
comment on column people.event.valid_on is 'The day on which it became true; recorded_at says when this register learned of it.';
create index event_source on people.event (source_id) where source_id is not null;
create index event_recorded on people.event (recorded_at, id);
create index event_kind on people.event (kind, valid_on);

create table people.change (
  event_id uuid not null references people.event (id),
  ordinal smallint not null,
  person_id uuid references people.person (id),
  family_id uuid references people.family (id),
  valid_on date not null,
  entered boolean not null default false,
  before jsonb not null,
  after jsonb not null,
  primary key (event_id, ordinal),
  check (num_nonnulls(person_id, family_id) = 1)
);
comment on table people.change is 'Which fields of whom an event changed, before and after. Together with the present rows every past state can be told, by day of truth and by day of knowledge.';
comment on column people.change.entered is 'The event entered this person or family in the register.';
create index change_person on people.change (person_id, event_id) where person_id is not null;
create index change_family on people.change (family_id, event_id) where family_id is not null;

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

create view people.v_person_name as select id, full_name from people.person;
comment on view people.v_person_name is 'Names of people, for lists of other modules.';
create view people.v_card_mate as
  select p.id as person_id, m.id as mate_id from people.person p
  join people.person m on m.family_id = p.family_id and m.id <> p.id and m.status = 'active';
comment on view people.v_card_mate is 'Who stands on the family card of somebody, also of somebody who died.';

create view people.v_resident as
  select f.village_code, p.family_id, p.sex, p.birth_on, p.birth_certificate_number is not null as has_birth_certificate
  from people.person p join people.family f on f.id = p.family_id where p.status = 'active';
comment on view people.v_resident is 'Everybody who lives here, without name and number, for counting.';

create view people.v_event_subject as
  select e.id, e.kind, e.valid_on, e.recorded_at, e.territory_code, c.person_id, p.sex
  from people.event e join people.change c on c.event_id = e.id join people.person p on p.id = c.person_id
  where e.voided_at is null and case e.kind
    when 'birth' then c.entered
    when 'death' then c.after ->> 'status' = 'dead'
    when 'move-out' then c.after ->> 'status' = 'moved'
    when 'departure-abroad' then c.after ->> 'status' = 'moved'
    when 'move-in' then c.entered or c.after ->> 'status' = 'active'
    when 'return-from-abroad' then c.entered or c.after ->> 'status' = 'active'
    when 'marriage' then c.after ->> 'maritalStatus' = 'married'
    when 'divorce' then c.after ->> 'maritalStatus' = 'divorced'
    else true end;
comment on view people.v_event_subject is 'Events that stand and to whom they happened (not who merely stood on the same card), without name and number, for counting.';
