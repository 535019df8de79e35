create table local_tax.acquisition (
  id uuid primary key,
  case_id uuid not null,
  case_number text not null,
  object_id uuid not null references local_tax.object (id),
  code text not null,
  buyer_key text not null,
  buyer_person_id uuid not null references people.person (id),
  taxpayer_id uuid references local_tax.taxpayer (id),
  seller_name text not null,
  acquisition text not null,
  acquired_on date not null,
  value numeric(20,2) not null check (value >= 0),
  njop numeric(20,2) not null check (njop >= 0),
  amount numeric(20,2) not null check (amount >= 0),
  untaxed_in text,
  state text not null check (state in ('checked', 'validated', 'void')),
  assessment_id uuid references local_tax.assessment (id),
  checked_at timestamptz not null,
  validated_at timestamptz,
  void_reason text,
  passed_on date
);
comment on table local_tax.acquisition is 'Land that somebody acquires, as its tax (BPHTB) was declared: checked before it is paid, validated after, void when the acquisition did not come about.';
comment on column local_tax.acquisition.buyer_key is 'Person or taxpayer who acquires; the untaxed part of a first acquisition is counted by it.';
comment on column local_tax.acquisition.untaxed_in is 'The year in which, or "ever", the untaxed part of a first acquisition was used up; null when it was not used.';
comment on column local_tax.acquisition.passed_on is 'Since when the buyer stands as owner in the register of objects, after the deed.';
create unique index acquisition_untaxed on local_tax.acquisition (buyer_key, untaxed_in) where untaxed_in is not null and state <> 'void';
create unique index acquisition_case on local_tax.acquisition (case_id) where state <> 'void';
create index acquisition_object on local_tax.acquisition (object_id, acquired_on);
create index acquisition_taxpayer on local_tax.acquisition (taxpayer_id);
create index acquisition_assessment on local_tax.acquisition (assessment_id);
