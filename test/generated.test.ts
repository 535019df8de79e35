import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generatedFiles, staleFiles } from '../bin/generate/files.ts'
import { tableTypes } from '../bin/generate/table-types.ts'
import { fromRoot } from '../src/kernel/paths.ts'
import { type TestTenant, testTenant } from '../src/kernel/testing/database.ts'

let place: TestTenant
let files: ReadonlyMap<string, string>
beforeAll(async () => {
  place = await testTenant()
  files = await generatedFiles(place.ownerUrl)
})
afterAll(() => place.close())

describe('generated files', () => {
  it('are what is committed: table types, schema, routes, commands, permissions, legal basis, OpenAPI', () => {
    const stale = staleFiles(files)
    const committed = stale.map((path) => [
      path,
      existsSync(fromRoot(path)) ? readFileSync(fromRoot(path), 'utf8') : '',
    ])
    const made = stale.map((path) => [path, files.get(path)])
    expect(Object.fromEntries(committed), 'run bin/docs and commit the result').toEqual(Object.fromEntries(made))
  })
})

describe('table types', () => {
  const column = (name: string, type: string, more = {}) => ({
    name,
    type,
    notNull: true,
    identity: '' as const,
    isComputed: false,
    defaultText: null,
    comment: null,
    choices: undefined,
    ...more,
  })
  const typesOf = (columns: ReturnType<typeof column>[]) =>
    tableTypes(
      {
        tables: [
          {
            schema: 's',
            name: 'house_key',
            isView: false,
            isPartitioned: false,
            comment: null,
            columns,
            constraints: [],
            indexes: [],
          },
        ],
      },
      ['s'],
      { 's.house_key.shape': "'round'" },
    )

  it('say what the driver reads and what it accepts', () => {
    const text = typesOf([
      column('id', 'bigint', { identity: 'a' }),
      column('kind', 'text', { choices: ['a', 'b'], defaultText: "'a'::text" }),
      column('made_at', 'timestamp with time zone', { defaultText: 'now()' }),
      column('price', 'numeric(20,2)', { notNull: false }),
      column('tags', 'text[]'),
      column('shape', 'text'),
      column('cut_on', 'date', { notNull: false }),
    ])
    expect(text).toContain(
      "export interface HouseKeyTable {\n  id: GeneratedAlways<number>\n  kind: Generated<'a' | 'b'>\n  made_at: DefaultMoment\n  price: MaybeDecimal\n  tags: string[]\n  shape: 'round'\n  cut_on: Day | null\n}",
    )
    expect(text).toContain("    's.house_key': HouseKeyTable\n")
    expect(text).toContain("import type { ColumnType, Generated, GeneratedAlways } from 'kysely'")
  })
})
