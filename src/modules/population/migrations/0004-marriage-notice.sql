create table population.marriage_notice (
  case_id uuid primary key,
  husband_name text not null,
  wife_name text not null,
  husband_place text not null,
  wife_place text not null,
  place text not null,
  married_on date not null,
  announced_on date not null,
  until_on date not null
);
comment on table population.marriage_notice is 'Marriages that are announced before they are recorded, as everybody may read them (PP 9/1975 pasal 8 and 9): names and village, no NIK. Read until until_on, and only while the case is open.';
create index marriage_notice_running on population.marriage_notice (until_on, case_id);
