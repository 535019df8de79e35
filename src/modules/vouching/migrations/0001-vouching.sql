create table vouching.consent (
  id uuid primary key,
  partner_id uuid not null references partners.partner (id),
  reference text not null,
  person_id uuid references people.person (id),
  nik_print bytea not null,
  purpose text not null,
  fields text[] not null check (cardinality(fields) > 0),
  note text not null,
  state text not null check (state in ('asked', 'given', 'refused', 'withdrawn')),
  asked_at timestamptz not null,
  answer_until timestamptz not null,
  decided_at timestamptz,
  valid_until date not null,
  unique (partner_id, reference)
);
comment on table vouching.consent is 'A partner asks a person whether it may compare data about him. Without a person the question fits nobody here: the partner is not told so.';
comment on column vouching.consent.note is 'What the partner wrote to the person about why.';
create index consent_person on vouching.consent (person_id, asked_at desc) where person_id is not null;

create table vouching.question (
  id uuid primary key,
  partner_id uuid not null references partners.partner (id),
  key_id uuid not null references partners.key (id),
  reference text not null,
  digest bytea not null,
  person_id uuid references people.person (id),
  purpose text not null,
  consent_id uuid references vouching.consent (id),
  fields text[] not null,
  answer jsonb not null,
  asked_at timestamptz not null,
  unique (partner_id, reference)
);
comment on table vouching.question is 'Each comparison that a partner asked for and what it was told: yes or no for each field, never the data. The same reference gets the same answer again.';
comment on column vouching.question.digest is 'Keyed hash of what was asked, by which a repetition is known; what was claimed is not kept.';
create index question_person on vouching.question (person_id, asked_at desc) where person_id is not null;
create index question_partner on vouching.question (partner_id, asked_at desc);
