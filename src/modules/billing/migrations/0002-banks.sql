create table billing.bank (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text not null,
  is_open boolean not null default true,
  partner_id text not null,
  partner_service_id text not null check (partner_service_id ~ '^[0-9]{1,8}$'),
  client_key text not null unique,
  public_key text not null,
  secret_sealed bytea not null,
  old_secret_sealed bytea,
  old_secret_until timestamptz,
  addresses text[] not null default '{}',
  base_url text,
  our_client_key text,
  our_secret_sealed bytea,
  our_private_key_sealed bytea,
  our_public_key text,
  merchant_id text,
  registered_at timestamptz not null,
  changed_at timestamptz not null
);
comment on table billing.bank is 'A bank that speaks SNAP BI with the region, both ways: what it is known by here, and what the region is known by there.';
comment on column billing.bank.client_key is 'X-CLIENT-KEY that the bank asks for tokens with.';
comment on column billing.bank.public_key is 'Of the bank: proves its requests for tokens.';
comment on column billing.bank.secret_sealed is 'Sealed: secret of the HMAC over calls of the bank. The one before stays good until old_secret_until.';
comment on column billing.bank.addresses is 'Addresses that the bank calls from; none: any, its keys alone prove it.';
comment on column billing.bank.base_url is 'Where the bank answers our calls; null when it only calls us.';
comment on column billing.bank.our_private_key_sealed is 'Sealed: our key for tokens of the bank. Its public half is given to the bank.';
comment on column billing.bank.merchant_id is 'Our merchant number at the bank as acquirer of QRIS; null when it gives no QR codes.';

create table billing.bank_token (
  token_hash bytea primary key,
  bank_id text not null references billing.bank (id),
  expires_at timestamptz not null
);
comment on table billing.bank_token is 'Access tokens given to banks, as hashes, for fifteen minutes.';
create index bank_token_end on billing.bank_token (expires_at);

create table billing.bank_call (
  bank_id text not null references billing.bank (id),
  called_on date not null,
  external_id text not null,
  path text not null,
  body_hash bytea not null,
  status smallint not null,
  answer jsonb not null,
  answered_at timestamptz not null,
  primary key (bank_id, called_on, external_id)
);
comment on table billing.bank_call is 'What a bank was answered under each X-EXTERNAL-ID of a day: asked again, it is answered the same.';

create table billing.simulated_bank (
  bank_id text primary key references billing.bank (id),
  private_key_sealed bytea not null
);
comment on table billing.simulated_bank is 'Keys that the simulated bank of a demo region signs with.';

create table billing.simulated_account (
  bank_id text not null references billing.bank (id),
  account_number text not null,
  amount numeric(20, 2) not null,
  name text not null,
  expires_at timestamptz,
  kind text not null check (kind in ('va', 'qr')),
  reference text not null,
  state text not null check (state in ('open', 'paid', 'gone')),
  paid_at timestamptz,
  primary key (bank_id, account_number)
);
comment on table billing.simulated_account is 'Virtual accounts and QR codes that the region asked the simulated bank for.';

create table billing.qr_code (
  partner_reference text primary key,
  bank_id text not null references billing.bank (id),
  number text not null,
  account_id text references accounts.account (id),
  amount numeric(20, 2) not null check (amount > 0),
  state text not null check (state in ('asked', 'open', 'cancelled')),
  content text,
  reference_no text,
  made_at timestamptz not null,
  valid_until timestamptz not null check (valid_until > made_at)
);
comment on table billing.qr_code is 'Dynamic QRIS that an acquirer made for one sum of one billing code. Whether it was paid stands in billing.payment.';
create index qr_code_number on billing.qr_code (number, made_at desc);

create table billing.gateway (
  id text primary key check (id in ('midtrans', 'xendit')),
  is_open boolean not null,
  base_url text not null,
  key_sealed bytea not null,
  callback_sealed bytea not null,
  changed_at timestamptz not null
);
comment on table billing.gateway is 'A payment gateway that the region has an account with.';
comment on column billing.gateway.key_sealed is 'Sealed: server key (Midtrans) or secret key (Xendit).';
comment on column billing.gateway.callback_sealed is 'Sealed: token that notices carry; Midtrans signs with its server key instead.';

create table billing.gateway_payment (
  reference text primary key,
  gateway_id text not null references billing.gateway (id),
  number text not null,
  account_id text references accounts.account (id),
  amount numeric(20, 2) not null check (amount > 0),
  method text not null check (method in ('va', 'qris')),
  state text not null check (state in ('asked', 'open', 'done')),
  external_id text,
  instruction text,
  bank text,
  made_at timestamptz not null,
  valid_until timestamptz not null check (valid_until > made_at)
);
comment on table billing.gateway_payment is 'An attempt to pay one sum of one billing code at a gateway. Whether money came stands in billing.payment.';
create index gateway_payment_open on billing.gateway_payment (gateway_id, valid_until) where state <> 'done';
create index gateway_payment_number on billing.gateway_payment (number, made_at desc);
