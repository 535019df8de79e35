create table local_tax.counter (
  key text primary key,
  last bigint not null check (last >= 0)
);
comment on table local_tax.counter is 'Last number given out, by what is numbered: taxpayers, objects of a kind, parcels of a block.';

create table local_tax.taxpayer (
  id uuid primary key,
  npwpd text not null,
  kind text not null check (kind in ('person', 'firm')),
  person_id uuid references people.person (id),
  name text not null,
  nib text,
  npwp text,
  address text not null,
  village_code text references territory.area (code),
  phone text,
  email text,
  responsible_person_id uuid references people.person (id),
  responsible_name text,
  state text not null default 'active' check (state in ('active', 'suspended', 'closed')),
  state_reason text,
  search_text text not null,
  version integer not null default 1,
  registered_on date not null,
  closed_on date,
  registered_at timestamptz not null,
  updated_at timestamptz not null,
  constraint taxpayer_kind check ((kind = 'person') = (person_id is not null)),
  constraint taxpayer_closed check ((closed_on is not null) = (state = 'closed'))
);
comment on table local_tax.taxpayer is 'Who owes taxes of the region: a person of the population register or a firm, once each, under an NPWPD.';
comment on column local_tax.taxpayer.village_code is 'Null for who has an address outside the region.';
create unique index taxpayer_npwpd on local_tax.taxpayer (npwpd);
create unique index taxpayer_person on local_tax.taxpayer (person_id) where person_id is not null and state <> 'closed';
create index taxpayer_responsible on local_tax.taxpayer (responsible_person_id) where responsible_person_id is not null;
create unique index taxpayer_nib on local_tax.taxpayer (nib) where nib is not null and state <> 'closed';
create index taxpayer_state on local_tax.taxpayer (state, npwpd);
create index taxpayer_village on local_tax.taxpayer (village_code, npwpd);
create index taxpayer_search on local_tax.taxpayer using gin (search_text gin_trgm_ops);

create table local_tax.object (
  id uuid primary key,
  kind text not null check (kind in ('land', 'restaurant', 'hotel', 'parking', 'entertainment', 'billboard', 'well')),
  code text not null,
  taxpayer_id uuid references local_tax.taxpayer (id),
  name text not null,
  address text not null,
  village_code text not null references territory.area (code),
  state text not null default 'active' check (state in ('active', 'ended')),
  end_reason text,
  details jsonb not null default '{}',
  search_text text not null,
  version integer not null default 1,
  registered_on date not null,
  ended_on date,
  registered_at timestamptz not null,
  updated_at timestamptz not null,
  constraint object_ended check ((ended_on is not null) = (state = 'ended'))
);
comment on table local_tax.object is 'What is taxed: land and buildings under an NOP, businesses, billboards and wells under a number of the region.';
comment on column local_tax.object.taxpayer_id is 'Who owes the tax now; null while nobody is known. All former ones are in local_tax.ownership.';
comment on column local_tax.object.details is 'What only this kind has: rooms of a hotel, square metres of a billboard.';
create unique index object_code on local_tax.object (code);
create index object_kind on local_tax.object (kind, state, code);
create index object_taxpayer on local_tax.object (taxpayer_id) where taxpayer_id is not null;
create index object_village on local_tax.object (village_code, code);
create index object_search on local_tax.object using gin (search_text gin_trgm_ops);

create table local_tax.land (
  object_id uuid primary key references local_tax.object (id),
  land_area numeric(12,2) not null check (land_area >= 0),
  land_price bigint not null check (land_price >= 0),
  building_area numeric(12,2) not null check (building_area >= 0),
  building_price bigint not null check (building_price >= 0),
  land_use text not null default 'general' check (land_use in ('general', 'food-land')),
  value numeric(20,2) not null generated always as (round(land_area * land_price + building_area * building_price, 2)) stored
);
comment on table local_tax.land is 'Land and buildings of one NOP: areas in square metres and the price of their class for one.';
comment on column local_tax.land.value is 'NJOP of land and buildings.';

