import { entry, type Fault, mapText, twoModules } from './fault.ts'

const circle = [entry('a', 1, 'b'), entry('b', 1, 'c'), entry('c', 1, 'a')]
const downward = [entry('streets', 1, 'shops'), entry('shops', 3)]

export const importFaults: readonly Fault[] = [
  {
    rule: 'public-door',
    what: 'an import of the inside of another module',
    files: { 'src/modules/shops/queries.ts': `\nimport { findStreet } from '#modules/streets/queries.ts'` },
    map: twoModules,
    caught: 'src/modules/shops/queries.ts:2 [public-door]',
  },
  {
    rule: 'public-door',
    what: 'only a type, by a relative path, in a test',
    files: { 'src/modules/shops/domain.test.ts': `import type { Street } from '../streets/domain.ts'` },
    map: twoModules,
    caught: 'src/modules/shops/domain.test.ts:1 [public-door]',
  },
  {
    rule: 'public-door',
    what: 'a re-export',
    files: {
      'src/modules/shops/index.ts': `export * from './domain.ts'\nexport { streetOf } from '../streets/domain.ts'`,
    },
    map: twoModules,
    caught: 'src/modules/shops/index.ts:2 [public-door]',
  },
  {
    rule: 'public-door',
    what: 'an import in the middle of a function',
    files: {
      'src/modules/shops/jobs.ts': `export async function job() {\n  await import('#modules/streets/seed.ts')\n}`,
    },
    map: twoModules,
    caught: 'src/modules/shops/jobs.ts:2 [public-door]',
  },
  {
    rule: 'public-door',
    what: 'a type written as import()',
    files: { 'src/services/x/form.ts': `export type S = import('#modules/streets/tables.ts').StreetTable` },
    map: twoModules,
    caught: 'src/services/x/form.ts:1 [public-door]',
  },
  {
    rule: 'layers',
    what: 'a lower module calls a higher one',
    files: { 'src/modules/streets/commands.ts': `import { closeShop } from '#modules/shops/index.ts'` },
    map: twoModules,
    caught: 'src/modules/streets/commands.ts:1 [layers]',
  },
  {
    rule: 'layers',
    what: 'the map itself points upward',
    files: { 'src/modules/map.ts': mapText(downward) },
    map: downward,
    caught: 'src/modules/map.ts:1 [layers]',
  },
  {
    rule: 'declared-dependencies',
    what: 'a dependency that is not on the map',
    files: {
      'src/modules/shops/views.tsx': `export const x = <p />\nimport { streetPaths } from '#modules/streets/paths.ts'`,
    },
    map: [entry('streets', 1), entry('shops', 3)],
    caught: 'src/modules/shops/views.tsx:2 [declared-dependencies]',
  },
  {
    rule: 'used-dependencies',
    what: 'a dependency that only a test uses',
    files: {
      'src/modules/map.ts': mapText(twoModules),
      'src/modules/shops/x.test.ts': `import { findStreet } from '#modules/streets/index.ts'`,
    },
    map: twoModules,
    caught: 'src/modules/map.ts:2 [used-dependencies]',
  },
  {
    rule: 'acyclic-map',
    what: 'three modules in a circle',
    files: { 'src/modules/map.ts': mapText(circle) },
    map: circle,
    caught: 'src/modules/map.ts:1 [acyclic-map] the dependencies go in a circle: a, b, c, a',
  },
  {
    rule: 'map-is-folders',
    what: 'a folder that the map does not know',
    files: { 'src/modules/streets/a.ts': '', 'src/modules/shops/a.ts': '', 'src/modules/markets/a.ts': '' },
    map: twoModules,
    caught: 'src/modules/markets/a.ts:1 [map-is-folders]',
  },
  {
    rule: 'map-is-folders',
    what: 'an entry without a folder',
    files: { 'src/modules/map.ts': mapText(twoModules), 'src/modules/streets/a.ts': '' },
    map: twoModules,
    caught: 'src/modules/map.ts:2 [map-is-folders]',
  },
  {
    rule: 'kernel-stands-alone',
    what: 'the kernel knows a module',
    files: { 'src/kernel/jobs/worker.ts': `import type { Street } from '../../modules/streets/index.ts'` },
    map: twoModules,
    caught: 'src/kernel/jobs/worker.ts:1 [kernel-stands-alone]',
  },
  {
    rule: 'kernel-stands-alone',
    what: 'the kernel knows a component',
    files: { 'src/kernel/http/respond.ts': `\n\nimport { Button } from '#ui/index.ts'` },
    map: twoModules,
    caught: 'src/kernel/http/respond.ts:3 [kernel-stands-alone]',
  },
  {
    rule: 'ui-stands-alone',
    what: 'a component asks the database',
    files: {
      'src/ui/components/x.tsx': `import type { ReadHandle } from '#kernel/db/database.ts'\nimport { newId } from '#kernel/ids.ts'`,
    },
    map: twoModules,
    caught: 'src/ui/components/x.tsx:2 [ui-stands-alone]',
  },
  {
    rule: 'manifest-only-in-app',
    what: 'a module takes the manifest of another',
    files: {
      'src/app.ts': `import { streets } from './modules/streets/module.ts'`,
      'src/modules/shops/routes.tsx': `import { streets } from '#modules/streets/module.ts'`,
    },
    map: twoModules,
    caught: 'src/modules/shops/routes.tsx:1 [manifest-only-in-app]',
  },
]
