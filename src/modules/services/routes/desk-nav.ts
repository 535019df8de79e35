import { isPermitted } from '#kernel/access/access.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { servicePaths } from '../paths.ts'
import { queueTexts } from '../texts/desk.ts'

export interface NavItem {
  readonly label: string
  readonly href: string
}

/** The parts of the desk that this officer may open. */
export function deskNav({ actor, locale }: Pick<RouteContext, 'actor' | 'locale'>): NavItem[] {
  const t = queueTexts(locale)
  const items: [string, string, NavItem['label']][] = [
    ['services.queue', servicePaths.desk, t('nav.queue')],
    ['services.read-case', servicePaths.deskSearch, t('nav.search')],
    ['services.queue', servicePaths.agenda, t('nav.agenda')],
    ['services.supervise', servicePaths.workload, t('nav.workload')],
  ]
  return items.filter(([permission]) => isPermitted(actor, permission)).map(([, href, label]) => ({ href, label }))
}
