import type { AnyHandle } from '#kernel/db/database.ts'
import type { RuleUsage } from '#modules/rules/index.ts'
import { ruleKeysOf } from '../flow/case-rules.ts'
import { servicePaths } from '../paths.ts'
import { listOpenServices } from './catalogue.ts'

/** Every rule that a service in force may apply, for the pages of the law. */
export async function serviceRuleUsages(db: AnyHandle, today: string): Promise<RuleUsage[]> {
  const services = await listOpenServices(db, today)
  return services.flatMap((service) =>
    ruleKeysOf(service).map((key) => ({ key, title: service.title, href: servicePaths.service(service.slug) })),
  )
}
