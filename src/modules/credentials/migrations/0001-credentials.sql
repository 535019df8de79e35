create table credentials.issuer_key (
  id text primary key,
  public_jwk jsonb not null,
  private_sealed bytea not null,
  made_at timestamptz not null,
  retired_at timestamptz
);
comment on table credentials.issuer_key is 'Keys with which the region signs digital cards (ES256). A retired one signs nothing more; what it signed can still be checked.';
comment on column credentials.issuer_key.id is 'Thumbprint of the public key (RFC 7638), named in every card as kid.';

create table credentials.device (
  id uuid primary key,
  person_id uuid not null references people.person (id),
  kind text not null check (kind in ('browser', 'wallet')),
  name text not null check (length(name) between 1 and 60),
  added_at timestamptz not null,
  lost_at timestamptz
);
comment on table credentials.device is 'Where digital cards lie: the browser of a phone, or a wallet. The person names it and can report it as lost.';
create index device_person on credentials.device (person_id, added_at);

create sequence credentials.status_number as bigint minvalue 0 start 0;

create table credentials.credential (
  id uuid primary key,
  kind text not null check (kind in ('birth', 'death', 'marriage', 'divorce', 'residence')),
  holder_person_id uuid not null references people.person (id),
  subject_person_id uuid not null references people.person (id),
  entry_id uuid,
  family_id uuid references people.family (id),
  number text,
  device_id uuid not null references credentials.device (id),
  key_id text not null references credentials.issuer_key (id),
  holder_key text not null,
  status_list integer not null check (status_list >= 0),
  status_index integer not null check (status_index between 0 and 1048575),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_cause text check (revoked_cause in
    ('voided', 'corrected', 'noted', 'paper-ended', 'moved', 'address-changed', 'data-changed', 'marriage-ended', 'holder-died', 'removed', 'lost')),
  told_at timestamptz,
  unique (status_list, status_index),
  check ((revoked_at is null) = (revoked_cause is null)),
  check ((entry_id is null) <> (family_id is null))
);
comment on table credentials.credential is 'Every digital card that was issued: of what, to whom, where it lies and whether it holds. What it says is not kept; the card itself lies only on the device.';
comment on column credentials.credential.holder_key is 'Thumbprint of the key of the device to which the card is bound; each card has a key of its own.';
comment on column credentials.credential.told_at is 'When the person was told that the card ended without his doing.';
create index credential_holder on credentials.credential (holder_person_id, issued_at);
create index credential_subject on credentials.credential (subject_person_id) where revoked_at is null;
create index credential_entry on credentials.credential (entry_id) where entry_id is not null and revoked_at is null;
create index credential_family on credentials.credential (family_id) where family_id is not null and revoked_at is null;
create index credential_number on credentials.credential (number) where number is not null and revoked_at is null;
create index credential_device on credentials.credential (device_id);
create index credential_untold on credentials.credential (revoked_at) where revoked_at is not null and told_at is null;

create table credentials.offer (
  id uuid primary key,
  holder_person_id uuid not null references people.person (id),
  account_id text not null,
  session_id text not null,
  kind text not null,
  subject_person_id uuid not null references people.person (id),
  entry_id uuid,
  with_nik boolean not null,
  device_id uuid not null references credentials.device (id),
  reference_hash bytea not null unique,
  code_hash bytea not null unique,
  pin_hash bytea,
  wrong_pins smallint not null default 0,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null check (state in ('open', 'redeemed', 'issued', 'blocked')),
  token_hash bytea unique,
  token_expires_at timestamptz,
  credential_id uuid references credentials.credential (id)
);
comment on table credentials.offer is 'One card offered to one device by a code that is used once (OpenID4VCI, pre-authorized code). Erased some days after its time.';
comment on column credentials.offer.pin_hash is 'Of the number that the person types into the wallet; none for the browser in which the offer was made.';
create index offer_made on credentials.offer (made_at);

create table credentials.used_nonce (
  hash bytea primary key,
  expires_at timestamptz not null
);
comment on table credentials.used_nonce is 'Challenges that were answered, until they would be too old anyway: none is answered twice.';
create index used_nonce_expires on credentials.used_nonce (expires_at);

create table credentials.showing (
  id uuid primary key,
  credential_id uuid not null references credentials.credential (id),
  holder_person_id uuid not null references people.person (id),
  channel text not null check (channel in ('qr', 'page', 'program')),
  fields text[] not null,
  audience text not null,
  purpose text not null,
  code_hash bytea unique,
  presentation_sealed bytea,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  outcome text check (outcome in ('valid', 'invalid'))
);
comment on table credentials.showing is 'Each time a digital card was shown: which fields, to whom and what for. What was shown is sealed until it is opened once or its minutes are over, then erased.';
create index showing_holder on credentials.showing (holder_person_id, id);
create index showing_unopened on credentials.showing (expires_at) where presentation_sealed is not null;

create table credentials.request (
  id uuid primary key,
  secret_hash bytea not null unique,
  kind text not null check (kind in ('birth', 'death', 'marriage', 'divorce', 'residence')),
  fields text[] not null check (cardinality(fields) > 0),
  asker text not null,
  purpose text not null,
  nonce text not null,
  state text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  answer_sealed bytea,
  answered_at timestamptz
);
comment on table credentials.request is 'Somebody asks for fields of a card by a QR for wallets (OpenID4VP); the answer is sealed until he opens it once, and all of it erased soon.';
create index request_expires on credentials.request (expires_at);

