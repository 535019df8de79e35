create function national_register.queue_event() returns trigger
language plpgsql as $$
begin
  -- What came from there is not told to them again.
  if new.source_kind in ('import', 'national') then return null; end if;
  if not exists (select from national_register.setting where mode <> 'off') then return null; end if;
  insert into national_register.message
    (id, kind, event_kind, territory_code, valid_on, register_number, reason, voids_id, recorded_at)
  values (new.id, 'event', new.kind, new.territory_code, new.valid_on, new.register_number, new.reason,
    new.voids_event_id, new.recorded_at);
  -- Told to the trigger of the changes without asking a table: a look there would make every event of a moment conflict with every other.
  perform set_config('national_register.queued',
    coalesce(current_setting('national_register.queued', true), '') || new.id::text || ' ', true);
  return null;
end $$;
comment on function national_register.queue_event is 'An event of the population register waits to be announced from the very transaction that wrote it, so none is missed, however late it commits.';
create trigger queue_for_national_register after insert on people.event
  for each row execute function national_register.queue_event();

create function national_register.queue_change() returns trigger
language plpgsql as $$
begin
  if position(new.event_id::text in coalesce(current_setting('national_register.queued', true), '')) = 0 then
    return null;
  end if;
  insert into national_register.message_subject (message_id, ordinal, person_id, family_id, entered, before, after)
  values (new.event_id, new.ordinal, new.person_id, new.family_id, new.entered, new.before, new.after);
  perform national_register.stand_in_line(new.event_id, coalesce(new.person_id, new.family_id));
  return null;
end $$;
comment on function national_register.queue_change is 'Notes whom an announcement is about, and which earlier one about the same has to go first.';
create trigger queue_for_national_register after insert on people.change
  for each row execute function national_register.queue_change();

create function national_register.stand_in_line(message uuid, about uuid) returns void
language plpgsql as $$
declare
  before uuid;
begin
  insert into national_register.subject (id, message_id) values (about, message) on conflict (id) do nothing;
  if found then return; end if;
  update national_register.subject s set message_id = message
    from (select id, message_id from national_register.subject where id = about for update) as last
    where s.id = last.id
    returning last.message_id into before;
  if before <> message then
    insert into national_register.dependency (message_id, after_id) values (message, before) on conflict do nothing;
  end if;
end $$;
comment on function national_register.stand_in_line is 'Puts a message behind the last one about the same person or family. The row of the subject is locked until commit, so who comes second is behind, and no circle can close.';
