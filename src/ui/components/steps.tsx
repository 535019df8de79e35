import { useTexts } from '../texts.ts'

export type FormStep = {
  readonly label: string
  readonly state: 'done' | 'current' | 'future'
  readonly href?: string | undefined
}

/** How far the person is: a line of short bars, and the name of the step in words. */
export function Steps(props: { steps: readonly FormStep[]; label?: string | undefined }) {
  const t = useTexts()
  const at = props.steps.findIndex((step) => step.state === 'current')
  const current = props.steps[at]
  return (
    <nav class="steps" aria-label={props.label ?? t('steps-label')}>
      <p class="steps-now" aria-hidden="true">
        {current && (
          <>
            {t('step', { n: at + 1, total: props.steps.length })}: <b>{current.label}</b>
          </>
        )}
      </p>
      <ol>
        {props.steps.map((step) => (
          <li
            key={step.label}
            class={`step step-${step.state}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            {step.href && step.state !== 'current' ? <a href={step.href}>{step.label}</a> : <span>{step.label}</span>}
            <span class="sr-only">, {t(`state-${step.state}`)}</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
