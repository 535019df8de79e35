import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { apiOperations } from '#kernel/http/api-description.ts'
import { ruleUsages } from '#modules/rules/index.ts'
import { taxOperations } from './api-description.ts'
import { calculators } from './calculators/index.ts'
import { taxPaths } from './paths.ts'
import { apiCalculate, apiKinds } from './routes/api.ts'
import { calculator, catalogue, sheet } from './routes/pages.tsx'

const usages = calculators.flatMap(({ kind, title, rules }) =>
  [...new Set(rules)].map((key) => ({ key, title, href: taxPaths.calculator(kind) })),
)

export const tax = defineModule({
  name: 'tax',
  routes: [catalogue, calculator, sheet, apiCalculate, apiKinds],
  commands: [],
  permissions: {},
  provides: [provide(ruleUsages, 'tax', async () => usages), provide(apiOperations, 'tax', taxOperations)],
})
