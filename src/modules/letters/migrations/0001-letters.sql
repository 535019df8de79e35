create table letters.letter (
  id uuid primary key,
  unit_path text not null,
  office text not null generated always as (split_part(unit_path, '.', 1)) stored,
  kind text not null,
  template_key text not null,
  template_version_id uuid not null,
  act text not null,
  state text not null check (state in ('draft', 'returned', 'running', 'signing', 'issued', 'abandoned', 'void', 'withdrawn')),
  version integer not null check (version > 0),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  security text not null check (security in ('biasa', 'terbatas', 'rahasia', 'sangat-rahasia')),
  urgency text not null check (urgency in ('biasa', 'segera', 'amat-segera')),
  head_sealed bytea not null,
  search_text text,
  number text,
  number_id uuid,
  document_id uuid references documents.issued (id),
  drafter_person_id uuid not null,
  drafter_account_id uuid not null,
  drafter_position_id uuid,
  drafter_label text not null,
  merge_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  issued_at timestamptz,
  constraint numbered_when_signed check ((number is null) = (number_id is null) and (number is null) = (document_id is null)),
  constraint signed_has_number check (state not in ('signing', 'issued', 'void', 'withdrawn') or number is not null),
  constraint secret_is_not_searched check (security in ('biasa', 'terbatas') or search_text is null)
);
comment on table letters.letter is 'A letter of a unit (naskah dinas) from its first draft to its end.';
comment on column letters.letter.office is 'First code of the unit''s path: what a list of one office is read by.';
comment on column letters.letter.template_version_id is 'The published version of the template it is written on; it stays with the letter.';
comment on column letters.letter.act is 'Class of act of its signing: what Plt and Plh may not sign is a dated rule.';
comment on column letters.letter.content_hash is 'SHA-256 of the exact version that stands now; approvals are bound to it.';
comment on column letters.letter.head_sealed is 'Subject and addressees, sealed, for lists.';
comment on column letters.letter.search_text is 'Number, subject and addressees in lower case; null for secret letters, which no search finds by their words.';
create index letter_office on letters.letter (office, changed_at desc, id desc);
create index letter_office_state on letters.letter (office, state, changed_at desc, id desc);
create index letter_changed on letters.letter (changed_at desc, id desc);
create index letter_state on letters.letter (state, changed_at desc, id desc);
create index letter_office_kind on letters.letter (office, kind, changed_at desc, id desc);
create index letter_kind on letters.letter (kind, changed_at desc, id desc);
create index letter_security on letters.letter (security, changed_at desc, id desc) where security <> 'biasa';
create index letter_drafter on letters.letter (drafter_person_id, changed_at desc, id desc);
create index letter_merge on letters.letter (merge_id, id) where merge_id is not null;
create index letter_search on letters.letter using gin (search_text gin_trgm_ops);
create index letter_document on letters.letter (document_id) where document_id is not null;

create table letters.version (
  letter_id uuid not null references letters.letter (id) on delete cascade,
  version integer not null check (version > 0),
  content_hash text not null,
  content_sealed bytea not null,
  changed text[] not null,
  made_at timestamptz not null,
  made_by text not null,
  made_by_account uuid not null,
  primary key (letter_id, version)
);
comment on table letters.version is 'Every exact text that a letter ever had; none is ever changed.';
comment on column letters.version.changed is 'Names of the fields that differ from the version before.';

create table letters.working_copy (
  letter_id uuid not null references letters.letter (id) on delete cascade,
  tab text not null check (tab ~ '^[A-Za-z0-9_-]{8,40}$'),
  account_id uuid not null,
  made_by text not null,
  base_version integer not null,
  content_sealed bytea not null,
  saved_at timestamptz not null,
  primary key (letter_id, tab)
);
comment on table letters.working_copy is 'What somebody is typing, one row for each open window, until it becomes a version or is thrown away.';
create index working_copy_saved on letters.working_copy (saved_at);

create table letters.step (
  letter_id uuid not null references letters.letter (id) on delete cascade,
  step integer not null check (step >= 0),
  role text not null check (role in ('paraf', 'signature')),
  kind text check (kind in ('hierarchy', 'coordination')),
  needed integer not null check (needed > 0),
  primary key (letter_id, step)
);
comment on table letters.step is 'The chain of a letter, in order: paraf before signature.';
comment on column letters.step.needed is 'How many of the posts must act; the number of posts means all.';

