import type { FieldError } from '#kernel/errors.ts'
import { Button, ButtonRow, CitizenLayout, ErrorSummary, Notice, Section, useFrame } from '#ui/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import type { FeeEstimate } from '../flow/fee-estimate.ts'
import { askedIn } from '../flow/fee-estimate.ts'
import { askedName, type Typed } from '../form/read-answers.ts'
import { servicePaths } from '../paths.ts'
import { publicTexts } from '../texts/public-face.ts'
import { serviceTexts } from '../texts.ts'
import { AnswerField } from './answer-field.tsx'
import { CostResult } from './cost-result.tsx'

export interface FeePageProps {
  readonly service: ServiceDefinition
  readonly estimate: FeeEstimate
  readonly typed: Typed
  /** Errors of the questions that were really answered. */
  readonly errors: readonly FieldError[]
  /** Nothing was sent yet. */
  readonly isFresh: boolean
}

/** A plain GET form over the questions on which the fee depends, and what comes out. */
export function FeePage({ service, estimate, typed, errors, isFresh }: FeePageProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const p = publicTexts(locale)
  const fields = askedIn(estimate.journey)
  const { cost } = estimate
  return (
    <CitizenLayout
      title={p('fee.title', { service: service.title[locale] })}
      lead={p('fee.lead')}
      narrow
      breadcrumb={[
        { label: t('catalogue.title'), href: servicePaths.catalogue },
        { label: service.title[locale], href: servicePaths.service(service.slug) },
        { label: p('fee.crumb') },
      ]}
    >
      {!isFresh && <ErrorSummary errors={errors.map((error) => ({ name: error.path, text: error.message[locale] }))} />}
      {!isFresh && !cost && errors.length === 0 && (
        <Notice tone="info">{p(estimate.errors.length > 0 ? 'fee.more' : 'fee.unknown')}</Notice>
      )}
      {!isFresh && cost && (
        <Section title={p('fee.result')} id="perkiraan">
          <CostResult cost={cost} />
          <p class="hint">{p('fee.honest')}</p>
        </Section>
      )}
      <form method="get" action={servicePaths.fee(service.slug)} novalidate class="form-page">
        {fields.map((field) => (
          <div key={field.id}>
            <input type="hidden" name={askedName} value={field.id} />
            <AnswerField
              field={field}
              value={typed[field.id] ?? estimate.journey.answers[field.id]}
              errors={isFresh ? [] : errors}
              ownerId=""
              journey={estimate.journey}
            />
          </div>
        ))}
        <ButtonRow>
          <Button>{p('fee.compute')}</Button>
        </ButtonRow>
      </form>
    </CitizenLayout>
  )
}
