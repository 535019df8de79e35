
create function people.name_words(name text) returns text[]
language plpgsql immutable strict parallel safe as $$
declare
  plain text := lower(name);
  words text[];
begin
  if plain !~ '^[a-z]+( [a-z]+)*$' then
    plain := translate(plain, 'áàâäãåéèêëíìîïóòôöõúùûüçñý', 'aaaaaaeeeeiiiiooooouuuucny');
    plain := regexp_replace(plain, '[''’‘`´ʿʾ]', '', 'g');
    plain := regexp_replace(plain,
      '(^|[\s,])(s|m|a|d)\.\s?(pd|pdi|kom|h|hi|e|ei|t|st|sos|ag|si|kes|ip|ikom|kep|farm|psi|p|pt|hut|ked|kg|gz|keb|tr|md|ma|m|hum|kn|sc|ak|th|fil|sn|b|ars|akun|stat)(\.\s?[a-z]{1,4})?\.?(?=[\s,]|$)',
      ' ', 'g');
    plain := regexp_replace(plain,
      ',\s*(s[ehtp]|sip|ssi|spd|skm|skom|sst|m[mtph]|mba|msi|mpd|msc|mkes|amd|amk|ba|bsc|lc|ma|mh|ners|ns|apt|ph\.?d|dr|sp)\M.*$', ' ');
    plain := btrim(regexp_replace(plain, '[^a-z]+', ' ', 'g'));
  end if;
  if plain = '' then return '{}'; end if;
  words := string_to_array(plain, ' ');
  while cardinality(words) > 1 and words[1] in
    ('h', 'hj', 'hjh', 'kh', 'haji', 'hajah', 'dr', 'drg', 'drs', 'dra', 'drh', 'ir', 'prof', 'ust', 'ustad', 'ustadz',
     'ustadzah', 'kiai', 'kyai', 'tgk', 'r', 'rr', 'rd', 'rm', 'ra', 'tn', 'ny', 'nn', 'sdr', 'bpk', 'alm', 'almh')
  loop
    words := words[2:];
  end loop;
  return words;
end $$;
comment on function people.name_words is 'The words of a name in small letters: without titles, degrees, apostrophes and accents.';

