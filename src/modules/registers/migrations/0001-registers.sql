create table registers.register (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z][a-z0-9-]{1,59}$'),
  name_id text not null,
  name_en text not null,
  counts_by text not null check (counts_by in ('year', 'month', 'always')),
  created_at timestamptz not null,
  created_by text not null
);
comment on table registers.register is 'A book of numbers for one kind of letter.';
comment on column registers.register.counts_by is 'When counting begins anew at 1.';

create table registers.pattern (
  register_id uuid not null references registers.register (id),
  valid_from date not null,
  pattern text not null,
  citation text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (register_id, valid_from)
);
comment on table registers.pattern is 'How numbers of a register are written, from a day on; what was written before stays.';

create table registers.counter (
  register_id uuid not null references registers.register (id),
  period text not null,
  last_sequence integer not null check (last_sequence > 0),
  primary key (register_id, period)
);
comment on table registers.counter is 'The last number taken in a period; whoever takes one holds this row until the end of his transaction.';

create table registers.block (
  id uuid primary key,
  register_id uuid not null references registers.register (id),
  period text not null,
  first_sequence integer not null,
  last_sequence integer not null,
  unit_path text not null,
  reserved_at timestamptz not null,
  reserved_by text not null,
  closed_at timestamptz,
  closed_by text,
  check (first_sequence <= last_sequence)
);
comment on table registers.block is 'Numbers given to a unit in advance, for work while the network is away.';
create index block_register on registers.block (register_id, reserved_at desc);

create table registers.number (
  id uuid primary key,
  register_id uuid not null references registers.register (id),
  period text not null,
  sequence integer not null check (sequence > 0),
  insertion text not null default '' check (insertion ~ '^[A-Z]{0,2}$'),
  text text not null,
  status text not null check (status in ('taken', 'reserved', 'void')),
  dated_on date not null,
  unit_path text not null,
  purpose text not null,
  object_type text,
  object_id uuid,
  block_id uuid references registers.block (id),
  late_reason text,
  void_reason text,
  voided_at timestamptz,
  voided_by text,
  taken_at timestamptz not null,
  taken_by text not null,
  unique (register_id, period, sequence, insertion),
  unique (register_id, text),
  constraint void_for_a_reason check ((status = 'void') = (void_reason is not null and voided_at is not null)),
  constraint reserved_in_a_block check (status <> 'reserved' or block_id is not null),
  constraint inserted_for_a_reason check ((insertion = '') or late_reason is not null)
);
comment on table registers.number is 'Every number that was ever taken. A number that is void keeps its place and its reason, and is never given again.';
comment on column registers.number.insertion is 'A, B, ... of a number that was inserted behind an earlier day; empty for all others.';
comment on column registers.number.purpose is 'For what it was taken, without personal data.';
comment on column registers.number.unit_path is 'Unit that took it.';
create index number_newest on registers.number (register_id, taken_at desc, id desc);
create index number_day on registers.number (register_id, period, dated_on, sequence);
create index number_object on registers.number (object_type, object_id) where object_id is not null;
create index number_open on registers.number (register_id, block_id) where status = 'reserved';
create index number_inserted on registers.number (register_id, taken_at desc, id desc) where insertion <> '';
