create table documents.time_stamper (
  id uuid primary key,
  authority_id uuid not null references documents.authority (id),
  serial text not null unique,
  certificate text not null,
  key_sealed bytea not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text
    check (revoked_reason in ('key-compromise', 'affiliation-changed', 'superseded', 'cessation-of-operation', 'privilege-withdrawn')),
  created_at timestamptz not null default now(),
  constraint stamper_revoked_for_a_reason check ((revoked_at is null) = (revoked_reason is null))
);
comment on table documents.time_stamper is 'Certificates of the region''s own time-stamping authority (RFC 3161); their keys are sealed at rest.';

create table documents.revocation_list (
  authority_id uuid not null references documents.authority (id),
  number integer not null,
  this_update timestamptz not null,
  next_update timestamptz not null,
  encoded bytea not null,
  primary key (authority_id, number)
);
comment on table documents.revocation_list is 'Signed lists of revoked certificates of an authority (RFC 5280, 5), numbered upwards; the newest is published.';

create table documents.raising (
  document_id uuid primary key references documents.issued (id),
  attempts integer not null,
  problem text not null,
  retry_at timestamptz not null
);
comment on table documents.raising is 'Files that could not be brought to the wanted level yet: why, how often it was tried, when it is tried again.';

create table documents.archive_stamp (
  document_id uuid not null references documents.issued (id),
  version smallint not null,
  stamped_at timestamptz not null,
  certificate_valid_to timestamptz not null,
  is_superseded boolean not null default false,
  primary key (document_id, version)
);
comment on table documents.archive_stamp is 'Document time stamps over whole files; the newest of a file is renewed before the certificate that made it ends.';
create index archive_stamp_end on documents.archive_stamp (certificate_valid_to) where not is_superseded;

create index issued_to_raise on documents.issued (completed_at) where level <> 'B-LTA' and completed_at is not null;
