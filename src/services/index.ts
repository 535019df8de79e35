import type { ServiceDefinition } from '#modules/services/index.ts'
import { birthCertificate } from './birth-certificate/definition.ts'
import { bphtb } from './bphtb/definition.ts'
import { buildingApproval } from './building-approval/definition.ts'
import { certificateCancellation } from './certificate-cancellation/definition.ts'
import { certificateCorrection } from './certificate-correction/definition.ts'
import { childAdoption } from './child-adoption/definition.ts'
import { childIdentityCard } from './child-identity-card/definition.ts'
import { childLegitimation } from './child-legitimation/definition.ts'
import { childRecognition } from './child-recognition/definition.ts'
import { citizenshipChange } from './citizenship-change/definition.ts'
import { deathCertificate } from './death-certificate/definition.ts'
import { divorce } from './divorce/definition.ts'
import { documentReissue } from './document-reissue/definition.ts'
import { familyCardJoin } from './family-card-join/definition.ts'
import { familyCardNew } from './family-card-new/definition.ts'
import { familyCardReplacement } from './family-card-replacement/definition.ts'
import { familyCardSplit } from './family-card-split/definition.ts'
import { identityCardFirst } from './identity-card-first/definition.ts'
import { identityCardReplacement } from './identity-card-replacement/definition.ts'
import { informationRequest } from './information-request/definition.ts'
import { marriage } from './marriage/definition.ts'
import { marriageAnnulment } from './marriage-annulment/definition.ts'
import { marriageKua } from './marriage-kua/definition.ts'
import { moveIn } from './move-in/definition.ts'
import { moveOut } from './move-out/definition.ts'
import { moveWithin } from './move-within/definition.ts'
import { nameChange } from './name-change/definition.ts'
import { pbbObject } from './pbb-object/definition.ts'
import { personalDataChange } from './personal-data-change/definition.ts'
import { researchPermit } from './research-permit/definition.ts'
import { scholarship } from './scholarship/definition.ts'
import { sexChange } from './sex-change/definition.ts'
import { stallPermit } from './stall-permit/definition.ts'
import { standardCertificate } from './standard-certificate/definition.ts'
import { stillbirth } from './stillbirth/definition.ts'
import { taxInstalments } from './tax-instalments/definition.ts'
import { taxObjection } from './tax-objection/definition.ts'
import { taxReduction } from './tax-reduction/definition.ts'
import { taxpayerChange } from './taxpayer-change/definition.ts'
import { taxpayerRegistration } from './taxpayer-registration/definition.ts'

/** Every service that is shipped with the program. A region adds its own in the database. */
export const shippedServices: readonly ServiceDefinition[] = [
  birthCertificate,
  deathCertificate,
  childAdoption,
  childLegitimation,
  childRecognition,
  marriageAnnulment,
  marriageKua,
  marriage,
  divorce,
  familyCardNew,
  familyCardSplit,
  familyCardJoin,
  familyCardReplacement,
  identityCardFirst,
  identityCardReplacement,
  childIdentityCard,
  moveWithin,
  moveOut,
  moveIn,
  researchPermit,
  informationRequest,
  buildingApproval,
  stallPermit,
  standardCertificate,
  scholarship,
  nameChange,
  sexChange,
  personalDataChange,
  citizenshipChange,
  stillbirth,
  certificateCorrection,
  certificateCancellation,
  documentReissue,
  taxpayerRegistration,
  taxpayerChange,
  bphtb,
  taxObjection,
  taxReduction,
  taxInstalments,
  pbbObject,
]
