import type { RouteContext } from '#kernel/http/route.ts'
import type { PeopleAround } from '../views/people-frame.tsx'

/** What surrounds every page of the register for this reader. */
export async function peopleAround({ actor, notice }: RouteContext): Promise<PeopleAround> {
  return { unitName: actor.position?.unitName, notice, desks: [] }
}
