import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import { Button, ButtonRow } from './button.tsx'
import { CsrfField } from './csrf-field.tsx'
import { ErrorSummary, type FormError } from './error-summary.tsx'
import { type FormStep, Steps } from './steps.tsx'

export type FormPageProps = {
  /** The page's h1. Left out when the one field of the page has `heading`. */
  title?: string | undefined
  lead?: ComponentChildren
  action: string
  children: ComponentChildren
  errors?: readonly FormError[] | undefined
  steps?: readonly FormStep[] | undefined
  backHref?: string | undefined
  submitLabel?: string | undefined
  /** Shows "save and continue later": a submit button named `save-leave`. */
  saveAndLeave?: boolean | undefined
  multipart?: boolean | undefined
  /** Where the `autosave` island posts while the person types. */
  autosaveUrl?: string | undefined
  /** Last save, as local time ("10.41"). */
  savedAt?: string | undefined
  /** Beside the buttons or in place of them. */
  actions?: ComponentChildren
  id?: string | undefined
}

/** One question or a small group of them, with what every page of a form needs around it. */
export function FormPage(props: FormPageProps) {
  const t = useTexts()
  return (
    <div class="form-page">
      {props.backHref && (
        <a class="back" href={props.backHref}>
          {t('back')}
        </a>
      )}
      {props.steps && <Steps steps={props.steps} />}
      {props.errors && <ErrorSummary errors={props.errors} />}
      {props.title && <h1>{props.title}</h1>}
      {props.lead && <p class="lead">{props.lead}</p>}
      <form
        method="post"
        action={props.action}
        id={props.id}
        enctype={props.multipart ? 'multipart/form-data' : undefined}
        novalidate
        data-island={props.autosaveUrl ? 'autosave' : undefined}
        data-autosave-url={props.autosaveUrl}
        data-text-saved={t('saved-at')}
        data-text-saving={t('saving')}
        data-text-offline={t('not-saved')}
      >
        <CsrfField />
        {props.children}
        {props.actions ?? (
          <ButtonRow>
            <Button>{props.submitLabel ?? t('continue')}</Button>
            {props.saveAndLeave && (
              <Button variant="quiet" name="save-leave" value="1" formNoValidate>
                {t('save-leave')}
              </Button>
            )}
          </ButtonRow>
        )}
        {props.autosaveUrl && (
          <p class="saved" data-autosave-status role="status">
            {props.savedAt ? t('saved-at', { time: props.savedAt }) : ''}
          </p>
        )}
      </form>
    </div>
  )
}
