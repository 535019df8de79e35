
create view organization.v_official as
  select id as official_id, person_id, employee_number, display_name, joined_on, left_on from organization.official;
comment on view organization.v_official is 'Published: the employees of the government.';

create view organization.v_post_holding as
  select a.id as assignment_id, a.manner, a.valid_from, a.valid_to,
    o.id as official_id, o.person_id, o.employee_number, o.display_name,
    p.id as position_id, p.title, p.rank, u.id as unit_id, u.path as unit_path, u.name as unit_name
  from organization.assignment a
  join organization.official o on o.id = a.official_id
  join organization.position p on p.id = a.position_id
  join organization.unit u on u.id = p.unit_id;
comment on view organization.v_post_holding is 'Published: who holds which post from which day to which day, both inclusive.';

create view organization.v_position as select id as position_id, unit_id, title, rank from organization.position;
comment on view organization.v_position is 'Published: every post that ever was.';

create view organization.v_unit as select id as unit_id, path, name, kind from organization.unit;
comment on view organization.v_unit is 'Published: every unit that ever was.';

create index official_name on organization.official using gin (display_name gin_trgm_ops);
