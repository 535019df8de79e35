create table tax_returns.return (
  id uuid primary key,
  object_id uuid not null references local_tax.object (id),
  taxpayer_id uuid not null references local_tax.taxpayer (id),
  tax text not null check (tax in ('restaurant', 'hotel', 'parking', 'entertainment')),
  month date not null check (extract(day from month) = 1),
  state text not null default 'open' check (state in ('open', 'filed', 'examining', 'accepted', 'assessed', 'void')),
  object_code text not null,
  object_name text not null,
  object_address text not null,
  village_code text not null,
  npwpd text not null,
  owner_name text not null,
  size integer check (size > 0),
  search_text text not null,
  file_due_on date not null,
  pay_due_on date not null,
  draft jsonb,
  version integer not null default 0,
  turnover numeric(20,2) check (turnover >= 0),
  tax_amount numeric(20,2) check (tax_amount >= 0),
  filed_on date,
  assessment_id uuid,
  reminded_on date,
  flags text[] not null default '{}',
  end_reason text,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  constraint return_filed check ((version > 0) = (filed_on is not null)),
  constraint return_filed_amounts check ((version > 0) = (turnover is not null and tax_amount is not null))
);
comment on table tax_returns.return is 'What a taxpayer owes a return (SPTPD) for: one object and one month. Object and owner stand as they were when the month was opened.';
comment on column tax_returns.return.size is 'Seats, rooms, parking places or visitors: what makes objects of one kind comparable.';
comment on column tax_returns.return.draft is 'What the taxpayer typed and has not filed yet, as he typed it.';
comment on column tax_returns.return.version is 'Latest version that was filed; nothing is filed while it is 0.';
comment on column tax_returns.return.tax_amount is 'Tax that the returns declared and that is claimed; a correction to less changes it only by an examination.';
comment on column tax_returns.return.assessment_id is 'The claim that came of it, in local_tax.';
comment on column tax_returns.return.flags is 'By what the turnover is far below what it is compared with; renewed each night.';
create unique index return_object on tax_returns.return (object_id, month);
create unique index return_place on tax_returns.return (month desc, object_code);
create index return_taxpayer on tax_returns.return (taxpayer_id, month);
create index return_search on tax_returns.return using gin (search_text gin_trgm_ops);
create index return_due on tax_returns.return (file_due_on, id) where state = 'open' and reminded_on is null;
create index return_examining on tax_returns.return (month desc, object_code) where state = 'examining';

create table tax_returns.version (
  return_id uuid not null references tax_returns.return (id),
  ordinal integer not null check (ordinal > 0),
  manner text not null check (manner in ('month', 'days', 'nil')),
  service text not null,
  turnover numeric(20,2) not null check (turnover >= 0),
  exempt numeric(20,2) not null check (exempt >= 0),
  exempt_reason text not null,
  tax_amount numeric(20,2) not null check (tax_amount >= 0),
  reason text not null,
  is_late boolean not null,
  filed_at timestamptz not null,
  filed_by text not null,
  document_id uuid,
  primary key (return_id, ordinal),
  constraint version_exempt check (exempt <= turnover)
);
comment on table tax_returns.version is 'A return as it was filed; a correction is a further version. Never changed, never removed.';
comment on column tax_returns.version.reason is 'Why it was corrected; empty for the first one.';

create table tax_returns.line (
  return_id uuid not null,
  ordinal integer not null,
  day date not null,
  amount numeric(20,2) not null check (amount >= 0),
  primary key (return_id, ordinal, day),
  foreign key (return_id, ordinal) references tax_returns.version (return_id, ordinal)
);
comment on table tax_returns.line is 'Turnover of one day, of a version that was filed day by day.';

create table tax_returns.attachment (
  id uuid primary key,
  return_id uuid not null references tax_returns.return (id),
  file_hash text not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  attached_at timestamptz not null,
  removed_at timestamptz
);
comment on table tax_returns.attachment is 'A paper that a taxpayer adds to his return: recapitulation of sales, cash register report.';
create index attachment_return on tax_returns.attachment (return_id);

create table tax_returns.finding (
  id uuid primary key,
  return_id uuid not null references tax_returns.return (id),
  kind text not null check (kind in ('audit', 'ex-officio')),
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'returned')),
  service text not null,
  turnover numeric(20,2) not null check (turnover >= 0),
  exempt numeric(20,2) not null check (exempt >= 0),
  tax_amount numeric(20,2) not null check (tax_amount >= 0),
  declared_amount numeric(20,2) not null check (declared_amount >= 0),
  ground text not null,
  made_by_account text not null,
  made_by text not null,
  made_at timestamptz not null,
  decided_by_account text,
  decided_by text,
  decided_at timestamptz,
  decision_note text,
  assessment_id uuid,
  constraint finding_exempt check (exempt <= turnover),
  constraint finding_four_eyes check (decided_by_account is distinct from made_by_account),
  constraint finding_decided check ((state = 'proposed') = (decided_at is null))
);
comment on table tax_returns.finding is 'The turnover that an officer found, or estimated when nothing was filed; a second officer approves it into an assessment or sends it back.';
comment on column tax_returns.finding.declared_amount is 'The tax that had been declared when it was proposed.';
create index finding_return on tax_returns.finding (return_id, made_at);
create unique index finding_open on tax_returns.finding (return_id) where state = 'proposed';
