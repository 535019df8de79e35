create table population.peer (
  region_code text primary key check (region_code ~ '^[0-9]{2}\.[0-9]{2}$'),
  name text not null,
  base_url text not null check (base_url ~ '^https?://'),
  keys jsonb not null,
  fingerprint text not null,
  state text not null default 'waiting' check (state in ('waiting', 'active', 'suspended')),
  state_reason text,
  added_by text not null,
  added_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null
);
comment on table population.peer is 'Other regions with whom moves are settled electronically. Nothing is believed or sent before its fingerprint was compared by voice.';
comment on column population.peer.keys is 'Its public keys (JWK): one that signs, one to which messages are sealed. Pinned: they change only when somebody compares again.';

create table population.transfer (
  id uuid primary key,
  direction text not null check (direction in ('out', 'in')),
  channel text not null check (channel in ('peer', 'letter', 'abroad')),
  state text not null check (state in ('asked', 'drafted', 'sent', 'accepted', 'withdrawing', 'announced', 'claimed', 'registered',
    'settled', 'refused', 'lapsed', 'cancelled', 'withdrawn')),
  peer_code text references population.peer (region_code),
  number text,
  case_id uuid,
  event_id uuid references people.event (id),
  family_id uuid references people.family (id),
  head_name text not null,
  people_count smallint not null check (people_count > 0),
  other_place text not null,
  village_code text not null,
  moved_on date not null,
  valid_to date,
  package bytea,
  package_print bytea,
  claim bytea,
  seq integer not null default 0,
  confirmed_seq integer not null default 0,
  peer_seq integer not null default 0,
  next_attempt_at timestamptz,
  attempts integer not null default 0,
  trouble text,
  reason text,
  peer_word text,
  withdrawing_since timestamptz,
  end_as text check (end_as in ('stay', 'gone')),
  end_reason text,
  end_by text,
  end_account uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((end_as is null) = (end_reason is null)),
  check ((channel = 'peer') = (peer_code is not null))
);
comment on table population.transfer is 'People who move between this region and another one, from the letter to its end. Those who leave to a peer stay active here until that region has registered them.';
comment on column population.transfer.package is 'Who moves, with all data, sealed. Undefined for one that was withdrawn before it arrived.';
comment on column population.transfer.claim is 'What the family entered on arrival: address and card, sealed.';
comment on column population.transfer.seq is 'Number of the latest statement of this side; confirmed_seq the latest that the other side has taken in; peer_seq the latest of the other side that counted here. Older ones change nothing.';
comment on column population.transfer.peer_word is 'The latest word of the other side that counted here.';
comment on column population.transfer.end_as is 'What an officer proposes where the other side never answered: they stay here, or they are gone. A second officer confirms it.';
comment on column population.transfer.trouble is 'Why it cannot go on by itself; somebody has to look.';
create index transfer_listed on population.transfer (changed_at desc, id);
create index transfer_due on population.transfer (next_attempt_at) where next_attempt_at is not null;
create index transfer_case on population.transfer (case_id) where case_id is not null;
create index transfer_number on population.transfer (number) where number is not null;
create index transfer_lapsing on population.transfer (valid_to) where state in ('drafted', 'sent', 'accepted', 'announced', 'claimed');

create table population.transfer_person (
  transfer_id uuid not null references population.transfer (id),
  person_id uuid not null references people.person (id),
  is_open boolean not null,
  primary key (transfer_id, person_id)
);
comment on table population.transfer_person is 'Who of this register moves with a transfer. Nobody is in two open ones.';
create unique index transfer_person_open on population.transfer_person (person_id) where is_open;

create table population.transfer_history (
  transfer_id uuid not null references population.transfer (id),
  number integer not null,
  at timestamptz not null,
  what text not null,
  by_name text not null,
  note text,
  primary key (transfer_id, number)
);
comment on table population.transfer_history is 'What happened to each transfer, by whom, and what the other region said.';
