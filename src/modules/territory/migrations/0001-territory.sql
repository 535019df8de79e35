
create table territory.area (
  code text primary key,
  parent_code text references territory.area (code),
  level text not null check (level in ('province', 'regency', 'district', 'village')),
  name text not null,
  search_name text not null,
  own boolean not null default false
);
comment on table territory.area is 'Administrative areas after the official codes (Kemendagri), dotted: 99, 99.01, 99.01.02, 99.01.02.2003.';
comment on column territory.area.own is 'True for areas within the jurisdiction of this regional government.';
create index area_parent on territory.area (parent_code, name);
-- Which region this is, asked on nearly every page: its own areas are few among those of the whole country.
create index area_own on territory.area (length(code), code) where own;
create index area_search on territory.area using gin (search_name gin_trgm_ops);

create table territory.boundary (
  area_code text primary key references territory.area (code),
  outline jsonb not null,
  centre_longitude double precision not null,
  centre_latitude double precision not null
);
comment on table territory.boundary is 'Outline as GeoJSON Polygon or MultiPolygon, WGS 84 longitude and latitude in degrees.';

create table territory.street (
  id uuid primary key,
  village_code text not null references territory.area (code),
  name text not null,
  unique (village_code, name)
);
comment on table territory.street is 'Streets by village, for addresses.';

create table territory.loaded_source (
  name text primary key,
  version text not null,
  loaded_at timestamptz not null default now()
);
comment on table territory.loaded_source is 'Which version of a list of areas this database holds, so that it is loaded once.';

create table territory.neighbourhood (
  id uuid primary key,
  village_code text not null references territory.area (code),
  rw text not null check (rw ~ '^[0-9]{3}$'),
  rt text not null check (rt ~ '^[0-9]{3}$'),
  head_name text,
  opened_on date not null,
  closed_on date,
  closed_reason text,
  successor_id uuid references territory.neighbourhood (id),
  check ((closed_on is null) = (closed_reason is null)),
  check (closed_on >= opened_on),
  check (successor_id is null or closed_on is not null)
);
comment on table territory.neighbourhood is 'Neighbourhoods (RT) of each village in their RW. Nobody moves into a closed one. A village without any is not listed yet: every RT and RW is accepted there.';
comment on column territory.neighbourhood.successor_id is 'Where its houses belong since it was closed.';
create unique index neighbourhood_open on territory.neighbourhood (village_code, rw, rt) where closed_on is null;
create index neighbourhood_closed on territory.neighbourhood (village_code, rw, rt) where closed_on is not null;
create index neighbourhood_place on territory.neighbourhood (village_code, rw, rt, id);

create table territory.neighbourhood_history (
  neighbourhood_id uuid not null references territory.neighbourhood (id),
  number smallint not null,
  at timestamptz not null,
  what text not null check (what in ('opened', 'head-named', 'closed', 'reopened')),
  by_name text not null,
  note text,
  primary key (neighbourhood_id, number)
);
comment on table territory.neighbourhood_history is 'What was done to each neighbourhood, by whom and why.';
