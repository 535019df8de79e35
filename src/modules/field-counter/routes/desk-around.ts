import { isPermitted } from '#kernel/access/access.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import type { DeskAround } from '../views/desk-frame.tsx'

export function deskAround({ actor, notice }: RouteContext): DeskAround {
  return {
    unitName: actor.position?.unitName ?? '',
    notice,
    maySupervise: isPermitted(actor, 'field-counter.supervise'),
    mayWork: isPermitted(actor, 'field-counter.work'),
  }
}
