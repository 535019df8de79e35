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
  const duplicates = duplicateTerritories(actor)
  const checks = territoriesOf(actor, 'people.resolve-checks')
  const counted = await Promise.all([
    duplicates.length > 0 && countDesk('duplicates', countDuplicates(db, duplicates)),
    checks.length > 0 && countDesk('checks', countFindings(db, checks)),
    maySupervise(actor) && countDesk('watch', countAlarms(db, actor)),
    actor.accountId !== undefined && countDesk('own', countOwnAlarms(db, actor.accountId)),
  ])
  const desks = counted.filter((desk) => desk !== false).filter(({ desk, count }) => desk !== 'own' || count > 0)
  return { unitName: actor.position?.unitName, notice, mayRead: isPermitted(actor, 'people.read'), desks }
}

type Desk = PeopleAround['desks'][number]

const countDesk = async (desk: Desk['desk'], count: Promise<number>): Promise<Desk> => ({ desk, count: await count })

export function maySupervise(actor: Actor): boolean {
  return isPermitted(actor, 'people.supervise-reading') || isPermitted(actor, 'people.audit-reading')
}
