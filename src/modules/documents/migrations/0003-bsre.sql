create table documents.certification_batch (
  id uuid primary key,
  account_id uuid not null,
  person_id uuid not null,
  official_id uuid not null references organization.official (id),
  position_id uuid not null references organization.position (id),
  made_by text not null,
  state text not null check (state in ('proposed', 'running', 'done', 'stopped', 'interrupted')),
  problem text,
  detail text,
  total smallint not null check (total between 1 and 500),
  made_at timestamptz not null,
  started_at timestamptz,
  beat_at timestamptz,
  ended_at timestamptz,
  constraint running_beats check ((state = 'running') <= (beat_at is not null))
);
comment on table documents.certification_batch is 'Documents that an official has the national service sign with one passphrase or code, which is nowhere kept.';
comment on column documents.certification_batch.problem is 'Why it stopped before its end, such as a wrong passphrase.';
comment on column documents.certification_batch.detail is 'The service''s own words about it.';
comment on column documents.certification_batch.beat_at is 'Last sign of life of the process that works on it; a batch without one for long was interrupted.';
create index certification_batch_account on documents.certification_batch (account_id, made_at desc);
create index certification_batch_running on documents.certification_batch (beat_at) where state = 'running';

create table documents.certification (
  batch_id uuid not null references documents.certification_batch (id),
  ordinal smallint not null,
  document_id uuid not null references documents.issued (id),
  official_id uuid not null,
  state text not null check (state in ('waiting', 'asked', 'certified', 'failed', 'unknown', 'released')),
  problem text,
  detail text,
  sent_hash text,
  remote_id text,
  attempts smallint not null default 0,
  asked_at timestamptz,
  ended_at timestamptz,
  primary key (batch_id, ordinal),
  constraint asked_with_file check ((state in ('asked', 'unknown')) <= (sent_hash is not null and asked_at is not null))
);
comment on table documents.certification is 'One document of such a batch, and what came of asking for its signature.';
comment on column documents.certification.state is 'asked: sent, no answer yet. unknown: sent, and no answer will come; never sent again by itself. released: an official decided that an unknown one may be signed anew.';
comment on column documents.certification.sent_hash is 'The very file that was sent; only what continues it is taken.';
comment on column documents.certification.remote_id is 'The service''s own number of it (id_dokumen), by which a lost answer can be fetched.';
create unique index certification_open on documents.certification (document_id, official_id)
  where state in ('asked', 'unknown');
comment on index documents.certification_open is 'Nobody asks twice for the signature of the same person on the same document before the first outcome is known.';
create index certification_document on documents.certification (document_id);

create table documents.simulated_authority (
  id uuid primary key,
  certificate text not null,
  key_sealed bytea not null,
  created_at timestamptz not null
);
comment on table documents.simulated_authority is 'Authority of the made-up national signing service of a demo region; its key is sealed at rest.';
