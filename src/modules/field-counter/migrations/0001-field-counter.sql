create sequence field_counter.device_number;

create table field_counter.device (
  id uuid primary key,
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Y]{3}$'),
  name text not null check (length(name) between 2 and 60),
  public_key jsonb not null,
  unit_id uuid not null references organization.unit (id),
  unit_path text not null,
  enrolled_by text not null,
  enrolled_at timestamptz not null,
  last_seen_at timestamptz not null,
  clock_offset_ms integer not null default 0,
  drafts integer not null default 0 check (drafts >= 0),
  queued integer not null default 0 check (queued >= 0),
  oldest_queued_at timestamptz,
  pack_made_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  revoke_reason text,
  wiped_at timestamptz
);
comment on table field_counter.device is 'Laptops and tablets that may take down applications without a network.';
comment on column field_counter.device.code is 'Begins the numbers of its provisional receipts.';
comment on column field_counter.device.public_key is 'JWK of the key with which it signs what it sends; the private half never leaves its browser.';
comment on column field_counter.device.clock_offset_ms is 'Its clock minus ours when it was last here.';
comment on column field_counter.device.drafts is 'By its own word when it was last here; queued: what waits on it to be sent.';
comment on column field_counter.device.wiped_at is 'When it told that it had wiped itself after being revoked.';
create index device_unit on field_counter.device (unit_path text_pattern_ops, id desc);

create table field_counter.keeper (
  device_id uuid not null references field_counter.device (id),
  account_id text not null references accounts.account (id),
  officer text not null,
  unlock_sealed bytea not null,
  since timestamptz not null,
  primary key (device_id, account_id)
);
comment on table field_counter.keeper is 'Officials who work on a device. Each has a vault of his own there.';
comment on column field_counter.keeper.unlock_sealed is 'The server''s half of the key that opens the vault again after a forgotten PIN.';

create table field_counter.item (
  id uuid primary key,
  device_id uuid not null references field_counter.device (id),
  local_number text not null,
  account_id text not null references accounts.account (id),
  officer text not null,
  unit_path text not null,
  service_id text not null,
  version integer not null,
  state text not null check (state in ('arriving', 'received', 'refused', 'conflict', 'withdrawn')),
  filled_at timestamptz not null,
  queued_at timestamptz not null,
  clock_offset_ms integer not null,
  reported_at timestamptz not null,
  clock_trusted boolean not null,
  first_seen_at timestamptz not null,
  settled_at timestamptz,
  territory_code text,
  content bytea,
  digest bytea not null,
  parts_wanted integer not null check (parts_wanted >= 0),
  depends_on uuid,
  other_event_reason text,
  case_id uuid unique,
  case_number text,
  reason_code text,
  reason jsonb,
  attempts integer not null default 1,
  check ((state = 'received') = (case_id is not null)),
  check (state in ('arriving', 'received') or reason_code is not null)
);
comment on table field_counter.item is 'What devices send: from the first part that arrives to the case it became, or the reason why it did not. Its id was made on the device, and the case bears it.';
comment on column field_counter.item.filled_at is 'When it was put in the queue, by the clock of the device.';
comment on column field_counter.item.reported_at is 'The moment that counts as the report: of the device where its clock can be trusted, else of arrival.';
comment on column field_counter.item.content is 'Sealed answers while it is no case; the case keeps them afterwards.';
comment on column field_counter.item.digest is 'SHA-256 of what the device sent: another content under the same id is a correction.';
comment on column field_counter.item.other_event_reason is 'Why the official holds that it is another event than the one that was found.';
comment on column field_counter.item.reason is 'Why it was refused, in both languages, with the fields to mend.';
create unique index item_number on field_counter.item (local_number);
create index item_unit on field_counter.item (unit_path text_pattern_ops, id desc);
create index item_state on field_counter.item (state, id desc);
create index item_device on field_counter.item (device_id, id desc);

create table field_counter.file (
  item_id uuid not null references field_counter.item (id),
  id uuid not null,
  field text not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null check (size_bytes > 0),
  digest bytea not null,
  parts smallint not null check (parts > 0),
  stored jsonb,
  primary key (item_id, id)
);
comment on table field_counter.file is 'Papers that travel with an item.';
comment on column field_counter.file.stored is 'Where the whole, cleaned file lies in the store; null while parts are missing.';

create table field_counter.part (
  item_id uuid not null,
  file_id uuid not null,
  number smallint not null,
  bytes bytea not null,
  kept_at timestamptz not null,
  primary key (item_id, file_id, number),
  foreign key (item_id, file_id) references field_counter.file (item_id, id)
);
comment on table field_counter.part is 'Pieces of files on their way. Gone as soon as the file is whole.';
