create view population.v_certificate as
  select 'birth' as register, b.id as entry_id, b.number, who.person_id, who.role, b.person_id as subject_person_id,
    b.born_on as happened_on, b.registered_at, b.body as details
    from population.birth b
    cross join lateral (values ('child', b.person_id), ('mother', b.mother_person_id), ('father', b.father_person_id))
      as who (role, person_id)
    where b.voided_at is null and who.person_id is not null
  union all
  select 'death', d.id, d.number, who.person_id, who.role, d.person_id, d.died_on, d.registered_at,
    jsonb_build_object('place', d.place, 'time', d.died_time, 'reporterKind', d.reporter_kind)
    from population.death d
    cross join lateral (values ('reporter', d.reporter_person_id), ('spouse', d.widowed_person_id)) as who (role, person_id)
    where d.voided_at is null and who.person_id is not null
  union all
  select e.register, e.id, e.number, p.person_id, p.role, p.person_id, e.happened_on, e.registered_at, e.details
    from population.entry e join population.entry_person p on p.entry_id = e.id
    where e.voided_at is null and e.register in ('marriage', 'divorce') and p.role in ('husband', 'wife');
comment on view population.v_certificate is 'Entries of the civil registers that stand, each with the people who may hold its certificate, for the module of credentials.';

create view population.v_margin as
  select person_id, note, noted_at from population.marginal_note where voided_at is null;
comment on view population.v_margin is 'Notes in the margin of births that stand.';
