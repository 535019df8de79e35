import type { AppError } from '#kernel/errors.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  ErrorSummary,
  LinkButton,
  PasswordField,
  Section,
  StatusTag,
  Table,
} from '#ui/index.ts'
import { deviceOf } from '../device.ts'
import { accountPaths } from '../paths.ts'
import type { PasskeyItem, SecurityState, SessionItem } from '../queries/security.ts'
import { securityTexts } from '../texts/security.ts'
import { AccountFrame, type OwnPage } from './account-frame.tsx'
import { formErrors } from './form-errors.ts'
import { formatMoment } from './moments.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { NewPasswordFields } from './sign-up.tsx'

export interface SecurityProps extends OwnPage {
  readonly zone: string
  readonly state: SecurityState
  readonly sessionId: string
  readonly elevated: boolean
  readonly error?: AppError | undefined
}

export function SecurityPage(props: SecurityProps) {
  const { locale, state, error } = props
  const t = securityTexts(locale)
  const errors = formErrors(error, locale)
  return (
    <AccountFrame {...props} title={t('title')} inside>
      <ErrorSummary errors={errors.list} />
      <Section title={t('password-title')}>
        <form method="post" action={accountPaths.changePassword} novalidate>
          <CsrfField />
          <PasswordField name="current" label={t('password-current')} error={errors.of('current')} />
          <NewPasswordFields locale={locale} error={error} />
          <Button>{t('password-change')}</Button>
        </form>
      </Section>
      <Section title={t('totp-title')}>
        <p>{t(state.hasAuthenticator ? 'totp-on' : 'totp-off')}</p>
        {state.hasAuthenticator ? (
          <>
            <p class="hint">{t('codes-renew-text')}</p>
            <ButtonRow>
              <Post action={accountPaths.backupCodes} label={t('codes-renew')} />
              <Post action={accountPaths.authenticatorOff} label={t('totp-remove')} />
            </ButtonRow>
          </>
        ) : (
          <ButtonRow>
            <LinkButton href={accountPaths.authenticator}>{t('totp-add')}</LinkButton>
          </ButtonRow>
        )}
      </Section>
      <Passkeys {...props} />
      <Sessions {...props} />
    </AccountFrame>
  )
}

function Passkeys({ locale, zone, state, elevated }: SecurityProps) {
  const t = securityTexts(locale)
  const name = (item: PasskeyItem, index: number) => item.name ?? t('passkey-name', { name: index + 1 })
  return (
    <Section title={t('passkeys-title')}>
      <p>{t('passkeys-text')}</p>
      <Table
        caption={t('passkeys-title')}
        captionHidden
        rows={state.passkeys}
        rowKey={(item) => item.id}
        empty={<p class="hint">{t('passkeys-none')}</p>}
        columns={[
          {
            key: 'name',
            label: t('passkeys-title'),
            header: true,
            cell: (item) => name(item, state.passkeys.indexOf(item)),
          },
          { key: 'since', label: t('session-since'), cell: (item) => formatMoment(item.createdAt, zone, locale) },
          {
            key: 'remove',
            label: t('remove'),
            cell: (item) => (
              <Post action={accountPaths.removePasskey} label={t('remove')} values={{ passkeyId: item.id }} small />
            ),
          },
        ]}
      />
      {elevated ? (
        <PasskeyForm
          purpose="register"
          startUrl={accountPaths.passkeyRegistration}
          action={accountPaths.passkeys}
          label={t('passkey-add')}
          failed={t('passkey-failed')}
        />
      ) : (
        <>
          <p class="hint">{t('prove-first')}</p>
          <ButtonRow>
            <LinkButton href={accountPaths.stepUp(accountPaths.security)} variant="secondary">
              {t('prove')}
            </LinkButton>
          </ButtonRow>
        </>
      )}
    </Section>
  )
}

function Sessions({ locale, zone, state, sessionId }: SecurityProps) {
  const t = securityTexts(locale)
  return (
    <Section title={t('sessions-title')}>
      <Table
        caption={t('sessions-title')}
        captionHidden
        rows={state.sessions}
        rowKey={(item) => item.id}
        columns={[
          {
            key: 'device',
            label: t('session-device'),
            header: true,
            cell: (item) => (
              <>
                {deviceName(item, locale)}{' '}
                {item.id === sessionId && <StatusTag tone="good">{t('session-this')}</StatusTag>}
              </>
            ),
          },
          { key: 'since', label: t('session-since'), cell: (item) => formatMoment(item.createdAt, zone, locale) },
          { key: 'used', label: t('session-used'), cell: (item) => formatMoment(item.lastUsedAt, zone, locale) },
          {
            key: 'end',
            label: t('session-end'),
            cell: (item) =>
              item.id === sessionId ? null : (
                <Post action={accountPaths.endSession} label={t('session-end')} values={{ sessionId: item.id }} small />
              ),
          },
        ]}
      />
      {state.sessions.length > 1 && (
        <ButtonRow>
          <Post action={accountPaths.endOtherSessions} label={t('sessions-end-others')} />
        </ButtonRow>
      )}
    </Section>
  )
}

function deviceName(item: SessionItem, locale: Locale): string {
  const t = securityTexts(locale)
  const device = deviceOf(item.userAgent)
  return device ? t('device-on', device) : t('device-unknown')
}

function Post(props: { action: string; label: string; values?: Readonly<Record<string, string>>; small?: boolean }) {
  return (
    <form method="post" action={props.action}>
      <CsrfField />
      {Object.entries(props.values ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant="secondary" small={props.small}>
        {props.label}
      </Button>
    </form>
  )
}
