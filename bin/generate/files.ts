import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { modules } from '../../src/app.ts'
import { fromRoot, projectRoot } from '../../src/kernel/paths.ts'
import { moduleMap } from '../../src/modules/map.ts'
import { migrationSources } from '../../src/modules/sources.ts'
import { readTree } from '../../test/architecture/source-tree.ts'
import { readCatalog } from './catalog.ts'
import { legalBasisPage } from './legal-basis.ts'
import { commandsPage, permissionsPage, routesPage } from './manifest-pages.ts'
import { openApi } from './openapi.ts'
import { schemaPage } from './schema-page.ts'
import { servicesPage } from './services-page.ts'
import { tableTypes } from './table-types.ts'
import { taxesPage } from './taxes-page.ts'

/**
 * Everything that is generated and committed, by its path in the project.
 * @param databaseUrl owner connection of a migrated database
 */
export async function generatedFiles(databaseUrl: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const catalog = await readCatalog(
      client,
      migrationSources.flatMap((source) => source.schemas),
    )
    for (const { module, schemas } of migrationSources) {
      const path = module === 'kernel' ? 'src/kernel/db/tables.ts' : `src/modules/${module}/tables.ts`
      if (catalog.tables.some((table) => schemas.includes(table.schema))) files.set(path, tableTypes(catalog, schemas))
    }
    files.set('docs/reference/schema.md', schemaPage(catalog))
  } finally {
    await client.end()
  }
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string }
  files.set('docs/reference/routes.md', routesPage(modules))
  files.set('docs/reference/commands.md', commandsPage(modules))
  files.set('docs/reference/permissions.md', permissionsPage(modules))
  files.set('docs/reference/legal-basis.md', legalBasisPage(readTree(projectRoot, moduleMap), fromRoot('rules')))
  files.set('docs/reference/openapi.json', openApi(modules, version))
  files.set('docs/reference/services.md', servicesPage())
  files.set('docs/reference/taxes.md', taxesPage())
  return files
}

/** The files whose committed text is not what would be made now. */
export function staleFiles(files: ReadonlyMap<string, string>): string[] {
  return [...files]
    .filter(([path, text]) => !existsSync(fromRoot(path)) || readFileSync(fromRoot(path), 'utf8') !== text)
    .map(([path]) => path)
}