create table credentials.status_piece (
  list integer not null,
  piece smallint not null check (piece between 0 and 31),
  bits bytea not null check (length(bits) = 4096),
  version bigint not null,
  primary key (list, piece)
);
comment on table credentials.status_piece is 'Status lists of 1,048,576 bits (Token Status List) in pieces of 32,768; a piece without a row is all zero. A set bit means that the card no longer holds.';

create function credentials.set_status() returns trigger
language plpgsql as $$
begin
  insert into credentials.status_piece as p (list, piece, bits, version)
  values (new.status_list, new.status_index / 32768,
    set_bit(decode(repeat('00', 4096), 'hex'), new.status_index % 32768, 1), 1)
  on conflict (list, piece) do update
    set bits = set_bit(p.bits, new.status_index % 32768, 1), version = p.version + 1;
  return null;
end $$;
comment on function credentials.set_status is 'Whatever ends a card sets its bit in the same transaction.';
create trigger set_status after update of revoked_at on credentials.credential
  for each row when (old.revoked_at is null and new.revoked_at is not null)
  execute function credentials.set_status();

create function credentials.follow_person() returns trigger
language plpgsql as $$
begin
  if new.status in ('dead', 'duplicate', 'void') and old.status = 'active' then
    update credentials.credential set revoked_at = now(), revoked_cause = 'holder-died'
      where holder_person_id = new.id and revoked_at is null;
  end if;
  if new.status = 'void' and old.status <> 'void' then
    update credentials.credential set revoked_at = now(), revoked_cause = 'voided'
      where subject_person_id = new.id and revoked_at is null;
  end if;
  if new.status is distinct from old.status or new.family_id is distinct from old.family_id then
    update credentials.credential set revoked_at = now(),
        revoked_cause = case when new.status = old.status then 'address-changed' else 'moved' end
      where subject_person_id = new.id and kind = 'residence' and revoked_at is null;
  end if;
  if (new.full_name, new.sex, new.birth_on, new.birth_place, new.nik_print)
      is distinct from (old.full_name, old.sex, old.birth_on, old.birth_place, old.nik_print) then
    update credentials.credential set revoked_at = now(), revoked_cause = 'data-changed'
      where subject_person_id = new.id and revoked_at is null;
  end if;
  if new.marital_status is distinct from old.marital_status then
    update credentials.credential set revoked_at = now(), revoked_cause = 'marriage-ended'
      where subject_person_id = new.id and kind = 'marriage' and revoked_at is null;
  end if;
  return null;
end $$;
comment on function credentials.follow_person is 'A change of a person ends the cards that no longer tell the truth, in the transaction that changes him.';
create trigger follow_for_credentials after update of status, family_id, full_name, sex, birth_on, birth_place, nik_print, marital_status
  on people.person for each row execute function credentials.follow_person();

create function credentials.follow_family() returns trigger
language plpgsql as $$
begin
  update credentials.credential set revoked_at = now(), revoked_cause = 'address-changed'
    where family_id = new.id and revoked_at is null;
  return null;
end $$;
comment on function credentials.follow_family is 'Another address on the family card ends the address cards of everybody on it.';
create trigger follow_for_credentials after update of address, rt, rw, village_code, postal_code, status on people.family
  for each row when ((old.address, old.rt, old.rw, old.village_code, old.postal_code, old.status)
    is distinct from (new.address, new.rt, new.rw, new.village_code, new.postal_code, new.status))
  execute function credentials.follow_family();

create function credentials.follow_entry() returns trigger
language plpgsql as $$
begin
  update credentials.credential set revoked_at = now(),
      revoked_cause = case when new.voided_at is null then 'corrected' else 'voided' end
    where entry_id = new.id and revoked_at is null;
  return null;
end $$;
comment on function credentials.follow_entry is 'An entry that is voided or corrected ends the cards made from it.';
create trigger follow_for_credentials after update of voided_at, corrected_at on population.birth
  for each row execute function credentials.follow_entry();
create trigger follow_for_credentials after update of voided_at, corrected_at on population.death
  for each row execute function credentials.follow_entry();
create trigger follow_for_credentials after update of voided_at, corrected_at on population.entry
  for each row execute function credentials.follow_entry();

create function credentials.follow_note() returns trigger
language plpgsql as $$
begin
  update credentials.credential set revoked_at = now(), revoked_cause = 'noted'
    where subject_person_id = new.person_id and kind = 'birth' and revoked_at is null;
  return null;
end $$;
comment on function credentials.follow_note is 'A marginal note changes what a birth certificate says.';
create trigger follow_for_credentials after insert or update of voided_at on population.marginal_note
  for each row execute function credentials.follow_note();

create function credentials.follow_paper() returns trigger
language plpgsql as $$
begin
  update credentials.credential set revoked_at = now(), revoked_cause = 'paper-ended'
    where number = new.number and revoked_at is null;
  return null;
end $$;
comment on function credentials.follow_paper is 'A certificate that was revoked or replaced ends the cards with its number; the holder may add the card again if the entry still stands.';
create trigger follow_for_credentials after update of revoked_at on documents.issued
  for each row when (old.revoked_at is null and new.revoked_at is not null)
  execute function credentials.follow_paper();
