create table population_import.import (
  id uuid primary key,
  state text not null check (state in ('receiving', 'inspecting', 'unreadable', 'mapping', 'checking', 'checked', 'submitted',
    'entering', 'paused', 'entered', 'stopped', 'recall-asked', 'recalling', 'recalled', 'discarded')),
  file_name text not null,
  file_size bigint not null check (file_size > 0),
  file_hash text,
  note text not null,
  as_of date not null,
  shape jsonb,
  sheet text,
  heading_row integer,
  columns_sealed bytea,
  sample_sealed bytea,
  mapping_sealed bytea,
  unreadable jsonb,
  counts jsonb,
  problems jsonb,
  phase text,
  done integer not null default 0,
  total integer not null default 0,
  phase_started_at timestamptz,
  entered_to integer not null default 0,
  linked_to integer not null default 0,
  last_family integer not null default 0,
  entered_families integer not null default 0,
  entered_people integer not null default 0,
  recalled_families integer not null default 0,
  decision_note text,
  unit_path text not null,
  made_by_account text not null,
  made_by text not null,
  made_at timestamptz not null,
  submitted_by_account text,
  submitted_by text,
  decided_by_account text,
  decided_by text,
  decided_at timestamptz,
  finished_at timestamptz,
  forgotten_at timestamptz,
  updated_at timestamptz not null
);
comment on table population_import.import is 'One file of people that is brought into the population register, from its upload to its end.';
comment on column population_import.import.as_of is 'The day whose state the file tells.';
comment on column population_import.import.mapping_sealed is 'How the columns are read; sealed because translations repeat values of the file.';
comment on column population_import.import.entered_to is 'The last family entered. Written in the transaction that enters it: a killed program goes on behind it.';
comment on column population_import.import.unreadable is 'Why the file could not be read, and at which row.';
comment on column population_import.import.forgotten_at is 'When the file and its checked rows were removed; counts and history stay.';
create index import_state on population_import.import (state, made_at);
create index import_made on population_import.import (made_at, id);
create index import_hash on population_import.import (file_hash) where file_hash is not null;

create table population_import.part (
  import_id uuid not null references population_import.import (id),
  from_byte bigint not null,
  size integer not null check (size > 0),
  hash text not null,
  primary key (import_id, from_byte)
);
comment on table population_import.part is 'Pieces of the uploaded file in the file store, each sealed. A broken upload goes on behind the last.';

create table population_import.search_pass (
  import_id uuid primary key references population_import.import (id),
  to_family integer not null
);
comment on table population_import.search_pass is 'Up to which family the entered people are findable by name: a pass of its own beside the entering, so that neither waits for the other.';
