import type { AnyHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { judgeDefinition } from '../definition/judge.ts'
import type { GoldenCase, ServiceDefinition } from '../definition/schema.ts'
import { writtenOf } from '../definition/spell.ts'
import { getPublished } from '../queries/definitions.ts'
import { staffingFaults } from '../queries/staffing.ts'
import type { CheckResult } from '../views/definitions/check-page.tsx'
import { differencesBetween } from '../views/definitions/differences.ts'

/** Proves a definition and holds it against what is in force and who sits at its desks. */
export async function checkResult(db: AnyHandle, text: string, today: string): Promise<CheckResult> {
  const { definition, faults } = await judgeDefinition(db, text)
  const before = definition && (await findInForce(db, definition.id, today))
  return {
    faults,
    definition,
    golden: goldenIn(text),
    differences: definition && before ? differencesBetween(before, definition) : undefined,
    staffing: definition ? await staffingFaults(db, definition, today) : [],
  }
}

async function findInForce(db: AnyHandle, serviceId: string, today: string): Promise<ServiceDefinition | undefined> {
  try {
    const { current } = await getPublished(db, serviceId, today)
    return current && writtenOf(current)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined
    throw error
  }
}

/** Examples as they were given, also of a definition that is not sound. */
function goldenIn(text: string): Pick<GoldenCase, 'name' | 'source'>[] {
  try {
    const { golden } = JSON.parse(text) as { golden?: unknown }
    if (!Array.isArray(golden)) return []
    return golden.map((each: unknown) => {
      const { name, source } = Object(each) as Record<string, unknown>
      return { name: String(name), source: String(source) }
    })
  } catch {
    return []
  }
}
