create table rules.rule (
  id uuid primary key default gen_random_uuid(),
  key text not null check (key ~ '^[a-z-]+(\.[a-z0-9-]+)+$'),
  region text not null default '',
  value jsonb not null,
  unit text not null,
  title_id text not null,
  title_en text not null,
  citation text not null,
  article text,
  status text not null check (status in ('verified', 'unverified', 'disputed')),
  source text,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  recorded_by text,
  check (valid_to is null or valid_to >= valid_from),
  exclude using gist (key with =, region with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table rules.rule is 'Every figure taken from a regulation: one value for one key, region and span of days, with its citation.';
comment on column rules.rule.region is 'Territory code the row is for; empty = national. The longest matching code wins.';
comment on column rules.rule.unit is 'What the value counts: working-day, calendar-day, rupiah, year, percent, text.';
comment on column rules.rule.recorded_by is 'Official who entered it here; null for rows that come with the program.';
comment on column rules.rule.status is 'verified = read in the legal text; unverified = from a secondary source, shown as such; disputed = sources disagree.';

create table rules.verification (
  id uuid primary key,
  rule_id uuid not null references rules.rule (id),
  status text not null check (status in ('verified', 'unverified', 'disputed')),
  note text not null,
  actor_name text not null,
  actor_label text not null,
  verified_at timestamptz not null
);
comment on table rules.verification is 'Who held a rule against the legal text, when, and what he found; the newest one is the state of the rule.';
create index verification_rule on rules.verification (rule_id, verified_at desc);

create table rules.holiday (
  day date not null,
  region text not null default '',
  kind text not null check (kind in ('national', 'joint', 'regional')),
  name_id text not null,
  name_en text not null,
  citation text not null,
  status text not null check (status in ('verified', 'unverified', 'disputed')),
  recorded_at timestamptz not null default now(),
  recorded_by text,
  primary key (day, region)
);
comment on column rules.holiday.recorded_by is 'Official who entered it here; null for days that come with the program.';
comment on column rules.holiday.recorded_at is 'When it became known here: a date promised before then was counted without it.';
comment on table rules.holiday is 'National holidays, joint leave (cuti bersama) and regional holidays.';

create table rules.opening_hours (
  region text not null default '',
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  citation text not null,
  valid_from date not null,
  valid_to date,
  primary key (region, weekday, valid_from)
);
comment on table rules.opening_hours is 'Opening hours of the offices by ISO weekday (1 = Monday).';
