import { Button, ButtonRow, Checkboxes, CsrfField, Notice, PasswordField, TextField, useFrame } from '#ui/index.ts'
import type { CarriedService } from '../queries/pack.ts'
import { fieldCounterTexts } from '../texts.ts'
import { type DeskAround, DeskFrame } from './desk-frame.tsx'

const words = [
  'old-browser',
  'no-name',
  'bad-pin',
  'weak-pin',
  'pin-differs',
  'no-service',
  'working',
  'taking',
  'ready',
  'failed',
  'cannot-renew',
] as const
/** Chosen already for who comes first. */
const usual = /^(birth|move|moving|death)/

export interface SetUpPageProps extends DeskAround {
  readonly services: readonly CarriedService[]
  readonly areas: readonly string[]
  readonly accountId: string
  readonly label: string
}

/** Done once with a network: keys, PIN, and what is taken along. */
export function SetUpPage(props: SetUpPageProps) {
  const { locale } = useFrame()
  const t = fieldCounterTexts(locale)
  const carried = props.services.filter((service) => !service.obstacle)
  const left = props.services.filter((service) => service.obstacle)
  return (
    <DeskFrame {...props} title={t('setup.title')} lead={t('setup.lead')}>
      <noscript>
        <Notice tone="soon">{t('noscript')}</Notice>
      </noscript>
      <form
        hidden
        novalidate
        class="field-setup"
        data-island="field-setup"
        data-account-id={props.accountId}
        data-label={props.label}
      >
        <CsrfField />
        <div data-part="name">
          <TextField
            name="deviceName"
            label={t('setup.name')}
            hint={t('setup.name-hint')}
            maxLength={60}
            autocomplete="off"
          />
        </div>
        <div data-part="known" hidden>
          <Notice tone="info">
            {t('setup.known', { device: '{device}' }).split('{device}')[0]}
            <strong data-device />
            {t('setup.known', { device: '{device}' }).split('{device}')[1]}
          </Notice>
        </div>
        <Checkboxes
          name="services"
          label={t('setup.services')}
          hint={`${t('setup.services-hint')} ${t('setup.areas', { names: props.areas.join(', ') })}`}
          values={carried.filter((service) => usual.test(service.id)).map((service) => service.slug)}
          options={carried.map((service) => ({
            value: service.slug,
            label: service.title[locale],
            hint: service.summary[locale],
          }))}
        />
        {left.length > 0 && (
          <details class="field-fold">
            <summary>{t('setup.not-carried')}</summary>
            <ul class="plain-list">
              {left.map((service) => (
                <li key={service.id}>
                  {service.title[locale]}: <span class="hint">{service.obstacle?.[locale]}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
        <div data-part="pin">
          <PasswordField name="pin" label={t('setup.pin')} hint={t('setup.pin-hint')} autocomplete="new-password" />
          <PasswordField name="pinAgain" label={t('setup.pin-again')} autocomplete="new-password" />
          <p class="hint" data-part="keep-pin" hidden>
            {t('setup.keep-pin')}
          </p>
        </div>
        <ButtonRow>
          <Button>{t('setup.button')}</Button>
        </ButtonRow>
        <p role="status" data-status />
        {words.map((word) => (
          <template key={word} data-text={word}>
            {t(`setup.${word}`, { done: '{done}', of: '{of}' })}
          </template>
        ))}
      </form>
    </DeskFrame>
  )
}
