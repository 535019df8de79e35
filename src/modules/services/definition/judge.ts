import { z } from 'zod'
import type { AnyHandle } from '#kernel/db/database.ts'
import { permissionCatalogue } from '#modules/organization/index.ts'
import { listRules, readCalendarIn } from '#modules/rules/index.ts'
import { caseEffects, costFormulas, effectUndos, knownSources, optionSources } from '../extensions.ts'
import { checkDefinition, type Fault, type Installed } from './check.ts'
import { definitionSchema, type ServiceDefinition } from './schema.ts'
import { listServices } from './store.ts'

export interface Judgement {
  readonly definition: ServiceDefinition | undefined
  readonly faults: readonly Fault[]
}

/** Reads a definition that somebody wrote, and proves it; without faults it may go live. */
export async function judgeDefinition(db: AnyHandle, text: string): Promise<Judgement> {
  const read = readJson(text)
  if ('fault' in read) return { definition: undefined, faults: [read.fault] }
  const parsed = definitionSchema.safeParse(read.value)
  if (!parsed.success) return { definition: undefined, faults: shapeFaults(read.value, parsed.error.issues) }
  const faults = checkDefinition(parsed.data, await installedHere(db))
  return { definition: faults.length ? undefined : parsed.data, faults }
}

/** What the schema misses, in both languages: the same reading told twice. */
function shapeFaults(value: unknown, issues: readonly z.core.$ZodIssue[]): Fault[] {
  const told = (error: z.core.$ZodErrorMap) =>
    definitionSchema.safeParse(value, { error }).error?.issues.map((issue) => issue.message) ?? []
  const [id, en] = [told(indonesian), told(english)]
  return issues.map((issue, index) =>
    fault('shape', issue.path.join('.') || 'definition', id[index] ?? issue.message, en[index] ?? issue.message),
  )
}

const { localeError: indonesian } = z.locales.id()
const { localeError: english } = z.locales.en()

/** What exists in this region, against which definitions are held. */
export async function installedHere(db: AnyHandle): Promise<Installed> {
  const services = await listServices(db, '9999-12-31')
  return {
    permissions: new Set(permissionCatalogue.keys().flatMap((module) => Object.keys(permissionCatalogue.get(module)))),
    effects: new Set(caseEffects.keys()),
    undos: new Set(effectUndos.keys()),
    known: new Set(knownSources.keys()),
    options: new Set(optionSources.keys()),
    rules: await listRules(db),
    formulas: new Map(costFormulas.keys().map((key) => [key, costFormulas.get(key)])),
    services: new Map(services.map((service) => [service.id, service])),
    // Examples are told by the national calendar, so that they come out the same in every region.
    calendar: await readCalendarIn('Asia/Jakarta', db, ''),
  }
}

function readJson(text: string): { value: unknown } | { fault: Fault } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const where = (error as Error).message
    return { fault: fault('json', 'definition', `Bukan JSON yang benar: ${where}`, `Not valid JSON: ${where}`) }
  }
}

function fault(code: string, element: string, id: string, en: string): Fault {
  return { code, element, say: { id: `${element}: ${id}`, en: `${element}: ${en}` } }
}
