import type { Catalog, CatalogColumn, CatalogTable } from './catalog.ts'

/**
 * Columns whose type says more than the database knows. Key: "schema.table.column"; the text stands as it is.
 * Keep it short: a check constraint in SQL narrows a column for everyone.
 */
export const columnOverrides: Readonly<Record<string, string>> = {
  'accounts.account.locale': "Generated<'id' | 'en'>",
  'population.birth.proof': 'string',
  'services.case.outcome': 'ColumnType<Record<string, unknown>, string, string>',
  'territory.area.level': 'string',
}

const head = '// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.\n'

const aliases: Readonly<Record<string, string>> = {
  Moment: `/** Read as Date; written as Date or ISO text. */\ntype Moment = ColumnType<Date, Date | string, Date | string>`,
  DefaultMoment: 'type DefaultMoment = ColumnType<Date, Date | string | undefined, Date | string>',
  MaybeMoment: 'type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>',
  Day: `/** A date, as "2026-11-23". */\ntype Day = string`,
  Decimal: `/** A decimal number, as text, so that no digit is lost. */\ntype Decimal = ColumnType<string, string | number, string | number>`,
  Json: `/** Read as the value; written as JSON text, because an array would become an array of SQL. */\ntype Json = ColumnType<unknown, string, string>`,
  MaybeJson: 'type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>',
  MaybeDecimal:
    'type MaybeDecimal = ColumnType<string | null, string | number | null | undefined, string | number | null>',
}

const plain: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  real: 'number',
  'double precision': 'number',
  numeric: 'Decimal',
  date: 'Day',
  bytea: 'Buffer',
  json: 'Json',
  jsonb: 'Json',
}

/** The text of one tables.ts: the given schemas, each table an interface, all of them added to Database. */
export function tableTypes(catalog: Catalog, schemas: readonly string[], overrides = columnOverrides): string {
  const tables = catalog.tables.filter((table) => schemas.includes(table.schema))
  const body = tables.map((table) => interfaceText(table, overrides)).join('\n\n')
  const entries = tables.map((table) => `    '${table.schema}.${table.name}': ${typeName(table)}`).join('\n')
  const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(body)
  const used = Object.entries(aliases).filter(([name]) => uses(name))
  const all = [...used.map(([, text]) => text), body].join('\n')
  const imports = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((name) => new RegExp(`\\b${name}<`).test(all))
  return [
    head + (imports.length ? `import type { ${imports.join(', ')} } from 'kysely'\n` : ''),
    ...(used.length ? [`${used.map(([, text]) => text).join('\n')}\n`] : []),
    `${body}\n`,
    `declare module '#kernel/db/database.ts' {\n  interface Database {\n${entries}\n  }\n}\n`,
  ].join('\n')
}

function typeName(table: CatalogTable): string {
  const words = table.name.replace(/^v_/, '').split('_')
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return `${name}${table.isView ? 'View' : 'Table'}`
}

function interfaceText(table: CatalogTable, overrides: Readonly<Record<string, string>>): string {
  const fields = table.columns.map((column) => {
    const override = overrides[`${table.schema}.${table.name}.${column.name}`]
    return `  ${column.name}: ${override ?? columnType(column)}`
  })
  return `export interface ${typeName(table)} {\n${fields.join('\n')}\n}`
}

function columnType(column: CatalogColumn): string {
  const hasDefault = column.defaultText !== null || column.identity !== ''
  const base = baseType(column)
  if (base === 'Moment') return column.notNull ? (hasDefault ? 'DefaultMoment' : 'Moment') : 'MaybeMoment'
  if (base === 'Decimal' && !column.notNull) return 'MaybeDecimal'
  if (base === 'Json') return column.notNull && !hasDefault ? 'Json' : 'MaybeJson'
  const type = column.notNull ? base : `${base} | null`
  if (column.isComputed || column.identity === 'a') return `GeneratedAlways<${type}>`
  return hasDefault ? `Generated<${type}>` : type
}

function baseType(column: CatalogColumn): string {
  const isArray = column.type.endsWith('[]')
  const name = column.type.replace(/\[\]$/, '').replace(/\(.*\)/, '')
  const choices = column.choices?.map((choice) => `'${choice.replaceAll("'", "\\'")}'`).join(' | ')
  const base = name.startsWith('timestamp') ? 'Moment' : (choices ?? plain[name] ?? 'string')
  if (!isArray) return base
  return choices ? `(${choices})[]` : `${base === 'Moment' ? 'Date' : base}[]`
}
