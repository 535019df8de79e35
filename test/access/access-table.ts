import { type Access, type Actor, anonymous, checkAccess, systemActor } from '../../src/kernel/access/access.ts'
import type { ModuleManifest } from '../../src/kernel/define/module.ts'
import { AppError } from '../../src/kernel/errors.ts'

/** One column: somebody who holds these permissions everywhere, without a fresh proof of identity. */
export interface Role {
  readonly key: string
  readonly permissions: readonly string[]
}

const now = Date.parse('2026-11-23T03:00:00Z')

const words: Readonly<Record<string, string>> = {
  'sign-in-needed': 'sign-in',
  forbidden: '-',
  'step-up-needed': 'step-up',
}

/** What the kernel answers an actor at the door. */
export function verdict(actor: Actor, access: Access): string {
  try {
    checkAccess(actor, access, now)
    return 'allow'
  } catch (error) {
    if (error instanceof AppError && words[error.code]) return words[error.code] as string
    throw error
  }
}

export function actorsFor(roles: readonly Role[]): readonly (readonly [string, Actor])[] {
  const staff = (name: string, permissions: readonly string[]): Actor => ({
    kind: 'staff',
    accountId: name,
    personId: name,
    name,
    grants: permissions.map((permission) => ({ permission, unitPath: '', territory: '' })),
  })
  return [
    ['anonymous', anonymous],
    ['citizen', { kind: 'citizen', accountId: 'citizen', personId: 'citizen', name: 'citizen', grants: [] }],
    ['staff', staff('staff', [])],
    ...roles.map((role): [string, Actor] => [role.key, staff(role.key, role.permissions)]),
    ['system', systemActor('job')],
  ]
}

export function sayAccess(access: Access): string {
  return access.kind === 'permitted' ? `${access.permission}${access.stepUp ? ' + proof' : ''}` : access.kind
}

/** The committed text: every route and every command, by every kind of actor. */
export function accessTable(modules: readonly ModuleManifest[], roles: readonly Role[]): string {
  const actors = actorsFor(roles)
  const columns = actors.map(([name]) => name)
  const verdicts = (access: Access) => actors.map(([, actor]) => verdict(actor, access))
  const routes = modules
    .flatMap((module) => module.routes)
    .map((route) => [
      route.method,
      route.path,
      sayAccess(route.access),
      route.audit,
      route.method === 'POST' ? (route.csrf === false ? 'open' : 'csrf') : '',
      ...verdicts(route.access),
    ])
  const commands = modules
    .flatMap((module) => module.commands)
    .map((command) => [command.name, sayAccess(command.access), ...verdicts(command.access)])
  const byPath = (a: string[], b: string[]) => (`${a[1]} ${a[0]}` < `${b[1]} ${b[0]}` ? -1 : 1)
  const byName = (a: string[], b: string[]) => ((a[0] as string) < (b[0] as string) ? -1 : 1)
  return [
    '# Who may do what: made from the manifests, compared by test/access.test.ts.',
    '# Rewrite after a change you meant: UPDATE_SNAPSHOT=1 npm test -- test/access.test.ts',
    '# allow, sign-in (asks to sign in first), step-up (asks to prove identity again), - (refused).',
    '# Roles hold their permissions everywhere here; commands check unit and territory besides.',
    '',
    ...aligned([['METHOD', 'PATH', 'ACCESS', 'AUDIT', 'FORM', ...columns], ...routes.sort(byPath)]),
    '',
    ...aligned([['COMMAND', 'ACCESS', ...columns], ...commands.sort(byName)]),
    '',
  ].join('\n')
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
