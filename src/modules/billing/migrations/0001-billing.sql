create sequence billing.bill_number;

create table billing.bill (
  id uuid primary key,
  number text not null unique check (number ~ '^[0-9]{15}$'),
  state text not null check (state in ('issued', 'paid', 'expired', 'cancelled', 'refunding', 'refunded')),
  payer_person_id uuid not null references people.person (id),
  payer_name text not null,
  account_id text references accounts.account (id),
  title_id text not null,
  title_en text not null,
  subject_type text not null,
  subject_id text not null,
  unit_id uuid not null references organization.unit (id),
  unit_path text not null,
  total_amount numeric(20, 2) not null check (total_amount > 0),
  issued_by text not null,
  issued_at timestamptz not null,
  due_at timestamptz not null check (due_at > issued_at),
  paid_at timestamptz,
  closed_at timestamptz,
  closed_reason text
);
comment on table billing.bill is 'A sum that somebody owes the region, from its issue to its end. The amount never changes: another amount is another bill.';
comment on column billing.bill.number is 'Code by which people pay: 14 digits and a check digit.';
comment on column billing.bill.issued_by is 'Who issued it, with post and unit at that moment.';
comment on column billing.bill.paid_at is 'When the money was given, by the word of the channel.';
comment on column billing.bill.closed_at is 'When it expired, was cancelled or was paid back.';
create index bill_account on billing.bill (account_id, id desc);
create index bill_subject on billing.bill (subject_type, subject_id);
create index bill_unit on billing.bill (unit_path text_pattern_ops, id desc);
create index bill_state on billing.bill (state, id desc);
create index bill_words on billing.bill using gin (to_tsvector('simple', payer_name || ' ' || title_id));
create index bill_due on billing.bill (due_at) where state = 'issued';

create table billing.bill_line (
  bill_id uuid not null references billing.bill (id),
  position smallint not null,
  label_id text not null,
  label_en text not null,
  amount numeric(20, 2) not null check (amount >= 0),
  account_code text not null,
  rule_ids text[] not null default '{}',
  citation text not null default '',
  primary key (bill_id, position)
);
comment on table billing.bill_line is 'What a bill is made of: each line with the revenue account it goes to and the rules it was computed by.';

create table billing.payment (
  id uuid primary key,
  channel text not null,
  reference text not null,
  number_given text not null,
  amount numeric(20, 2) not null check (amount > 0),
  paid_at timestamptz not null,
  received_at timestamptz not null,
  received_by text not null,
  unique (channel, reference)
);
comment on table billing.payment is 'Money that arrived, once for each reference of its channel. A row never changes; where the money is stands in billing.placement.';
comment on column billing.payment.number_given is 'Billing code as the channel told it; it may be the code of no bill.';
comment on column billing.payment.received_by is 'The teller with post and unit, or the job that heard of it.';
create index payment_received on billing.payment (received_at);

create table billing.placement (
  id uuid primary key,
  payment_id uuid not null references billing.payment (id),
  bill_id uuid references billing.bill (id),
  claimed_bill_id uuid references billing.bill (id),
  unit_path text,
  amount numeric(20, 2) not null check (amount > 0),
  state text not null check (state in ('on-bill', 'in-suspense', 'refunding', 'refunded')),
  reason text check (reason in ('unknown-number', 'wrong-amount', 'late', 'cancelled', 'already-paid', 'remainder')),
  placed_at timestamptz not null,
  check ((bill_id is null) = (reason is not null))
);
comment on table billing.placement is 'Where received money is: on a bill, in suspense, or paid back. The placements of a payment always add up to it.';
comment on column billing.placement.claimed_bill_id is 'Bill that money in suspense was meant for, as far as its code tells.';
create unique index placement_bill on billing.placement (bill_id);
create index placement_payment on billing.placement (payment_id);
create index placement_open on billing.placement (id) where state = 'in-suspense';

create table billing.refund (
  id uuid primary key,
  placement_id uuid not null references billing.placement (id),
  bill_id uuid references billing.bill (id),
  amount numeric(20, 2) not null check (amount > 0),
  state text not null check (state in ('requested', 'approved', 'refused')),
  reason text not null,
  payee_name text not null,
  payee_bank text not null,
  payee_account bytea not null,
  requested_by text not null,
  requested_by_account text not null,
  requested_by_person uuid,
  requested_at timestamptz not null,
  decided_by text,
  decided_by_account text,
  decided_at timestamptz,
  decision_note text,
  transfer_reference text,
  check (decided_by_account is distinct from requested_by_account)
);
comment on table billing.refund is 'Money on its way back: asked for by one official, decided by another.';
comment on column billing.refund.payee_account is 'Sealed: number of the bank account that receives the money.';
create unique index refund_placement on billing.refund (placement_id) where state <> 'refused';

create table billing.channel_nonce (
  channel text not null,
  nonce text not null,
  seen_at timestamptz not null,
  primary key (channel, nonce)
);
comment on table billing.channel_nonce is 'Numbers used once of signed notifications, kept as long as a notification counts as fresh.';

create table billing.channel_check (
  channel text primary key,
  checked_at timestamptz not null,
  listed integer not null,
  added integer not null
);
comment on table billing.channel_check is 'When the list of a payment channel was last compared with what had been heard from it.';

create table billing.simulated_payment (
  reference text primary key,
  number text not null,
  amount numeric(20, 2) not null,
  paid_at timestamptz not null,
  is_lost boolean not null,
  made_at timestamptz not null
);
comment on table billing.simulated_payment is 'The book of the simulated bank of a demo region. Nothing else reads it but the simulator itself.';
create index simulated_payment_made on billing.simulated_payment (made_at);
