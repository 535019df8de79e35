import { provide } from '#kernel/define/extension-point.ts'
import { caseEffects, effectUndos, knownSources, optionSources, registerChecks } from '#modules/services/index.ts'
import {
  decideObjection,
  disputeClaim,
  grantObjection,
  liftObjectionFine,
  refuseObjection,
  undisputeClaim,
} from '../effects/objection.ts'
import { planPayment, reduceClaim } from '../effects/relief.ts'
import { ownClaims } from '../options/own.ts'
import { claimChecks } from '../queries/claim-checks.ts'
import { claimFacts } from '../queries/claim-facts.ts'
import { planFacts } from '../queries/plan-facts.ts'

/** What taxpayers ask about their assessments through files. */
export const claimProvides = [
  provide(knownSources, 'local-tax.claim-facts', claimFacts),
  provide(optionSources, 'local-tax.own-claims', ownClaims),
  provide(caseEffects, 'local-tax.dispute-claim', disputeClaim),
  provide(effectUndos, 'local-tax.dispute-claim', undisputeClaim),
  provide(caseEffects, 'local-tax.decide-objection', decideObjection),
  provide(caseEffects, 'local-tax.grant-objection', grantObjection),
  provide(caseEffects, 'local-tax.refuse-objection', refuseObjection),
  provide(caseEffects, 'local-tax.lift-objection-fine', liftObjectionFine),
  provide(knownSources, 'local-tax.plan-facts', planFacts),
  provide(caseEffects, 'local-tax.reduce-claim', reduceClaim),
  provide(caseEffects, 'local-tax.plan-payment', planPayment),
  ...['tax-objection', 'tax-reduction', 'tax-instalments'].map((id) => provide(registerChecks, id, claimChecks)),
]
