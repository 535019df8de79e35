import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  CitizenLayout,
  CsrfField,
  ErrorSummary,
  LinkButton,
  Section,
  TextField,
} from '#ui/index.ts'
import { type Entitlement, keyOfEntitlement } from '../cards/entitlements.ts'
import { cardFields, cardTitles } from '../cards/fields.ts'
import { credentialPaths } from '../paths.ts'
import { credentialTexts } from '../texts.ts'
import { PaperInstead } from './own-page.tsx'

export interface AddProps {
  readonly locale: Locale
  readonly entitlement: Entitlement
  readonly form: FormValues
  readonly error: AppError | undefined
  readonly personName: string
}

/** Where one card should go: this browser, or a wallet by QR. */
export function AddPage({ locale, entitlement, form, error, personName }: AddProps) {
  const t = credentialTexts(locale)
  const title = cardTitles[entitlement.kind][locale]
  const card = keyOfEntitlement(entitlement)
  const errors = (error?.fields ?? []).map(({ path, message }) => ({ name: nameOf(path), text: message[locale] }))
  const general = error && errors.length === 0 ? [{ text: error.say(locale) }] : errors
  const nameError = errors.find(({ name }) => name === 'deviceName')?.text
  return (
    <CitizenLayout
      title={t('add-title', { card: title.toLocaleLowerCase(locale) })}
      lead={`${t('about-subject', { name: entitlement.subjectName })}. ${t('add-lead')}`}
      breadcrumb={[{ label: t('title'), href: credentialPaths.own }, { label: title }]}
      private
    >
      <ErrorSummary errors={general} />
      <noscript>
        <PaperInstead locale={locale} />
      </noscript>
      <Section title={t('says-title')} id="isi">
        <p class="hint">{t('says-lead')}</p>
        <ul class="card-says">
          {cardFields[entitlement.kind]
            .filter(({ path }) => path[0] !== 'nik')
            .map(({ path, label }) => (
              <li key={path.join('.')}>{label[locale]}</li>
            ))}
        </ul>
      </Section>
      <div hidden data-island="card-keep" data-label={`${title}, ${entitlement.subjectName}`}>
        <Section title={t('here-title')} id="di-sini">
          <p>{t('here-text')}</p>
          <form method="post" action={credentialPaths.browserOffer} data-keep>
            <CsrfField />
            <input type="hidden" name="card" value={card} />
            <TextField
              name="browserName"
              label={t('device-name')}
              hint={t('device-name-hint')}
              value={personName.split(' ')[0] ? `Ponsel ${personName.split(' ')[0]}` : ''}
              maxLength={60}
              width="medium"
            />
            <Checkbox name="keepNik" label={t('nik')} hint={t('nik-hint')} />
            <ButtonRow>
              <Button icon="smartphone">{t('here')}</Button>
            </ButtonRow>
            <p role="status" data-status />
          </form>
        </Section>
        {(['working', 'add-done', 'add-failed', 'old-browser'] as const).map((name) => (
          <template key={name} data-text={name}>
            {t(name)}
          </template>
        ))}
      </div>
      <Section title={t('wallet-title')} id="dompet">
        <p>{t('wallet-text')}</p>
        <form method="post" action={credentialPaths.offer} novalidate>
          <CsrfField />
          <input type="hidden" name="card" value={card} />
          <TextField
            name="deviceName"
            label={t('device-name')}
            hint={t('device-name-hint')}
            value={form.get('deviceName')}
            error={nameError}
            maxLength={60}
            width="medium"
          />
          <Checkbox name="withNik" label={t('nik')} hint={t('nik-hint')} checked={form.get('withNik') === 'yes'} />
          <ButtonRow>
            <Button variant="secondary" icon="qr-code">
              {t('make-offer')}
            </Button>
            <LinkButton href={credentialPaths.own} variant="quiet">
              {t('back')}
            </LinkButton>
          </ButtonRow>
        </form>
      </Section>
    </CitizenLayout>
  )
}

/** The command speaks of `device.name`, the form of `deviceName`. */
const nameOf = (path: string): string => (path === 'device.name' ? 'deviceName' : path)
