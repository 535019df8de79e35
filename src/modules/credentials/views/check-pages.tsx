import { dayOf, type Zone } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  ErrorSummary,
  Field,
  LinkButton,
  Notice,
  Section,
  SummaryList,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { cardFields, cardTitles } from '../cards/fields.ts'
import { type CheckResult, checkNames, claimAt, type Verdict } from '../check/verdict.ts'
import { type ClaimField, fieldName, lastDayOf } from '../domain.ts'
import { credentialPaths } from '../paths.ts'
import type { Json } from '../sd-jwt/disclosures.ts'
import { checkTexts } from '../texts-check.ts'

/** Before a card is opened: what will happen, and one button. */
export function OpenPage({ locale, code }: { locale: Locale; code: string }) {
  const t = checkTexts(locale)
  return (
    <CitizenLayout title={t('open-title')} lead={t('open-lead')} narrow private>
      <form method="post" action={credentialPaths.opened(code)}>
        <CsrfField />
        <ButtonRow>
          <Button icon="eye">{t('open')}</Button>
        </ButtonRow>
      </form>
      <p class="hint mt-4">{t('open-record')}</p>
    </CitizenLayout>
  )
}

export interface VerdictProps {
  readonly locale: Locale
  readonly zone: Zone
  readonly verdict: Verdict
  readonly shownFor?: { readonly audience: string; readonly purpose: string } | undefined
}

/** What was shown, only when everything holds; and each check in words. */
export function VerdictPage({ locale, zone, verdict, shownFor }: VerdictProps) {
  const t = checkTexts(locale)
  const { valid, card } = verdict
  return (
    <CitizenLayout title={t(valid ? 'valid-title' : 'invalid-title')} heading={false} narrow private>
      <Notice tone={valid ? 'good' : 'late'}>
        <h1 class="card-verdict">{t(valid ? 'valid-title' : 'invalid-title')}</h1>
        <p>{t(valid ? 'valid-lead' : 'invalid-lead')}</p>
      </Notice>
      {valid && card && <Shown locale={locale} verdict={verdict} />}
      {(shownFor || card) && (
        <Section title={t('card')} id="kartu">
          <SummaryList
            rows={[
              ...(card ? [{ term: t('card'), value: cardTitles[card.kind][locale] }] : []),
              ...(card ? [{ term: t('until'), value: formatDay(dayOf(lastDayOf(card.expiresAt), zone), locale) }] : []),
              ...(shownFor ? [{ term: t('shown-to'), value: shownFor.audience }] : []),
              ...(shownFor ? [{ term: t('shown-for'), value: shownFor.purpose }] : []),
            ]}
          />
          {shownFor && <p class="hint">{t('not-you')}</p>}
        </Section>
      )}
      <Checks locale={locale} checks={verdict.checks} />
      <ButtonRow>
        <LinkButton href={credentialPaths.check} variant="secondary">
          {t('title')}
        </LinkButton>
      </ButtonRow>
    </CitizenLayout>
  )
}

function Shown({ locale, verdict }: { locale: Locale; verdict: Verdict }) {
  const t = checkTexts(locale)
  const fields = verdict.card ? cardFields[verdict.card.kind] : []
  const rows = fields.flatMap((field) => {
    const value = claimAt(verdict.claims, field.path)
    const isShown = verdict.shown.some((path) => fieldName(path) === fieldName(field.path))
    return isShown && value !== undefined
      ? [{ term: field.label[locale], value: claimWords(field, value, locale) }]
      : []
  })
  return (
    <Section title={t('shown')} id="data">
      {rows.length > 0 ? <SummaryList rows={rows} /> : <p>{t('no-fields')}</p>}
    </Section>
  )
}

/** A value as people read it. */
export function claimWords(field: ClaimField, value: Json, locale: Locale): string {
  const t = checkTexts(locale)
  const text = String(value)
  if (field.reads === 'yes-no') return t(value === true ? 'yes' : 'no')
  if (field.reads === 'sex') return text === 'male' || text === 'female' ? t(text) : text
  if (field.reads === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(Temporal.PlainDate.from(text), locale)
  return text
}

const tones = { good: 'good', bad: 'late', unknown: 'soon' } as const

function Checks({ locale, checks }: { locale: Locale; checks: readonly CheckResult[] }) {
  const t = checkTexts(locale)
  const ordered = checkNames.flatMap((name) => checks.filter((check) => check.name === name))
  return (
    <Section title={t('checks')} id="pemeriksaan">
      <SummaryList
        rows={ordered.map((check) => ({
          term: t(`check-${check.name}`),
          value: check.reason[locale],
          note: { text: t(`outcome-${check.outcome}`), tone: tones[check.outcome] },
        }))}
      />
    </Section>
  )
}

export interface CheckProps {
  readonly locale: Locale
  readonly nonce: string
  readonly audience: string
  readonly form: FormValues
  readonly error: AppError | undefined
}

/** A card that came as text or file. */
export function CheckPage({ locale, nonce, audience, form, error }: CheckProps) {
  const t = checkTexts(locale)
  const errors = (error?.fields ?? []).map(({ path, message }) => ({ name: path, text: message[locale] }))
  const list = error && errors.length === 0 ? [{ text: error.say(locale) }] : errors
  return (
    <CitizenLayout title={t('title')} lead={t('lead')} narrow>
      <ErrorSummary errors={list} />
      <form method="post" action={credentialPaths.check} enctype="multipart/form-data" novalidate>
        <CsrfField />
        <TextArea
          name="presentation"
          label={t('paste')}
          hint={t('paste-hint')}
          value={form.get('presentation')}
          error={errors.find(({ name }) => name === 'presentation')?.text}
          rows={6}
        />
        <Field name="file" label={t('file')} optional>
          {(control) => (
            <input {...control} class="input input-file" type="file" name="file" accept=".txt,.jwt,text/plain" />
          )}
        </Field>
        <TextField
          name="purpose"
          label={t('purpose')}
          hint={t('purpose-hint')}
          value={form.get('purpose')}
          error={errors.find(({ name }) => name === 'purpose')?.text}
          maxLength={200}
        />
        <ButtonRow>
          <Button>{t('check')}</Button>
        </ButtonRow>
      </form>
      <p>
        <a href={credentialPaths.request}>{t('ask-link')}</a>
      </p>
      <Section title={t('challenge')} id="tantangan">
        <p>{t('challenge-lead')}</p>
        <SummaryList
          rows={[
            { term: t('nonce'), value: <code class="card-code">{nonce}</code> },
            { term: t('audience'), value: <code class="card-code">{audience}</code> },
          ]}
        />
        <p class="hint">
          <a href="/api/v1/openapi.json">{t('for-programs')}</a>
        </p>
      </Section>
    </CitizenLayout>
  )
}
