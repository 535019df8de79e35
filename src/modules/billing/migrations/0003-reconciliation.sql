create table billing.statement_source (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text not null,
  side text not null check (side in ('channel', 'treasury')),
  channel text check (channel ~ '^[a-z][a-z0-9-]{1,30}$'),
  format text not null check (format in ('csv', 'mt940', 'fixed')),
  layout jsonb not null,
  settles text[] not null default '{}',
  changed_at timestamptz not null,
  changed_by text not null,
  check ((side = 'channel') = (channel is not null))
);
comment on table billing.statement_source is 'A kind of file that a bank gives: what it took for the region, or what came on the treasury account; and how its columns are read.';
comment on column billing.statement_source.channel is 'Under which payments of the file are kept: that of the notifications of the same bank, so that neither counts twice.';
comment on column billing.statement_source.settles is 'Of a treasury account: the channels whose money arrives on it.';

create table billing.statement (
  id uuid primary key,
  source_id text not null references billing.statement_source (id),
  file_name text not null,
  file_hash bytea not null,
  state text not null check (state in ('read', 'booking', 'booked', 'discarded')),
  rows integer not null,
  broken integer not null,
  skipped integer not null,
  amount numeric(20, 2) not null,
  first_on date,
  last_on date,
  done_to integer not null default 0,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  finished_at timestamptz
);
comment on table billing.statement is 'A file of a bank that somebody uploaded, looked at before its rows are booked.';
comment on column billing.statement.done_to is 'Line up to which rows are booked; a killed program goes on behind it.';
comment on column billing.statement.skipped is 'Lines that are no receipts: headings, debits, empty ones.';
create unique index statement_file on billing.statement (source_id, file_hash) where state <> 'discarded';
create index statement_uploaded on billing.statement (uploaded_at, id);

create table billing.statement_row (
  statement_id uuid not null references billing.statement (id),
  line integer not null,
  state text not null check (state in ('read', 'broken', 'booked', 'suspended', 'known', 'listed')),
  reference text not null,
  number text not null,
  amount numeric(20, 2) check (amount > 0),
  fee numeric(20, 2) check (fee >= 0),
  paid_at timestamptz,
  description text not null,
  problem text,
  raw text not null,
  primary key (statement_id, line),
  check ((state = 'broken') = (problem is not null)),
  check (state = 'broken' or (amount is not null and paid_at is not null and reference <> ''))
);
comment on table billing.statement_row is 'One receipt of a bank file, or a line that could not be read, with the reason.';
comment on column billing.statement_row.number is 'Billing code found in it, without the prefix of a virtual account; empty when none is.';
comment on column billing.statement_row.raw is 'The line as it came, of broken lines only.';
create index statement_row_state on billing.statement_row (statement_id, state, line);

create table billing.reported (
  id uuid primary key,
  side text not null check (side in ('channel', 'treasury')),
  source text not null,
  reference text not null,
  number text not null,
  amount numeric(20, 2) not null check (amount > 0),
  fee numeric(20, 2) check (fee >= 0),
  reported_on date not null,
  description text not null,
  statement_id uuid references billing.statement (id),
  found_at timestamptz not null,
  unique (side, source, reference)
);
comment on table billing.reported is 'What a bank says it took, or what came on a treasury account: what our own ledger is compared with. Never changed.';
comment on column billing.reported.source is 'Channel of what a bank took; kind of file of a treasury account.';
create index reported_day on billing.reported (reported_on, side, source);
create index reported_number on billing.reported (number) where number <> '';

create table billing.settlement (
  payment_id uuid primary key references billing.payment (id),
  reported_id uuid not null references billing.reported (id),
  matched_at timestamptz not null
);
comment on table billing.settlement is 'Which credit of a treasury account brought a payment there: one by one, or many of a day in one sum.';
create index settlement_reported on billing.settlement (reported_id);

