create table messaging.message (
  id uuid primary key,
  account_id text not null references accounts.account (id),
  title text not null,
  body text not null,
  link text,
  created_at timestamptz not null,
  read_at timestamptz
);
comment on table messaging.message is 'The inbox of an account: what government told a person.';
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
