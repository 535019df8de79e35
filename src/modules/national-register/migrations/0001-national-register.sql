create table national_register.setting (
  only_row boolean primary key default true check (only_row),
  mode text not null check (mode in ('off', 'simulator', 'live')),
  numbers text not null default 'own' check (numbers in ('own', 'national')),
  gateway_url text,
  gateway_token_sealed bytea,
  verify_url text,
  verify_customer text,
  verify_user text,
  verify_password_sealed bytea,
  verify_ip text,
  name_threshold smallint not null default 90 check (name_threshold between 1 and 100),
  face_threshold real not null default 7 check (face_threshold > 0),
  changed_at timestamptz not null,
  changed_by text not null
);
comment on table national_register.setting is 'How this region reaches the national population register. Without a row, or with mode off, nothing is sent and nothing waits to be.';
comment on column national_register.setting.numbers is 'Who gives out NIK and KK numbers: this region (own), or the national register (national).';
comment on column national_register.setting.face_threshold is 'Least score of a face verification that counts as the same person, on the scale of the national service.';

create table national_register.status (
  only_row boolean primary key default true check (only_row),
  state text not null check (state in ('untried', 'up', 'down')),
  since timestamptz not null,
  last_ok_at timestamptz,
  faults integer not null default 0,
  fault text,
  detail text,
  next_try_at timestamptz
);
comment on table national_register.status is 'Whether the national register answers, since when, and when it is tried next. Apart from the settings, which every event reads.';

create table national_register.message (
  id uuid primary key,
  kind text not null check (kind in ('event', 'biometrics')),
  event_kind text not null,
  territory_code text not null,
  valid_on date not null,
  register_number text,
  reason text not null,
  voids_id uuid,
  recorded_at timestamptz not null,
  place bigint generated always as identity,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'held', 'accepted', 'closed')),
  attempts integer not null default 0,
  sent_at timestamptz,
  next_try_at timestamptz,
  problem text,
  detail text,
  note text,
  is_corrected boolean not null default false,
  reference text,
  settled_at timestamptz,
  check ((settled_at is not null) = (state in ('accepted', 'closed')))
);
comment on table national_register.message is 'What has to be told to the national register, one row for each event of the population register; the id is the event''s and the key by which the other side knows a repetition.';
comment on column national_register.message.state is 'held = refused there, a difference is open; closed = settled without being accepted.';
comment on column national_register.message.is_corrected is 'Facts were corrected since: it is told as they are known now, not as they were when it was recorded.';
comment on column national_register.message.place is 'Order of arrival, for lists alone: what has to go before what stands in dependency.';
create index message_open on national_register.message (place) where settled_at is null;
create index message_sent on national_register.message (settled_at desc, id) where settled_at is not null;
create index message_register_number on national_register.message (register_number text_pattern_ops) where register_number is not null;
create index message_reference on national_register.message (reference text_pattern_ops) where reference is not null;
create index message_place on national_register.message (place desc);

create table national_register.message_subject (
  message_id uuid not null,
  ordinal smallint not null,
  person_id uuid,
  family_id uuid,
  entered boolean not null default false,
  before jsonb not null,
  after jsonb not null,
  primary key (message_id, ordinal),
  check (num_nonnulls(person_id, family_id) = 1)
);
comment on table national_register.message_subject is 'Whom a message is about and what changed of them, as the event recorded it.';
create index message_subject_person on national_register.message_subject (person_id, message_id) where person_id is not null;

create table national_register.subject (
  id uuid primary key,
  message_id uuid not null
);
comment on table national_register.subject is 'The last message about a person or a family. Every event of one subject updates this one row, so that events of one subject stand in line in the order of their locks, whichever commits late.';

