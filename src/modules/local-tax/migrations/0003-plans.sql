create table local_tax.plan (
  assessment_id uuid primary key references local_tax.assessment (id),
  case_id uuid not null,
  case_number text not null,
  manner text not null check (manner in ('instalments', 'deferral')),
  state text not null check (state in ('running', 'kept', 'missed')),
  parts jsonb not null,
  next_due_on date not null,
  decided_at timestamptz not null,
  ended_on date
);
comment on table local_tax.plan is 'A tax that is paid in parts or later by decision: what is due when. A part that is missed ends the plan, and all that is left falls due.';
comment on column local_tax.plan.next_due_on is 'Due day of the first part that may still be missed.';
create index plan_due on local_tax.plan (next_due_on) where state = 'running';
