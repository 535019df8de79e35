create table local_tax.proposal (
  id uuid primary key,
  kind text not null check (kind in ('assessment', 'stpd', 'warning', 'seizure', 'write-off')),
  state text not null check (state in ('proposed', 'working', 'done', 'returned')),
  ground text not null,
  total integer not null check (total > 0),
  done integer not null default 0,
  left_out integer not null default 0,
  amount numeric(20,2) not null,
  made_by_account text not null,
  made_by text not null,
  made_at timestamptz not null,
  decided_by_account text,
  decided_by text,
  decided_by_person uuid,
  decided_in uuid,
  decided_at timestamptz,
  decision_note text,
  finished_at timestamptz,
  constraint proposal_four_eyes check (decided_by_account is distinct from made_by_account)
);
comment on table local_tax.proposal is 'What one official proposes for one or many assessments and another decides and signs: issue, demand (STPD), warning letter, seizure order, write-off.';
comment on column local_tax.proposal.decided_in is 'The post in which it was decided; the letters are signed in it as long as it is held.';
create index proposal_made on local_tax.proposal (made_at, id);

create table local_tax.proposal_item (
  proposal_id uuid not null references local_tax.proposal (id),
  ordinal integer not null,
  assessment_id uuid not null references local_tax.assessment (id),
  principal numeric(20,2) not null,
  interest numeric(20,2) not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'left-out')),
  reason_id text,
  reason_en text,
  number text,
  document_id uuid,
  primary key (proposal_id, ordinal)
);
comment on table local_tax.proposal_item is 'One assessment of a proposal, with what was owed when it was put forward and the letter that came of it.';
create unique index proposal_item_once on local_tax.proposal_item (assessment_id) where state = 'waiting';
create index proposal_item_assessment on local_tax.proposal_item (assessment_id);

create table local_tax.target (
  id uuid primary key,
  tax text not null,
  year smallint not null,
  amount numeric(20,2) not null check (amount >= 0),
  ground text not null,
  valid_from date not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
comment on table local_tax.target is 'What the budget expects of a tax in a year, from a day on: a revised budget is a new row.';
create index target_year on local_tax.target (year, tax, valid_from);

create table local_tax.print (
  id uuid primary key,
  year smallint not null,
  village_code text not null references territory.area (code),
  state text not null check (state in ('working', 'done')),
  done_to text not null default '',
  total integer not null,
  done integer not null default 0,
  made_by text not null,
  made_at timestamptz not null,
  finished_at timestamptz
);
comment on table local_tax.print is 'Notices of one village and year set as files for printing, part by part.';
create index print_made on local_tax.print (made_at, id);

create table local_tax.print_file (
  print_id uuid not null references local_tax.print (id),
  ordinal integer not null,
  from_code text not null,
  to_code text not null,
  notices integer not null,
  file_hash text not null,
  size_bytes integer not null,
  primary key (print_id, ordinal)
);
comment on table local_tax.print_file is 'One file of up to some hundred notices; written in the transaction that moves its print on.';
