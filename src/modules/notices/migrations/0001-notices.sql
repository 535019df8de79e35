create table notices.notice (
  id uuid primary key,
  kind text not null check (kind in ('birth', 'death', 'marriage', 'divorce', 'burial')),
  partner_id uuid not null references partners.partner (id),
  reference text not null,
  digest bytea not null,
  details_sealed bytea not null,
  happened_on date not null,
  reported_by text not null,
  reported_at timestamptz not null,
  state text not null check (state in
    ('unmatched', 'told', 'confirmed', 'declined', 'registered', 'refused', 'withdrawn')),
  state_at timestamptz not null,
  register_number text,
  unique (partner_id, reference)
);
comment on table notices.notice is 'What hospitals, midwives, village offices, KUA, courts and funeral services tell of births, deaths, marriages and divorces. The family only confirms.';
comment on column notices.notice.details_sealed is 'What the partner reported, sealed as JSON: names and NIKs stand nowhere else.';
comment on column notices.notice.digest is 'Keyed hash of the report, by which a repetition is known.';
create index notice_listed on notices.notice (id desc);
create index notice_state on notices.notice (state, id desc);
create index notice_partner on notices.notice (partner_id, id desc);

create table notices.subject (
  notice_id uuid not null references notices.notice (id),
  role text not null,
  person_id uuid not null references people.person (id),
  primary key (notice_id, role)
);
comment on table notices.subject is 'People of the register whom a notice is about, as what: mother, father, deceased, husband, wife.';
create index subject_person on notices.subject (person_id, notice_id desc);

create table notices.step (
  notice_id uuid not null references notices.notice (id),
  ordinal smallint not null,
  at timestamptz not null,
  verb text not null,
  state text not null,
  by_label text not null,
  reason text,
  primary key (notice_id, ordinal)
);
comment on table notices.step is 'The way of each notice, step by step.';
