import { formatNumber } from '#kernel/i18n/format.ts'
import { LinkButton, WorkProgress } from '#ui/index.ts'
import { secondsLeft } from '../domain.ts'
import { importPaths } from '../paths.ts'
import { importTexts } from '../texts/desk.ts'
import type { OneProps } from './import-page.tsx'

const phases = ['inspecting', 'checking', 'judging', 'entering', 'linking', 'recalling'] as const

/** How far the work is, its speed, and when it ends. Renews itself where scripts run; else a link does. */
export function Progress({ one, locale, now }: Pick<OneProps, 'one' | 'locale' | 'now'>) {
  const t = importTexts(locale)
  const phase = phases.find((name) => name === one.phase) ?? 'inspecting'
  const words = { done: formatNumber(one.done, locale), total: formatNumber(one.total, locale) }
  const elapsed = one.phaseStartedAt ? one.phaseStartedAt.until(now).total('seconds') : 0
  const left = secondsLeft(one.done, one.total, elapsed)
  const isMeasured = phase === 'checking' || phase === 'entering' || phase === 'recalling'
  const path = importPaths.show(one.id)
  return (
    <div data-island={one.state === 'paused' ? undefined : 'import-progress'} data-url={path}>
      <WorkProgress
        label={t(`state.${one.state}`)}
        max={Math.max(1, one.total)}
        value={isMeasured ? one.done : undefined}
      >
        {t(`phase.${phase}`, words)}
        {isMeasured && left !== undefined && one.state !== 'paused' && (
          <>
            {'. '}
            {t('phase.speed', {
              speed: formatNumber(Math.round(one.done / elapsed), locale),
              left: left > 90 ? t('phase.minutes', { n: Math.round(left / 60) }) : t('phase.seconds', { n: left }),
            })}
          </>
        )}
      </WorkProgress>
      {one.state !== 'paused' && (
        <LinkButton href={path} variant="quiet" icon="refresh-cw">
          {t('refresh')}
        </LinkButton>
      )}
    </div>
  )
}
