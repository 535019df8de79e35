-- The files of a unit that ended in one way, or still run, the newest first: without it a rare ending is looked for in all.
create index case_standing on services.case (unit_id, (coalesce(result, 'open')), submitted_at desc, id);
