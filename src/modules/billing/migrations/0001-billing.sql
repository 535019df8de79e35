create sequence billing.bill_number;

create table billing.beneficiary (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,40}$'),
  kind text not null check (kind in ('region', 'province', 'other')),
  name text not null,
  bank text not null default '',
  account_number text not null default '' check (account_number ~ '^[0-9]{0,20}$'),
  changed_at timestamptz
);
comment on table billing.beneficiary is 'Who receives money of bill lines: the treasury of the region, of the province (opsen, shares), another by law. The account is of its treasury.';
insert into billing.beneficiary (id, kind, name) values ('kas-daerah', 'region', 'Kas daerah');

create table billing.bill (
  id uuid primary key,
  number text not null unique check (number ~ '^[0-9]{15}$'),
  state text not null check (state in ('issued', 'partly-paid', 'paid', 'expired', 'cancelled', 'refunding', 'refunded')),
  payer_person_id uuid references people.person (id),
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
  due_at timestamptz not null,
  expires_at timestamptz check (expires_at >= due_at),
  allows_part boolean not null default false,
  interest_source text,
  received_amount numeric(20, 2) not null check (received_amount >= 0),
  refunded_amount numeric(20, 2) not null check (refunded_amount between 0 and received_amount),
  paid_at timestamptz,
  closed_at timestamptz,
  closed_reason text,
  check (due_at > issued_at or interest_source is not null)
);
comment on table billing.bill is 'A sum that somebody owes the region, from its issue to its end. The amount never changes: another amount is another bill.';
comment on column billing.bill.number is 'Code by which people pay: 14 digits and a check digit.';
comment on column billing.bill.payer_person_id is 'Null for a firm, and for who is known by name only.';
comment on column billing.bill.issued_by is 'Who issued it, with post and unit at that moment.';
comment on column billing.bill.due_at is 'Until when it is to be paid by law. Later money still counts until expires_at, with interest where a source is named.';
comment on column billing.bill.expires_at is 'From when its code no longer counts; null: as long as it is neither paid nor cancelled.';
comment on column billing.bill.interest_source is 'Which module computes the interest of late days (extension point billing.interest); null: none is owed.';
comment on column billing.bill.received_amount is 'Money placed on it, interest included; above total_amount when interest was paid.';
comment on column billing.bill.paid_at is 'When the money was given, by the word of the channel.';
comment on column billing.bill.closed_at is 'When it expired, was cancelled or was paid back.';
create index bill_payer on billing.bill (payer_person_id, id desc) where payer_person_id is not null;
create index bill_account on billing.bill (account_id, id desc);
create index bill_subject on billing.bill (subject_type, subject_id);
create index bill_unit on billing.bill (unit_path text_pattern_ops, id desc);
create index bill_state on billing.bill (state, id desc);
create index bill_words on billing.bill using gin (to_tsvector('simple', payer_name || ' ' || title_id));
create index bill_due on billing.bill (due_at) where state in ('issued', 'partly-paid');
create index bill_expiry on billing.bill (expires_at) where state in ('issued', 'partly-paid');

create table billing.bill_line (
  bill_id uuid not null references billing.bill (id),
  position smallint not null,
  label_id text not null,
  label_en text not null,
  amount numeric(20, 2) not null check (amount >= 0),
  account_code text not null,
  beneficiary_id text not null default 'kas-daerah' references billing.beneficiary (id),
  rule_ids text[] not null default '{}',
  citation text not null default '',
  primary key (bill_id, position)
);
comment on table billing.bill_line is 'What a bill is made of: each line with the revenue account it goes to and the rules it was computed by.';