create table national_register.dependency (
  message_id uuid not null,
  after_id uuid not null,
  primary key (message_id, after_id)
);
comment on column national_register.dependency.after_id is 'No foreign key: its check would read a page that every other event writes, and serializable commands would refuse each other.';
comment on table national_register.dependency is 'A message goes only after these have been settled. Rows go when their message is settled.';
create index dependency_after on national_register.dependency (after_id);

create table national_register.difference (
  id uuid primary key,
  kind text not null,
  state text not null,
  message_id uuid references national_register.message (id),
  number_request_id uuid,
  person_id uuid,
  family_id uuid,
  person_name text not null,
  territory_code text not null,
  words text,
  sides_sealed bytea not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  until date,
  proposed_by uuid,
  chosen text[] not null default '{}',
  correction_event_id uuid,
  closed_at timestamptz
);
comment on table national_register.difference is 'Where the national register says otherwise: what is ours and what is theirs, and what an office decided.';
comment on column national_register.difference.sides_sealed is 'The differing fields, ours and theirs, as JSON, sealed.';
comment on column national_register.difference.proposed_by is 'Account of the officer who proposes to take over theirs; another one confirms.';
create index difference_list on national_register.difference (opened_at desc, id desc);
create index difference_open on national_register.difference (opened_at desc, id desc) where closed_at is null;
create unique index difference_message on national_register.difference (message_id) where message_id is not null and closed_at is null;
create index difference_person on national_register.difference (person_id) where person_id is not null;

create table national_register.difference_step (
  difference_id uuid not null references national_register.difference (id),
  ordinal smallint not null,
  verb text not null,
  to_state text not null,
  by_account uuid,
  by_label text not null,
  note text,
  at timestamptz not null,
  primary key (difference_id, ordinal)
);
comment on table national_register.difference_step is 'History of a difference: who did what, when and why.';

create table national_register.number_request (
  id uuid primary key,
  key text not null unique,
  kind text not null check (kind in ('nik', 'kk')),
  district_code text not null,
  day date not null,
  sex text check (sex in ('male', 'female')),
  case_id uuid,
  state text not null check (state in ('waiting', 'granted', 'used', 'withdrawn')),
  source text check (source in ('own', 'national', 'block')),
  number_sealed bytea,
  requested_at timestamptz not null,
  granted_at timestamptz,
  used_at timestamptz,
  attempts integer not null default 0,
  next_try_at timestamptz,
  problem text,
  check ((number_sealed is not null) = (source is not null)),
  check (state in ('waiting', 'withdrawn') or number_sealed is not null)
);
comment on table national_register.number_request is 'A NIK or KK number that a case needs: asked of the national register, or taken from a block that it left to this region. One row for each key, so that nothing is allocated twice.';
comment on column national_register.number_request.day is 'Day of birth for a NIK, day of issue for a KK number.';
create index number_request_waiting on national_register.number_request (requested_at, id) where state = 'waiting';
create index number_request_case on national_register.number_request (case_id) where case_id is not null;

create table national_register.number_block (
  id uuid primary key,
  kind text not null check (kind in ('nik', 'kk')),
  district_code text not null,
  first smallint not null check (first between 1 and 9999),
  last smallint not null check (last between 1 and 9999),
  letter text not null,
  added_at timestamptz not null,
  added_by text not null,
  ended_at timestamptz,
  check (first <= last)
);
comment on table national_register.number_block is 'Last four digits that the national register left to this region for times when it is away, by district.';
comment on column national_register.number_block.letter is 'The letter by which it was granted.';

create table national_register.block_use (
  kind text not null,
  prefix text not null check (prefix ~ '^[0-9]{12}$'),
  last smallint not null,
  primary key (kind, prefix)
);
comment on table national_register.block_use is 'Last four digits used of a block, for each first twelve.';

create table national_register.simulation (
  only_row boolean primary key default true check (only_row),
  behaviour text not null,
  set_at timestamptz not null
);
comment on table national_register.simulation is 'How the made-up national register of a demo region behaves: well, or in one of the ways in which such services fail.';
