-- 1
start transaction isolation level repeatable read;

-- 2
select "id", "number" from "services"."case" where "id" = $1 and "account_id" = $2;

-- 3
select * from "services"."draft" where "id" = $1 and "account_id" = $2 for update;

-- 4
select * from "people"."person" where "id" = $1;

-- 5
select * from "people"."family" where "id" = $1;

-- 6
select "code", "level", "name", "own" from "territory"."area" where "code" in ($1, $2, $3, $4);

-- 7

  select id from people.person
  where id <> $1 and sex <> $2 and died_on is null
  and marital_status in ('married', 'married-unrecorded')
  and family_id = $3
  and (marriage_certificate_number = $4
  or (family_relation in ('head', 'wife', 'husband') and $5 in ('head', 'wife', 'husband')))
  order by marriage_certificate_number = $6 desc nulls last
  limit 1;

-- 8
select * from "people"."person" where "id" = $1;

-- 9
select "id", "owner_id", "field", "name", "media_type", "size_bytes", "file_hash" from "services"."attachment" where "owner_id" = $1 and "removed_at" is null order by "id";

-- 10

  select u.* from organization.unit u
  where $1 = any (string_to_array(u.path, '.'))
  and (u.territory_code = '' or u.territory_code = $2
  or starts_with($3, u.territory_code || '.'))
  and u.valid_from <= $4::date and (u.valid_to is null or u.valid_to >= $5::date)
  order by length(u.territory_code) desc, length(u.path), u.path
  limit 1;

-- 11
select * from "rules"."rule" order by "key", "region", "valid_from" desc;

-- 12
select day from rules.holiday
  where region = '' or $1 = region or $2 like region || '.%';

-- 13

  select distinct on (weekday) weekday, opens::text, closes::text from rules.opening_hours
  where (region = '' or $1 = region or $2 like region || '.%') and valid_to is null
  order by weekday, length(region) desc, valid_from desc;

-- 14
select * from "people"."person" where "id" = $1;

-- 15
select nextval('services.case_number') as next;

-- 16
insert into "services"."case" ("id", "number", "service_id", "version", "state", "waiting_for", "unit_id", "unit_path", "serving_path", "territory_code", "account_id", "applicant_person_id", "applicant_name", "subject_name", "answers", "readable", "outcome", "rules", "submitted_at", "promised_at", "first_promised_at", "entered_at", "held_by_applicant_since", "closed_at", "result") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25);

-- 17
insert into services.case_token (token, case_id)
  select token, $1::uuid from unnest($2::text[]) as token on conflict do nothing;

-- 18
insert into "services"."step" ("case_id", "number", "state", "verb", "actor_label", "actor_name", "actor_place", "position_id", "reason", "at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- 19
delete from "services"."draft" where "id" = $1;

-- 20
insert into "messaging"."message" ("id", "account_id", "title", "body", "link", "created_at") values ($1, $2, $3, $4, $5, $6);

-- 21
select graphile_worker.add_job($1, payload := $2::json,
  run_at := $3::timestamptz, job_key := $4);

-- 22
insert into journal.event
  (id, at, name, command, actor_kind, account_id, person_id, position_id, on_behalf_of_id, actor_label,
  subject_type, subject_id, payload, salt, leaf, request_id)
  values ($1, $2, $3, $4, $5, $6,
  $7, $8, $9, $10,
  $11, $12, $13, $14, $15, $16);

-- 23
select pg_notify('balai_invalidate', $1);

-- 24
commit;
