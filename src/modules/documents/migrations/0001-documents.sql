create table documents.authority (
  id uuid primary key,
  name text not null,
  certificate text not null,
  key_sealed bytea not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  created_at timestamptz not null default now()
);
comment on table documents.authority is 'The region''s own certificate authority; its key is sealed at rest.';

create table documents.signing_certificate (
  id uuid primary key,
  authority_id uuid not null references documents.authority (id),
  position_id uuid not null references organization.position (id),
  official_id uuid not null references organization.official (id),
  serial text not null unique,
  certificate text not null,
  key_sealed bytea not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table documents.signing_certificate is 'Certificate of one official in one post; a new holder gets a new one.';
create index signing_certificate_holder on documents.signing_certificate (position_id, official_id, valid_to);

create table documents.issued (
  id uuid primary key,
  code text not null unique,
  template text not null,
  number text not null,
  title text not null,
  subject_person_id uuid references people.person (id),
  subject_label text not null,
  source_type text not null,
  source_id uuid not null,
  unit_path text not null,
  data bytea not null,
  file_hash text not null,
  size_bytes integer not null,
  signer_name text not null,
  signer_position text not null,
  signer_manner text not null,
  signer_order text not null,
  signer_position_id uuid not null,
  certificate_serial text not null,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text,
  replaced_by uuid references documents.issued (id)
);
comment on table documents.issued is 'Every document that was ever issued, with the data it was typeset from (sealed) and who signed in what authority.';
comment on column documents.issued.code is 'What the QR and the printed code say; 8 random characters and 2 check characters.';
comment on column documents.issued.subject_label is 'Name with most letters masked, for the public verification page.';
create index issued_source on documents.issued (source_type, source_id);
create index issued_subject on documents.issued (subject_person_id) where subject_person_id is not null;
create index issued_number on documents.issued (template, number);
