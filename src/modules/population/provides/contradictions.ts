import { provide } from '#kernel/define/extension-point.ts'
import { decisionFindings } from '#modules/services/index.ts'
import {
  aboutArrivals,
  aboutBirth,
  aboutDeath,
  aboutMarriage,
  aboutParentage,
  aboutPeople,
  contradictionsOf,
} from '../queries/contradictions.ts'

const looks = {
  'birth-certificate': aboutBirth,
  'death-certificate': aboutDeath,
  marriage: aboutMarriage,
  'marriage-kua': aboutMarriage,
  'child-recognition': aboutParentage,
  'child-legitimation': aboutParentage,
  'child-adoption': aboutPeople,
  divorce: aboutPeople,
  'marriage-annulment': aboutPeople,
  'move-in': aboutArrivals,
  'move-within': aboutPeople,
  'move-out': aboutPeople,
  'family-card-new': aboutPeople,
  'family-card-split': aboutPeople,
  'family-card-join': aboutPeople,
  'family-card-replacement': aboutPeople,
  'identity-card-first': aboutPeople,
  'identity-card-replacement': aboutPeople,
  'child-identity-card': aboutPeople,
  'name-change': aboutPeople,
  'sex-change': aboutPeople,
  'personal-data-change': aboutPeople,
  'citizenship-change': aboutPeople,
} as const

/** Before somebody is entered or changed, what contradicts it is on the desk and stops the step or asks for a reason. */
export const contradictionProvides = Object.entries(looks).map(([service, look]) =>
  provide(decisionFindings, service, contradictionsOf(look)),
)
