import { findDraft, queueDraft, reopenDraft, saveDraft, startDraft } from './drafts.ts'
import { keepProgram } from './keep.ts'
import { giveUp } from './outbox.ts'
import { findForm, listForms, takeAlong } from './pack.ts'
import { Refusal } from './request.ts'
import { read, removeDraft } from './store.ts'
import { openVault } from './vault.ts'
import { OutsidePage } from './views/lock.tsx'
import { Watching } from './watching.tsx'

/** The program on the device: what was pressed. */
export class FieldCounter extends Watching {
  async start(): Promise<void> {
    const { root } = this.settings
    root.hidden = false
    if (typeof Temporal === 'undefined' || !crypto.subtle || !navigator.locks) {
      return this.draw(<OutsidePage kind="old-browser" />)
    }
    void keepProgram(this.settings.files).then((isKept) => {
      root.dataset.kept = String(isKept)
    })
    this.device = await read('device', 'device')
    root.addEventListener('click', (event) => void this.onClick(event))
    root.addEventListener('submit', (event) => void this.onSubmit(event))
    addEventListener('hashchange', () => {
      // "#f-name" leads to a question of the page that stands.
      if (location.hash === '' || location.hash.startsWith('#/')) void this.route()
    })
    addEventListener('pagehide', () => void this.filling?.settle())
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) void this.filling?.settle()
    })
    this.watch()
    await this.route()
  }

  protected async onSubmit(event: Event): Promise<void> {
    const form = event.target as HTMLFormElement
    event.preventDefault()
    const values = new FormData(form)
    const read = (name: string) => String(values.get(name) ?? '').trim()
    if (form.id === 'halaman') return this.submitPage()
    switch (form.dataset.form) {
      case 'pin':
        return this.unlock(read('petugas'), read('pin'))
      case 'cari':
        this.search = read('q')
        return this.route(false)
      case 'peristiwa-lain':
        return this.sendAsOther(read('lain'))
      case 'batal':
        return this.giveUpItem(read('batal'))
    }
  }

  protected async submitPage(): Promise<void> {
    const box = this.settings.root.querySelector<HTMLElement>('[data-halaman]')
    const next = box && (await this.filling?.submit(box))
    if (next) location.hash = next
  }

  protected async unlock(accountId: string, pin: string): Promise<void> {
    if (!this.device) return
    const opening = await openVault(this.device, accountId, pin)
    if (opening.kind === 'wrong')
      return this.drawLock(this.t('lock-wrong', { left: opening.left }), undefined, accountId)
    if (opening.kind === 'locked') return this.drawLock(this.t('lock-locked', { most: 10 }), undefined, accountId)
    this.vault = opening.vault
    this.touch()
    await this.route()
    void this.look(true)
  }

  protected async onClick(event: Event): Promise<void> {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
    if (link && !link.hash.startsWith('#/')) {
      event.preventDefault()
      document.getElementById(link.hash.slice(1))?.focus()
      return
    }
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name=aksi]')
    if (!button || button.disabled) return
    const [action = '', id = ''] = button.value.split(':')
    // Pressed twice is pressed once.
    button.disabled = true
    try {
      await this.act(action, id)
    } finally {
      button.disabled = false
    }
  }

  protected async act(action: string, id: string): Promise<void> {
    const { vault } = this
    if (!vault) return
    switch (action) {
      case 'kunci':
        return this.lock()
      case 'kirim':
        return this.look(true)
      case 'cetak':
        return print()
      case 'semua':
        this.search = ''
        return this.route()
      case 'mulai': {
        const form = await findForm(id)
        if (form) location.hash = `#/draf/${await startDraft(vault, form)}`
        return
      }
      case 'ambil-alih':
        return this.inTurn(async () => {
          await this.takeDraft(id, true)
          await this.showDraft(id, this.place()[3] ?? '')
        })
      case 'antrekan': {
        await this.filling?.settle()
        const draft = await findDraft(vault, id)
        if (!draft) return
        await queueDraft(vault, draft)
        this.channel.postMessage('changed')
        location.hash = `#/tanda-terima/${id}`
        return void this.look(true)
      }
      case 'tarik': {
        await reopenDraft(id)
        location.hash = `#/draf/${id}`
        return
      }
      case 'tanpa-tunggu': {
        const draft = await findDraft(vault, id)
        if (!draft) return
        await saveDraft(vault, id, { ...draft.content, dependsOn: undefined }, { nextTryAt: 0, wait: undefined })
        return this.look(true)
      }
      case 'buang':
      case 'hapus':
        this.leaveDraft()
        await removeDraft(id)
        location.hash = '#/'
        return this.tell()
      case 'perbarui':
        return this.renewPack()
    }
  }

  protected async renewPack(): Promise<void> {
    const status = this.settings.root.querySelector('[data-progress]')
    try {
      await takeAlong(
        (await listForms()).map((form) => form.slug),
        (done, of) => {
          if (status) status.textContent = this.t('pack-progress', { done, of })
        },
      )
      this.outdated = []
      await this.showDevice({ tone: 'good', text: this.t('pack-renewed') })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await this.showDevice({ tone: 'soon', text: this.t('pack-failed') })
    }
  }

  protected async sendAsOther(reason: string): Promise<void> {
    const id = this.place()[2] ?? ''
    const draft = this.vault && (await findDraft(this.vault, id))
    if (!draft || !this.vault) return
    if (reason.length < 10) {
      const errors = { lain: this.t('conflict-reason-short') }
      return this.inTurn(() => this.showItem(id, false, { errors, typed: { lain: reason } }))
    }
    await queueDraft(this.vault, { ...draft, content: { ...draft.content, otherEventReason: reason } })
    await this.route()
    await this.look(true)
  }

  protected async giveUpItem(reason: string): Promise<void> {
    const id = this.place()[2] ?? ''
    const draft = this.vault && (await findDraft(this.vault, id))
    if (!draft) return
    const again = (text: string) =>
      this.inTurn(() => this.showItem(id, false, { errors: { batal: text }, typed: { batal: reason } }))
    if (reason.length < 5) return again(this.t('give-up-short'))
    try {
      await giveUp(draft, reason)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return again(this.t('give-up-network'))
    }
    await removeDraft(id)
    location.hash = '#/'
    this.tell()
  }
}
