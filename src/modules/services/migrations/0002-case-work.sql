create table services.task (
  id uuid primary key,
  case_id uuid not null references services.case (id),
  state text not null,
  branch text,
  desk text not null,
  unit_id uuid not null references organization.unit (id),
  unit_path text not null,
  territory_code text not null,
  service_id text not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  order_at timestamptz not null,
  warn_at timestamptz,
  warned_at timestamptz,
  escalated_at timestamptz,
  claimed_position_id uuid references organization.position (id),
  claimed_person_id uuid references people.person (id),
  claimed_name text,
  claimed_at timestamptz,
  closed_at timestamptz,
  outcome text,
  actor_label text
);
comment on table services.task is 'One piece of work of one desk on one case. A state with parallel reviews opens several.';
comment on column services.task.desk is 'Permission of those who may do it, in the unit.';
comment on column services.task.order_at is 'Place in the queue: the due moment, brought forward by four hours for each level of risk.';
comment on column services.task.warn_at is 'When three quarters of the time for the step are over; null when the step has no deadline of its own.';
comment on column services.task.claimed_position_id is 'Post that took it in hand; others see it but leave it alone.';
-- Carries all that the queue is filtered by, so that a filter with few hits reads no rows but those it shows.
create index task_desk on services.task (unit_id, desk, order_at, id)
  include (service_id, state, territory_code, due_at, warn_at, claimed_person_id, case_id) where closed_at is null;
create index task_case on services.task (case_id);
create index task_closed on services.task (unit_id, closed_at) where closed_at is not null;
create index task_claim on services.task (claimed_position_id) where closed_at is null and claimed_position_id is not null;

create table services.effect_run (
  case_id uuid not null references services.case (id),
  number smallint not null,
  verb text not null,
  effect text not null,
  facts jsonb not null,
  run_at timestamptz not null,
  undone_at timestamptz,
  primary key (case_id, number)
);
comment on table services.effect_run is 'What a case changed in registers, so that a later step can undo it.';

create table services.appointment (
  id uuid primary key,
  case_id uuid not null references services.case (id),
  state text not null,
  unit_id uuid not null references organization.unit (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text not null,
  official_name text not null,
  position_id uuid,
  status text not null check (status in ('proposed', 'agreed', 'held', 'missed', 'moved')),
  note text,
  created_at timestamptz not null,
  decided_at timestamptz
);
comment on table services.appointment is 'When an official and the applicant meet: inspections and visits.';
create index appointment_case on services.appointment (case_id, created_at desc);
create index appointment_day on services.appointment (unit_id, starts_at);

create table services.note (
  id uuid primary key,
  case_id uuid not null references services.case (id),
  from_applicant boolean not null,
  author_name text not null,
  author_label text not null,
  text bytea not null,
  written_at timestamptz not null,
  read_at timestamptz
);
comment on table services.note is 'Questions and answers on a case between the applicant and the office. Text is sealed.';
create index note_case on services.note (case_id, written_at);

create table services.saved_view (
  id uuid primary key,
  account_id text not null references accounts.account (id),
  name text not null,
  filter jsonb not null,
  created_at timestamptz not null default now(),
  unique (account_id, name)
);
comment on table services.saved_view is 'Filters of the queue that an officer keeps under a name.';

create table services.mandate (
  id uuid primary key,
  principal_person_id uuid not null references people.person (id),
  agent_person_id uuid not null references people.person (id),
  service_id text,
  status text not null check (status in ('offered', 'accepted', 'declined', 'revoked')),
  valid_from date not null,
  valid_to date not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  check (valid_to >= valid_from),
  check (principal_person_id <> agent_person_id)
);
comment on table services.mandate is 'Powers of attorney: one person lets another apply for him, for one service or all, until a day.';
create index mandate_agent on services.mandate (agent_person_id, status);
create index mandate_principal on services.mandate (principal_person_id, status);

create table services.co_signature (
  owner_id uuid not null,
  field text not null,
  person_id uuid not null references people.person (id),
  status text not null check (status in ('asked', 'agreed', 'declined')),
  asked_at timestamptz not null,
  decided_at timestamptz,
  primary key (owner_id, field)
);
comment on table services.co_signature is 'Who else has to agree to an application, and whether he did. The draft and its case bear the same id.';
create index co_signature_person on services.co_signature (person_id, status);

create table services.letter_number (
  register text not null,
  year smallint not null,
  last_number integer not null,
  primary key (register, year)
);
comment on table services.letter_number is 'Last number taken in each register of decisions, by year.';

create table services.allotment (
  id uuid primary key,
  service_id text not null,
  version integer not null,
  period text not null,
  places integer not null,
  applicants integer not null,
  cutoff_score bigint,
  rule_text text not null,
  list_hash bytea not null,
  allotted_at timestamptz not null,
  actor_label text not null,
  unique (service_id, period)
);
comment on table services.allotment is 'Places given by rank: the function, the quota and the hash of the whole list, so that the order can be proved.';

create table services.allotment_row (
  allotment_id uuid not null references services.allotment (id),
  rank integer not null,
  case_id uuid not null references services.case (id),
  score bigint not null,
  tie_break bigint not null,
  submitted_at timestamptz not null,
  is_granted boolean not null,
  primary key (allotment_id, rank)
);
comment on table services.allotment_row is 'Each applicant of an allotment with rank and score.';
create unique index allotment_row_case on services.allotment_row (case_id);

create table services.migration (
  id uuid primary key,
  service_id text not null,
  from_version integer not null,
  to_version integer not null,
  mapping jsonb not null,
  moved integer not null,
  kept integer not null,
  at timestamptz not null,
  actor_label text not null
);
comment on table services.migration is 'Running cases that were moved to another version of their definition, by an explicit command.';

-- What the desk asks for all day.
create index task_claimed_person on services.task (claimed_person_id) where closed_at is null and claimed_person_id is not null;
create index appointment_official on services.appointment (position_id, starts_at) where status in ('proposed', 'agreed');
create index note_unread on services.note (case_id) where read_at is null;
