import type { ServiceDefinition } from '#modules/services/index.ts'
import { birthCertificate } from './birth-certificate/definition.ts'
import { deathCertificate } from './death-certificate/definition.ts'

/** Every service that is shipped with the program. A region adds its own in the database. */
export const shippedServices: readonly ServiceDefinition[] = [birthCertificate, deathCertificate]
