create table services.definition (
  service_id text not null check (service_id ~ '^[a-z][a-z0-9-]+$'),
  version integer not null check (version > 0),
  slug text not null,
  body jsonb not null,
  hash bytea not null,
  valid_from date not null,
  published_by text,
  published_at timestamptz not null default now(),
  primary key (service_id, version)
);
comment on column services.definition.published_by is 'Official who published it; null for those that come with the program.';
comment on table services.definition is 'Published definitions of public services. A row never changes: a change is a new version.';

create sequence services.case_number;

create table services.draft (
  id uuid primary key,
  service_id text not null,
  version integer not null,
  account_id text not null references accounts.account (id),
  person_id uuid not null references people.person (id),
  answers bytea not null,
  mandate_id uuid,
  previous_case_id uuid,
  sent_at timestamptz,
  seen_pages text[] not null default '{}',
  revision integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (service_id, version) references services.definition (service_id, version)
);
comment on table services.draft is 'An application being filled in. Not a record of government yet: it leaves no events but its beginning and end.';
comment on column services.draft.sent_at is 'When the applicant sent it; it waits for those who have to agree.';
comment on column services.draft.previous_case_id is 'The case that this one renews.';
comment on column services.draft.answers is 'Sealed JSON object: field id to answer.';
create index draft_account on services.draft (account_id, updated_at desc);

create table services.case (
  id uuid primary key,
  number text not null unique,
  service_id text not null,
  version integer not null,
  state text not null,
  unit_id uuid not null references organization.unit (id),
  unit_path text not null,
  serving_path text not null,
  territory_code text not null,
  account_id text references accounts.account (id),
  applicant_person_id uuid not null references people.person (id),
  applicant_name text not null,
  subject_name text not null,
  answers bytea not null,
  readable bytea not null,
  known bytea,
  findings bytea,
  branches jsonb not null default '{}',
  cost jsonb not null default '[]',
  fee_amount numeric(20, 2) not null,
  outcome jsonb not null default '{}',
  rules jsonb not null default '[]',
  risk smallint not null default 0 check (risk between 0 and 9),
  papers_asked smallint not null default 0,
  papers_known smallint not null default 0,
  once_key text,
  mandate_id uuid,
  parent_case_id uuid references services.case (id),
  previous_case_id uuid references services.case (id),
  rank_score bigint,
  revision integer not null default 1,
  submitted_at timestamptz not null,
  promised_at timestamptz not null,
  first_promised_at timestamptz not null,
  entered_at timestamptz not null,
  held_by_applicant_since timestamptz,
  held_spans jsonb not null default '[]',
  next_timer_at timestamptz,
  closed_at timestamptz,
  valid_to date,
  result text check (result in ('granted', 'refused', 'withdrawn', 'lapsed', 'cancelled')),
  foreign key (service_id, version) references services.definition (service_id, version)
);
comment on table services.case is 'A submitted application. It keeps the version of the definition under which it was made.';
comment on column services.case.known is 'Sealed facts of registers on which the application was judged, so that it can be judged again.';
comment on column services.case.findings is 'Sealed JSON object: what officials wrote down at the steps.';
comment on column services.case.branches is 'Outcome of each parallel review of the present state; empty text while it runs.';
comment on column services.case.cost is 'Lines of the fee with the rules they came from.';
comment on column services.case.papers_asked is 'Papers the applicant had to bring; papers_known: those that were already there.';
comment on column services.case.once_key is 'While it runs there is no second case of the service with the same key.';
comment on column services.case.held_spans is 'Spans during which the applicant held the file, [from, to]: the clock stood still.';
comment on column services.case.next_timer_at is 'When the clock has to look at this case again.';
comment on column services.case.valid_to is 'Last day on which what was granted holds.';
comment on column services.case.rank_score is 'Score where places are few.';
comment on column services.case.serving_path is 'Unit that took the application in; it keeps sight of the case when the case moves on.';
comment on column services.case.readable is 'Sealed copy of what was asked and answered, in words, as it stood at submission or last correction.';
comment on column services.case.rules is 'Dated rules that were used, with their values, so that a decision can be replayed.';
comment on column services.case.promised_at is 'Promised end; moves later only by the opening time that the applicant held the file.';
create index case_timer on services.case (next_timer_at) where next_timer_at is not null;
create unique index case_once on services.case (service_id, once_key) where once_key is not null and closed_at is null;
create index case_parent on services.case (parent_case_id) where parent_case_id is not null;
create index case_ranking on services.case (service_id, rank_score desc) where rank_score is not null;
create index case_account on services.case (account_id, submitted_at desc) where account_id is not null;
create index case_person on services.case (applicant_person_id, submitted_at desc);
create index case_unit on services.case (unit_id, submitted_at desc, id);
create index case_closed on services.case (service_id, closed_at) include (submitted_at, promised_at, result) where closed_at is not null;
create index case_closed_at on services.case (closed_at) include (promised_at, result) where closed_at is not null;
create index case_submitted on services.case (service_id, submitted_at);

create table services.attachment (
  id uuid primary key,
  owner_id uuid not null,
  person_id uuid references people.person (id),
  document text,
  field text not null,
  file_hash text not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  width integer,
  height integer,
  uploaded_at timestamptz not null default now(),
  removed_at timestamptz
);
comment on column services.attachment.document is 'Kind of paper, as definitions name it; a file of the same kind is offered again to the same person.';
comment on table services.attachment is 'Files given with a draft and kept with its case (which bears the same id).';
create index attachment_owner on services.attachment (owner_id, field) where removed_at is null;
create index attachment_person on services.attachment (person_id, document) where document is not null and removed_at is null;
create index attachment_hash on services.attachment (file_hash);

create table services.step (
  case_id uuid not null references services.case (id),
  number smallint not null,
  state text not null,
  verb text not null,
  branch text,
  outcome text,
  reason_id text,
  actor_label text not null,
  actor_name text not null,
  actor_place text not null,
  position_id uuid,
  person_id uuid,
  reason text,
  at timestamptz not null,
  primary key (case_id, number)
);
comment on table services.step is 'The way of a case: each transition with who took it and in which position.';

create table services.mark (
  id uuid primary key,
  case_id uuid not null references services.case (id),
  field text not null,
  note text not null,
  actor_label text not null,
  marked_at timestamptz not null,
  resolved_at timestamptz
);
comment on table services.mark is 'What an officer marked as wrong on a single field, until the applicant corrected it.';
create index mark_case on services.mark (case_id, marked_at);

create table services.case_token (
  token text not null,
  case_id uuid not null,
  primary key (token, case_id)
);
comment on table services.case_token is 'Words and ends of names, and keyed hashes of NIKs, by which officers find cases; the newest first, at a cost that does not grow.';

create view services.v_performance as
  select service_id, unit_id, submitted_at, closed_at, first_promised_at, promised_at, result
  from services.case;
comment on view services.v_performance is 'Timing of cases without personal data, for public performance figures.';
