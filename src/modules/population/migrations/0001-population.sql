create table population.register_number (
  prefix text primary key,
  last integer not null check (last > 0)
);
comment on table population.register_number is 'Last running number given out in each civil register on each day; taken under a row lock in the deciding transaction.';

create table population.birth (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('LU', 'LT')),
  person_id uuid not null references people.person (id),
  case_id uuid not null unique,
  mother_person_id uuid references people.person (id),
  father_person_id uuid references people.person (id),
  born_at timestamptz,
  born_on date not null,
  facility text not null,
  birth_kind text not null,
  child_order smallint not null,
  weight_kg numeric(4, 2),
  parentage text not null check (parentage in ('married', 'unrecorded', 'mother-only')),
  proof text not null check (proof in ('letter', 'statement')),
  registered_at timestamptz not null
);
comment on table population.birth is 'Birth register (register akta kelahiran): one entry for each certificate. LU = reported in time, LT = later than 60 days.';
create index birth_person on population.birth (person_id);
create index birth_registered on population.birth (registered_at);
