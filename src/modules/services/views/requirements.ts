import type { Requirement } from '#ui/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { lowerFirst } from '../form/lower-first.ts'
import { serviceTexts } from '../texts.ts'

/** @param met what registers hold of the person who looks; left out for everybody else */
export function requirementsOf(
  service: ServiceDefinition,
  locale: 'id' | 'en',
  met: ((known: string) => boolean) | undefined,
): Requirement[] {
  const t = serviceTexts(locale)
  return service.evidence.allOf.map((node): Requirement => {
    if ('oneOf' in node) {
      const [first, ...others] = node.oneOf
      const rest = others.map((item) => `${t('service.or')} ${lowerFirst(item.label[locale])}`)
      return { title: first?.label[locale] ?? '', text: [first?.help?.[locale], ...rest].filter(Boolean).join(' ') }
    }
    // Before signing in, what government holds of everybody is ticked; personal facts are ticked afterwards.
    const held = node.known !== undefined && (met ? met(node.known) : node.kind === 'register' && !node.field)
    return { title: node.label[locale], met: held, text: held ? t('service.check-only') : node.help?.[locale] }
  })
}

/** The steps of a service as an applicant sees them; the first is his own. */
export function stepsOf(service: ServiceDefinition, locale: 'id' | 'en') {
  const t = serviceTexts(locale)
  return [
    { title: t('service.you-fill'), by: t('service.you-fill-time', { n: service.minutesToFill }) },
    ...service.flow.states.flatMap((state) =>
      state.step
        ? [{ title: state.step.title[locale], by: state.step.place[locale], time: state.step.time?.[locale] }]
        : [],
    ),
  ]
}
