drop index services.task_desk;
-- Carries all that the queue is filtered by, so that a filter with few hits reads no rows but those it shows.
create index task_desk on services.task (unit_id, desk, order_at, id)
  include (service_id, state, territory_code, due_at, warn_at, claimed_person_id, case_id) where closed_at is null;
create index task_claimed_person on services.task (claimed_person_id) where closed_at is null and claimed_person_id is not null;
create index appointment_official on services.appointment (position_id, starts_at) where status in ('proposed', 'agreed');
create index note_unread on services.note (case_id) where read_at is null;
