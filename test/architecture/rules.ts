import * as data from './data-rules.ts'
import * as domain from './domain-rules.ts'
import * as imports from './import-rules.ts'
import type { SourceTree } from './source-tree.ts'
import * as style from './style-rules.ts'
import type { Check, Violation } from './violation.ts'

/** Every rule that holds for the whole tree. Each has a seeded fault in test/faults. */
export const rules: Readonly<Record<string, Check>> = {
  'public-door': imports.publicDoor,
  layers: imports.layers,
  'declared-dependencies': imports.declaredDependencies,
  'used-dependencies': imports.usedDependencies,
  'acyclic-map': imports.acyclicMap,
  'map-is-folders': imports.mapIsFolders,
  'kernel-stands-alone': imports.kernelStandsAlone,
  'ui-stands-alone': imports.uiStandsAlone,
  'manifest-only-in-app': imports.manifestOnlyInApp,
  'pure-domain': domain.pureDomain,
  'queries-never-write': data.queriesNeverWrite,
  'owner-writes': data.ownerWrites,
  'owner-reads': data.ownerReads,
  'foreign-keys-declared': data.foreignKeysDeclared,
  'tables-commented': data.tablesCommented,
  'file-sizes': style.fileSizes,
  'file-names': style.fileNames,
  'no-focused-tests': style.noFocusedTests,
  'no-escapes': style.noEscapes,
  'csrf-explained': style.csrfExplained,
  parses: style.parses,
}

export function checkTree(tree: SourceTree, names: readonly string[] = Object.keys(rules)): Violation[] {
  return names.flatMap((rule) => (rules[rule]?.(tree) ?? []).map((found) => ({ ...found, rule })))
}
