import type { AppError } from '#kernel/errors.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { Button, ButtonRow, FormPage, LinkList, Notice, PasswordField, PlainLayout, TextField } from '#ui/index.ts'
import { accountPaths } from '../paths.ts'
import { signInTexts } from '../texts/sign-in.ts'
import { formErrors } from './form-errors.ts'
import { PasskeyForm } from './passkey-form.tsx'

interface SignInProps {
  readonly locale: Locale
  readonly lanjut?: string | undefined
  readonly name?: string | undefined
  readonly error?: AppError | undefined
  readonly notice?: string | undefined
}

export function SignInPage({ locale, lanjut, name, error, notice }: SignInProps) {
  const t = signInTexts(locale)
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
        action={accountPaths.signIn()}
        errors={errors.list}
        submitLabel={t('submit')}
      >
        <TextField
          name="name"
          label={t('name')}
          value={name}
          autocomplete="username"
          spellcheck={false}
          width="medium"
          error={errors.of('name')}
        />
        <PasswordField name="password" label={t('password')} error={errors.of('password')} />
        {lanjut && <input type="hidden" name="lanjut" value={lanjut} />}
      </FormPage>
      <PasskeyForm
        purpose="sign-in"
        startUrl={accountPaths.passkeyChallenge}
        action={accountPaths.passkeySignIn}
        label={t('passkey')}
        failed={t('passkey-failed')}
        lanjut={lanjut}
      />
      <LinkList
        items={[
          { title: t('sign-up'), text: t('no-account'), href: accountPaths.signUp(lanjut) },
          { title: t('forgot'), href: accountPaths.forgotPassword },
        ]}
      />
    </PlainLayout>
  )
}

interface CodeProps {
  readonly locale: Locale
  readonly region: string
  readonly lanjut?: string | undefined
  readonly error?: AppError | undefined
}

export function SignInCodePage({ locale, region, lanjut, error }: CodeProps) {
  const t = signInTexts(locale)
  const errors = formErrors(error, locale)
  return (
    <PlainLayout title={t('code-title')} heading={false}>
      <FormPage
        title={t('code-title')}
        lead={t('code-lead', { region })}
        action={accountPaths.signInCode()}
        errors={errors.list}
        actions={
          <ButtonRow>
            <Button>{t('code-submit')}</Button>
            <a href={accountPaths.signIn(lanjut)}>{t('start-again')}</a>
          </ButtonRow>
        }
      >
        <CodeField label={t('code')} hint={t('code-hint')} error={errors.of('code')} />
        {lanjut && <input type="hidden" name="lanjut" value={lanjut} />}
      </FormPage>
    </PlainLayout>
  )
}

export function CodeField(props: { label: string; hint?: string | undefined; error?: string | undefined }) {
  return (
    <TextField
      name="code"
      label={props.label}
      hint={props.hint}
      error={props.error}
      autocomplete="one-time-code"
      inputMode="numeric"
      spellcheck={false}
      width="short"
      maxLength={16}
    />
  )
}
