import type { Zone } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { formatTime } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  Button,
  ButtonRow,
  Checkboxes,
  CitizenLayout,
  CsrfField,
  ErrorSummary,
  LinkButton,
  Notice,
  TextField,
  withQuery,
} from '#ui/index.ts'
import { cardFields, cardTitles } from '../cards/fields.ts'
import { type CardKind, cardKinds, fieldName } from '../domain.ts'
import { credentialPaths } from '../paths.ts'
import type { CardRequest } from '../queries/requests.ts'
import { checkTexts } from '../texts-check.ts'

export interface AskProps {
  readonly locale: Locale
  readonly kind: CardKind
  readonly form: FormValues
  readonly error: AppError | undefined
}

/** What somebody wants to see of a card that lies in another wallet. */
export function AskPage({ locale, kind, form, error }: AskProps) {
  const t = checkTexts(locale)
  const errors = (error?.fields ?? []).map(({ path, message }) => ({ name: path, text: message[locale] }))
  const list = error && errors.length === 0 ? [{ text: error.say(locale) }] : errors
  const wrong = (name: string) => errors.find((one) => one.name === name)?.text
  return (
    <CitizenLayout
      title={t('ask-title')}
      lead={t('ask-lead')}
      breadcrumb={[{ label: t('title'), href: credentialPaths.check }, { label: t('ask-title') }]}
      narrow
    >
      <ErrorSummary errors={list} />
      <nav aria-label={t('ask-kind')}>
        <ul class="card-kinds">
          {cardKinds.map((one) => (
            <li key={one}>
              <a
                href={withQuery(credentialPaths.request, { kartu: one })}
                aria-current={one === kind ? 'page' : undefined}
              >
                {cardTitles[one][locale]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="post" action={credentialPaths.request} novalidate>
        <CsrfField />
        <input type="hidden" name="kind" value={kind} />
        <Checkboxes
          name="fields"
          label={`${t('ask-fields')}: ${cardTitles[kind][locale].toLocaleLowerCase(locale)}`}
          error={wrong('fields')}
          values={form.all('fields')}
          options={cardFields[kind].map(({ path, label }) => ({ value: fieldName(path), label: label[locale] }))}
        />
        <TextField
          name="asker"
          label={t('ask-asker')}
          hint={t('purpose-hint')}
          value={form.get('asker')}
          error={wrong('asker')}
          maxLength={120}
        />
        <TextField
          name="purpose"
          label={t('purpose')}
          hint={t('purpose-hint')}
          value={form.get('purpose')}
          error={wrong('purpose')}
          maxLength={200}
        />
        <ButtonRow>
          <Button icon="qr-code">{t('ask-make')}</Button>
        </ButtonRow>
      </form>
    </CitizenLayout>
  )
}

export interface RequestedProps {
  readonly locale: Locale
  readonly zone: Zone
  readonly secret: string
  readonly request: CardRequest
  readonly link: string
  readonly qr: string
}

/** The code for the wallet, and whether it has answered. */
export function RequestedPage({ locale, zone, secret, request, link, qr }: RequestedProps) {
  const t = checkTexts(locale)
  const fields = cardFields[request.kind]
    .filter(({ path }) => request.fields.includes(fieldName(path)))
    .map(({ label }) => label[locale])
  return (
    <CitizenLayout
      title={t('asked-title')}
      lead={t('asked-lead', { fields: fields.join(', '), time: formatTime(request.expiresAt, locale, zone) })}
      narrow
      private
    >
      {request.isAnswered ? (
        <form method="post" action={credentialPaths.requested(secret)}>
          <CsrfField />
          <Notice tone="good" announce>
            {t('asked-done')}
          </Notice>
          <ButtonRow>
            <Button icon="eye">{t('asked-open')}</Button>
          </ButtonRow>
        </form>
      ) : (
        <>
          <div class="card-qr" dangerouslySetInnerHTML={{ __html: qr }} />
          <p class="mt-4">
            <a href={link}>{t('asked-link')}</a>
          </p>
          <p class="hint">{t('asked-waiting')}</p>
          <ButtonRow>
            <LinkButton href={credentialPaths.requested(secret)} variant="secondary" icon="refresh-cw">
              {t('asked-again')}
            </LinkButton>
          </ButtonRow>
        </>
      )}
    </CitizenLayout>
  )
}
