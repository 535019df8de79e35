import { readRuleFiles } from '../../src/modules/rules/index.ts'
import { type ServiceDefinition, spell } from '../../src/modules/services/index.ts'
import { shippedServices } from '../../src/services/index.ts'

/** Every shipped service in the words of the newest national rows, so that the pages change only with the law. */
export function saidServices(): ServiceDefinition[] {
  const { rules } = readRuleFiles()
  const newest = (key: string) =>
    rules.filter((row) => row.key === key && row.region === '').sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  return shippedServices.map((service) => spell(service, newest))
}
