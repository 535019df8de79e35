import type { ComponentChildren } from 'preact'
import type { IconName } from '../icons.ts'
import { useTexts } from '../texts.ts'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { Kbd } from './kbd.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'on-dark' | 'quiet'

type Look = {
  children: ComponentChildren
  variant?: ButtonVariant | undefined
  icon?: IconName | undefined
  /** The key that presses it, shown at its right end and heard by the `desk-keys` island. */
  kbd?: string | undefined
  /** Takes the whole width, with the key at the right, as in the decision column. */
  wide?: boolean | undefined
  small?: boolean | undefined
}

export type ButtonProps = Look & {
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  form?: string | undefined
  formAction?: string | undefined
  /** Skips the browser's own validation, for "save and leave". */
  formNoValidate?: boolean | undefined
  disabled?: boolean | undefined
  /** Work is under way: shown, announced, and not to be pressed again. */
  busy?: boolean | undefined
  id?: string | undefined
  /** Id of the `<dialog>` that this button opens. */
  dialog?: string | undefined
}

export type LinkButtonProps = Look & {
  href: string
  /** Id of the `<dialog>` that opens in place of following the link, when scripts run. */
  dialog?: string | undefined
  download?: boolean | undefined
  external?: boolean | undefined
}

function lookClass({ variant = 'primary', wide, small }: Look): string {
  return classNames('btn', `btn-${variant}`, wide && 'btn-wide', small && 'btn-small')
}

function Content({ icon, kbd, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} size={18} />}
      <span>{children}</span>
      {kbd && <Kbd>{kbd}</Kbd>}
    </>
  )
}

export function Button(props: ButtonProps) {
  const t = useTexts()
  return (
    <button
      class={lookClass(props)}
      type={props.type ?? 'submit'}
      id={props.id}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formAction}
      formnovalidate={props.formNoValidate}
      disabled={props.disabled}
      aria-disabled={props.busy ? 'true' : undefined}
      aria-keyshortcuts={props.kbd}
      data-key={props.kbd?.toLowerCase()}
      data-dialog={props.dialog}
    >
      {props.busy && <span class="spinner" aria-hidden="true" />}
      <Content {...props} />
      {props.busy && <span class="sr-only">{t('busy')}</span>}
    </button>
  )
}

export function LinkButton(props: LinkButtonProps) {
  const t = useTexts()
  return (
    <a
      class={lookClass(props)}
      href={props.href}
      download={props.download}
      rel={props.external ? 'external noopener' : undefined}
      aria-keyshortcuts={props.kbd}
      data-key={props.kbd?.toLowerCase()}
      data-dialog={props.dialog}
    >
      <Content {...props} />
      {props.external && <span class="sr-only"> {t('external')}</span>}
    </a>
  )
}

/** Buttons side by side, the main one first. */
export function ButtonRow(props: { children: ComponentChildren; stacked?: boolean | undefined }) {
  return <div class={classNames('btn-row', props.stacked && 'btn-row-stacked')}>{props.children}</div>
}
