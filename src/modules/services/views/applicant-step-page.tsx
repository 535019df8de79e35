import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import { CitizenLayout, FormPage, useFrame } from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import type { OfferedStep } from '../queries/offered-steps.ts'
import { statusTexts } from '../texts/status.ts'
import { StepFields, type StepFieldsProps, StepReason } from './step-fields.tsx'

export interface ApplicantStepProps {
  readonly caseId: string
  readonly number: string
  readonly step: OfferedStep
  readonly fields: StepFieldsProps
  readonly reason: string
  readonly reasonId: string
  readonly errors: readonly FieldError[]
  readonly zone: Zone
}

/** What the applicant fills in to take a step of his own, with the last day for it. */
export function ApplicantStepPage(props: ApplicantStepProps) {
  const { locale } = useFrame()
  const s = statusTexts(locale)
  const { step } = props
  const crumbs = [{ label: props.number, href: servicePaths.ownCase(props.caseId) }, { label: step.label[locale] }]
  return (
    <CitizenLayout title={step.label[locale]} heading={false} breadcrumb={crumbs} narrow private>
      <FormPage
        title={step.label[locale]}
        lead={step.until && s('apply.until', { when: formatMoment(step.until, locale, props.zone) })}
        action={servicePaths.step(props.caseId, step.verb)}
        backHref={servicePaths.ownCase(props.caseId)}
        submitLabel={step.label[locale]}
        multipart
        errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))}
      >
        <StepFields {...props.fields} />
        <StepReason
          step={step}
          reason={props.reason}
          reasonId={props.reasonId}
          errors={props.errors}
          texts={{ ground: s('apply.ground'), reason: s('apply.reason'), hint: s('apply.reason-hint') }}
          rows={6}
        />
      </FormPage>
    </CitizenLayout>
  )
}
