import type pg from 'pg'

/** The structure of a migrated database as PostgreSQL itself tells it. */
export interface Catalog {
  readonly tables: readonly CatalogTable[]
}

export interface CatalogTable {
  readonly schema: string
  readonly name: string
  readonly isView: boolean
  readonly isPartitioned: boolean
  readonly comment: string | null
  readonly columns: readonly CatalogColumn[]
  /** Definitions such as "PRIMARY KEY (id)". */
  readonly constraints: readonly string[]
  /** Indexes that belong to no constraint. */
  readonly indexes: readonly string[]
}

export interface CatalogColumn {
  readonly name: string
  readonly type: string
  readonly notNull: boolean
  readonly identity: '' | 'a' | 'd'
  readonly isComputed: boolean
  readonly defaultText: string | null
  readonly comment: string | null
  /** What a check lets in, when it lists texts. */
  readonly choices: readonly string[] | undefined
}

interface TableRow {
  oid: number
  schema: string
  name: string
  kind: string
  comment: string | null
}

/** Partitions are left out: they come and go with the months. */
export async function readCatalog(client: pg.ClientBase, schemas: readonly string[]): Promise<Catalog> {
  const { rows } = await client.query<TableRow>(
    `select c.oid::int, n.nspname as schema, c.relname as name, c.relkind as kind, obj_description(c.oid, 'pg_class') as comment
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition`,
    [schemas],
  )
  const tables: CatalogTable[] = []
  for (const row of rows) {
    const constraints = await readConstraints(client, row.oid)
    tables.push({
      schema: row.schema,
      name: row.name,
      isView: row.kind === 'v' || row.kind === 'm',
      isPartitioned: row.kind === 'p',
      comment: row.comment,
      columns: await readColumns(client, row.oid, constraints),
      constraints: constraints.map(({ text }) => text),
      indexes: await readIndexes(client, row.oid),
    })
  }
  const place = (table: CatalogTable) => `${String(schemas.indexOf(table.schema)).padStart(3, '0')} ${table.name}`
  return { tables: tables.sort((a, b) => (place(a) < place(b) ? -1 : 1)) }
}

interface Constraint {
  readonly text: string
  readonly kind: string
  readonly columns: readonly number[] | null
}

async function readConstraints(client: pg.ClientBase, oid: number): Promise<Constraint[]> {
  const { rows } = await client.query<Constraint>(
    `select pg_get_constraintdef(oid) as text, contype as kind, conkey as columns from pg_constraint
     where conrelid = $1 and contype in ('p', 'u', 'f', 'c', 'x')
     order by array_position(array['p', 'u', 'f', 'c', 'x'], contype::text), conkey, conname`,
    [oid],
  )
  return rows
}

async function readColumns(
  client: pg.ClientBase,
  oid: number,
  constraints: readonly Constraint[],
): Promise<CatalogColumn[]> {
  const { rows } = await client.query<Omit<CatalogColumn, 'choices'> & { number: number }>(
    `select a.attnum as number, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "notNull",
       a.attidentity as identity, a.attgenerated <> '' as "isComputed", pg_get_expr(d.adbin, d.adrelid) as "defaultText",
       col_description(a.attrelid, a.attnum) as comment
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [oid],
  )
  return rows.map(({ number, ...column }) => ({ ...column, choices: choicesOf(number, constraints) }))
}

/** `CHECK ((kind = ANY (ARRAY['citizen'::text, 'staff'::text])))` gives citizen and staff. */
function choicesOf(column: number, constraints: readonly Constraint[]): string[] | undefined {
  for (const { kind, columns, text } of constraints) {
    if (kind !== 'c' || columns?.length !== 1 || columns[0] !== column) continue
    const list = /^CHECK \(\(\w+ = ANY \(ARRAY\[(.+)\]\)\)\)$/.exec(text)?.[1]
    const texts = [...(list ?? '').matchAll(/'((?:[^']|'')*)'::text/g)].map((match) =>
      (match[1] as string).replaceAll("''", "'"),
    )
    if (texts.length > 0) return texts
  }
  return undefined
}

async function readIndexes(client: pg.ClientBase, oid: number): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>(
    `select pg_get_indexdef(i.indexrelid) as text from pg_index i
     where i.indrelid = $1 and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = i.indrelid)
     order by 1`,
    [oid],
  )
  return rows.map((row) => row.text)
}
