import { expect, it } from 'vitest'
import { installedParts } from '../src/install.ts'
import { checkDefinition, sayFault } from '../src/modules/services/index.ts'
import { shippedServices } from '../src/services/index.ts'

it.each(shippedServices)('$id names only what the modules of this program really provide', (service) => {
  expect(checkDefinition(service, installedParts()).map(sayFault)).toEqual([])
})