create function people.name_key(word text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  k text := word;
begin
  case
    when k in ('m', 'md', 'moh', 'muh', 'mohd', 'muhd', 'mhd', 'moch', 'much', 'mokh', 'mukh') then return 'muhamat';
    when k in ('abd', 'abdl') then return 'abdul';
    when k = 'st' then return 'siti';
    else null;
  end case;
  -- Old spelling and the sounds that have more than one: the longer sign before the shorter.
  k := replace(replace(replace(replace(k, 'oe', 'u'), 'tj', 'c'), 'dj', 'j'), 'chr', 'kr');
  k := replace(replace(replace(replace(k, 'kh', 'h'), 'ch', 'h'), 'gh', 'g'), 'ck', 'k');
  k := replace(replace(replace(replace(k, 'sj', 's'), 'sy', 's'), 'sh', 's'), 'ts', 's');
  k := replace(replace(replace(replace(k, 'dz', 'z'), 'dh', 'd'), 'th', 't'), 'bh', 'b');
  k := replace(replace(replace(k, 'ph', 'f'), 'x', 'ks'), 'ie', 'i');
  k := translate(k, 'jyvpqz', 'iiffks');
  k := replace(replace(replace(k, 'ae', 'ai'), 'ei', 'ai'), 'oi', 'ai');
  k := replace(replace(replace(k, 'aw', 'au'), 'ou', 'au'), 'o', 'u');
  k := replace(k, 'uw', 'w');
  k := regexp_replace(k, '(.)\1+', '\1', 'g');
  if k ~ '[aiueo]h$' and length(k) > 2 then k := left(k, -1); end if;
  k := case right(k, 1) when 'd' then left(k, -1) || 't' when 'b' then left(k, -1) || 'f' else k end;
  -- Abdurrahman, Abdul Rahman and Abdulrahman are one name.
  if k ~ '^abdul[rsndt]' then k := 'abdu' || substr(k, 6); end if;
  return k;
end $$;
comment on function people.name_key is 'How a word of a name sounds: Achmad and Ahmad, Soekarno and Sukarno, Yusup and Jusuf have one key. Moh. stands for Muhammad.';

create function people.join_keys(a text, b text) returns text
language sql immutable strict parallel safe as $$
  select case when a = 'abdul' and b ~ '^[rsndt]' then 'abdu' || b
    when right(a, 1) = left(b, 1) then a || substr(b, 2) else a || b end
$$;
comment on function people.join_keys is 'How two words sound when they are written as one: Nur Hayati and Nurhayati, Abdul Rahman and Abdurrahman.';

create function people.near_keys(key text) returns text[]
language sql immutable strict parallel safe as $$
  select case when length(key) < 3 then array[key]
    else array(select distinct left(key, i - 1) || substr(key, i + 1) from generate_series(1, length(key)) i) || key end
$$;
comment on function people.near_keys is 'A key and what remains of it without any one letter: two keys with something in common differ by one slip of the finger.';

create table people.name_word (
  word text collate "C" primary key,
  key text collate "C" not null,
  people integer not null default 1
);
comment on table people.name_word is 'Every word that occurs in a name of the register, with its sound. Grows with the register; names are never removed.';
comment on column people.name_word.people is 'How many people bear it, counted at night.';
create index name_word_key on people.name_word (key);

create table people.name_sound (
  key text collate "C" primary key,
  near text[] collate "C" not null,
  people integer not null default 1
);
comment on table people.name_sound is 'Every sound of a word in a name, findable by what remains when one letter is left out.';
create index name_sound_near on people.name_sound using gin (near) with (fastupdate = off);

create table people.person_search (
  person_id uuid primary key references people.person (id) on delete cascade,
  full_name text not null,
  sex text not null,
  birth_on date not null,
  mother_name text,
  village_code text collate "C" not null,
  status text not null,
  is_checked boolean not null,
  name_key text collate "C" not null,
  tokens text[] collate "C" not null
);
comment on table people.person_search is 'What a person is found by, kept by triggers on person and family; can be made again at any time by people.rebuild_search.';
comment on column people.person_search.village_code is 'Of the family; empty for who is on no family card.';
comment on column people.person_search.is_checked is 'The data of this person are under check.';
comment on column people.person_search.name_key is 'Sounds of all words of the name, sorted: the order of words does not matter when duplicates are looked for.';
comment on column people.person_search.tokens is 'Sounds of the name; of two words as one; ^ of the mother; year and day of birth; codes of the areas; @ of the street; rt3 rw1; !status.';
create index person_search_tokens on people.person_search using gin (tokens) with (fastupdate = on, gin_pending_list_limit = 1024);
comment on index people.person_search_tokens is 'Entries of new people wait in a short list and are taken in together: an import is twice as fast for it.';
create index person_search_name on people.person_search (full_name, person_id);
create index person_search_place on people.person_search (village_code, full_name, person_id);
create index person_search_birth on people.person_search (birth_on, name_key) include (person_id);
create index person_search_ended on people.person_search (status, full_name, person_id) where status <> 'active';
create index person_search_checked on people.person_search (full_name, person_id) where is_checked;

create function people.refresh_search(ids uuid[]) returns void
language plpgsql as $$
begin
  with met as (
    select distinct word collate "C" as word
    from unnest(ids) changed(id) join people.person p using (id),
      unnest(people.name_words(p.full_name) || coalesce(people.name_words(p.mother_name), '{}')) word
  ), entered as (
    insert into people.name_word (word, key)
    select word, people.name_key(word) from met
    where not exists (select 1 from people.name_word known where known.word = met.word)
    on conflict do nothing returning key
  )
  insert into people.name_sound (key, near)
  select distinct key, people.near_keys(key) from entered
  where not exists (select 1 from people.name_sound known where known.key = entered.key)
  on conflict do nothing;

  insert into people.person_search as known
    (person_id, full_name, sex, birth_on, mother_name, village_code, status, is_checked, name_key, tokens)
  select p.id, p.full_name, p.sex, p.birth_on, p.mother_name, coalesce(f.village_code, ''), p.status,
    p.check_reason is not null,
    array_to_string(array(select unnest(own.keys) order by 1), ' '),
    own.keys
      || array(select people.join_keys(own.keys[i], own.keys[i + 1]) from generate_series(1, cardinality(own.keys) - 1) i)
      || array(select '^' || key from unnest(mother.keys) key)
      || array[to_char(p.birth_on, 'YYYY'), p.birth_on::text]
      || case when f.id is null then '{}'::text[] else
        array[f.village_code, substr(f.village_code, 1, 8), substr(f.village_code, 1, 5),
          'rt' || ltrim(f.rt, '0'), 'rw' || ltrim(f.rw, '0')]
        || array(select '@' || word from unnest(people.street_words(f.address)) word) end
      || case when p.status = 'active' then '{}'::text[] else array['!' || p.status] end
  from unnest(ids) changed(id) join people.person p using (id) left join people.family f on f.id = p.family_id,
    lateral (select array(
      select w.key from unnest(people.name_words(p.full_name)) with ordinality n (word, place)
      join people.name_word w on w.word = n.word collate "C" order by n.place) as keys offset 0) own,
    lateral (select array(
      select w.key from unnest(people.name_words(p.mother_name)) with ordinality n (word, place)
      join people.name_word w on w.word = n.word collate "C" order by n.place) as keys offset 0) mother
  on conflict (person_id) do update set full_name = excluded.full_name, sex = excluded.sex,
    birth_on = excluded.birth_on, mother_name = excluded.mother_name, village_code = excluded.village_code,
    status = excluded.status, is_checked = excluded.is_checked, name_key = excluded.name_key, tokens = excluded.tokens
  where (known.full_name, known.sex, known.birth_on, known.village_code, known.status, known.is_checked, known.tokens)
    is distinct from (excluded.full_name, excluded.sex, excluded.birth_on, excluded.village_code, excluded.status,
      excluded.is_checked, excluded.tokens);
end $$;
comment on function people.refresh_search is 'Writes what these people are found by.';

create function people.street_words(address text) returns text[]
language sql immutable strict parallel safe as $$
  select array(select word from regexp_split_to_table(lower(address), '[^a-z0-9]+') word
    where word not in ('', 'jl', 'jln', 'jalan', 'gg', 'gang', 'no', 'nomor', 'nr', 'blok', 'rt', 'rw', 'dusun', 'dsn', 'kampung', 'kp'))
$$;
comment on function people.street_words is 'The words of an address that tell it from another.';

create function people.follow_people() returns trigger
language plpgsql as $$
begin
  -- A bulk load holds this back and calls people.rebuild_search when it is done.
  if coalesce(current_setting('people.search_held', true), '') <> 'on' then
    perform people.refresh_search(array(select id from changed));
  end if;
  return null;
end $$;
comment on function people.follow_people is 'Keeps people.person_search with people.person.';
create trigger person_entered after insert on people.person
  referencing new table as changed for each statement execute function people.follow_people();
create trigger person_changed after update on people.person
  referencing new table as changed for each statement execute function people.follow_people();

create function people.follow_family() returns trigger
language plpgsql as $$
begin
  perform people.refresh_search(array(select id from people.person where family_id = new.id));
  return null;
end $$;
comment on function people.follow_family is 'Keeps people.person_search with the address of a family.';
create trigger family_changed after update of address, rt, rw, village_code on people.family
  for each row when ((old.address, old.rt, old.rw, old.village_code) is distinct from (new.address, new.rt, new.rw, new.village_code))
  execute function people.follow_family();

create function people.recount_names() returns void
language plpgsql as $$
begin
  with counted as (
    select word collate "C" as word, count(*)::int as people
    from people.person p, unnest(people.name_words(p.full_name)) word group by 1
  )
  update people.name_word known set people = counted.people
  from counted where counted.word = known.word and counted.people <> known.people;
  with counted as (select key, sum(people)::int as people from people.name_word group by key)
  update people.name_sound known set people = counted.people
  from counted where counted.key = known.key and counted.people <> known.people;
end $$;
comment on function people.recount_names is 'Counts how many people bear each word.';

create function people.rebuild_search() returns void
language plpgsql as $$
declare
  last uuid := '00000000-0000-0000-0000-000000000000';
  batch uuid[];
begin
  loop
    batch := array(select id from people.person where id > last order by id limit 20000);
    exit when cardinality(batch) = 0;
    perform people.refresh_search(batch);
    last := batch[cardinality(batch)];
  end loop;
  perform people.recount_names();
end $$;
comment on function people.rebuild_search is 'Makes people.person_search again for the whole register, in batches; can be repeated.';
