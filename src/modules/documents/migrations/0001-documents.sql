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
  key_sealed bytea,
  token_key text,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text
    check (revoked_reason in ('key-compromise', 'affiliation-changed', 'superseded', 'cessation-of-operation', 'privilege-withdrawn')),
  created_at timestamptz not null default now(),
  constraint key_in_one_place check ((key_sealed is null) <> (token_key is null)),
  constraint certificate_revoked_for_a_reason check ((revoked_at is null) = (revoked_reason is null)),
  constraint person_or_unit check (
    (position_id is not null and official_id is not null and unit_id is null)
    or (position_id is null and official_id is null and unit_id is not null)
  )
);
comment on table documents.signing_certificate is 'Certificate of one official in one post, or of a unit for its electronic seal; a new holder gets a new one.';
comment on column documents.signing_certificate.unit_id is 'The unit whose seal it is; then neither post nor official.';
comment on column documents.signing_certificate.token_key is 'Identifier of the key in a PKCS#11 token that never gives it away; then no sealed key is here.';
comment on column documents.signing_certificate.revoked_reason is 'Reason of RFC 5280, 5.3.1, as the list of revoked certificates says it.';
create index signing_certificate_revoked on documents.signing_certificate (authority_id, revoked_at) where revoked_at is not null;
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
  page bytea not null,
  toolkit text not null,
  content_hash text not null,
  rendition_bytes integer not null,
  file_hash text not null,
  size_bytes integer not null,
  act text not null,
  signer_name text not null,
  signer_position text not null,
  signer_manner text not null check (signer_manner in ('definitif', 'plt', 'plh', 'seal')),
  signer_order text not null,
  signer_position_id uuid,
  signatures_wanted smallint not null default 1 check (signatures_wanted between 1 and 20),
  level text not null default 'B-B' check (level in ('B-B', 'B-T', 'B-LT', 'B-LTA')),
  statement bytea not null,
  issued_at timestamptz not null,
  completed_at timestamptz,
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
comment on column documents.issued.content_hash is 'SHA-256 of what the document says, as canonical JSON; the statement in the QR binds it.';
comment on column documents.issued.page is 'The words as they were typeset (JSON, compressed, sealed): with the toolkit they give the same bytes again.';
comment on column documents.issued.toolkit is 'Digest of the Typst files, fonts and compiler that it was typeset with; see documents.toolkit.';
comment on column documents.issued.rendition_bytes is 'Length of the typeset file before any signature; signatures only append, so the file begins with it.';
comment on column documents.issued.file_hash is 'Of the newest version of the file; all versions stand in documents.file_version.';
comment on column documents.issued.act is 'Class of the act, which decides whether a deputy may sign it.';
comment on column documents.issued.statement is 'The signed statement that the QR carries; its hash is a leaf of the proof log under the document''s id.';
comment on column documents.issued.completed_at is 'When the last of the wanted signatures was set; null while others must still sign.';
comment on column documents.issued.valid_to is 'Last day on which what it says holds; null when it has no end.';
comment on column documents.issued.revoked_reason is 'Shown to anyone who checks the code, so it names nobody.';
comment on column documents.issued.subject_label is 'Name with most letters masked, for the public verification page.';
create index issued_source on documents.issued (source_type, source_id);
create index issued_subject on documents.issued (subject_person_id) where subject_person_id is not null;
create index issued_number on documents.issued (template, number);
create index issued_newest on documents.issued (issued_at desc, id desc);
create index issued_unit on documents.issued (unit_path text_pattern_ops, issued_at desc, id desc);
create index issued_search on documents.issued using gin ((number || ' ' || title || ' ' || signer_name) gin_trgm_ops);
create index issued_unfinished on documents.issued (issued_at desc, id desc) where completed_at is null and revoked_at is null;
create index issued_replaced on documents.issued (issued_at desc, id desc) where replaced_by is not null;
create index issued_revoked on documents.issued (revoked_at) where revoked_at is not null;

create table documents.signature (
  document_id uuid not null references documents.issued (id),
  ordinal smallint not null,
  signer_name text not null,
  signer_position text not null,
  manner text not null check (manner in ('definitif', 'plt', 'plh', 'seal')),
  on_behalf_form text check (on_behalf_form in ('a.n.', 'u.b.')),
  on_behalf_of text,
  order_number text not null,
  holds_from date,
  holds_to date,
  act text not null,
  position_id uuid,
  official_id uuid,
  certificate_serial text not null,
  provider text not null default 'own' check (provider in ('own', 'bsre')),
  signed_at timestamptz not null,
  primary key (document_id, ordinal),
  constraint behalf_has_principal check ((on_behalf_form is null) = (on_behalf_of is null))
);
comment on table documents.signature is 'Each signature in a document: who signed, in which post, by which order, which class of act, as it was at that moment.';
comment on column documents.signature.order_number is 'The decree of the appointment or the order of the mandate; of a seal the article of law.';
comment on column documents.signature.holds_from is 'From which day the post is held by that order; of a seal null.';
create index signature_official on documents.signature (official_id, signed_at desc) where official_id is not null;

create table documents.file_version (
  document_id uuid not null references documents.issued (id),
  version smallint not null,
  file_hash text not null,
  size_bytes integer not null,
  reason text not null check (reason in ('issued', 'co-signed', 'level-raised', 'certified')),
  made_at timestamptz not null,
  primary key (document_id, version)
);
comment on table documents.file_version is 'Every file of a document. A later one begins with all the bytes of the one before and adds signatures or proofs.';
create index file_version_file on documents.file_version (file_hash);

create table documents.statement_key (
  id uuid primary key,
  key_id text not null unique,
  public_key bytea not null,
  key_sealed bytea not null,
  created_at timestamptz not null
);
comment on table documents.statement_key is 'Keys (ECDSA P-256) that sign the statement in the QR of each document; the private half is sealed. The newest signs, older ones still verify.';
comment on column documents.statement_key.key_id is 'First four bytes of the SHA-256 of the public key, hexadecimal; stands in every statement.';

create table documents.revocation_filter (
  number integer primary key,
  revoked_total integer not null,
  made_at timestamptz not null,
  count integer not null,
  bits bytea not null,
  key_id text not null,
  signature bytea not null
);
comment on table documents.revocation_filter is 'The signed, compressed set of codes that no longer hold, for phones that check without a network. The highest number counts; a few older ones stay.';
comment on column documents.revocation_filter.revoked_total is 'How many documents had ever been revoked when it was made: another number means that it is out of date, whatever clocks say.';

create table documents.toolkit (
  digest text primary key,
  compiler text not null,
  files jsonb not null,
  first_used_at timestamptz not null
);
comment on table documents.toolkit is 'Typst files and fonts that documents were typeset with, by path and SHA-256; the bytes stand in the file store.';
