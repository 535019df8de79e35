import { beforeAll, describe, expect, it } from 'vitest'
import { provide } from '#kernel/define/extension-point.ts'
import { birthCertificate } from '#services/birth-certificate/definition.ts'
import { costFormulas } from '../../extensions.ts'
import { checkDefinition, sayFault } from '../check.ts'
import { installedWithKiosk, kioskFormulas, kioskPermit } from './testing/kiosk-permit.ts'
import { deadlineFaults, feeFaults } from './testing/seeded-fee-faults.ts'
import { flowFaults } from './testing/seeded-flow-faults.ts'
import { formFaults, otherFaults } from './testing/seeded-form-faults.ts'
import { stepFaults } from './testing/seeded-step-faults.ts'

const installed = installedWithKiosk()

beforeAll(() => {
  for (const [name, formula] of kioskFormulas) provide(costFormulas, name, formula).install()
})

describe('a sound definition', () => {
  it.each([kioskPermit, birthCertificate])('$id has no fault', (definition) => {
    expect(checkDefinition(definition, installed).map(sayFault)).toEqual([])
  })
})

describe.each([
  ['the flow', flowFaults],
  ['steps', stepFaults],
  ['deadlines', deadlineFaults],
  ['the fee', feeFaults],
  ['form and expressions', formFaults],
  ['evidence, references, words and examples', otherFaults],
])('a fault in %s is found and named', (_part, seeded) => {
  it.each(seeded)('%s', (_what, spoil, code, element) => {
    const draft = structuredClone(kioskPermit)
    spoil(draft)
    const found = checkDefinition(draft, installed)
    expect(found.map((fault) => `${fault.code} at ${fault.element}`)).toContain(`${code} at ${element}`)
  })
})

it('more than a hundred faults are seeded', () => {
  const seeded = [...flowFaults, ...stepFaults, ...deadlineFaults, ...feeFaults, ...formFaults, ...otherFaults]
  expect(seeded.length).toBeGreaterThan(100)
})
