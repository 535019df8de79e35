import { schemaOf } from '../../src/modules/sources.ts'
import { moduleOf, type SourceTree } from './source-tree.ts'
import {
  builderWrites,
  kernelSchemas,
  schemasOf,
  sqlTexts,
  type TableUse,
  tablesInSql,
  tableUses,
} from './sql-in-code.ts'
import type { Check } from './violation.ts'

const queryFile = /^src\/modules\/[^/]+\/(queries\.ts|queries\/.+\.ts)$/
const writingSql =
  /\b(insert\s+into|update\s+(?:only\s+)?[a-z_."$]+(?:\s+(?:as\s+)?\w+)?\s+set|delete\s+from|truncate|merge\s+into|nextval|setval|pg_notify)\b/i

/** A page that is read changes nothing. */
export const queriesNeverWrite: Check = (tree) =>
  tree.sources
    .filter((file) => queryFile.test(file.path) && !file.isTest)
    .flatMap((file) => [
      ...builderWrites(file).map(({ call, line }) => ({ file: file.path, line, message: `${call}() in a query file` })),
      ...sqlTexts(file).flatMap(({ text, line }) => {
        const found = writingSql.exec(text)
        const before = found ? text.slice(0, found.index).split('\n').length - 1 : 0
        return found
          ? [{ file: file.path, line: line + before, message: `"${found[0].toLowerCase()}" in a query file` }]
          : []
      }),
    ])

/** Only the owner of a schema writes it; kernel schemas belong to the kernel. */
export const ownerWrites: Check = (tree) =>
  foreignUses(tree).flatMap(({ file, use, owner }) =>
    use.kind === 'write'
      ? [{ file, line: use.line, message: `${owner} writes ${use.schema}.${use.table}, which is not its own` }]
      : [],
  )

/** Others' data is read through functions of their index.ts, or through published views `v_*` of a declared dependency. */
export const ownerReads: Check = (tree) => {
  const declared = declaredSchemas(tree)
  return foreignUses(tree).flatMap(({ file, use, owner }) => {
    if (use.kind !== 'read' || isDemo(file)) return []
    const name = `${use.schema}.${use.table}`
    if (name === 'journal.event' || name === 'journal.access' || use.schema === 'graphile_worker') return []
    if (use.table.startsWith('v_') && (declared.get(owner)?.includes(use.schema) ?? !declared.has(owner))) return []
    return [
      {
        file,
        line: use.line,
        message: `${owner} reads ${name}; ask its module, or a published view of a declared dependency`,
      },
    ]
  })
}

/** The invented region is loaded in bulk: a later step may look at what an earlier one wrote. It still writes only its own. */
function isDemo(file: string): boolean {
  return /^src\/(modules\/[^/]+\/)?demo\//.test(file)
}

/** A foreign key leads down the map only. */
export const foreignKeysDeclared: Check = (tree) => {
  const declared = declaredSchemas(tree)
  return tree.sql.flatMap(({ path, text }) => {
    const owner = moduleOf(path)
    if (!owner) return []
    return [...text.matchAll(/\breferences\s+"?([a-z_-]+)"?\.(\w+)/gi)].flatMap((match) => {
      const schema = match[1] as string
      if (schema === schemaOf(owner) || declared.get(owner)?.includes(schema)) return []
      const line = text.slice(0, match.index).split('\n').length
      return [
        {
          file: path,
          line,
          message: `foreign key of ${owner} to ${schema}.${match[2]}, which src/modules/map.ts does not declare`,
        },
      ]
    })
  })
}

/** Every table says what it is for. */
export const tablesCommented: Check = (tree) => {
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
  const comments = new Set(
    tree.sql.flatMap(({ path, text }) =>
      [...text.matchAll(/\bcomment\s+on\s+table\s+"?([\w-]+)"?\."?(\w+)"?/gi)].map(
        (match) => `${folderOf(path)} ${match[1]}.${match[2]}`,
      ),
    ),
  )
  return tree.sql.flatMap(({ path, text }) =>
    [
      ...text.matchAll(
        /\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?"?([\w-]+)"?\."?(\w+)"?(?!\s+partition\s+of)(?=\s)/gi,
      ),
    ].flatMap((match) => {
      const name = `${match[1]}.${match[2]}`
      if (comments.has(`${folderOf(path)} ${name}`)) return []
      return [
        {
          file: path,
          line: text.slice(0, match.index).split('\n').length,
          message: `table ${name} has no "comment on table"`,
        },
      ]
    }),
  )
}

/** By module, the schemas of those it may lean on. */
function declaredSchemas(tree: SourceTree): ReadonlyMap<string, readonly string[]> {
  return new Map(tree.map.map((entry) => [entry.name, entry.dependsOn.map(schemaOf)]))
}

interface ForeignUse {
  readonly file: string
  readonly use: TableUse
  /** The module, or "kernel", or the path of a file that belongs to neither. */
  readonly owner: string
}

const foreign = new WeakMap<SourceTree, readonly ForeignUse[]>()

/** Uses of tables by code and migrations that do not own them; tests may look anywhere. */
function foreignUses(tree: SourceTree): readonly ForeignUse[] {
  const found = foreign.get(tree) ?? findForeignUses(tree)
  foreign.set(tree, found)
  return found
}

function findForeignUses(tree: SourceTree): ForeignUse[] {
  const schemas = schemasOf(tree)
  const judge = (path: string, uses: readonly TableUse[]): ForeignUse[] => {
    const owner = moduleOf(path) ?? (path.startsWith('src/kernel/') ? 'kernel' : path)
    const own = owner === 'kernel' ? kernelSchemas : [schemaOf(owner)]
    return uses.filter((use) => !own.includes(use.schema)).map((use) => ({ file: path, use, owner }))
  }
  return [
    ...tree.sources
      .filter((file) => file.path.startsWith('src/') && !file.isTest)
      .flatMap((file) => judge(file.path, tableUses(file, schemas))),
    ...tree.sql
      .filter(({ path }) => path.startsWith('src/'))
      .flatMap(({ path, text }) => judge(path, tablesInSql(text, schemas))),
  ]
}
