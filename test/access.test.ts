import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../src/app.ts'
import { projectRoot } from '../src/kernel/paths.ts'
import { moduleMap } from '../src/modules/map.ts'
import { demoRoles } from '../src/modules/organization/demo/roles.ts'
import { checkedPermissions, definedCommands, dottedNames, enqueuedJobs } from './access/permission-uses.ts'
import { currentAccess, snapshotFile } from './access/snapshot.ts'
import { readTree, type SourceTree } from './architecture/source-tree.ts'

let tree: SourceTree
beforeAll(() => {
  tree = readTree(projectRoot, moduleMap)
})

const routes = () => modules.flatMap((module) => module.routes)
const commands = () => modules.flatMap((module) => module.commands)
const declared = () => new Set(modules.flatMap((module) => Object.keys(module.permissions)))
const jobs = () => new Set(modules.flatMap((module) => Object.keys(module.jobs ?? {})))
const missing = (mentions: readonly { name: string; at: string }[], known: ReadonlySet<string>) =>
  mentions.filter(({ name }) => !known.has(name)).map(({ name, at }) => `${name} (${at})`)
const repeated = (names: readonly string[]) => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]

/** What was there and is no longer (-), what is new (+); the width of columns does not count. */
function changedLines(before: string, after: string): string[] {
  const [old, fresh] = [before, after].map((text) => text.split('\n').map((line) => line.replace(/ {2,}/g, '  ')))
  return [
    ...(old ?? []).filter((line) => !fresh?.includes(line)).map((line) => `- ${line}`),
    ...(fresh ?? []).filter((line) => !old?.includes(line)).map((line) => `+ ${line}`),
  ]
}

describe('access', () => {
  it('is what the committed table says, for every route and command by every role', () => {
    const table = currentAccess()
    if (process.env['UPDATE_SNAPSHOT'] === '1') writeFileSync(snapshotFile, table)
    const committed = existsSync(snapshotFile) ? readFileSync(snapshotFile, 'utf8') : ''
    expect(changedLines(committed, table), 'rights changed; if you meant it: UPDATE_SNAPSHOT=1').toEqual([])
    expect(table === committed, 'only the spacing changed: UPDATE_SNAPSHOT=1').toBe(true)
  })

  it('is refused for a permission that no manifest declares: every one checked is declared', () => {
    const accesses = [
      ...routes().map((route) => ({ access: route.access, at: `${route.method} ${route.path}` })),
      ...commands().map((command) => ({ access: command.access, at: command.name })),
    ]
    const used = accesses.flatMap(({ access, at }) =>
      access.kind === 'permitted' ? [{ name: access.permission, at }] : [],
    )
    expect(missing([...used, ...checkedPermissions(tree)], declared())).toEqual([])
  })

  it('has no declared permission that nothing checks', () => {
    const used = new Set([
      ...dottedNames(tree),
      ...[...routes(), ...commands()].flatMap(({ access }) => (access.kind === 'permitted' ? [access.permission] : [])),
    ])
    expect([...declared()].filter((permission) => !used.has(permission))).toEqual([])
  })

  it('of demo roles consists of declared permissions', () => {
    const held = demoRoles.flatMap((role) => role.permissions.map((name) => ({ name, at: `role ${role.key}` })))
    expect(missing(held, declared())).toEqual([])
  })

  it('to other people’s register data is recorded', () => {
    const silent = routes().filter(
      ({ access, audit }) =>
        access.kind === 'permitted' && access.permission.startsWith('people.') && audit !== 'personal-data',
    )
    expect(silent.map((route) => `${route.method} ${route.path}: audit ${route.audit}`)).toEqual([])
  })
})

describe('manifests', () => {
  it('bear the name of their module, and their names begin with it', () => {
    const odd = modules.flatMap((module) =>
      [
        ...Object.keys(module.permissions),
        ...module.commands.flatMap((command) => [command.name, command.event]),
        ...Object.keys(module.jobs ?? {}),
      ]
        .filter((name) => !name.startsWith(`${module.name}.`))
        .map((name) => `${module.name}: ${name}`),
    )
    expect(odd).toEqual([])
    expect(repeated(modules.map((module) => module.name))).toEqual([])
  })

  it('list every route once', () => {
    const shapes = routes().map((route) => `${route.method} ${route.path.replace(/:[a-zA-Z]+/g, ':')}`)
    expect(repeated(shapes)).toEqual([])
  })

  it('protect every form, unless the route says why not (see csrf-explained)', () => {
    const open = routes().filter((route) => route.method === 'GET' && route.csrf === false)
    expect(open.map((route) => route.path)).toEqual([])
  })

  it('give each command a name and an event of its own', () => {
    expect(repeated(commands().map((command) => command.name))).toEqual([])
    expect(repeated(commands().map((command) => command.event))).toEqual([])
  })

  it('list every command that is defined', () => {
    expect(missing(definedCommands(tree), new Set(commands().map((command) => command.name)))).toEqual([])
  })

  it('subscribe to events that some command announces, with jobs of their own', () => {
    const events = new Set(commands().map((command) => command.event))
    const odd = modules.flatMap((module) =>
      Object.entries(module.subscriptions ?? {}).flatMap(([event, job]) => [
        ...(events.has(event) ? [] : [`${module.name}: nothing announces ${event}`]),
        ...(module.jobs?.[job] ? [] : [`${module.name}: no job ${job}`]),
      ]),
    )
    expect(odd).toEqual([])
  })

  it('know every job that is on the timetable or is added to the queue', () => {
    const planned = modules.flatMap((module) =>
      (module.cron ?? []).map((item) => ({ name: item.task, at: `${module.name} cron` })),
    )
    expect(missing([...planned, ...enqueuedJobs(tree)], jobs())).toEqual([])
    expect(repeated(modules.flatMap((module) => Object.keys(module.jobs ?? {})))).toEqual([])
  })

  it('provide each extension once', () => {
    const keys = modules.flatMap((module) => (module.provides ?? []).map((item) => `${item.point} ${item.key}`))
    expect(repeated(keys)).toEqual([])
  })
})
