import { differencesOf } from '../../golden/differences.ts'
import { simulate } from '../../golden/simulate.ts'
import type { GoldenCase, ServiceDefinition } from '../schema.ts'
import { type AddFault, duplicates, type Fault, findingFaults } from './fault.ts'
import type { Installed } from './installed.ts'

/** A service ships its own examples: at least one that is granted and one that is refused, and all come out as told. */
export function checkGolden(definition: ServiceDefinition, installed: Installed): Fault[] {
  return findingFaults((add) => {
    const { golden } = definition
    for (const name of duplicates(golden.map((example) => example.name))) {
      add('golden-twice', `golden.${name}`, 'Dua contoh bernama sama.', 'Two examples have the same name.')
    }
    for (const result of ['granted', 'refused'] as const) {
      if (golden.some((example) => example.result === result && example.path !== undefined)) continue
      const words = result === 'granted' ? 'dikabulkan' : 'ditolak'
      add(
        'golden-missing',
        'golden',
        `Belum ada contoh yang ${words} lengkap dengan jalannya ("path").`,
        `There is no example with a path that is ${result}.`,
      )
    }
    for (const example of golden) checkExample(definition, example, installed, add)
  })
}

function checkExample(definition: ServiceDefinition, example: GoldenCase, installed: Installed, add: AddFault): void {
  const { rules, calendar } = installed
  const at = `golden.${example.name}`
  for (const { what, expected, found } of differencesOf(example, simulate(definition, example, { rules, calendar }))) {
    add(
      'golden-differs',
      at,
      `${what}: diharapkan ${expected}, ternyata ${found}.`,
      `${what}: expected ${expected}, found ${found}.`,
    )
  }
}
