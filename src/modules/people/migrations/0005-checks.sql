
create table people.check_finding (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  code text not null,
  severity text not null check (severity in ('refuse', 'warn')),
  say_id text not null,
  say_en text not null,
  territory_code text not null,
  state text not null default 'open' check (state in ('open', 'marked', 'corrected', 'right')),
  found_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text,
  note text
);
comment on table people.check_finding is 'Data of the register that cannot be true, or are so rare that an officer looks: what was found, and what became of it.';
comment on column people.check_finding.state is 'marked = the person is under check, services wait; corrected = the data are no longer so; right = rare, but true.';
create unique index check_finding_once on people.check_finding (person_id, code);
create index check_finding_desk on people.check_finding (state, severity, id);
