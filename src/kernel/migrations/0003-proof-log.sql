alter table journal.event add column commitment bytea;
comment on column journal.event.commitment is 'HMAC-SHA-256 with the salt over the canonical content of the row; this and the id are all that the proof log publishes.';
comment on column journal.event.leaf is 'RFC 9162 leaf hash of the public entry (id and commitment).';

alter table journal.access add column salt bytea, add column commitment bytea, add column leaf bytea;
comment on column journal.access.leaf is 'RFC 9162 leaf hash of the public entry (id and commitment), as for events.';
alter table journal.event add constraint event_is_committed check (commitment is not null) not valid;
alter table journal.access add constraint access_is_committed check (commitment is not null and leaf is not null) not valid;

create table journal.leaf (
  leaf_index bigint primary key,
  source text not null check (source in ('event', 'access', 'document')),
  id uuid not null unique,
  at timestamptz not null,
  commitment bytea not null
);
comment on table journal.leaf is 'The proof log in its order: which event, access record or issued document is which leaf. Holds what is public of each, so that the log stays whole when the row itself is erased.';

create table journal.tree_head (
  size bigint primary key,
  root bytea not null,
  at timestamptz not null,
  note text not null
);
comment on table journal.tree_head is 'Signed heads of the proof log, one for each sealed batch: size, Merkle root and signature as a C2SP checkpoint.';

create table kernel.proof_pending (
  id uuid primary key,
  at timestamptz not null,
  source text not null,
  commitment bytea not null,
  leaf bytea not null
);
comment on table kernel.proof_pending is 'Events and access records that no head covers yet. A row comes with its event in the same transaction and goes when it is sealed.';

create function kernel.queue_for_proof() returns trigger
language plpgsql as $$
begin
  if new.leaf is distinct from sha256('\x00'::bytea || convert_to(
    '{"commitment":"' || encode(new.commitment, 'base64') || '","id":"' || new.id || '","v":1}', 'UTF8')) then
    raise exception 'the leaf of % is not the hash of its entry', new.id using errcode = 'check_violation';
  end if;
  insert into kernel.proof_pending (id, at, source, commitment, leaf)
  values (new.id, new.at, tg_argv[0], new.commitment, new.leaf);
  return null;
end $$;
comment on function kernel.queue_for_proof is 'Whatever is written to the journal waits for the proof log; for each row, because partitions can be written to directly. A leaf that is not of its entry would make every check of the log fail for ever, so it is refused.';
create trigger queue_for_proof after insert on journal.event
  for each row execute function kernel.queue_for_proof('event');
create trigger queue_for_proof after insert on journal.access
  for each row execute function kernel.queue_for_proof('access');

create table kernel.proof_tile (
  level smallint not null,
  index bigint not null,
  hashes bytea not null,
  primary key (level, index)
);
comment on table kernel.proof_tile is 'Hashes of complete subtrees of 16^level leaves, sixteen to a row. Only the last row of a level still grows; all of it can be computed again from journal.leaf.';
alter table kernel.proof_tile alter column hashes set storage plain;

create table kernel.proof_key (
  id uuid primary key,
  origin text not null,
  public_key bytea not null,
  key_sealed bytea not null,
  created_at timestamptz not null
);
comment on table kernel.proof_key is 'The Ed25519 key with which this region signs heads of its proof log; the private half is sealed. Locked by whoever seals.';
comment on column kernel.proof_key.origin is 'Name of the log in every head, fixed when the key is made.';

create table kernel.proof_witness (
  id uuid primary key,
  name text not null unique,
  key text not null unique,
  registered_at timestamptz not null,
  retired_at timestamptz
);
comment on table kernel.proof_witness is 'Who may co-sign heads of the proof log: another region, an archive, a newspaper.';
comment on column kernel.proof_witness.key is 'Verifier key as in C2SP signed-note, type 4.';

create table journal.cosignature (
  size bigint not null references journal.tree_head (size),
  witness_id uuid not null references kernel.proof_witness (id),
  at timestamptz not null,
  line text not null,
  received_at timestamptz not null,
  primary key (size, witness_id)
);
comment on table journal.cosignature is 'That a witness saw a head and found it to continue the one it saw before.';
comment on column journal.cosignature.at is 'As the witness states it, under its signature.';
create index cosignature_witness on journal.cosignature (witness_id, size desc);

create function kernel.proof_material(record uuid)
returns table (leaf_index bigint, source text, commitment bytea, size bigint, root bytea, at timestamptz, note text,
  lines text[], tree bytea)
language plpgsql stable as $$
#variable_conflict use_column
declare
  l journal.leaf;
  h journal.tree_head;
begin
  select * into l from journal.leaf where id = record;
  if not found then return; end if;
  select * into h from journal.tree_head order by size desc limit 1;
  return query select l.leaf_index, l.source, l.commitment, h.size, h.root, h.at, h.note,
    array(select c.line from journal.cosignature c where c.size = h.size order by c.received_at),
    (select string_agg(int2send(t.level) || int8send(t.index) || int2send(octet_length(t.hashes)::smallint) || t.hashes, '')
     from (
       select distinct n as level, place as index from generate_series(0, 12) as n,
         lateral (values (l.leaf_index >> (4 * (n + 1))), (h.size >> (4 * (n + 1)))) as p (place)
       where h.size >> (4 * n) > 0
     ) as w
     join kernel.proof_tile t on t.level = w.level and t.index = w.index);
end $$;
comment on function kernel.proof_material is 'All that an inclusion proof is made of, in one question whose plan is kept: the leaf, the newest head, and of every level the row on the way up from the leaf and the last row.';