create table billing.reconciliation (
  day date not null,
  channel text not null,
  ours_count integer not null,
  ours_amount numeric(20, 2) not null,
  bank_count integer,
  bank_amount numeric(20, 2),
  treasury_count integer,
  treasury_amount numeric(20, 2),
  fee_amount numeric(20, 2) not null,
  failure text,
  run_at timestamptz not null,
  run_by text not null,
  primary key (day, channel)
);
comment on table billing.reconciliation is 'Three sides of one day and channel as they were last compared: our ledger, the report of the bank, the treasury account.';
comment on column billing.reconciliation.bank_count is 'Null when nobody reported for this channel and day.';

create table billing.difference (
  id uuid primary key,
  day date not null,
  kind text not null check (kind in ('only-ours', 'only-bank', 'amount', 'other-day', 'twice', 'less', 'not-in-treasury', 'only-treasury')),
  channel text not null,
  reference text not null,
  payment_id uuid references billing.payment (id),
  reported_id uuid references billing.reported (id),
  ours_amount numeric(20, 2),
  theirs_amount numeric(20, 2),
  state text not null check (state in ('open', 'asked', 'explained', 'settled')),
  owner_account text,
  owner_name text,
  reason text,
  found_at timestamptz not null,
  closed_at timestamptz,
  check ((state in ('explained', 'settled')) = (closed_at is not null)),
  unique (kind, channel, reference)
);
comment on table billing.difference is 'Where the three sides disagree about one reference: somebody owns it, it gets a reason, and it ends.';
comment on column billing.difference.state is 'Settled: the sides agree now, or the money was booked. Explained: they disagree for a reason that an official wrote.';
create index difference_open on billing.difference (day, id) where closed_at is null;
create index difference_day on billing.difference (day, id);

create table billing.difference_step (
  difference_id uuid not null references billing.difference (id),
  position smallint not null,
  act text not null check (act in ('found', 'taken', 'booked', 'asked', 'explained', 'vanished', 'reopened')),
  note text not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (difference_id, position)
);
comment on table billing.difference_step is 'What was done about a difference, by whom and when.';

create table billing.day_close (
  id uuid primary key,
  number integer not null check (number > 0),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  state text not null check (state in ('prepared', 'closed', 'returned')),
  totals jsonb not null,
  entries integer not null,
  entries_hash bytea not null,
  previous_hash bytea,
  hash bytea not null,
  prepared_by text not null,
  prepared_by_account text not null,
  prepared_by_person uuid,
  prepared_at timestamptz not null,
  decided_by text,
  decided_by_account text,
  decided_at timestamptz,
  note text,
  check (decided_by_account is distinct from prepared_by_account),
  check ((state = 'prepared') = (decided_at is null))
);
comment on table billing.day_close is 'The books of a day, or of several since the one before, are closed: prepared by one officer, closed by another, chained by hashes.';
comment on column billing.day_close.entries_hash is 'SHA-256 over all journal lines of the days in their order.';
comment on column billing.day_close.hash is 'SHA-256 over number, days, totals, entries_hash and the hash of the closing before.';
create unique index day_close_number on billing.day_close (number) where state <> 'returned';
create unique index day_close_open on billing.day_close (state) where state = 'prepared';
create unique index day_close_day on billing.day_close (to_on) where state = 'closed';

create function billing.closing_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'prepared' then
    raise exception 'closing % stays as it is', old.number using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger closing_stays before update or delete on billing.day_close
  for each row execute function billing.closing_stays();

create function billing.day_is_open() returns trigger language plpgsql as $$
begin
  if exists (select from billing.day_close where state = 'closed' and to_on >= new.entry_on) then
    raise exception 'the books of % are closed', new.entry_on using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger day_is_open before insert on billing.journal_entry
  for each row execute function billing.day_is_open();

create table billing.program_payer (
  partner_id uuid not null references partners.partner (id),
  kind text not null check (kind in ('npwpd', 'nop', 'plate', 'number')),
  value text not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (partner_id, kind, value)
);
comment on table billing.program_payer is 'For which taxpayers, parcels and vehicles the program of a firm may fetch bills and make joint codes.';
