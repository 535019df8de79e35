import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import { CopyText } from './copy-text.tsx'

/** Content of an error page: what happened, what to do, and the id that the log has too. */
export function ErrorPage(props: {
  title: string
  children?: ComponentChildren
  id?: string | undefined
  actions?: ComponentChildren
}) {
  const t = useTexts()
  return (
    <div class="error-page">
      <h1>{props.title}</h1>
      <div class="lead">{props.children}</div>
      {props.actions && <div class="btn-row">{props.actions}</div>}
      {props.id && (
        <p class="hint">
          {t('error-id')}: <CopyText text={props.id} label={t('error-id')} />
        </p>
      )}
    </div>
  )
}
