alter table services.case add column reported_at timestamptz;
comment on column services.case.reported_at is 'When an official away from the network took it down, if that was before it was received: by this moment a report is in time or late.';
