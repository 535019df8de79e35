create table demography.census (
  counted_on date primary key,
  counted_at timestamptz not null,
  people integer not null,
  families integer not null
);
comment on table demography.census is 'Days on which the register was counted: each night, kept for the last day of each month.';

create table demography.population (
  counted_on date not null references demography.census (counted_on) on delete cascade,
  village_code text not null,
  sex text not null check (sex in ('male', 'female')),
  age_from smallint not null check (age_from between 0 and 75 and age_from % 5 = 0),
  people integer not null check (people > 0),
  with_birth_certificate integer not null,
  primary key (counted_on, village_code, sex, age_from)
);
comment on table demography.population is 'People of each village by sex and five years of age (75 = and older), as counted on a day.';

create table demography.household_count (
  counted_on date not null references demography.census (counted_on) on delete cascade,
  village_code text not null,
  families integer not null,
  primary key (counted_on, village_code)
);
comment on table demography.household_count is 'Families of each village, as counted on a day.';

create table demography.flow (
  month date not null check (extract(day from month) = 1),
  village_code text not null,
  kind text not null check (kind in ('birth', 'death', 'in', 'out', 'marriage', 'divorce')),
  sex text not null check (sex in ('male', 'female')),
  people integer not null,
  late integer not null,
  delay_days bigint not null,
  primary key (month, village_code, kind, sex)
);
comment on table demography.flow is 'Events recorded in each month by village and sex: how many people, how many of them reported late, and the days between event and record in all.';
