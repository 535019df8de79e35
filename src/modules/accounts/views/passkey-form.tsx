import { Button, CsrfField } from '#ui/index.ts'

interface PasskeyFormProps {
  /** `register` makes a passkey, the others use one. */
  readonly purpose: 'sign-in' | 'step-up' | 'register'
  /** Answers a POST with the WebAuthn options as JSON. */
  readonly startUrl: string
  /** Where the form with the device's answer is posted. */
  readonly action: string
  readonly label: string
  readonly failed: string
  readonly lanjut?: string | undefined
}

/** Hidden until the `passkey` island finds that the browser can do it; then the form posts like any other. */
export function PasskeyForm(props: PasskeyFormProps) {
  return (
    <form
      method="post"
      action={props.action}
      hidden
      data-island="passkey"
      data-purpose={props.purpose === 'register' ? 'register' : 'authenticate'}
      data-start={props.startUrl}
    >
      <CsrfField />
      <input type="hidden" name="response" value="" />
      <input type="hidden" name="lanjut" value={props.lanjut ?? ''} />
      <Button variant="secondary" icon="key-round">
        {props.label}
      </Button>
      <p role="alert" hidden data-passkey-failed>
        {props.failed}
      </p>
    </form>
  )
}
