create table licensing.approval (
  id uuid primary key,
  kind text not null check (kind in ('building-approval', 'standard-certificate', 'risk-statement')),
  case_id uuid not null,
  case_number text not null,
  holder_person_id uuid not null references people.person (id),
  subject text not null,
  territory_code text not null,
  lat numeric(9, 6),
  lon numeric(9, 6),
  details jsonb not null,
  granted_on date not null,
  granted_at timestamptz not null,
  ended_on date,
  end_reason text,
  check ((ended_on is null) = (end_reason is null))
);
comment on table licensing.approval is 'Register of approvals given: building approvals, standard certificates. One that was cancelled stays, with the day of its end.';
comment on column licensing.approval.details is 'What was approved, as it stood on the day: area, floors, use; or KBLI, scale, risk. No personal data.';
create unique index approval_case on licensing.approval (case_id) where ended_on is null;
create index approval_land on licensing.approval ((details ->> 'landNumber')) where ended_on is null;
create index approval_business on licensing.approval ((details ->> 'nib')) where ended_on is null;
create index approval_holder on licensing.approval (holder_person_id, granted_at desc);

create table licensing.stall (
  code text primary key,
  market text not null,
  block text not null,
  area_m2 numeric(6, 2) not null check (area_m2 between 1 and 60),
  zone text not null check (zone in ('wet', 'dry', 'food', 'service')),
  closed_on date
);
comment on table licensing.stall is 'Stalls of public markets: the place, its floor area and the zone of goods. A closed one is let no more.';

create table licensing.tenure (
  id uuid primary key,
  stall_code text not null references licensing.stall (code),
  case_id uuid not null,
  case_number text not null,
  holder_person_id uuid not null references people.person (id),
  goods text not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  ended_on date,
  end_reason text,
  renews uuid references licensing.tenure (id),
  recorded_at timestamptz not null,
  check ((ended_on is null) = (end_reason is null))
);
comment on table licensing.tenure is 'Who holds which stall from which day to which. A renewal ends the tenure before it; nothing is ever deleted.';
create unique index tenure_current on licensing.tenure (stall_code) where ended_on is null;
comment on index licensing.tenure_current is 'A stall is held by one trader at a time.';
create index tenure_holder on licensing.tenure (holder_person_id);
