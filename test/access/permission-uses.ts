import { calledName, isNode, literalText, nodesOf, type SourceTree } from '../architecture/source-tree.ts'

/** A name that code mentions, and where. */
export interface Mention {
  readonly name: string
  readonly at: string
}

const checks = new Set(['permitted', 'isPermitted', 'requirePermission', 'grantsFor', 'require'])
const dotted = /^[a-z][a-z-]*\.[a-z][a-z-]*$/

/** Permissions that code checks by name. */
export function checkedPermissions(tree: SourceTree): Mention[] {
  return callArguments(tree, (call) => checks.has(call))
}

/** Jobs that code adds to the queue by name. */
export function enqueuedJobs(tree: SourceTree): Mention[] {
  return callArguments(tree, (call) => call === 'enqueue')
}

/** Commands that modules define, whether or not a manifest lists them. */
export function definedCommands(tree: SourceTree): Mention[] {
  const found: Mention[] = []
  for (const file of moduleSources(tree)) {
    for (const node of nodesOf(file.program)) {
      if (node.type !== 'CallExpression' || calledName(node) !== 'command') continue
      const [definition] = node['arguments'] as readonly unknown[]
      if (!isNode(definition) || definition.type !== 'ObjectExpression') continue
      const property = (definition['properties'] as readonly unknown[])
        .filter(isNode)
        .find((item) => isNode(item['key']) && item['key']['name'] === 'name')
      const name = literalText(property?.['value'])
      if (name) found.push({ name, at: `${file.path}:${file.lineAt(node.start)}` })
    }
  }
  return found
}

/** Every text of the form "module.word" in code, other than in manifests and in the demo. */
export function dottedNames(tree: SourceTree): ReadonlySet<string> {
  const found = new Set<string>()
  for (const file of tree.sources) {
    if (!file.path.startsWith('src/') || file.isTest || /\/(module|texts)\.ts$|\/demo\//.test(file.path)) continue
    for (const node of nodesOf(file.program)) {
      const text = literalText(node)
      if (text && dotted.test(text)) found.add(text)
    }
  }
  return found
}

function callArguments(tree: SourceTree, isWanted: (call: string) => boolean): Mention[] {
  const found: Mention[] = []
  for (const file of moduleSources(tree)) {
    for (const node of nodesOf(file.program)) {
      if (node.type !== 'CallExpression' || !isWanted(calledName(node) ?? '')) continue
      for (const argument of node['arguments'] as readonly unknown[]) {
        const name = literalText(argument)
        if (name && dotted.test(name)) found.push({ name, at: `${file.path}:${file.lineAt(node.start)}` })
      }
    }
  }
  return found
}

function moduleSources(tree: SourceTree) {
  return tree.sources.filter((file) => file.path.startsWith('src/modules/') && !file.isTest)
}
