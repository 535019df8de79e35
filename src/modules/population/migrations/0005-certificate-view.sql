create index birth_father on population.birth (father_person_id) where voided_at is null and father_person_id is not null;
create index death_reporter on population.death (reporter_person_id) where voided_at is null;
create index death_widowed on population.death (widowed_person_id) where voided_at is null and widowed_person_id is not null;

create view population.v_certificate as
  select 'birth' as register, id as entry_id, number, person_id, 'child' as role, person_id as subject_person_id,
    born_on as happened_on, registered_at, body as details
    from population.birth where voided_at is null
  union all
  select 'birth', id, number, mother_person_id, 'mother', person_id, born_on, registered_at, body
    from population.birth where voided_at is null and mother_person_id is not null
  union all
  select 'birth', id, number, father_person_id, 'father', person_id, born_on, registered_at, body
    from population.birth where voided_at is null and father_person_id is not null
  union all
  select 'death', id, number, reporter_person_id, 'reporter', person_id, died_on, registered_at,
    jsonb_build_object('place', place, 'time', died_time, 'reporterKind', reporter_kind)
    from population.death where voided_at is null
  union all
  select 'death', id, number, widowed_person_id, 'spouse', person_id, died_on, registered_at,
    jsonb_build_object('place', place, 'time', died_time, 'reporterKind', reporter_kind)
    from population.death where voided_at is null and widowed_person_id is not null
  union all
  select e.register, e.id, e.number, p.person_id, p.role, p.person_id, e.happened_on, e.registered_at, e.details
    from population.entry e join population.entry_person p on p.entry_id = e.id
    where e.voided_at is null and e.register in ('marriage', 'divorce') and p.role in ('husband', 'wife');
comment on view population.v_certificate is 'Entries of the civil registers that stand, each with the people who may hold its certificate, for the module of credentials. One branch for each role, so that every one is found by an index.';

create view population.v_margin as
  select person_id, note, noted_at from population.marginal_note where voided_at is null;
comment on view population.v_margin is 'Notes in the margin of births that stand.';
