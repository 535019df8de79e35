import { Button, ButtonRow, Notice, Section, useFrame } from '#ui/index.ts'
import type { Draft } from '../drafts.ts'
import type { PackedForm } from '../pack.ts'
import { appTexts } from '../texts.ts'

/** Before and after the answers on the check page. */
export function CheckHead() {
  const t = appTexts(useFrame().locale)
  return (
    <>
      <a class="back" href="#/">
        {t('to-home')}
      </a>
      <h1 tabindex={-1}>{t('check-title')}</h1>
      <p class="lead">{t('check-lead')}</p>
    </>
  )
}

export function CheckFoot({ draft, form, isComplete }: { draft: Draft; form: PackedForm; isComplete: boolean }) {
  const { locale } = useFrame()
  const t = appTexts(locale)
  const { id } = draft.record
  return (
    <>
      {form.conditions.length > 0 && (
        <Section title={t('conditions')}>
          <p>{t('conditions-lead')}</p>
          <ul class="plain-list">
            {form.conditions.map((condition) => (
              <li key={condition.id}>{condition[locale]}</li>
            ))}
          </ul>
        </Section>
      )}
      {isComplete && (
        <Section title={t('enqueue')}>
          <Notice tone="info">{t('enqueue-promise')}</Notice>
          <p class="mt-3">{t('enqueue-lead')}</p>
          <ButtonRow>
            <Button type="button" name="aksi" value={`antrekan:${id}`}>
              {t('enqueue')}
            </Button>
          </ButtonRow>
        </Section>
      )}
      <DiscardDraft id={id} />
    </>
  )
}

export function DiscardDraft({ id }: { id: string }) {
  const t = appTexts(useFrame().locale)
  return (
    <details class="field-fold">
      <summary>{t('discard')}</summary>
      <div class="stack">
        <p class="hint">{t('discard-lead')}</p>
        <Button type="button" variant="danger" name="aksi" value={`buang:${id}`}>
          {t('discard-sure')}
        </Button>
      </div>
    </details>
  )
}