create table billing.bill_reference (
  bill_id uuid not null references billing.bill (id),
  kind text not null check (kind in ('npwpd', 'nop', 'plate', 'nik', 'number')),
  value text not null check (value = upper(regexp_replace(value, '[^0-9A-Za-z]', '', 'g')) and value <> ''),
  primary key (kind, value, bill_id)
);
comment on table billing.bill_reference is 'Numbers by which a bill is found without its code: of the taxpayer, of the parcel, of the vehicle.';
comment on column billing.bill_reference.value is 'Capital letters and digits only, however it was written. A NIK stands here as its keyed hash.';
create index bill_reference_bill on billing.bill_reference (bill_id);

create table billing.bill_news (
  bill_id uuid not null references billing.bill (id),
  step text not null check (step ~ '^[a-z]+(-[0-9]{1,3})?$'),
  told_at timestamptz not null,
  primary key (bill_id, step)
);
comment on table billing.bill_news is 'What the payer of a bill was told of by itself, once each: that it was issued or cancelled, and each reminder of its due day.';

create table billing.calendar_key (
  account_id text primary key references accounts.account (id),
  key text not null unique check (key ~ '^[0-9a-zA-Z_-]{32}$'),
  made_at timestamptz not null
);
comment on table billing.calendar_key is 'Secret address under which the calendar program of a payer reads when his bills are due; a new one ends the one before.';

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
create index payment_paid on billing.payment (paid_at);

create table billing.pay_order (
  id uuid primary key,
  number text not null unique check (number ~ '^[0-9]{15}$'),
  state text not null check (state in ('open', 'paid', 'ended')),
  payer_person_id uuid references people.person (id),
  payer_name text not null,
  account_id text references accounts.account (id),
  total_amount numeric(20, 2) not null check (total_amount > 0),
  quoted_on date not null,
  made_by text not null,
  made_at timestamptz not null,
  valid_until timestamptz not null check (valid_until > made_at),
  closed_at timestamptz
);
comment on table billing.pay_order is 'One code for what is owed on one or several bills, with interest frozen as of a day while the code is valid.';
create index pay_order_account on billing.pay_order (account_id, id desc);
create index pay_order_end on billing.pay_order (valid_until) where state = 'open';

create table billing.pay_order_line (
  order_id uuid not null references billing.pay_order (id),
  bill_id uuid not null references billing.bill (id),
  position smallint not null,
  component text not null check (component in ('principal', 'interest')),
  amount numeric(20, 2) not null check (amount > 0),
  primary key (order_id, bill_id, position, component)
);
comment on table billing.pay_order_line is 'What an order asks for: parts of lines of bills, frozen when the order was made.';
create index pay_order_line_bill on billing.pay_order_line (bill_id);

create table billing.refund (
  id uuid primary key,
  placement_id uuid,
  bill_id uuid references billing.bill (id),
  is_part boolean not null default false,
  claimed_bill_id uuid references billing.bill (id),
  unit_path text,
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
  check (decided_by_account is distinct from requested_by_account),
  check ((bill_id is null) <> (placement_id is null))
);
comment on table billing.refund is 'Money on its way back: asked for by one official, decided by another.';
comment on column billing.refund.placement_id is 'The money in suspense that goes back; null for money of a bill.';
comment on column billing.refund.is_part is 'A bill that keeps the rest of its money stays paid.';
comment on column billing.refund.payee_account is 'Sealed: number of the bank account that receives the money.';
create index refund_open on billing.refund (id) where state = 'requested';
create index refund_decided on billing.refund (decided_at);

