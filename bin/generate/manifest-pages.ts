import { z } from 'zod'
import type { Access } from '../../src/kernel/access/access.ts'
import type { ModuleManifest } from '../../src/kernel/define/module.ts'
import type { AnyRoute } from '../../src/kernel/http/route.ts'
import { moduleMap } from '../../src/modules/map.ts'
import { cell } from './schema-page.ts'

const made = 'Made by `bin/docs` from the manifests of the modules (`src/modules/*/module.ts`).'

function heading(module: ModuleManifest): string[] {
  const purpose = moduleMap.find((entry) => entry.name === module.name)?.purpose
  return [
    '',
    `## ${module.name}`,
    ...(purpose ? ['', `${purpose.charAt(0).toUpperCase()}${purpose.slice(1)}.`] : []),
    '',
  ]
}

function sayAccess(access: Access): string {
  if (access.kind !== 'permitted') return access.kind
  return `\`${access.permission}\`${access.stepUp ? ' and a fresh proof of identity' : ''}`
}

export function routesPage(modules: readonly ModuleManifest[]): string {
  const lines = ['# Routes', '', made]
  for (const module of modules.filter((one) => one.routes.length > 0)) {
    lines.push(...heading(module), '| Route | Who | Personal data | Notes |', '|---|---|---|---|')
    for (const route of sorted(module.routes)) {
      lines.push(
        `| ${route.method} \`${route.path}\` | ${sayAccess(route.access)} | ${route.audit} | ${notes(route)} |`,
      )
    }
  }
  return `${lines.join('\n')}\n`
}

function sorted(routes: readonly AnyRoute[]): AnyRoute[] {
  const key = (route: AnyRoute) => `${route.path} ${route.method}`
  return [...routes].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function notes(route: AnyRoute): string {
  return [
    route.cache ? 'cached for everyone' : '',
    route.perMinute ? `${route.perMinute} a minute` : '',
    route.upload ? `${route.upload.maxFiles} files of ${route.upload.maxFileBytes / 1024 / 1024} MB` : '',
    route.csrf === false ? 'no form token' : '',
    queryNames(route),
  ]
    .filter(Boolean)
    .join('; ')
}

function queryNames(route: AnyRoute): string {
  const names = route.query ? fieldNames(route.query) : []
  return names.length ? `query: ${names.join(', ')}` : ''
}

export function commandsPage(modules: readonly ModuleManifest[]): string {
  const lines = [
    '# Commands',
    '',
    `${made} A command is the only way in which anything changes; each leaves its event.`,
  ]
  for (const module of modules.filter((one) => one.commands.length > 0)) {
    lines.push(...heading(module), '| Command | Who | Event | Input |', '|---|---|---|---|')
    for (const command of [...module.commands].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const input = fieldNames(command.input).join(', ')
      lines.push(`| \`${command.name}\` | ${sayAccess(command.access)} | \`${command.event}\` | ${cell(input)} |`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** Names of an object's fields, with `?` where one may be left out. */
export function fieldNames(schema: z.ZodType): string[] {
  const { properties, required } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.keys(properties ?? {}).map((name) => (required?.includes(name) ? name : `${name}?`))
}

export function permissionsPage(modules: readonly ModuleManifest[]): string {
  const lines = [
    '# Permissions',
    '',
    `${made} A role is a set of these; a position holds roles within its unit and territory.`,
  ]
  for (const module of modules.filter((one) => Object.keys(one.permissions).length > 0)) {
    lines.push(...heading(module), '| Permission | Artinya | Meaning | Opens |', '|---|---|---|---|')
    for (const [permission, meaning] of Object.entries(module.permissions).sort()) {
      lines.push(`| \`${permission}\` | ${cell(meaning.id)} | ${cell(meaning.en)} | ${opens(permission, modules)} |`)
    }
  }
  return `${lines.join('\n')}\n`
}

function opens(permission: string, modules: readonly ModuleManifest[]): string {
  const isIt = (access: Access) => access.kind === 'permitted' && access.permission === permission
  return [
    ...modules
      .flatMap((module) => module.routes.filter((route) => isIt(route.access)))
      .map((route) => `${route.method} \`${route.path}\``),
    ...modules
      .flatMap((module) => module.commands.filter((command) => isIt(command.access)))
      .map((command) => `\`${command.name}\``),
  ]
    .sort()
    .join(', ')
}
