create table education.award (
  id uuid primary key,
  case_id uuid not null,
  case_number text not null,
  person_id uuid not null references people.person (id),
  school text not null,
  level text not null,
  amount numeric(20, 2) not null check (amount >= 0),
  awarded_on date not null,
  awarded_at timestamptz not null,
  ended_on date,
  end_reason text,
  check ((ended_on is null) = (end_reason is null))
);
comment on table education.award is 'Scholarships that the region has given, one row for each; one taken back stays, with the day of its end.';
create unique index award_case on education.award (case_id) where ended_on is null;
create index award_person on education.award (person_id, awarded_at desc);
