import { entry, type Fault, twoModules } from './fault.ts'

const queries = 'src/modules/shops/queries.ts'
const commands = 'src/modules/shops/commands/open-shop.ts'
const domain = 'src/modules/shops/domain.ts'
const sql = 'src/modules/shops/migrations/0001-shops.sql'
const fault = (rule: string, what: string, file: string, line: number, text: string): Fault => ({
  rule,
  what,
  files: { [file]: text },
  map: twoModules,
  caught: `${file}:${line} [${rule}]`,
})

const pure = (what: string, line: number, text: string) => fault('pure-domain', what, domain, line, text)

export const dataFaults: readonly Fault[] = [
  pure('a package of the database', 1, `import { sql } from 'kysely'`),
  pure('a part of Node', 1, `import { readFileSync } from 'node:fs'`),
  pure('a pool next to a type', 2, `import type { A } from '#kernel/db/database.ts'\nimport { Pool } from 'pg'`),
  pure('the clock', 1, `export const age = () => Date.now()`),
  pure('dice', 2, `export const dice = () =>\n  Math.random()`),
  pure('the present day', 1, `export const today = () => Temporal.Now.plainDateISO()`),
  pure('a date of now', 3, `export const at = new Date('2026-01-01')\n\nexport const now = () => new Date()`),
  {
    rule: 'pure-domain',
    what: 'input behind another file and a barrel',
    files: {
      'src/modules/shops/domain/price.ts': `import { priceOf } from '#modules/streets/index.ts'`,
      'src/modules/streets/index.ts': `export { pure } from './pure.ts'\nexport { priceOf } from './price.ts'`,
      'src/modules/streets/pure.ts': 'export const pure = 1',
      'src/modules/streets/price.ts': `import { createHash } from 'node:crypto'`,
    },
    map: twoModules,
    caught:
      'src/modules/shops/domain/price.ts:1 [pure-domain] reaches node:crypto through src/modules/streets/index.ts',
  },
  fault(
    'queries-never-write',
    'the query builder',
    queries,
    3,
    `export const f = (db) =>\n  db\n    .deleteFrom('shops.shop')\n    .execute()`,
  ),
  fault(
    'queries-never-write',
    'SQL in a template',
    'src/modules/shops/queries/shops.ts',
    3,
    'sql<Row>`\n  with x as (select 1)\n  update shops.shop set a = 1`',
  ),
  fault('queries-never-write', 'a sequence', queries, 1, "sql`select nextval('shops.number')`"),
  fault('queries-never-write', 'a plain text', queries, 1, `pool.query('insert into shops.shop values (1)')`),
  fault(
    'owner-writes',
    'the query builder',
    commands,
    3,
    `export const f = (tx) =>\n  tx\n    .insertInto('streets.street').values({}).execute()`,
  ),
  fault('owner-writes', 'SQL in a template', commands, 2, 'sql`\n  delete from streets.street where id = 1`'),
  fault('owner-writes', 'the journal', commands, 1, 'sql`update journal.event set at = now()`'),
  fault(
    'owner-writes',
    'a migration',
    sql,
    2,
    'create table shops.shop (id int);\nalter table streets.street add column x int;',
  ),
  fault('owner-writes', 'the kernel', 'src/kernel/jobs/x.ts', 1, `query('truncate streets.street')`),
  fault(
    'owner-reads',
    'the query builder',
    queries,
    1,
    `db.selectFrom('shops.shop as s').innerJoin('streets.street as t', 't.id', 's.street_id')`,
  ),
  fault(
    'owner-reads',
    'SQL in a template',
    queries,
    2,
    'sql`select * from shops.shop s\n  join streets.street t on t.id = s.street_id`',
  ),
  fault('owner-reads', 'a list after from', queries, 1, 'sql`select 1 from shops.shop s, streets.street t`'),
  fault(
    'owner-reads',
    'a list in the query builder',
    queries,
    1,
    `db.selectFrom(['shops.shop as s', 'streets.v_street', 'streets.street'])`,
  ),
  fault('owner-reads', 'a table of the kernel', queries, 1, 'sql`select name from kernel.tenant_profile`'),
  {
    ...fault(
      'owner-reads',
      'a published view of a module that is not declared',
      queries,
      1,
      'sql`select 1 from streets.v_street`',
    ),
    map: [entry('streets', 1), entry('shops', 3)],
  },
  {
    ...fault(
      'foreign-keys-declared',
      'a key to a module that is not declared',
      sql,
      2,
      'create table shops.shop (\n  id int references streets.street (id));',
    ),
    map: [entry('streets', 1), entry('shops', 3)],
  },
  fault(
    'tables-commented',
    'a table that says nothing',
    sql,
    3,
    `create table shops.a (id int);\ncomment on table shops.a is 'A.';\ncreate table shops.b (id int);\ncreate table shops.b_1 partition of shops.b default;`,
  ),
]
