import encodeQR from 'qr'
import type { Locale } from '#kernel/i18n/texts.ts'
import { TextArea, TextField } from '#ui/index.ts'
import { cardFields, cardTitles } from '../cards/fields.ts'
import { fieldName } from '../domain.ts'
import { credentialPaths } from '../paths.ts'
import type { ReadCard, ShowableClaim } from './card-text.ts'
import type { KeptCard } from './store.ts'
import type { WalletText } from './texts.ts'

export interface OpenCard {
  readonly kept: KeptCard
  readonly read: ReadCard
}

interface Around {
  readonly t: WalletText
  readonly locale: Locale
  /** Of the region: cards end with its days. */
  readonly zone: string
}

export type Standing = 'holds' | 'revoked' | 'expired'

export function standingOf({ kept, read }: OpenCard): Standing {
  if (kept.isRevoked) return 'revoked'
  return read.expiresAt.getTime() > Date.now() ? 'holds' : 'expired'
}

function dayWords(date: Date, locale: Locale, timeZone: string): string {
  return date.toLocaleDateString(locale === 'en' ? 'en-GB' : 'id-ID', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}

function Standing({ card, t, locale, zone }: Around & { card: OpenCard }) {
  const standing = standingOf(card)
  return (
    <strong class={`tag tone-${standing === 'holds' ? 'good' : 'late'}`}>
      {t(standing, { day: dayWords(new Date(card.read.expiresAt.getTime() - 1000), locale, zone) })}
    </strong>
  )
}

/** Every card on this phone. */
export function CardList({ t, locale, zone, cards }: Around & { cards: readonly OpenCard[] }) {
  if (cards.length === 0) {
    return (
      <div class="empty">
        <h2>{t('none')}</h2>
        <p class="empty-text">{t('none-text')}</p>
        <div class="btn-row">
          <a class="btn btn-primary" href={credentialPaths.own}>
            {t('add')}
          </a>
        </div>
      </div>
    )
  }
  return (
    <>
      <ul class="cards">
        {cards.map((card) => (
          <li key={card.kept.id}>
            <a class="card-face" href={`#${card.kept.id}`}>
              <span class="card-kind">{cardTitles[card.kept.kind][locale]}</span>
              <span class="card-name">{card.kept.label.split(', ').slice(1).join(', ')}</span>
              <Standing card={card} t={t} locale={locale} zone={zone} />
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={credentialPaths.own}>{t('account')}</a>
      </p>
    </>
  )
}

function valueWords({ path, value }: ShowableClaim, t: WalletText, locale: Locale): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (path[0] === 'sex' && (value === 'male' || value === 'female')) return t(value)
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayWords(new Date(`${text}T12:00:00Z`), locale, 'UTC') : text
}

/** Claims in the order of the type, so that the same card always reads alike. */
function ordered(card: OpenCard): ShowableClaim[] {
  return cardFields[card.kept.kind].flatMap(({ path }) =>
    card.read.claims.filter((claim) => fieldName(claim.path) === fieldName(path)),
  )
}

export function labelOf(card: OpenCard, name: string, locale: Locale): string {
  return cardFields[card.kept.kind].find(({ path }) => fieldName(path) === name)?.label[locale] ?? name
}

export interface FormState {
  readonly audience: string
  readonly purpose: string
  readonly chosen: ReadonlySet<string>
  /** For a card that is sent as text. */
  readonly challenge: string
  readonly text?: string | undefined
  readonly error?:
    | { readonly field: 'fields' | 'audience' | 'purpose' | 'challenge' | 'form'; readonly text: string }
    | undefined
  readonly isBusy: boolean
}

/** One card: what it says, and which of it to show. */
export function CardScreen({
  t,
  locale,
  zone,
  card,
  form,
  isOnline,
}: Around & { card: OpenCard; form: FormState; isOnline: boolean }) {
  const isHeld = standingOf(card) === 'holds'
  const wrong = (field: NonNullable<FormState['error']>['field']) =>
    form.error?.field === field ? form.error.text : undefined
  return (
    <form data-card={card.kept.id} novalidate>
      <p class="card-back">
        <a href={`${credentialPaths.wallet}#`}>{t('back')}</a>
      </p>
      <div class="card-face">
        <span class="card-kind">{cardTitles[card.kept.kind][locale]}</span>
        <h2 class="card-name">{card.kept.label.split(', ').slice(1).join(', ')}</h2>
        <Standing card={card} t={t} locale={locale} zone={zone} />
      </div>
      {!isHeld && <p class="notice notice-soon">{t('not-held')}</p>}
      {!isOnline && <p class="notice notice-soon">{t('offline')}</p>}
      <fieldset class="card-fields" disabled={!isHeld}>
        <legend>{t('choose')}</legend>
        <p class="hint">{t('choose-lead')}</p>
        <div class="btn-row">
          {card.read.claims.some(({ path }) => path[0] === 'age_equal_or_over') && <Preset name="only-age" t={t} />}
          {card.read.claims.some(({ path }) => path[0] === 'address') && <Preset name="only-address" t={t} />}
          <Preset name="choose-none" t={t} />
        </div>
        {wrong('fields') && (
          <p class="error" id="fields-error">
            {wrong('fields')}
          </p>
        )}
        {ordered(card).map((claim) => {
          const name = fieldName(claim.path)
          return (
            <div class="choice" key={name}>
              <input type="checkbox" id={`f-${name}`} name="field" value={name} checked={form.chosen.has(name)} />
              <label for={`f-${name}`}>
                {labelOf(card, name, locale)}
                <span class="card-value">{valueWords(claim, t, locale)}</span>
              </label>
            </div>
          )
        })}
      </fieldset>
      <TextField
        name="audience"
        label={t('to-whom')}
        hint={t('to-whom-hint')}
        value={form.audience}
        error={wrong('audience')}
        maxLength={120}
        autocomplete="off"
      />
      <TextField
        name="purpose"
        label={t('what-for')}
        hint={t('what-for-hint')}
        value={form.purpose}
        error={wrong('purpose')}
        maxLength={120}
        autocomplete="off"
      />
      <div class="btn-row">
        <button class="btn btn-primary" type="submit" disabled={!isHeld || !isOnline || form.isBusy}>
          {t('show')}
        </button>
      </div>
      <p role="status" class={wrong('form') ? 'error' : undefined}>
        {form.isBusy ? t('working') : (wrong('form') ?? '')}
      </p>
      {isHeld && (
        <details class="card-remove" open={form.text !== undefined || wrong('challenge') !== undefined}>
          <summary>{t('as-text')}</summary>
          <p>{t('as-text-lead')}</p>
          <TextField
            name="challenge"
            label={t('challenge')}
            value={form.challenge}
            error={wrong('challenge')}
            maxLength={300}
            autocomplete="off"
            spellcheck={false}
          />
          <button class="btn btn-secondary btn-small" type="button" data-make-text>
            {t('make-text')}
          </button>
          {form.text && <TextArea name="text" label={t('text')} value={form.text} rows={6} />}
        </details>
      )}
      <details class="card-remove">
        <summary>{t('remove')}</summary>
        <p>{t('remove-lead')}</p>
        <button class="btn btn-danger btn-small" type="button" data-remove>
          {t('remove')}
        </button>
      </details>
    </form>
  )
}

function Preset({ name, t }: { name: 'only-age' | 'only-address' | 'choose-none'; t: WalletText }) {
  return (
    <button class="btn btn-secondary btn-small" type="button" data-preset={name}>
      {t(name)}
    </button>
  )
}

export interface ShownCode {
  readonly link: string
  readonly expiresAt: number
  readonly fields: readonly string[]
}

/** The code that the other side scans. */
export function CodeScreen({ t, locale, card, code }: Omit<Around, 'zone'> & { card: OpenCard; code: ShownCode }) {
  const left = Math.max(0, Math.ceil((code.expiresAt - Date.now()) / 1000))
  const fields = code.fields.map((name) => labelOf(card, name, locale)).join(', ')
  return (
    <section class="card-showing" aria-labelledby="kode">
      <h2 id="kode">{t('qr-title')}</h2>
      {left > 0 ? <Qr text={code.link} label={t('qr-label')} /> : null}
      <p data-left role={left > 0 ? undefined : 'status'}>
        {left > 0 ? t('qr-left', { seconds: left }) : t('qr-over')}
      </p>
      <p class="hint">{t('qr-fields', { fields })}</p>
      <div class="btn-row">
        <button class="btn btn-secondary" type="button" data-close>
          {t(left > 0 ? 'close' : 'again')}
        </button>
      </div>
    </section>
  )
}

/** Light modules around the symbol, as ISO/IEC 18004 asks. */
const quietZone = 4

function Qr({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { border: quietZone, ecc: 'medium' })
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      class="card-qr"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
