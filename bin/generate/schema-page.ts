import type { Catalog, CatalogColumn, CatalogTable } from './catalog.ts'

/** docs/reference/schema.md: every table with its columns, constraints, indexes and comments. */
export function schemaPage(catalog: Catalog): string {
  const schemas = [...new Set(catalog.tables.map((table) => table.schema))]
  const lines = [
    '# Schema',
    '',
    'Made by `bin/docs` from the migrated database. One schema for each module; `kernel` and `journal` belong to the kernel.',
    'Monthly partitions and the schema of the job queue (`graphile_worker`) are left out.',
    '',
    ...schemas.map(
      (schema) =>
        `- [${schema}](#${schema}): ${tablesOf(catalog, schema)
          .map((table) => table.name)
          .join(', ')}`,
    ),
  ]
  for (const schema of schemas) {
    lines.push('', `## ${schema}`)
    for (const table of tablesOf(catalog, schema)) lines.push('', ...tableText(table))
  }
  return `${lines.join('\n')}\n`
}

function tablesOf(catalog: Catalog, schema: string): CatalogTable[] {
  return catalog.tables.filter((table) => table.schema === schema)
}

function tableText(table: CatalogTable): string[] {
  const kind = table.isView ? ' (view)' : table.isPartitioned ? ' (partitioned)' : ''
  const rules = [...table.constraints, ...table.indexes.map(shortIndex)]
  return [
    `### ${table.schema}.${table.name}${kind}`,
    ...(table.comment ? ['', table.comment] : []),
    '',
    '| Column | Type | Default | Meaning |',
    '|---|---|---|---|',
    ...table.columns.map(columnLine),
    ...(rules.length ? ['', ...rules.map((rule) => `- \`${rule}\``)] : []),
  ]
}

function columnLine(column: CatalogColumn): string {
  const type = `${column.type}${column.notNull ? '' : ', may be null'}`
  const standard = column.identity ? 'identity' : (column.defaultText ?? '')
  return `| ${column.name} | ${type} | ${standard ? `\`${cell(standard)}\`` : ''} | ${cell(column.comment ?? '')} |`
}

function shortIndex(text: string): string {
  return text.replace(/^CREATE (UNIQUE )?INDEX (\w+) ON (?:ONLY )?[\w."]+ USING /, 'INDEX $2 $1')
}

/** One cell of a Markdown table. */
export function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|')
}
