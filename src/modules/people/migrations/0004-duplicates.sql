
create index person_certificate on people.person (birth_certificate_number) where birth_certificate_number is not null;
comment on index people.person_certificate is 'One certificate of birth is of one person: who bears the number of another is found by it.';

create table people.duplicate_candidate (
  id uuid primary key,
  person_a uuid not null references people.person (id),
  person_b uuid not null references people.person (id),
  score smallint not null check (score between 0 and 100),
  reasons text[] not null,
  territory_code text not null,
  state text not null default 'open' check (state in ('open', 'field-check', 'proposed', 'joined', 'different')),
  found_by text not null check (found_by in ('entry', 'review')),
  found_at timestamptz not null,
  verdict text check (verdict in ('same', 'different')),
  keep_person_id uuid references people.person (id),
  proposed_by text,
  event_id uuid references people.event (id),
  changed_at timestamptz not null,
  check (person_a < person_b),
  check ((state = 'proposed') <= (verdict is not null and proposed_by is not null)),
  check ((state = 'joined') <= (event_id is not null))
);
comment on table people.duplicate_candidate is 'Two records of the register that may be of one person: found by rules, resolved by two officers.';
comment on column people.duplicate_candidate.territory_code is 'Village of the record that was found last; decides who may resolve the pair.';
comment on column people.duplicate_candidate.proposed_by is 'Account of the first officer; the second is another.';
comment on column people.duplicate_candidate.event_id is 'The event that joined the two, to be taken back by.';
create unique index duplicate_candidate_pair on people.duplicate_candidate (person_a, person_b);
create index duplicate_candidate_desk on people.duplicate_candidate (state, score desc, id);
create index duplicate_candidate_b on people.duplicate_candidate (person_b);

create table people.duplicate_step (
  candidate_id uuid not null references people.duplicate_candidate (id),
  ordinal smallint not null,
  at timestamptz not null,
  actor_label text not null,
  act text not null check (act in ('found', 'propose-same', 'propose-different', 'field-check', 'confirm', 'reject', 'undo')),
  reason text not null,
  primary key (candidate_id, ordinal)
);
comment on table people.duplicate_step is 'What was done with a pair, by whom and why.';

create table people.review (
  id uuid primary key,
  kind text not null check (kind in ('duplicates', 'contradictions')),
  started_at timestamptz not null,
  started_by text not null,
  reached text not null default '',
  seen integer not null default 0,
  found integer not null default 0,
  finished_at timestamptz
);
comment on table people.review is 'A look at the whole register, in batches: after a crash it goes on where it was.';
comment on column people.review.reached is 'What was looked at last: a day of birth for duplicates, the id of a person for contradictions.';
create unique index review_running on people.review (kind) where finished_at is null;
create index review_newest on people.review (kind, started_at desc);
