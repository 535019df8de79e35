import { render } from 'preact'
import type { Locale } from '#kernel/i18n/texts.ts'
import { LocaleProvider } from '#ui/index.ts'
import { keepPage } from '#ui/islands/keep-page.ts'
import { fieldName } from '../domain.ts'
import { credentialPaths, keptWallet } from '../paths.ts'
import { ask, Refused } from './add-card.ts'
import { present, readCard } from './card-text.ts'
import { CardList, CardScreen, CodeScreen, type FormState, type OpenCard, type ShownCode } from './screens.tsx'
import { isRevoked } from './status.ts'
import { dropCard, keepCard, listCards } from './store.ts'
import { type WalletText, walletTexts } from './texts.ts'

const emptyForm: FormState = { audience: '', purpose: '', challenge: '', chosen: new Set(), isBusy: false }

/** The cards of this browser: the list, one card, and the code that shows it. */
export class Wallet {
  private readonly t: WalletText
  private readonly locale: Locale
  private cards: readonly OpenCard[] = []
  private form: FormState = emptyForm
  private code: ShownCode | undefined
  private timer: ReturnType<typeof setInterval> | undefined

  constructor(
    private readonly root: HTMLElement,
    private readonly zone: string,
    private readonly files: readonly string[],
  ) {
    this.locale = document.documentElement.lang === 'en' ? 'en' : 'id'
    this.t = walletTexts(this.locale)
  }

