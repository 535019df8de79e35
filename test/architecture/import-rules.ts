import { moduleOf, type SourceFile, type SourceTree } from './source-tree.ts'
import type { Check } from './violation.ts'

const doors = /^src\/modules\/[^/]+\/(index|events|paths)\.tsx?$/
const forTests = /^src\/modules\/[^/]+\/(module\.ts|testing(-[a-z-]+)?\.tsx?|testing\/|demo\/)/

/** A module is entered through index.ts, events.ts and paths.ts only. */
export const publicDoor: Check = (tree) =>
  eachImport(tree, (file, target) => {
    const wanted = moduleOf(target)
    if (!wanted || wanted === moduleOf(file.path) || doors.test(target) || target.endsWith('/module.ts'))
      return undefined
    if (file.isTest && forTests.test(target)) return undefined
    if (file.path.startsWith('src/demo/') && /^src\/modules\/[^/]+\/demo\//.test(target)) return undefined
    // The browser's composition: src/islands.ts lists modules' islands as src/app.ts lists their manifests.
    if (file.path === 'src/islands.ts' && /^src\/modules\/[^/]+\/islands\//.test(target)) return undefined
    return `imports ${target}, which is inside ${wanted}; its doors are index.ts, events.ts and paths.ts`
  })

/** Only the program's composition sees manifests; tests may. */
export const manifestOnlyInApp: Check = (tree) =>
  eachImport(tree, (file, target) =>
    /^src\/modules\/[^/]+\/module\.ts$/.test(target) && file.path !== 'src/app.ts' && !file.isTest
      ? `imports the manifest ${target}; only src/app.ts does`
      : undefined,
  )

/** Call down, announce up. */
export const layers: Check = (tree) => {
  const layerOf = new Map(tree.map.map((entry) => [entry.name, entry.layer]))
  const higher = (from: string, to: string) => (layerOf.get(to) ?? 0) > (layerOf.get(from) ?? 9)
  const imported = eachImport(tree, (file, target) => {
    const from = moduleOf(file.path)
    const to = moduleOf(target)
    if (!from || !to || file.isTest || !higher(from, to)) return undefined
    return `${from} (layer ${layerOf.get(from)}) imports ${to} (layer ${layerOf.get(to)}); announce an event instead`
  })
  const declared = tree.map.flatMap((entry) =>
    entry.dependsOn
      .filter((name) => higher(entry.name, name))
      .map((name) => mapFault(tree, entry.name, `${entry.name} depends on ${name}, which is in a higher layer`)),
  )
  return [...imported, ...declared]
}

export const declaredDependencies: Check = (tree) => {
  const declared = new Map(tree.map.map((entry) => [entry.name, new Set(entry.dependsOn)]))
  return eachImport(tree, (file, target) => {
    const from = moduleOf(file.path)
    const to = moduleOf(target)
    if (!from || !to || from === to || file.isTest || declared.get(from)?.has(to)) return undefined
    return `${from} uses ${to}, which src/modules/map.ts does not declare`
  })
}

/** A dependency that no code and no foreign key needs is taken off the map. */
export const usedDependencies: Check = (tree) => {
  const used = new Set<string>()
  for (const file of tree.sources) {
    const from = moduleOf(file.path)
    if (!from || file.isTest) continue
    for (const { target } of file.imports) used.add(`${from} ${moduleOf(target)}`)
    // Whoever reads a published view of a module depends on it as well.
    for (const match of file.text.matchAll(/(?:\b(?:from|join)\s+|')([a-z_]+)\.v_[a-z_]+/g)) {
      used.add(`${from} ${match[1]?.replaceAll('_', '-')}`)
    }
  }
  for (const { path, text } of tree.sql) {
    for (const match of text.matchAll(/\b(?:references|from|join)\s+"?([a-z_-]+)"?\./gi))
      used.add(`${moduleOf(path)} ${match[1]}`)
  }
  return tree.map.flatMap((entry) =>
    entry.dependsOn
      .filter((name) => !used.has(`${entry.name} ${name}`))
      .map((name) => mapFault(tree, entry.name, `${entry.name} declares ${name} but does not use it`)),
  )
}

export const acyclicMap: Check = (tree) => {
  const next = new Map(tree.map.map((entry) => [entry.name, entry.dependsOn]))
  const done = new Set<string>()
  const found: string[][] = []
  const visit = (name: string, trail: readonly string[]): void => {
    const at = trail.indexOf(name)
    if (at >= 0) found.push([...trail.slice(at), name])
    if (at >= 0 || done.has(name)) return
    for (const other of next.get(name) ?? []) visit(other, [...trail, name])
    done.add(name)
  }
  for (const entry of tree.map) visit(entry.name, [])
  return found.map((circle) =>
    mapFault(tree, circle[0] as string, `the dependencies go in a circle: ${circle.join(', ')}`),
  )
}

/** `ls src/modules` is the table of contents. */
export const mapIsFolders: Check = (tree) => {
  const folders = new Map<string, string>()
  for (const path of tree.paths) {
    const module = moduleOf(path)
    if (module && !folders.has(module)) folders.set(module, path)
  }
  const names = new Set(tree.map.map((entry) => entry.name))
  const unknown = tree.map.flatMap((entry) =>
    entry.dependsOn
      .filter((name) => !names.has(name))
      .map((name) => mapFault(tree, entry.name, `${entry.name} depends on ${name}, which is not on the map`)),
  )
  return [
    ...unknown,
    ...[...folders]
      .filter(([name]) => !names.has(name))
      .map(([name, path]) => ({ file: path, line: 1, message: `module ${name} is not in src/modules/map.ts` })),
    ...tree.map
      .filter(({ name }) => !folders.has(name))
      .map(({ name }) => mapFault(tree, name, `${name} is on the map but has no folder`)),
  ]
}

const madeForTests = new Set(['src/presentation.tsx', 'src/ui/index.ts'])

/** The kernel knows no word of government. Its testing folder may clothe pages as the program does. */
export const kernelStandsAlone: Check = (tree) =>
  eachImport(tree, (file, target) => {
    if (!file.path.startsWith('src/kernel/') || !target.startsWith('src/') || target.startsWith('src/kernel/'))
      return undefined
    if (file.path.startsWith('src/kernel/testing/') && madeForTests.has(target)) return undefined
    return `the kernel imports ${target}`
  })

/** Components take props: no data, no requests, no module. */
export const uiStandsAlone: Check = (tree) =>
  eachImport(tree, (file, target, typeOnly) => {
    if (!file.path.startsWith('src/ui/') || !target.startsWith('src/') || target.startsWith('src/ui/')) return undefined
    if (target.startsWith('src/kernel/i18n/') || (typeOnly && target.startsWith('src/kernel/'))) return undefined
    return `src/ui imports ${target}; it may use #kernel/i18n, types of the kernel, and itself`
  })

function eachImport(
  tree: SourceTree,
  judge: (file: SourceFile, target: string, typeOnly: boolean) => string | undefined,
): ReturnType<Check> {
  return tree.sources.flatMap((file) =>
    file.imports.flatMap((item) => {
      const message = judge(file, item.target, item.typeOnly)
      return message ? [{ file: file.path, line: item.line, message }] : []
    }),
  )
}

/** A fault of the map itself, at the line of the module's entry. */
function mapFault(tree: SourceTree, name: string, message: string): ReturnType<Check>[number] {
  const file = 'src/modules/map.ts'
  const lines = (tree.texts.get(file) ?? '').split('\n')
  return { file, line: Math.max(1, lines.findIndex((line) => line.includes(`name: '${name}'`)) + 1), message }
}
