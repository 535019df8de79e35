import { formatMoment } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  NumberField,
  PasswordField,
  Radios,
  Section,
  Select,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { nationalPaths } from '../paths.ts'
import type { Settings } from '../settings.ts'
import { adminTexts } from '../texts-admin.ts'
import { type Around, NationalFrame, useErrorOf } from './frame.tsx'

export interface SettingsProps extends Around {
  readonly settings: Settings
  readonly maySimulate: boolean
  readonly typed: Readonly<Record<string, string>>
}

export function SettingsPage(props: SettingsProps) {
  const { locale } = useFrame()
  const t = adminTexts(locale)
  const errorOf = useErrorOf(props.errors)
  const { settings, typed, zone } = props
  const text = (name: string, value: string | undefined) => ({
    name,
    value: typed[name] ?? value,
    error: errorOf(name),
    maxLength: 300,
    autocomplete: 'off',
    spellcheck: false,
  })
  return (
    <NationalFrame {...props} title={t('settings.title')} lead={t('settings.lead')}>
      {settings.changedAt && (
        <p class="hint">
          {t('settings.changed', {
            when: formatMoment(settings.changedAt, locale, zone),
            by: settings.changedBy ?? '–',
          })}
        </p>
      )}
      <form method="post" action={nationalPaths.settings} novalidate>
        <CsrfField />
        <Radios
          name="mode"
          label={t('settings.mode')}
          value={typed['mode'] ?? settings.mode}
          error={errorOf('mode')}
          options={(['off', ...(props.maySimulate ? (['simulator'] as const) : []), 'live'] as const).map((value) => ({
            value,
            label: t(`mode.${value}`),
            hint: t(`mode.${value}-hint`),
          }))}
        />
        <Select
          name="numbers"
          label={t('settings.numbers')}
          value={typed['numbers'] ?? settings.numbers}
          empty={false}
          options={(['own', 'national'] as const).map((value) => ({ value, label: t(`numbers.${value}`) }))}
        />
        <Section title={t('settings.gateway')}>
          <TextField {...text('gatewayUrl', settings.gatewayUrl)} label={t('settings.gateway-url')} type="url" />
          <PasswordField
            name="gatewayToken"
            label={t('settings.gateway-token')}
            hint={settings.hasToken ? t('settings.kept') : undefined}
            error={errorOf('gatewayToken')}
            autocomplete="new-password"
          />
          <NumberField
            name="faceThreshold"
            label={t('settings.face-threshold')}
            value={typed['faceThreshold'] ?? String(settings.faceThreshold).replace('.', ',')}
            error={errorOf('faceThreshold')}
            decimal
            maxLength={7}
          />
        </Section>
        <Section title={t('settings.verify')}>
          <TextField {...text('verifyUrl', settings.verifyUrl)} label={t('settings.verify-url')} type="url" />
          <TextField
            {...text('verifyCustomer', settings.verifyCustomer)}
            label={t('settings.verify-customer')}
            width="medium"
          />
          <TextField {...text('verifyUser', settings.verifyUser)} label={t('settings.verify-user')} width="medium" />
          <PasswordField
            name="verifyPassword"
            label={t('settings.verify-password')}
            hint={settings.hasPassword ? t('settings.kept') : undefined}
            error={errorOf('verifyPassword')}
            autocomplete="new-password"
          />
          <TextField {...text('verifyIp', settings.verifyIp)} label={t('settings.verify-ip')} width="medium" />
          <NumberField
            name="nameThreshold"
            label={t('settings.name-threshold')}
            value={typed['nameThreshold'] ?? String(settings.nameThreshold)}
            error={errorOf('nameThreshold')}
            suffix="%"
            maxLength={3}
          />
        </Section>
        <ButtonRow>
          <Button>{t('settings.save')}</Button>
        </ButtonRow>
      </form>
    </NationalFrame>
  )
}
