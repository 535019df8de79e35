import { compose } from '#kernel/define/compose.ts'
import { licensing } from '#modules/licensing/module.ts'
import { readRuleFiles } from '#modules/rules/index.ts'
import type { ServiceDefinition } from '../../schema.ts'
import type { Installed } from '../installed.ts'
import { installedFrom } from '../installed-parts.ts'

// Fees are really computed, so the modules whose formulas are used are there.
compose([licensing])

/**
 * What is there to refer to, for tests that start no program: shipped law, and the names that the shipped
 * definitions use themselves. Whether modules provide those names is proved when a region's database is prepared.
 */
export function installedForTests(services: readonly ServiceDefinition[]): Installed {
  const permissions = services.flatMap(({ flow }) => [
    ...flow.transitions.map((row) => row.by).filter((by) => by.includes('.')),
    ...flow.states.flatMap((state) => [state.desk, ...(state.branches ?? []).map((branch) => branch.desk)]),
  ])
  const parts = installedFrom({
    permissions: permissions.filter((name) => name !== undefined),
    files: readRuleFiles(),
    services,
  })
  const effects = services.flatMap(({ flow }) => flow.transitions.flatMap((row) => row.effects))
  const undone = services.flatMap(({ flow }) => {
    const verbs = flow.transitions.flatMap((row) => row.undoes)
    return flow.transitions.filter((row) => verbs.includes(row.verb))
  })
  const fields = services.flatMap(({ form }) =>
    form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields)),
  )
  return {
    ...parts,
    options: new Set([...parts.options, ...fields.flatMap((field) => field.optionsFrom ?? [])]),
    effects: new Set(effects),
    undos: new Set(undone.flatMap((row) => row.effects)),
    known: new Set(services.map((service) => service.known)),
  }
}
