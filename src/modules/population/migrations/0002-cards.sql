create table population.identity_card (
  id uuid primary key,
  kind text not null check (kind in ('ktp-el', 'kia')),
  person_id uuid not null references people.person (id),
  holder_name text not null,
  case_id uuid,
  case_number text,
  print_number integer not null check (print_number > 0),
  reason text not null check (reason in ('first', 'lost', 'damaged', 'changed', 'birth', 'photo')),
  state text not null default 'requested' check (state in
    ('requested', 'recorded', 'queued', 'printed', 'failed', 'ready', 'sent', 'handed-over', 'ended', 'cancelled')),
  code text not null unique,
  with_photo boolean not null,
  biometrics text not null check (biometrics in ('none', 'waiting', 'recorded')),
  enrolment_id uuid,
  serial text,
  village_code text not null references territory.area (code),
  delivery text not null check (delivery in ('pick-up', 'delivery')),
  delivery_address text,
  batch_id uuid,
  failures smallint not null default 0,
  note text,
  place text,
  courier text,
  receipt_number text,
  receiver_name text,
  receiver_relation text,
  receiver_proof text,
  expires_on date,
  requested_at timestamptz not null,
  state_at timestamptz not null,
  ended_reason text,
  check (kind = 'kia' or with_photo),
  check (state <> 'printed' or serial is not null)
);
comment on table population.identity_card is 'Every identity card (KTP-el) and child card (KIA) as a thing: asked for, recorded, printed, handed over, ended. A further print is a further row.';
comment on column population.identity_card.print_number is 'Which print of this kind for this person, from 1.';
comment on column population.identity_card.holder_name is 'As it was when the card was asked for, for lists and searches; what is printed is read from the register.';
comment on column population.identity_card.code is 'Printed on the batch sheet and the sleeve; scanned at the counter. Says nothing about the holder.';
comment on column population.identity_card.biometrics is 'none = not needed for this print; waiting = to be recorded; recorded = taken and on their way to the national register.';
comment on column population.identity_card.serial is 'Of the blank: number of the chip, or the number on the plastic.';
comment on column population.identity_card.expires_on is 'Last day of a child card; identity cards hold for life.';
create unique index identity_card_open on population.identity_card (person_id, kind)
  where state in ('requested', 'recorded', 'queued', 'printed', 'failed', 'ready', 'sent');
create index identity_card_person on population.identity_card (person_id, id);
create index identity_card_case on population.identity_card (case_id) where case_id is not null;
create index identity_card_work on population.identity_card (state, id)
  where state in ('requested', 'recorded', 'queued', 'printed', 'failed', 'ready', 'sent');
create index identity_card_batch on population.identity_card (batch_id) where batch_id is not null;
create index identity_card_serial on population.identity_card (serial) where serial is not null;
create index identity_card_expires on population.identity_card (expires_on) where expires_on is not null and state not in ('ended', 'cancelled');
alter table population.identity_card add constraint identity_card_serial_once unique (kind, serial);

create table population.identity_card_step (
  card_id uuid not null references population.identity_card (id),
  number integer not null,
  verb text not null,
  state text not null,
  at timestamptz not null,
  by_name text not null,
  note text,
  primary key (card_id, number)
);
comment on table population.identity_card_step is 'What happened to a card, step by step, and who did it.';

create table population.biometric_capture (
  id uuid primary key,
  card_id uuid not null references population.identity_card (id),
  item text not null,
  attempt smallint not null check (attempt > 0),
  outcome text not null check (outcome in ('accepted', 'poor', 'missing')),
  quality smallint check (quality between 0 and 100),
  codes text[] not null default '{}',
  format text,
  data bytea,
  reason text,
  device text not null,
  taken_at timestamptz not null,
  taken_by text not null,
  unique (card_id, item, attempt)
);
comment on table population.biometric_capture is 'Fingers, irises, face and signature as a device took them, with their quality. Biometrics are kept by the national register: here they stay sealed only until the card is handed over.';
comment on column population.biometric_capture.data is 'Sealed; erased when the card is handed over or cancelled.';
comment on column population.biometric_capture.reason is 'Why a part is missing (amputated, bandaged, blind): the exemption that the officer decided.';

create table population.print_batch (
  id uuid primary key,
  kind text not null check (kind in ('ktp-el', 'kia')),
  number text not null unique,
  cards integer not null check (cards > 0),
  made_at timestamptz not null,
  made_by text not null,
  closed_at timestamptz
);
comment on table population.print_batch is 'Cards that go to the printer together, on one sheet; closed when each of them is printed or spoiled.';
create index print_batch_newest on population.print_batch (made_at desc, id desc);

create table population.blank_movement (
  id uuid primary key,
  kind text not null check (kind in ('ktp-el', 'kia')),
  moved_on date not null,
  what text not null check (what in ('received', 'used', 'spoiled', 'found', 'missing')),
  count integer not null check (count > 0),
  card_id uuid references population.identity_card (id),
  note text,
  by_name text not null,
  at timestamptz not null
);
comment on table population.blank_movement is 'Blanks (blangko) that came, were printed, were spoiled, or turned out more or fewer when they were counted.';
create index blank_movement_day on population.blank_movement (kind, moved_on, id);
create index blank_movement_card on population.blank_movement (card_id) where card_id is not null;

create table population.blank_day (
  kind text not null check (kind in ('ktp-el', 'kia')),
  day date not null,
  opening integer not null,
  expected integer not null,
  counted integer not null check (counted >= 0),
  note text,
  closed_by text not null,
  closed_at timestamptz not null,
  primary key (kind, day)
);
comment on table population.blank_day is 'The count of blanks at the end of a day. A day with movements that is not closed stops printing on later days.';