create table billing.placement (
  id uuid primary key,
  payment_id uuid not null references billing.payment (id),
  bill_id uuid references billing.bill (id),
  claimed_bill_id uuid references billing.bill (id),
  order_id uuid references billing.pay_order (id),
  refund_id uuid references billing.refund (id),
  unit_path text,
  amount numeric(20, 2) not null check (amount > 0),
  state text not null check (state in ('on-bill', 'reserved', 'in-suspense', 'refunding', 'refunded')),
  reason text check (reason in ('unknown-number', 'wrong-amount', 'late', 'cancelled', 'already-paid', 'remainder')),
  placed_at timestamptz not null,
  check ((bill_id is null) = (reason is not null)),
  check ((refund_id is not null) = (state in ('refunding', 'refunded')))
);
comment on table billing.placement is 'Where received money is: on a bill, reserved for one by an order, in suspense, or paid back. The placements of a payment always add up to it.';
comment on column billing.placement.claimed_bill_id is 'Bill that money in suspense was meant for, as far as its code tells.';
create index placement_bill on billing.placement (bill_id) where bill_id is not null;
create index placement_claimed on billing.placement (claimed_bill_id) where claimed_bill_id is not null;
create index placement_payment on billing.placement (payment_id);
create index placement_refund on billing.placement (refund_id) where refund_id is not null;
create index placement_open on billing.placement (id) where state = 'in-suspense';
create index placement_reserved on billing.placement (id) where state = 'reserved';
alter table billing.refund add foreign key (placement_id) references billing.placement (id);

create table billing.placement_line (
  placement_id uuid not null references billing.placement (id),
  position smallint not null,
  component text not null check (component in ('principal', 'interest')),
  amount numeric(20, 2) not null check (amount > 0),
  account_code text not null,
  beneficiary_id text not null references billing.beneficiary (id),
  primary key (placement_id, position, component)
);
comment on table billing.placement_line is 'How money on a bill lies over its lines and the interest on them; adds up to its placement.';

create table billing.journal_account (
  code text primary key,
  kind text not null check (kind in ('cash', 'suspense', 'revenue', 'due-to', 'refunds-payable')),
  account_code text,
  beneficiary_id text references billing.beneficiary (id)
);
comment on table billing.journal_account is 'Chart of the receipts journal: cash by channel, suspense, revenue by account, what is due to others, refunds to be paid. A row comes with its first entry.';

create table billing.journal_entry (
  id uuid primary key,
  kind text not null check (kind in ('received', 'matched', 'released', 'refund-requested', 'refund-refused', 'refunded')),
  payment_id uuid not null references billing.payment (id),
  entry_on date not null,
  made_at timestamptz not null,
  made_by text not null
);
comment on table billing.journal_entry is 'One movement of received money, in double entry, written with the movement itself. Never changed, never removed.';
comment on column billing.journal_entry.entry_on is 'Day of the books in the zone of the region; the first open day when the day itself is closed.';
create index journal_entry_day on billing.journal_entry (entry_on, id);
create index journal_entry_payment on billing.journal_entry (payment_id);

create table billing.journal_line (
  entry_id uuid not null references billing.journal_entry (id),
  position smallint not null,
  account text not null references billing.journal_account (code),
  bill_id uuid references billing.bill (id),
  debit numeric(20, 2) not null check (debit >= 0),
  credit numeric(20, 2) not null check (credit >= 0),
  primary key (entry_id, position),
  check ((debit > 0) <> (credit > 0))
);
comment on table billing.journal_line is 'Debit or credit of one account in an entry; the lines of an entry balance when its transaction ends.';
create index journal_line_account on billing.journal_line (account);

create function billing.balanced() returns trigger language plpgsql as $$
begin
  if (select sum(debit) <> sum(credit) from billing.journal_line where entry_id = new.entry_id) then
    raise exception 'journal entry % does not balance', new.entry_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger balanced after insert on billing.journal_line
  deferrable initially deferred for each row execute function billing.balanced();

create function billing.unchanging() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger unchanging before update or delete on billing.journal_entry
  for each row execute function billing.unchanging();
create trigger unchanging before update or delete on billing.journal_line
  for each row execute function billing.unchanging();

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
  made_at timestamptz not null,
  channel text not null,
  mishap text not null,
  state text not null check (state in ('taken', 'returned')),
  answer_code text
);
comment on table billing.simulated_payment is 'The book of the simulated bank of a demo region. Nothing else reads it but the simulator itself.';
comment on column billing.simulated_payment.state is 'Returned: the region refused the payment, so the bank gave the money back at once.';
create index simulated_payment_made on billing.simulated_payment (made_at);
