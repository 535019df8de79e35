create table messaging.message (
  id uuid primary key,
  account_id text not null references accounts.account (id),
  title text not null,
  body text not null,
  link text,
  template_key text,
  template_version integer,
  template_values bytea,
  created_at timestamptz not null,
  read_at timestamptz
);
comment on table messaging.message is 'The inbox of an account: what government told a person.';
comment on column messaging.message.template_values is 'Sealed JSON object: placeholder to what stands in its place, for channels that fill templates themselves.';
create index message_account on messaging.message (account_id, id desc);
create index message_unread on messaging.message (account_id) where read_at is null;

create table messaging.mail (
  id uuid primary key,
  message_id uuid references messaging.message (id),
  to_address text not null,
  subject text not null,
  body text not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  tries integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz
);
comment on table messaging.mail is 'Mail as it went out, with proof of its delivery to the mail server or why it failed.';
create index mail_created on messaging.mail (created_at desc);
create index mail_message on messaging.mail (message_id);

create table messaging.delivery (
  id uuid primary key,
  message_id uuid not null references messaging.message (id),
  channel text not null check (channel in ('whatsapp', 'email')),
  state text not null check (state in ('queued', 'sending', 'sent', 'delivered', 'read', 'failed')),
  attempts integer not null default 0,
  address bytea not null,
  address_masked text not null,
  provider_id text unique,
  last_error text,
  origin text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  failed_at timestamptz,
  unique (message_id, channel)
);
comment on table messaging.delivery is 'Proof of how a message went out: at most one delivery of a message for each channel.';
comment on column messaging.delivery.address is 'Sealed: telephone number or e-mail address at that moment.';
comment on column messaging.delivery.provider_id is 'Id that the channel gave the message; its news carry it.';
comment on column messaging.delivery.started_at is 'When the last call to the channel began; set while its outcome is not known.';
comment on column messaging.delivery.origin is 'Base address of the region, for the link in the message.';
create index delivery_failed on messaging.delivery (id desc) where state = 'failed';

create table messaging.preference (
  account_id text primary key references accounts.account (id),
  first_channel text not null check (first_channel in ('whatsapp', 'email')),
  phone bytea,
  phone_masked text,
  phone_print bytea,
  phone_verified_at timestamptz,
  updated_at timestamptz not null
);
comment on table messaging.preference is 'How somebody wants to hear from us, and the telephone number he proved to hold.';
comment on column messaging.preference.phone is 'Sealed number in international form. It counts only while it is still the number of the account.';
comment on column messaging.preference.phone_print is 'Keyed hash of the number, to see whether the account has another one since.';

create table messaging.phone_proof (
  account_id text primary key references accounts.account (id),
  phone bytea not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  created_at timestamptz not null
);
comment on table messaging.phone_proof is 'Code that was sent to a telephone to prove who holds it; gone when proved.';

create table messaging.template (
  key text not null check (key ~ '^[a-z][a-z0-9.-]+$'),
  version integer not null check (version > 0),
  texts jsonb not null,
  valid_from date not null,
  written_by text not null,
  written_at timestamptz not null,
  primary key (key, version)
);
comment on table messaging.template is 'Texts of messages as an administrator wrote them, by version; without a row the text that came with the program counts.';

create table messaging.simulated_whatsapp (
  id text primary key,
  callback text not null,
  recipient bytea not null,
  recipient_masked text not null,
  body text not null,
  mood text not null,
  made_at timestamptz not null
);
comment on table messaging.simulated_whatsapp is 'The telephones of a demo region: what the simulated WhatsApp took. Nothing is sent outside.';
create index simulated_whatsapp_made on messaging.simulated_whatsapp (made_at desc);
create index simulated_whatsapp_callback on messaging.simulated_whatsapp (callback);

create table messaging.simulated_refusal (
  callback text primary key,
  times integer not null
);
comment on table messaging.simulated_refusal is 'How often the simulated WhatsApp has turned a message away before it took it.';
