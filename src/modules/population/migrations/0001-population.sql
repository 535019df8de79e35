create table population.register_number (
  prefix text primary key,
  last integer not null check (last > 0)
);
comment on table population.register_number is 'Last running number given out in each civil register on each day; taken under a row lock in the deciding transaction.';

create table population.birth (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('LU', 'LT', 'LN')),
  person_id uuid not null references people.person (id),
  case_id uuid not null,
  case_number text not null,
  event_id uuid not null references people.event (id),
  mother_person_id uuid references people.person (id),
  father_person_id uuid references people.person (id),
  born_at timestamptz,
  born_on date not null,
  facility text not null,
  birth_kind text not null,
  child_order smallint,
  weight_kg numeric(4, 2),
  parentage text not null check (parentage in ('married', 'unrecorded', 'mother-only', 'foundling')),
  proof text not null,
  body jsonb not null,
  registered_at timestamptz not null,
  corrected_at timestamptz,
  voided_at timestamptz,
  voided_reason text
);
comment on table population.birth is 'Birth register (register akta kelahiran): one entry for each child, so that a report of twins makes two. LU = reported in time, LT = later than the law asks, LN = born and registered abroad, reported here.';
comment on column population.birth.body is 'What the certificate says of child and parents. Only a correction changes it; later changes of the person stand in marginal notes. No NIK.';
create index birth_case on population.birth (case_id);
create index birth_person on population.birth (person_id);
create index birth_mother on population.birth (mother_person_id, born_on) where voided_at is null;
create index birth_registered on population.birth (registered_at);

create table population.death (
  id uuid primary key,
  number text not null unique,
  person_id uuid not null references people.person (id),
  case_id uuid not null unique,
  event_id uuid not null references people.event (id),
  reporter_person_id uuid not null references people.person (id),
  reporter_kind text not null check (reporter_kind in ('family', 'relative', 'neighbourhood-head', 'institution')),
  died_on date not null,
  died_time text check (died_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  place text not null,
  place_kind text not null,
  cause text not null,
  proof text not null check (proof in ('doctor', 'village', 'police', 'court', 'neighbourhood')),
  proof_number text,
  is_late boolean not null,
  widowed_person_id uuid references people.person (id),
  registered_at timestamptz not null,
  corrected_at timestamptz,
  voided_at timestamptz,
  voided_reason text
);
comment on table population.death is 'Death register (register akta kematian): one entry for each certificate. A voided entry stays, so that its number is never given again.';
comment on column population.death.is_late is 'Reported later than 30 days after the death (UU 23/2006 pasal 44).';
create unique index death_person on population.death (person_id) where voided_at is null;
create index death_registered on population.death (registered_at);

create table population.entry (
  id uuid primary key,
  register text not null,
  number text not null unique,
  case_id uuid not null,
  event_id uuid references people.event (id),
  happened_on date not null,
  territory_code text not null,
  is_late boolean not null default false,
  details jsonb not null default '{}',
  registered_at timestamptz not null,
  corrected_at timestamptz,
  voided_at timestamptz,
  voided_reason text
);
comment on table population.entry is 'Civil registers other than births and deaths (marriage, divorce, recognition, adoption, changes, moves): one entry for each certificate or letter. A voided entry stays, so that its number is never given again.';
comment on column population.entry.details is 'What the register of that kind notes besides the people: place, officiant, court, basis. No NIK.';
create index entry_case on population.entry (case_id);
create index entry_registered on population.entry (register, registered_at);

create table population.entry_person (
  entry_id uuid not null references population.entry (id),
  role text not null,
  person_id uuid not null references people.person (id),
  primary key (entry_id, role, person_id)
);
comment on table population.entry_person is 'Whom an entry of a civil register is about, and as what: husband, wife, child, mother, father, witness.';
create index entry_person_person on population.entry_person (person_id);

create table population.marginal_note (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  birth_id uuid references population.birth (id),
  case_id uuid not null,
  register_number text not null,
  note text not null,
  noted_on date not null,
  noted_at timestamptz not null,
  voided_at timestamptz
);
comment on table population.marginal_note is 'Catatan pinggir: what became of somebody after his birth was entered (change of name or sex, recognition, adoption), printed on every further extract.';
comment on column population.marginal_note.birth_id is 'Null when the birth stands in a register that is not kept here; the note is then printed on a letter of its own.';
create index marginal_note_person on population.marginal_note (person_id, noted_at);
create index marginal_note_case on population.marginal_note (case_id);
