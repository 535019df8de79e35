import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import { Icon } from './icon.tsx'

/**
 * Opened by any `[data-dialog=id]` (see `Button.dialog`, `LinkButton.dialog`). Without scripts the
 * opener's own link is followed, so it must lead to a page that asks the same.
 */
export function Dialog(props: { id: string; title: string; children: ComponentChildren }) {
  const t = useTexts()
  return (
    <dialog class="dialog" id={props.id} aria-labelledby={`${props.id}-title`} data-island="dialog">
      <div class="dialog-head">
        <h2 id={`${props.id}-title`}>{props.title}</h2>
        <form method="dialog">
          <button class="icon-button" type="submit" aria-label={t('close')}>
            <Icon name="x" />
          </button>
        </form>
      </div>
      {props.children}
    </dialog>
  )
}
