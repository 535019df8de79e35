-- Rows of a file that is to be imported, checked and sealed, before anybody is entered in the register.
create table people.staged_family (
  import_id uuid not null,
  family_no integer not null,
  family_id uuid not null,
  event_id uuid not null,
  kk_number_sealed bytea not null,
  kk_number_print bytea not null,
  kk_hint text not null,
  address text not null,
  rt text not null,
  rw text not null,
  village_code text not null,
  postal_code text,
  first_row integer not null,
  verdict text not null default 'waiting' check (verdict in ('waiting', 'good', 'bad', 'known', 'entered')),
  primary key (import_id, family_no)
);
comment on table people.staged_family is 'Families of a file under import: a family is entered whole or not at all.';
comment on column people.staged_family.verdict is 'waiting = not judged yet; good = may be entered; bad = has an error or was overtaken; known = stands in the register already; entered = done.';

create table people.staged_person (
  import_id uuid not null,
  family_no integer not null,
  row_number integer not null,
  person_id uuid not null,
  nik_sealed bytea not null,
  nik_print bytea not null,
  nik_hint text not null,
  full_name text not null,
  sex text not null,
  birth_place text not null,
  birth_on date not null,
  religion text not null,
  education text not null,
  occupation text not null,
  marital_status text not null,
  blood_type text,
  citizenship text not null,
  family_relation text not null,
  mother_print bytea,
  father_print bytea,
  mother_name text,
  father_name text,
  birth_certificate_number text,
  marriage_certificate_number text,
  married_on date
);
comment on table people.staged_person is 'People of a file under import whose own row has no error; their numbers are sealed as in the register.';
comment on column people.staged_person.nik_hint is 'The first and last four digits of the NIK: what an officer may see of it.';
create index staged_person_family on people.staged_person (import_id, family_no);

create table people.staged_problem (
  id bigint generated always as identity primary key,
  import_id uuid not null,
  row_number integer not null,
  family_no integer,
  severity text not null check (severity in ('error', 'warning')),
  code text not null,
  field text not null,
  shown text,
  other_row integer
);
comment on table people.staged_problem is 'What is wrong (error) or remarkable (warning) in a row of a file under import; values are masked.';
create index staged_problem_row on people.staged_problem (import_id, row_number, id);

create table people.staged_number (
  import_id uuid not null,
  kind text not null check (kind in ('nik', 'kk')),
  prefix text not null,
  last smallint not null
);
comment on table people.staged_number is 'Sequences that numbers in the file have used up in districts of this region, so that none is given out again.';
create index staged_number_import on people.staged_number (import_id);
