import { Button, EmptyState, LinkButton, useFrame } from '#ui/index.ts'
import { fieldCounterPaths } from '../../paths.ts'
import { daysSince, type PackedForm, staleAfterDays } from '../pack.ts'
import { appTexts } from '../texts.ts'

/** Which service: only those that lie on the device. */
export function ChoosePage({ forms }: { forms: readonly PackedForm[] }) {
  const { locale } = useFrame()
  const t = appTexts(locale)
  return (
    <>
      <a class="back" href="#/">
        {t('to-home')}
      </a>
      <h1 tabindex={-1}>{t('new')}</h1>
      <p class="lead">{t('new-lead')}</p>
      {forms.length === 0 && (
        <EmptyState
          title={t('no-pack')}
          action={<LinkButton href={fieldCounterPaths.setUp}>{t('prepare')}</LinkButton>}
        >
          {t('no-pack-help')}
        </EmptyState>
      )}
      <ul class="tasks">
        {forms.map((form) => (
          <li key={form.id} class="task">
            <div>
              <span class="task-title">{form.title[locale]}</span>
              <p class="hint">{form.summary[locale]}</p>
              {daysSince(form.madeAt) > staleAfterDays && (
                <p class="hint">{t('pack-stale', { days: staleAfterDays })}</p>
              )}
            </div>
            <Button type="button" name="aksi" value={`mulai:${form.id}`}>
              {t('choose')}
              <span class="sr-only"> {form.title[locale]}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
