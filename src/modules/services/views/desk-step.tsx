import { formatMoment } from '#kernel/i18n/format.ts'
import { CsrfField, Radios, Section, TextArea, useFrame } from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import { fileTexts } from '../texts/case-file.ts'
import { type DeskPageProps, decisionForm } from './desk-parts.ts'
import { deskTexts } from './desk-texts.ts'
import { StepFields } from './step-fields.tsx'

/** The form of the step that was chosen: its questions, the ground of law, the words for the applicant. */
export function DeskStep(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  const { view, step, stepFields } = props.file
  if (!step || !stepFields) return null
  const say = (path: string) => props.errors.find((error) => error.path === path)?.message[locale]
  return (
    <div class="step-form">
      <Section title={step.label[locale]} id="langkah">
        {step.until && <p class="hint">{t('step.until', { when: formatMoment(step.until, locale, props.zone) })}</p>}
        {step.stepUp && <p class="hint">{t('step.proof')}</p>}
        <form
          method="post"
          action={servicePaths.deskAct(view.id)}
          id={decisionForm}
          enctype="multipart/form-data"
          novalidate
        >
          <CsrfField />
          <input type="hidden" name="revision" value={view.revision} />
          <input type="hidden" name="langkah" value={step.verb} />
          <StepFields {...stepFields} />
          {step.reasons.length > 0 && (
            <Radios
              name="reasonId"
              label={t('step.ground')}
              value={props.typed.reasonId}
              error={say('reasonId')}
              options={step.reasons.map((reason) => ({
                value: reason.id,
                label: reason.label[locale],
                hint: reason.basis,
              }))}
            />
          )}
          {step.needs.includes('reason') && (
            <TextArea
              name="reason"
              label={t('step.reason')}
              hint={deskTexts(locale)('reason.hint')}
              rows={4}
              maxLength={2000}
              value={props.typed.reason}
              error={say('reason')}
            />
          )}
        </form>
      </Section>
    </div>
  )
}
