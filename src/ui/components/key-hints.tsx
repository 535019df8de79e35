import { useTexts } from '../texts.ts'
import { Dialog } from './dialog.tsx'
import { Kbd } from './kbd.tsx'

export type KeyHint = { readonly keys: readonly string[]; readonly label: string }

function Hints({ hints }: { hints: readonly KeyHint[] }) {
  return (
    <>
      {hints.map((hint) => (
        <li key={hint.label}>
          {hint.keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          <span>{hint.label}</span>
        </li>
      ))}
    </>
  )
}

/** The line of keys at the foot of the desk, and the dialog with all of them that `?` opens. */
export function KeyHints(props: { hints: readonly KeyHint[]; all?: readonly KeyHint[] | undefined }) {
  const t = useTexts()
  return (
    <>
      <ul class="key-hints" aria-label={t('keys')}>
        <Hints hints={props.hints} />
      </ul>
      <Dialog id="all-keys" title={t('keys')}>
        <ul class="key-list">
          <Hints hints={props.all ?? props.hints} />
        </ul>
      </Dialog>
    </>
  )
}
