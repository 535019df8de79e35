import type { FieldError } from '#kernel/errors.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  ErrorSummary,
  LinkButton,
  Notice,
  Radios,
  Section,
  TextField,
  useFrame,
} from '#ui/index.ts'
import type { Channel } from '../domain.ts'
import { messagingPaths } from '../paths.ts'
import { messagingTexts } from '../texts.ts'

export interface PreferencesProps {
  readonly hasWhatsApp: boolean
  readonly firstChannel: Channel
  /** Masked number and address of the account; the number counts only when proved. */
  readonly phone: string | undefined
  readonly isProved: boolean
  readonly email: string | undefined
  readonly isCodeOpen: boolean
  readonly typedCode: string
  readonly notice: string | undefined
  readonly errors: readonly FieldError[]
}

export function PreferencesPage(props: PreferencesProps) {
  const { locale } = useFrame()
  const t = messagingTexts(locale)
  const errorOf = (name: string) => props.errors.find((error) => error.path === name)?.message[locale]
  const whatsappHint =
    props.isProved && props.phone ? t('prefs.whatsapp-hint', { phone: props.phone }) : t('prefs.whatsapp-unproved')
  return (
    <CitizenLayout
      title={t('prefs.title')}
      lead={t('prefs.lead')}
      breadcrumb={[
        { label: t('inbox.title'), href: messagingPaths.inbox },
        { label: t('prefs.title'), href: messagingPaths.preferences },
      ]}
      narrow
      private
    >
      {props.notice && (
        <Notice tone="good" announce>
          {props.notice}
        </Notice>
      )}
      <ErrorSummary errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))} />
      {!props.hasWhatsApp && <Notice>{t('prefs.no-whatsapp')}</Notice>}
      <form method="post" action={messagingPaths.preferences} novalidate>
        <CsrfField />
        <Radios
          name="firstChannel"
          label={t('prefs.first')}
          value={props.firstChannel}
          error={errorOf('firstChannel')}
          options={[
            { value: 'whatsapp', label: t('prefs.whatsapp'), hint: whatsappHint },
            {
              value: 'email',
              label: t('prefs.email'),
              hint: props.email ? t('prefs.email-hint', { email: props.email }) : t('prefs.email-none'),
            },
          ]}
        />
        <ButtonRow>
          <Button>{t('prefs.save')}</Button>
        </ButtonRow>
      </form>
      {props.hasWhatsApp && (
        <Section title={t('prefs.phone')}>
          <Phone {...props} codeError={errorOf('code')} />
        </Section>
      )}
    </CitizenLayout>
  )
}

function Phone(props: PreferencesProps & { codeError: string | undefined }) {
  const { locale } = useFrame()
  const t = messagingTexts(locale)
  const { phone } = props
  if (!phone) {
    return (
      <>
        <p>{t('prefs.phone-none')}</p>
        <LinkButton href="/akun/kontak" variant="secondary">
          {t('prefs.phone-add')}
        </LinkButton>
      </>
    )
  }
  if (props.isProved) return <p>{t('prefs.phone-proved', { phone })}</p>
  return (
    <>
      <p>{t('prefs.phone-ask', { phone })}</p>
      {props.isCodeOpen && (
        <form method="post" action={messagingPaths.proveCode} novalidate>
          <CsrfField />
          <TextField
            name="code"
            label={t('prefs.code')}
            value={props.typedCode}
            error={props.codeError}
            inputMode="numeric"
            autocomplete="one-time-code"
            maxLength={8}
            width="short"
          />
          <ButtonRow>
            <Button>{t('prefs.prove')}</Button>
          </ButtonRow>
        </form>
      )}
      <form method="post" action={messagingPaths.askCode}>
        <CsrfField />
        <ButtonRow>
          <Button variant="secondary">{t(props.isCodeOpen ? 'prefs.phone-again' : 'prefs.phone-send')}</Button>
        </ButtonRow>
      </form>
    </>
  )
}
