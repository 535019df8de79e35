import type { MigrationSource } from '#kernel/db/migrate.ts'
import { fromRoot } from '#kernel/paths.ts'
import { moduleMap } from './map.ts'

/** The schema of a module bears its name; SQL wants no dashes. */
export const schemaOf = (module: string): string => module.replaceAll('-', '_')

/** Where the structure of the database comes from: the kernel first, then modules in map order. */
export const migrationSources: readonly MigrationSource[] = [
  { module: 'kernel', schemas: ['kernel', 'journal'], folder: fromRoot('src/kernel/migrations') },
  ...moduleMap
    .filter((module) => module.layer < 4)
    .map((module) => ({
      module: module.name,
      schemas: [schemaOf(module.name)],
      folder: fromRoot('src/modules', module.name, 'migrations'),
    })),
]
