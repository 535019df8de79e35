import { formatMoment } from '#kernel/i18n/format.ts'
import { CsrfField, Section, useFrame } from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import { fileTexts } from '../texts/case-file.ts'
import { type DeskPageProps, decisionForm } from './desk-parts.ts'
import { deskTexts } from './desk-texts.ts'
import { StepFields, StepReason } from './step-fields.tsx'

/** The form of the step that was chosen: its questions, the ground of law, the words for the applicant. */
export function DeskStep(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  const { view, step, stepFields } = props.file
  if (!step || !stepFields) return null
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
          <StepReason
            step={step}
            reason={props.typed.reason}
            reasonId={props.typed.reasonId}
            errors={props.errors}
            texts={{ ground: t('step.ground'), reason: t('step.reason'), hint: deskTexts(locale)('reason.hint') }}
            rows={4}
          />
        </form>
      </Section>
    </div>
  )
}
