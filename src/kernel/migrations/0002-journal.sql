
create table journal.event (
  id uuid not null,
  at timestamptz not null,
  name text not null,
  command text not null,
  actor_kind text not null check (actor_kind in ('anonymous', 'citizen', 'staff', 'partner', 'system')),
  account_id text,
  person_id uuid,
  position_id uuid,
  on_behalf_of_id uuid,
  actor_label text not null,
  subject_type text not null,
  subject_id text not null,
  payload jsonb,
  salt bytea,
  leaf bytea not null,
  request_id text,
  primary key (id, at)
) partition by range (at);
comment on table journal.event is 'One row per command: audit trail, outbox and leaf of the proof log. Append-only for the application.';
comment on column journal.event.leaf is 'SHA-256 over 0x00 and the canonical JSON of the row with its salt (RFC 9162 leaf hash).';
comment on column journal.event.actor_label is 'Name and position as they were at the time.';
create index event_subject on journal.event (subject_type, subject_id, at);
create index event_at on journal.event (at);
create index event_account on journal.event (account_id, at) where account_id is not null;

create table journal.access (
  id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  account_id text,
  reader_person_id uuid,
  position_id uuid,
  reader_label text not null,
  object_type text not null,
  object_id text not null,
  purpose text not null,
  unmasked boolean not null default false,
  primary key (id, at)
) partition by range (at);
comment on table journal.access is 'Who read whose personal data, in which position and why; each person can read the rows about himself.';
create index access_person on journal.access (person_id, at desc);
create index access_object on journal.access (object_type, object_id, at desc);

create function journal.ensure_partitions(from_month date, months integer) returns void
language plpgsql security definer set search_path = journal, pg_temp as $$
declare
  month date := date_trunc('month', from_month)::date;
  tab text;
begin
  for i in 1..months loop
    foreach tab in array array['event', 'access'] loop
      if to_regclass(format('journal.%I', tab || to_char(month, '_YYYYMM'))) is null then
        begin
          execute format('create table journal.%I partition of journal.%I for values from (%L) to (%L)',
            tab || to_char(month, '_YYYYMM'), tab,
            month::timestamp at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
        exception when check_violation then
          null; -- rows of that month are already in the default partition, where they are just as safe
        end;
      end if;
    end loop;
    month := (month + interval '1 month')::date;
  end loop;
end $$;
comment on function journal.ensure_partitions is 'Makes monthly partitions ahead of time; runs as the owner so that the application needs no right to create tables.';

create table journal.event_earlier partition of journal.event default;
create table journal.access_earlier partition of journal.access default;
select journal.ensure_partitions((now() - interval '15 months')::date, 20);
