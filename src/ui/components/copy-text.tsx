import { useTexts } from '../texts.ts'

/** A code or address to pass on, with a copy button where scripts run. */
export function CopyText(props: { text: string; label: string }) {
  const t = useTexts()
  return (
    <span class="copy" data-island="copy" data-copy={props.text}>
      <code>{props.text}</code>
      <button class="btn btn-quiet btn-small" type="button" hidden data-copied={t('copied')}>
        {t('copy')}
        <span class="sr-only"> {props.label}</span>
      </button>
      <span class="sr-only" role="status" />
    </span>
  )
}
