import type { ServiceDefinition } from '#modules/services/index.ts'
import { birthCertificate } from './birth-certificate/definition.ts'
import { buildingApproval } from './building-approval/definition.ts'
import { deathCertificate } from './death-certificate/definition.ts'
import { informationRequest } from './information-request/definition.ts'
import { marriage } from './marriage/definition.ts'
import { researchPermit } from './research-permit/definition.ts'
import { scholarship } from './scholarship/definition.ts'
import { stallPermit } from './stall-permit/definition.ts'
import { standardCertificate } from './standard-certificate/definition.ts'

/** Every service that is shipped with the program. A region adds its own in the database. */
export const shippedServices: readonly ServiceDefinition[] = [
  birthCertificate,
  deathCertificate,
  marriage,
  researchPermit,
  informationRequest,
  buildingApproval,
  stallPermit,
  standardCertificate,
  scholarship,
]