create table letters.step_post (
  letter_id uuid not null,
  step integer not null,
  position_id uuid not null references organization.position (id),
  ordinal integer not null,
  mandate_id uuid references organization.mandate (id),
  skipped_at timestamptz,
  skipped_by text,
  skip_reason text,
  primary key (letter_id, step, position_id),
  foreign key (letter_id, step) references letters.step (letter_id, step) on delete cascade,
  constraint skipped_for_a_reason check ((skipped_at is null) = (skip_reason is null))
);
comment on table letters.step_post is 'The posts of a step: whoever holds the post on that day acts.';
comment on column letters.step_post.mandate_id is 'The mandate under which the post signs on behalf of another (a.n., u.b.); null when in its own name.';
create index step_post_position on letters.step_post (position_id, letter_id);

create table letters.approval (
  id uuid primary key,
  letter_id uuid not null references letters.letter (id) on delete cascade,
  step integer not null,
  position_id uuid not null references organization.position (id),
  role text not null check (role in ('paraf', 'signature')),
  version integer not null,
  content_hash text not null,
  person_id uuid not null,
  account_id uuid not null,
  name text not null,
  manner text not null check (manner in ('definitif', 'plt', 'plh')),
  given_at timestamptz not null,
  voided_at timestamptz,
  voided_why text check (voided_why in ('edited', 'returned', 'recalled')),
  constraint voided_for_a_reason check ((voided_at is null) = (voided_why is null))
);
comment on table letters.approval is 'Every paraf and signature, bound to the exact version it was given for; what an edit or a return voids stays on record.';
create unique index approval_once on letters.approval (letter_id, step, position_id) where voided_at is null;
create index approval_letter on letters.approval (letter_id, given_at);

create table letters.turn (
  letter_id uuid not null references letters.letter (id) on delete cascade,
  step integer not null,
  position_id uuid not null,
  role text not null check (role in ('paraf', 'signature')),
  urgency_rank integer not null,
  since timestamptz not null,
  primary key (letter_id, step, position_id)
);
comment on table letters.turn is 'Whose turn it is, kept in step with the chain: the queue of a post is read from here.';
create index turn_queue on letters.turn (position_id, urgency_rank desc, since, letter_id);

create table letters.history (
  id uuid primary key,
  letter_id uuid not null references letters.letter (id) on delete cascade,
  at timestamptz not null,
  what text not null,
  version integer not null,
  by_label text not null,
  by_account uuid,
  facts jsonb not null,
  words_sealed bytea
);
comment on table letters.history is 'What happened to a letter, in order, with the notes and reasons that people wrote (sealed).';
create index history_letter on letters.history (letter_id, at, id);

create table letters.chain_template (
  id uuid primary key,
  unit_path text not null,
  name text not null,
  steps jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  retired_at timestamptz,
  retired_by text
);
comment on table letters.chain_template is 'A chain that a unit uses again and again.';
create unique index chain_template_name on letters.chain_template (unit_path, lower(name)) where retired_at is null;

create table letters.merge (
  id uuid primary key,
  unit_path text not null,
  template_version_id uuid not null,
  name text not null,
  count integer not null check (count > 0),
  made_at timestamptz not null,
  made_by text not null,
  account_id uuid not null
);
comment on table letters.merge is 'Many letters of one template, made from rows at once.';
create index merge_account on letters.merge (account_id, made_at desc);

create table letters.batch (
  id uuid primary key,
  position_id uuid not null references organization.position (id),
  person_id uuid not null,
  account_id uuid not null,
  made_by text not null,
  state text not null check (state in ('proposed', 'running', 'stopped', 'done')),
  total integer not null check (total > 0),
  made_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  constraint confirmed_before_running check (state = 'proposed' or confirmed_at is not null)
);
comment on table letters.batch is 'Letters that an official signs with one confirmation; each is signed by itself.';
create index batch_account on letters.batch (account_id, made_at desc);

create table letters.batch_item (
  batch_id uuid not null references letters.batch (id) on delete cascade,
  ordinal integer not null,
  letter_id uuid not null references letters.letter (id),
  version integer not null,
  content_hash text not null,
  state text not null check (state in ('waiting', 'signed', 'checked', 'failed')),
  fault_id text,
  fault_en text,
  tried_at timestamptz,
  primary key (batch_id, ordinal),
  unique (batch_id, letter_id),
  constraint failed_for_a_reason check ((state = 'failed') = (fault_id is not null and fault_en is not null))
);
comment on table letters.batch_item is 'One letter of a batch, bound to the version that the official saw. Signed: in the transaction of the signature; checked: its file was verified after.';
create index batch_item_state on letters.batch_item (batch_id, state, ordinal);
