create table templates.template (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z][a-z0-9-]{1,59}$'),
  kind text not null,
  is_built_in boolean not null,
  copied_from text references templates.template (key),
  unit_path text not null,
  status text not null check (status in ('draft', 'published', 'retired')),
  published_version integer,
  name_id text not null,
  name_en text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint published_has_version check (status = 'draft' or published_version is not null)
);
comment on table templates.template is 'A letter template: shipped with the program, or a region''s own.';
comment on column templates.template.unit_path is 'The unit that keeps it; its letters may be drafted there and below. Empty: everywhere.';
comment on column templates.template.published_version is 'The version that new letters are made from.';
comment on column templates.template.name_id is 'Name of the published version, else of the draft; for lists.';
create index template_kind on templates.template (kind, name_id);

create table templates.version (
  id uuid primary key,
  template_id uuid not null references templates.template (id),
  version integer not null check (version > 0),
  state text not null check (state in ('draft', 'published', 'discarded')),
  content jsonb not null,
  hash bytea not null,
  revision integer not null default 1 check (revision > 0),
  note text not null default '',
  edited_at timestamptz not null,
  edited_by text not null,
  editor_key text not null,
  published_at timestamptz,
  published_by text,
  unique (template_id, version),
  constraint published_by_somebody check ((state = 'published') = (published_at is not null and published_by is not null))
);
comment on table templates.version is 'What a template says. A published version never changes; letters keep theirs.';
comment on column templates.version.hash is 'SHA-256 of the content as canonical JSON.';
comment on column templates.version.revision is 'Counts the savings of a draft, so that two who edit notice each other.';
comment on column templates.version.editor_key is 'Account that edited last: another one has to publish it.';
create unique index version_one_draft on templates.version (template_id) where state = 'draft';

create table templates.change (
  id uuid primary key,
  template_id uuid not null references templates.template (id),
  version integer not null,
  act text not null check (act in ('shipped', 'copied', 'begun', 'edited', 'published', 'discarded', 'retired', 'restored')),
  parts text[] not null default '{}',
  note text not null default '',
  made_at timestamptz not null,
  made_by text not null
);
comment on table templates.change is 'Who did what to a template.';
comment on column templates.change.parts is 'What of the content changed: name, source, fields, ...';
create index change_newest on templates.change (template_id, made_at desc, id desc);

create function templates.keep_published() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' then
    raise exception 'version % of template % is % and never changes', old.version, old.template_id, old.state;
  end if;
  return new;
end $$;
create trigger keep_published before update or delete on templates.version
  for each row execute function templates.keep_published();