  async start(): Promise<void> {
    if (!window.crypto?.subtle || !window.indexedDB) {
      this.say(this.t('old-browser'))
      return
    }
    await this.load()
    this.root.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.show()
    })
    this.root.addEventListener('click', (event) => this.press(event.target as HTMLElement))
    this.root.addEventListener('input', () => this.remember())
    addEventListener('hashchange', () => this.turn())
    addEventListener('online', () => this.draw())
    addEventListener('offline', () => this.draw())
    this.draw()
    void this.lookAtStates()
    void keepPage(keptWallet, this.files)
  }

  private async load(): Promise<void> {
    const kept = await listCards()
    const opened = await Promise.all(kept.map(async (card) => ({ kept: card, read: await readCard(card.sdJwt) })))
    this.cards = opened.sort((a, b) => a.kept.addedAt.localeCompare(b.kept.addedAt))
  }

  /** Asks the public list whether cards still hold; without a network the last answer stands. */
  private async lookAtStates(): Promise<void> {
    for (const { kept, read } of this.cards) {
      const revoked = await isRevoked(read)
      if (revoked !== undefined && revoked !== (kept.isRevoked ?? false))
        await keepCard({ ...kept, isRevoked: revoked })
    }
    await this.load()
    this.draw()
  }

  private get card(): OpenCard | undefined {
    const id = location.hash.slice(1)
    return this.cards.find(({ kept }) => kept.id === id)
  }

  private turn(): void {
    this.form = emptyForm
    this.endCode()
    this.draw()
    this.root.querySelector<HTMLElement>('h2')?.scrollIntoView({ block: 'nearest' })
  }

  private say(words: string): void {
    render(<p class="notice notice-soon">{words}</p>, this.root)
  }

  private draw(): void {
    render(<LocaleProvider value={this.locale}>{this.view()}</LocaleProvider>, this.root)
  }

  private view() {
    const { t, locale, zone, card, code } = this
    if (!card) return <CardList t={t} locale={locale} zone={zone} cards={this.cards} />
    if (code) return <CodeScreen t={t} locale={locale} card={card} code={code} />
    return <CardScreen t={t} locale={locale} zone={zone} card={card} form={this.form} isOnline={navigator.onLine} />
  }

  /** What is typed and ticked is kept through every new drawing. */
  private remember(): void {
    const form = this.root.querySelector('form')
    if (!form) return
    const data = new FormData(form)
    this.form = {
      ...this.form,
      audience: String(data.get('audience') ?? ''),
      purpose: String(data.get('purpose') ?? ''),
      challenge: String(data.get('challenge') ?? ''),
      chosen: new Set(data.getAll('field').map(String)),
    }
  }

  private press(target: HTMLElement): void {
    const preset = target.closest<HTMLElement>('[data-preset]')?.dataset['preset']
    if (preset) this.choose(preset)
    if (target.closest('[data-close]')) {
      this.endCode()
      this.draw()
    }
    if (target.closest('[data-make-text]')) void this.makeText()
    if (target.closest('[data-remove]')) void this.remove()
  }

  private choose(preset: string): void {
    this.remember()
    const names = (this.card?.read.claims ?? []).map(({ path }) => fieldName(path))
    const wanted = (name: string) => {
      if (preset === 'only-age') return name === 'age_equal_or_over.18'
      if (preset === 'only-address') return name === 'name' || name.startsWith('address.')
      return false
    }
    this.form = { ...this.form, chosen: new Set(names.filter(wanted)), error: undefined }
    this.draw()
  }

  /** A proof for somebody far away, bound to the challenge that he told; made here, without the network. */
  private async makeText(): Promise<void> {
    this.remember()
    const { card, t, form } = this
    if (!card) return
    const nonce = form.challenge.trim()
    if (form.chosen.size === 0 || nonce.length < 8) {
      const error =
        form.chosen.size === 0
          ? ({ field: 'fields', text: t('no-fields') } as const)
          : ({ field: 'challenge', text: t('no-challenge') } as const)
      this.form = { ...form, error, text: undefined }
      this.draw()
      return
    }
    const audience = `${card.read.payload['iss']}${credentialPaths.check}`
    const text = await present({ read: card.read, key: card.kept.key }, form.chosen, { nonce, audience })
    this.form = { ...form, error: undefined, text }
    this.draw()
  }

  private async remove(): Promise<void> {
    const { card } = this
    if (!card) return
    await dropCard(card.kept.id)
    await this.load()
    location.hash = ''
    this.draw()
  }

  private async show(): Promise<void> {
    this.remember()
    const { card, t, form } = this
    if (!card || form.isBusy) return
    const error = faultOf(form, t)
    this.form = { ...form, error, isBusy: error === undefined }
    this.draw()
    if (error) {
      const field = error.field === 'fields' ? '[name="field"]' : `#f-${error.field}`
      this.root.querySelector<HTMLElement>(field)?.focus()
      return
    }
    try {
      const challenge = await ask<{ nonce: string; audience: string }>(credentialPaths.walletNonce)
      const presentation = await present({ read: card.read, key: card.kept.key }, form.chosen, challenge)
      const { audience, purpose } = form
      const shown = await ask<{ link: string; expiresAt: string }>(
        credentialPaths.show,
        JSON.stringify({ presentation, audience, purpose }),
      )
      this.form = { ...this.form, isBusy: false }
      this.beginCode({ link: shown.link, expiresAt: Date.parse(shown.expiresAt), fields: [...form.chosen] })
    } catch (cause) {
      const text = cause instanceof Refused && cause.message ? cause.message : t('failed')
      this.form = { ...this.form, isBusy: false, error: { field: 'form', text } }
    }
    this.draw()
  }

  private beginCode(code: ShownCode): void {
    this.code = code
    this.timer = setInterval(() => {
      this.draw()
      if (code.expiresAt <= Date.now()) clearInterval(this.timer)
    }, 1000)
  }

  private endCode(): void {
    clearInterval(this.timer)
    this.code = undefined
  }
}

function faultOf(form: FormState, t: WalletText): FormState['error'] {
  if (form.chosen.size === 0) return { field: 'fields', text: t('no-fields') }
  if (form.audience.trim().length < 2) return { field: 'audience', text: t('no-whom') }
  if (form.purpose.trim().length < 2) return { field: 'purpose', text: t('no-purpose') }
  return undefined
}