create table local_tax.ownership (
  id uuid primary key,
  object_id uuid not null references local_tax.object (id),
  taxpayer_id uuid not null references local_tax.taxpayer (id),
  from_on date not null,
  to_on date,
  ground text not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);
comment on table local_tax.ownership is 'Who owed the tax on an object from which day to which, with the legal ground of the change.';
create index ownership_object on local_tax.ownership (object_id, from_on);
create unique index ownership_open on local_tax.ownership (object_id) where to_on is null;
create index ownership_taxpayer on local_tax.ownership (taxpayer_id);

create table local_tax.descent (
  from_object_id uuid not null references local_tax.object (id),
  to_object_id uuid not null references local_tax.object (id),
  how text not null check (how in ('split', 'merge')),
  happened_on date not null,
  ground text not null,
  primary key (from_object_id, to_object_id)
);
comment on table local_tax.descent is 'Which parcels came out of which: land that was split or joined.';
create index descent_to on local_tax.descent (to_object_id);

create table local_tax.run (
  id uuid primary key,
  year smallint not null check (year between 2000 and 2200),
  state text not null check (state in ('drafting', 'drafted', 'submitted', 'issuing', 'issued', 'discarding', 'discarded')),
  village_code text,
  due_on date not null,
  law_on date not null,
  total integer not null default 0,
  done integer not null default 0,
  done_to text not null default '',
  assessed integer not null default 0,
  amount numeric(20,2) not null,
  last_year_amount numeric(20,2) not null,
  left_out integer not null default 0,
  open_rules jsonb not null default '[]',
  rules jsonb not null default '[]',
  made_by_account text not null,
  made_by text not null,
  made_at timestamptz not null,
  submitted_by_account text,
  submitted_by text,
  decided_by_account text,
  decided_by text,
  decided_at timestamptz,
  decision_note text,
  finished_at timestamptz,
  phase_started_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table local_tax.run is 'One yearly assessment of all land: computed whole as drafts, looked at, approved by a second official, issued.';
comment on column local_tax.run.done_to is 'The last NOP that is done. Written in the transaction that does it: a killed program goes on behind it.';
comment on column local_tax.run.open_rules is 'Rows of law that were read and not yet checked against the legal text; while there is one, nothing can be issued.';
create unique index run_working on local_tax.run (year) where state in ('drafting', 'drafted', 'submitted', 'issuing', 'discarding');
create index run_made on local_tax.run (made_at, id);

create table local_tax.assessment (
  id uuid primary key,
  kind text not null check (kind in ('sppt', 'skpd', 'skpdkb', 'skpdkbt', 'skpdn', 'skpdlb', 'stpd', 'self')),
  tax text not null check (tax in ('pbb', 'bphtb', 'restaurant', 'electricity', 'hotel', 'parking', 'entertainment', 'billboard', 'groundwater', 'minerals', 'swallow-nests')),
  run_id uuid references local_tax.run (id),
  object_id uuid references local_tax.object (id),
  taxpayer_id uuid not null references local_tax.taxpayer (id),
  object_version integer,
  number text not null,
  year smallint not null,
  period_from date,
  period_to date,
  state text not null check (state in ('draft', 'issued', 'delivered', 'overdue', 'dunned', 'warned', 'seizure', 'paid', 'refunded', 'nil', 'cancelled', 'written-off')),
  village_code text,
  code text not null default '',
  basis jsonb not null,
  ground text not null default '',
  source_type text,
  source_id text,
  assessed_amount numeric(20,2) not null check (assessed_amount >= 0),
  amount numeric(20,2) not null check (amount >= 0),
  paid_amount numeric(20,2) not null check (paid_amount >= 0),
  written_off_amount numeric(20,2) not null check (written_off_amount >= 0),
  last_year_amount numeric(20,2),
  bill_id uuid,
  issued_on date,
  due_on date not null,
  delivered_on date,
  delivered_to text,
  paid_on date,
  disputed_by text,
  cancel_reason text,
  constraint assessment_land check ((kind = 'sppt') = (run_id is not null)),
  constraint assessment_period check (period_to >= period_from),
  constraint assessment_written_off check ((written_off_amount > 0) = (state = 'written-off'))
);
comment on table local_tax.assessment is 'Every claim of the region on a taxpayer: the yearly notice of land (SPPT), assessments by the office (SKPD and its kinds), and what taxpayers declare themselves. What was approved as a draft is to the rupiah what is issued.';
comment on column local_tax.assessment.basis is 'What it was computed from: of land its areas and prices; else calculator, day, input, lines of the result and the rows of law.';
comment on column local_tax.assessment.code is 'Number of the object as it was; empty where there is none.';
comment on column local_tax.assessment.assessed_amount is 'As it was first issued; reductions and increases change amount.';
comment on column local_tax.assessment.paid_amount is 'Tax without interest that lies on its bills, copied from billing.';
comment on column local_tax.assessment.bill_id is 'Its latest bill; all are found in billing by the assessment.';
comment on column local_tax.assessment.disputed_by is 'File of an objection that is not decided: nothing is collected meanwhile.';
create unique index assessment_number on local_tax.assessment (number) where state <> 'cancelled';
create index assessment_object on local_tax.assessment (object_id, year);
create index assessment_taxpayer on local_tax.assessment (taxpayer_id, year);
create index assessment_run on local_tax.assessment (run_id, code);
create index assessment_code on local_tax.assessment (code text_pattern_ops, id);
create index assessment_tax on local_tax.assessment (tax, code, id) where tax <> 'pbb';
create index assessment_village on local_tax.assessment (village_code, year, number);
create index assessment_state on local_tax.assessment (state, code, id)
  where state not in ('issued', 'delivered', 'paid') and (state <> 'draft' or run_id is null);
create index assessment_due on local_tax.assessment (due_on, id) where state in ('issued', 'delivered');
create index assessment_arrears on local_tax.assessment (due_on, id) where state in ('overdue', 'dunned', 'warned', 'seizure');

create table local_tax.step (
  id uuid primary key,
  ordinal bigint not null generated always as identity,
  assessment_id uuid not null references local_tax.assessment (id),
  at timestamptz not null,
  verb text not null,
  from_state text not null,
  to_state text not null,
  by text not null,
  ground text not null default '',
  amount numeric(20,2),
  document_id uuid
);
comment on table local_tax.step is 'The way of an assessment after it was drafted: who did what, when and on what ground. Never changed, never removed. Notices issued by a run have their issue in the run.';
comment on column local_tax.step.amount is 'What the step was about: money that came, the new amount, what was demanded.';
create index step_assessment on local_tax.step (assessment_id, ordinal);

create table local_tax.receipt (
  placement_id uuid primary key,
  assessment_id uuid not null references local_tax.assessment (id),
  tax text not null,
  year smallint not null,
  village_code text,
  received_on date not null,
  principal numeric(20,2) not null,
  interest numeric(20,2) not null
);
comment on table local_tax.receipt is 'Money that billing placed on the bills of an assessment, copied whole whenever billing tells of a change, so that sums by tax, place and month cost nothing.';
create index receipt_assessment on local_tax.receipt (assessment_id);
create index receipt_day on local_tax.receipt (received_on, tax, village_code);

create table local_tax.remark (
  run_id uuid not null references local_tax.run (id),
  code text not null,
  reason text not null check (reason in ('no-owner', 'owner-closed', 'owner-dead', 'no-land', 'large-rise', 'below-taxable', 'changed', 'already-assessed')),
  object_id uuid not null references local_tax.object (id),
  is_left_out boolean not null,
  before numeric(20,2),
  after numeric(20,2),
  primary key (run_id, code, reason)
);
comment on table local_tax.remark is 'What an official should look at before a yearly assessment is issued, and what was left out of it.';
create index remark_reason on local_tax.remark (run_id, reason, code);
