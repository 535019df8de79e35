import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { FormPage, LinkButton, PlainLayout } from '#ui/index.ts'
import { accountPaths } from '../paths.ts'
import { passwordTexts } from '../texts/password.ts'
import { signUpTexts } from '../texts/sign-up.ts'
import { formErrors } from './form-errors.ts'
import { IdentityFields, NewPasswordFields } from './sign-up.tsx'

export function ForgotPasswordPage(props: { locale: Locale; form: FormValues; error?: AppError | undefined }) {
  const t = passwordTexts(props.locale)
  return (
    <PlainLayout title={t('forgot-title')} heading={false}>
      <FormPage
        title={t('forgot-title')}
        lead={t('forgot-lead')}
        action={accountPaths.forgotPassword}
        errors={formErrors(props.error, props.locale).list}
        submitLabel={t('forgot-submit')}
        backHref={accountPaths.signIn()}
      >
        <IdentityFields {...props} />
      </FormPage>
      <p class="hint">{t('forgot-staff')}</p>
    </PlainLayout>
  )
}

export function LinkSentPage({ locale }: { locale: Locale }) {
  const t = passwordTexts(locale)
  return (
    <PlainLayout title={t('sent-title')} lead={t('sent-lead')}>
      <p>{t('sent-else')}</p>
    </PlainLayout>
  )
}

export function SetPasswordPage(props: { locale: Locale; token: string; name: string; error?: AppError | undefined }) {
  const t = passwordTexts(props.locale)
  return (
    <PlainLayout title={t('set-title')} heading={false}>
      <FormPage
        title={t('set-title')}
        lead={t('set-lead', { name: props.name })}
        action={accountPaths.setPassword(props.token)}
        errors={formErrors(props.error, props.locale).list}
        submitLabel={t('set-submit')}
      >
        <NewPasswordFields locale={props.locale} error={props.error} />
      </FormPage>
    </PlainLayout>
  )
}

export function LinkOverPage({ locale }: { locale: Locale }) {
  const t = passwordTexts(locale)
  return (
    <PlainLayout title={t('over-title')} lead={t('over-lead')}>
      <LinkButton href={accountPaths.forgotPassword}>{t('over-submit')}</LinkButton>
    </PlainLayout>
  )
}

export function VerifyEmailPage({ locale, token, email }: { locale: Locale; token: string; email: string }) {
  const t = signUpTexts(locale)
  return (
    <PlainLayout title={t('verify-title')} heading={false}>
      <FormPage
        title={t('verify-title')}
        lead={t('verify-lead', { email })}
        action={accountPaths.verifyEmail(token)}
        submitLabel={t('verify-submit')}
      >
        {null}
      </FormPage>
    </PlainLayout>
  )
}
