import type { AppError } from '#kernel/errors.ts'
import { FormPage, PasswordField } from '#ui/index.ts'
import { accountPaths } from '../paths.ts'
import { accountTexts } from '../texts/account.ts'
import { signInTexts } from '../texts/sign-in.ts'
import { AccountFrame, type OwnPage } from './account-frame.tsx'
import { formErrors } from './form-errors.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { CodeField } from './sign-in.tsx'

interface StepUpProps extends OwnPage {
  readonly lanjut: string
  readonly asksCode: boolean
  readonly offersPasskey: boolean
  readonly error?: AppError | undefined
}

export function StepUpPage(props: StepUpProps) {
  const { locale, lanjut, asksCode } = props
  const t = accountTexts(locale)
  const errors = formErrors(props.error, locale)
  return (
    <AccountFrame {...props} title={t('step-title')} heading={false}>
      <FormPage
        title={t('step-title')}
        lead={t(asksCode ? 'step-lead-code' : 'step-lead')}
        action={accountPaths.stepUp()}
        errors={errors.list}
        submitLabel={t('step-submit')}
      >
        <PasswordField name="password" label={t('step-password')} error={errors.of('password')} />
        {asksCode && <CodeField label={signInTexts(locale)('code')} error={errors.of('code')} />}
        <input type="hidden" name="lanjut" value={lanjut} />
      </FormPage>
      {props.offersPasskey && (
        <PasskeyForm
          purpose="step-up"
          startUrl={accountPaths.passkeyChallenge}
          action={accountPaths.stepUpPasskey}
          label={t('step-passkey')}
          failed={t('step-passkey-failed')}
          lanjut={lanjut}
        />
      )}
    </AccountFrame>
  )
}
