import type { AppError } from '#kernel/errors.ts'
import { CopyText, FormPage, LinkButton, PasswordField } from '#ui/index.ts'
import type { Enrolment } from '../auth/totp.ts'
import { accountPaths } from '../paths.ts'
import { securityTexts } from '../texts/security.ts'
import { AccountFrame, type OwnPage } from './account-frame.tsx'
import { formErrors } from './form-errors.ts'
import { CodeField } from './sign-in.tsx'

/** First the password, then picture, key and the first code. */
export function AuthenticatorPage(
  props: OwnPage & { enrolment?: Enrolment | undefined; proof?: string; error?: AppError | undefined },
) {
  const { locale, enrolment } = props
  const t = securityTexts(locale)
  const errors = formErrors(props.error, locale)
  return (
    <AccountFrame {...props} title={t('enrol-title')} heading={false}>
      <FormPage
        title={t('enrol-title')}
        lead={enrolment ? undefined : t('enrol-lead')}
        action={accountPaths.authenticator}
        errors={errors.list}
        submitLabel={t(enrolment ? 'enrol-confirm' : 'enrol-start')}
        backHref={accountPaths.security}
      >
        {enrolment ? (
          <>
            <h2>{t('enrol-scan')}</h2>
            <img src={enrolment.image} alt={t('enrol-image')} width={240} height={240} />
            <h2>{t('enrol-key')}</h2>
            <p>
              <CopyText text={enrolment.key} label={t('enrol-key')} />
            </p>
            <CodeField label={t('enrol-code')} error={errors.of('code')} />
            <input type="hidden" name="proof" value={props.proof} />
          </>
        ) : (
          <PasswordField name="password" label={t('enrol-password')} error={errors.of('password')} />
        )}
      </FormPage>
    </AccountFrame>
  )
}

export function BackupCodesPage(props: OwnPage & { codes: readonly string[] }) {
  const t = securityTexts(props.locale)
  return (
    <AccountFrame {...props} title={t('codes-title')} lead={t('codes-lead')}>
      <ol>
        {props.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <LinkButton href={accountPaths.security}>{t('codes-done')}</LinkButton>
    </AccountFrame>
  )
}
