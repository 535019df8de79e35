
create table people.reading_alarm (
  id uuid primary key,
  account_id text not null,
  reader_label text not null,
  unit_path text not null,
  pattern text not null,
  severity text not null check (severity in ('notice', 'alarm', 'stop')),
  day date not null,
  counted integer not null,
  threshold integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  state text not null default 'new' check (state in ('new', 'explained', 'accepted', 'misuse')),
  explanation text,
  explained_at timestamptz,
  judged_by text,
  judged_at timestamptz,
  judgement text
);
comment on table people.reading_alarm is 'A pattern in what an officer read that needs a reason: one row for each officer, pattern and day.';
comment on column people.reading_alarm.severity is 'stop = beyond the hard limit: the officer reads nobody more until a supervisor allows it.';
comment on column people.reading_alarm.state is 'accepted = a supervisor found the reason good, and reading goes on; misuse = he did not, and it stays stopped.';
create unique index reading_alarm_once on people.reading_alarm (account_id, pattern, day);
create index reading_alarm_desk on people.reading_alarm (state, last_at desc, id);
create index reading_alarm_own on people.reading_alarm (account_id, last_at desc);
create index reading_alarm_stop on people.reading_alarm (account_id) where severity = 'stop' and state <> 'accepted';

create table people.reading (
  account_id text not null,
  at timestamptz not null,
  person_id uuid not null,
  purpose text not null,
  marks text[] not null default '{}',
  reader_label text not null,
  unit_path text not null,
  primary key (account_id, at, person_id)
);
comment on table people.reading is 'Whom an officer looked up in the register, kept for ninety days to find patterns; the record for ever, and for the person himself, is journal.access.';
comment on column people.reading.marks is 'What makes a reading worth a look: own-family, own-neighbour, own-name, outside-hours, without-case.';
create index reading_age on people.reading (at);
