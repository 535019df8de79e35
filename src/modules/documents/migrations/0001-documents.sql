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
  position_id uuid references organization.position (id),
  official_id uuid references organization.official (id),
  unit_id uuid references organization.unit (id),
  serial text not null unique,
  certificate text not null,
  key_sealed bytea not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  constraint person_or_unit check (
    (position_id is not null and official_id is not null and unit_id is null)
    or (position_id is null and official_id is null and unit_id is not null)
  )
);
comment on table documents.signing_certificate is 'Certificate of one official in one post, or of a unit for its electronic seal; a new holder gets a new one.';
comment on column documents.signing_certificate.unit_id is 'The unit whose seal it is; then neither post nor official.';
create index signing_certificate_holder on documents.signing_certificate (position_id, official_id, valid_to);
create index signing_certificate_seal on documents.signing_certificate (unit_id, valid_to) where unit_id is not null;

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
  signer_manner text not null check (signer_manner in ('definitif', 'plt', 'plh', 'seal')),
  signer_order text not null,
  signer_position_id uuid,
  certificate_serial text not null,
  issued_at timestamptz not null,
  valid_to date,
  revoked_at timestamptz,
  revoked_reason text,
  replaced_by uuid references documents.issued (id),
  constraint seal_has_no_post check ((signer_manner = 'seal') = (signer_position_id is null)),
  constraint replaced_is_revoked check (replaced_by is null or revoked_at is not null),
  constraint revoked_for_a_reason check ((revoked_at is null) = (revoked_reason is null))
);
comment on table documents.issued is 'Every document that was ever issued, with the data it was typeset from (sealed) and who signed in what authority.';
comment on column documents.issued.code is 'What the QR and the printed code say; 8 random characters and 2 check characters.';
comment on column documents.issued.signer_manner is 'How the post is held, or seal: no official acted, and signer_order is the article of law by which it came about.';
comment on column documents.issued.valid_to is 'Last day on which what it says holds; null when it has no end.';
comment on column documents.issued.revoked_reason is 'Shown to anyone who checks the code, so it names nobody.';
comment on column documents.issued.subject_label is 'Name with most letters masked, for the public verification page.';
create index issued_source on documents.issued (source_type, source_id);
create index issued_subject on documents.issued (subject_person_id) where subject_person_id is not null;
create index issued_file on documents.issued (file_hash);
create index issued_number on documents.issued (template, number);
