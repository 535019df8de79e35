import { beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/kernel/paths.ts'
import { moduleMap } from '../../src/modules/map.ts'
import { faults } from '../faults/faults.ts'
import { checkTree, rules } from './rules.ts'
import { makeTree, readTree, type SourceTree } from './source-tree.ts'
import { sayViolation } from './violation.ts'

describe('the tree keeps', () => {
  let tree: SourceTree
  beforeAll(() => {
    tree = readTree(projectRoot, moduleMap)
  })

  it.each(Object.keys(rules))('%s', (rule) => {
    const found = checkTree(tree, [rule])
    expect(found.map(sayViolation).join('\n')).toBe('')
  })
})

describe('a seeded fault is caught', () => {
  it.each(faults.map((fault) => [fault.rule, fault.what, fault] as const))('%s: %s', (rule, _what, fault) => {
    const tree = makeTree(
      Object.entries(fault.files).map(([path, text]) => ({ path, text })),
      fault.map,
    )
    const found = checkTree(tree, [rule]).map(sayViolation)
    expect(found.map((line) => line.slice(0, fault.caught.length))).toEqual([fault.caught])
    expect(found[0]).toContain(`[${rule}]`)
  })

  it('for every rule', () => {
    expect(new Set(faults.map((fault) => fault.rule))).toEqual(new Set(Object.keys(rules)))
  })
})
