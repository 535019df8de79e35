import { type Actor, grantsFor, isPermitted } from '#kernel/access/access.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { countDuplicates } from '../duplicates/queries.ts'
import { countFindings } from '../plausibility/queries.ts'
import type { PeopleAround } from '../views/people-frame.tsx'
import { countAlarms, countOwnAlarms } from '../watch/queries.ts'

export const territoriesOf = (actor: Actor, permission: string): string[] =>
  grantsFor(actor, permission).map((grant) => grant.territory)

/** Either officer opens the desk of duplicates. */
export function duplicateTerritories(actor: Actor): string[] {
  return [...territoriesOf(actor, 'people.resolve-duplicates'), ...territoriesOf(actor, 'people.confirm-duplicates')]
}

/** What surrounds every page of the register for this reader. */
export async function peopleAround({ db, actor, notice }: RouteContext): Promise<PeopleAround> {
  const desks: PeopleAround['desks'][number][] = []
  const duplicates = duplicateTerritories(actor)
  if (duplicates.length) desks.push({ desk: 'duplicates', count: await countDuplicates(db, duplicates) })
  const checks = territoriesOf(actor, 'people.resolve-checks')
  if (checks.length) desks.push({ desk: 'checks', count: await countFindings(db, checks) })
  if (maySupervise(actor)) desks.push({ desk: 'watch', count: await countAlarms(db, actor) })
  const own = actor.accountId ? await countOwnAlarms(db, actor.accountId) : 0
  if (own > 0) desks.push({ desk: 'own', count: own })
  return { unitName: actor.position?.unitName, notice, mayRead: isPermitted(actor, 'people.read'), desks }
}

export function maySupervise(actor: Actor): boolean {
  return isPermitted(actor, 'people.supervise-reading') || isPermitted(actor, 'people.audit-reading')
}
