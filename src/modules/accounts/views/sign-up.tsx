import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  ButtonRow,
  DateField,
  FormPage,
  LinkButton,
  NikField,
  Notice,
  PasswordField,
  PlainLayout,
  TextField,
} from '#ui/index.ts'
import { datePartsFrom } from '../form-date.ts'
import { accountPaths } from '../paths.ts'
import { signUpTexts } from '../texts/sign-up.ts'
import { formErrors } from './form-errors.ts'

interface FormProps {
  readonly locale: Locale
  readonly form: FormValues
  readonly error?: AppError | undefined
}

export function SignUpPage(props: FormProps & { lanjut?: string | undefined; notice?: string | undefined }) {
  const { locale, form, error, lanjut, notice } = props
  const t = signUpTexts(locale)
  const errors = formErrors(error, locale)
  return (
    <PlainLayout title={t('title')} heading={false}>
      {notice && (
        <Notice tone="info" announce>
          {notice}
        </Notice>
      )}
      <FormPage
        title={t('title')}
        lead={t('lead')}
        action={accountPaths.signUp()}
        errors={errors.list}
        submitLabel={t('continue')}
      >
        <IdentityFields locale={locale} form={form} error={error} />
        {lanjut && <input type="hidden" name="lanjut" value={lanjut} />}
      </FormPage>
      <p>
        {t('have-account')} <a href={accountPaths.signIn(lanjut)}>{t('sign-in')}</a>
      </p>
    </PlainLayout>
  )
}

/** NIK, family card number and birth date: what the register is asked with. */
export function IdentityFields({ locale, form, error }: FormProps) {
  const t = signUpTexts(locale)
  const errors = formErrors(error, locale)
  return (
    <>
      <NikField
        name="nik"
        label={t('nik')}
        hint={t('nik-hint')}
        value={form.get('nik')}
        autocomplete="username"
        error={errors.of('nik')}
      />
      <NikField
        name="kkNumber"
        label={t('kk')}
        hint={t('kk-hint')}
        value={form.get('kkNumber')}
        error={errors.of('kkNumber')}
      />
      <DateField
        name="birthOn"
        label={t('birth')}
        value={datePartsFrom(form, 'birthOn')}
        birthday
        error={errors.of('birthOn')}
      />
    </>
  )
}

export function SignUpAccountPage({ locale, form, error, name }: FormProps & { name: string }) {
  const t = signUpTexts(locale)
  const errors = formErrors(error, locale)
  return (
    <PlainLayout title={t('account-title')} heading={false}>
      <FormPage
        title={t('account-title')}
        lead={t('account-lead', { name })}
        action={accountPaths.signUpAccount}
        errors={errors.list}
        submitLabel={t('create')}
        backHref={accountPaths.signUp()}
      >
        <ContactFields locale={locale} values={form.pick('phone', 'email')} error={error} />
        <NewPasswordFields locale={locale} error={error} />
      </FormPage>
    </PlainLayout>
  )
}

export function ContactFields(props: {
  locale: Locale
  values: { phone: string; email: string }
  error?: AppError | undefined
}) {
  const t = signUpTexts(props.locale)
  const errors = formErrors(props.error, props.locale)
  return (
    <>
      <TextField
        name="phone"
        label={t('phone')}
        hint={t('phone-hint')}
        type="tel"
        inputMode="tel"
        autocomplete="tel-national"
        width="medium"
        optional
        value={props.values.phone}
        error={errors.of('phone')}
      />
      <TextField
        name="email"
        label={t('email')}
        hint={t('email-hint')}
        type="email"
        inputMode="email"
        autocomplete="email"
        spellcheck={false}
        width="medium"
        optional
        value={props.values.email}
        error={errors.of('email')}
      />
    </>
  )
}

/** A new password, twice. Pasting from a password manager works. */
export function NewPasswordFields({ locale, error }: { locale: Locale; error?: AppError | undefined }) {
  const t = signUpTexts(locale)
  const errors = formErrors(error, locale)
  return (
    <>
      <PasswordField
        name="password"
        label={t('password')}
        hint={t('password-hint')}
        autocomplete="new-password"
        error={errors.of('password')}
      />
      <PasswordField
        name="passwordAgain"
        label={t('password-again')}
        autocomplete="new-password"
        error={errors.of('passwordAgain')}
      />
    </>
  )
}

export function AccountExistsPage({ locale, lanjut }: { locale: Locale; lanjut?: string | undefined }) {
  const t = signUpTexts(locale)
  return (
    <PlainLayout title={t('exists-title')} lead={t('exists-lead')}>
      <ButtonRow>
        <LinkButton href={accountPaths.signIn(lanjut)}>{t('sign-in')}</LinkButton>
        <LinkButton href={accountPaths.forgotPassword} variant="secondary">
          {t('forgot')}
        </LinkButton>
      </ButtonRow>
    </PlainLayout>
  )
}
