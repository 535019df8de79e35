import type { VNode } from 'preact'
import { type PageFrame, renderFragment } from '#ui/index.ts'
import { mountIslands } from '#ui/islands/main.ts'
import { AreaBook } from './areas.ts'
import {
  type Draft,
  findDraft,
  listDrafts,
  queueDraft,
  readFile,
  reopenDraft,
  saveDraft,
  startDraft,
} from './drafts.ts'
import { Filling, type OfflineForms } from './filling.ts'
import { forgetProgram, keepProgram, storageLeft } from './keep.ts'
import { callIn, giveUp, hurry, noteWaiting, sendQueued } from './outbox.ts'
import { findForm, listForms, listOutdated, readAreas, takeAlong } from './pack.ts'
import { Refusal } from './request.ts'
import { type DeviceRecord, read, readAll, removeDraft, wipe } from './store.ts'
import { type AppText, appTexts } from './texts.ts'
import { type OpenVault, openVault } from './vault.ts'
import { CheckFoot, CheckHead } from './views/check.tsx'
import { ChoosePage } from './views/choose.tsx'
import { DevicePage } from './views/device.tsx'
import { HomePage } from './views/home.tsx'
import { ItemPage } from './views/item.tsx'
import { LockPage, OutsidePage } from './views/lock.tsx'
import { ReceiptPage } from './views/receipt.tsx'
import { Gone, OtherTab, type Reach, Shell } from './views/shell.tsx'
import { Moments } from './words.ts'

export interface CounterSettings {
  readonly root: HTMLElement
  readonly forms: OfflineForms
  readonly frame: PageFrame
  readonly zone: string
  readonly origin: string
  /** Built files of the program. */
  readonly files: readonly string[]
}

/** How often a device that is open looks whether it can send. */
const lookEveryMs = 15_000
const channelName = 'balai-lapangan'

/** The program on the device: which page stands, what was pressed, and the sending behind it. */
export class FieldCounter {
  private readonly t: AppText
  private readonly moments: Moments
  private readonly channel = new BroadcastChannel(channelName)
  private device: DeviceRecord | undefined
  private vault: OpenVault | undefined
  private reach: Reach = navigator.onLine ? 'online' : 'offline'
  private filling: Filling | undefined
  private releaseDraft: (() => void) | undefined
  private search = ''
  private notice: string | undefined
  private idleSince = Date.now()
  private lockMinutes = 10
  private outdated: readonly string[] = []
  private isLooking = false

  constructor(private readonly settings: CounterSettings) {
    this.t = appTexts(settings.frame.locale)
    this.moments = new Moments(settings.frame.locale, settings.zone)
  }

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
    addEventListener('online', () => void this.look(true))
    addEventListener('offline', () => void this.setReach('offline'))
    addEventListener('pagehide', () => void this.filling?.settle())
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) void this.filling?.settle()
    })
    for (const name of ['pointerdown', 'keydown', 'input'])
      addEventListener(name, () => this.touch(), { passive: true })
    setInterval(() => void this.tick(), lookEveryMs)
    this.channel.addEventListener('message', (event) => void this.onWord(String(event.data)))
    await this.route()
  }

  private touch(): void {
    this.idleSince = Date.now()
  }

  private async tick(): Promise<void> {
    if (this.vault && Date.now() - this.idleSince > this.lockMinutes * 60_000) return this.lock(this.lockMinutes)
    await this.look(false)
  }

  /** Another tab has something to say. */
  private async onWord(word: string): Promise<void> {
    if (word === 'wiped') {
      this.vault = undefined
      this.device = undefined
      return this.draw(<OutsidePage kind="wiped" />)
    }
    if (word === 'changed') await this.refresh()
  }

  private tell(): void {
    this.channel.postMessage('changed')
    void this.refresh()
  }

  /** Lists and items are drawn anew when something happened behind them; a form is left alone. */
  private async refresh(): Promise<void> {
    const [, kind] = this.place()
    const isTyping =
      this.settings.root.contains(document.activeElement) &&
      /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '')
    if (this.vault && !isTyping && (kind === '' || kind === undefined || kind === 'kiriman')) await this.route(false)
  }

  /** Calls in and sends. @param isUrgent somebody asked for it, or the network has just come */
  private async look(isUrgent: boolean): Promise<void> {
    if (!this.vault || !this.device || this.isLooking) return
    if (!navigator.onLine) {
      await noteWaiting(this.vault, 'network')
      return this.setReach('offline', isUrgent)
    }
    this.isLooking = true
    try {
      const contact = await callIn(this.device, this.vault)
      if (contact.isRevoked) return await this.wipeAll()
      if (contact.isNews) this.tell()
      this.device = await read('device', 'device')
      const was = this.reach
      if (contact.wait) await noteWaiting(this.vault, contact.wait)
      await this.setReach(reachOf(contact.wait, contact.isReached))
      if (this.reach === 'online' && (isUrgent || was !== 'online')) await hurry(this.vault)
      if (this.vault && this.reach === 'online') await sendQueued(this.vault, () => this.tell())
      if (isUrgent) await this.noteOutdated()
      if (isUrgent) await this.refresh()
    } finally {
      this.isLooking = false
    }
  }

  private async noteOutdated(): Promise<void> {
    this.outdated = await listOutdated().catch(() => this.outdated)
  }

  private async setReach(reach: Reach, isNews = false): Promise<void> {
    if (this.reach === reach && !isNews) return
    this.reach = reach
    await this.refresh()
  }

  private async wipeAll(): Promise<void> {
    const { device } = this
    this.vault = undefined
    this.filling = undefined
    if (device) await callIn(device, undefined, true).catch(() => undefined)
    await wipe()
    await forgetProgram()
    this.channel.postMessage('wiped')
    this.device = undefined
    this.draw(<OutsidePage kind="wiped" />)
  }

  private async lock(idleMinutes?: number): Promise<void> {
    await this.filling?.settle()
    this.leaveDraft()
    this.vault = undefined
    await this.drawLock(undefined, idleMinutes)
  }

  private place(): string[] {
    return location.hash.split('/').map(decodeURIComponent)
  }

  private async route(isNew = true): Promise<void> {
    if (!this.device) return this.draw(<OutsidePage kind="setup" />)
    if (!this.vault) return this.drawLock()
    if (isNew) {
      await this.filling?.settle()
      this.leaveDraft()
    }
    const [, kind = '', id = '', part = ''] = this.place()
    switch (kind) {
      case 'baru':
        return this.drawShell(<ChoosePage forms={await listForms()} />)
      case 'draf':
        return this.showDraft(id, part)
      case 'kiriman':
        return this.showItem(id, isNew)
      case 'tanda-terima':
        return this.showReceipt(id)
      case 'berkas':
        return this.showFile(id)
      case 'perangkat':
        return this.showDevice()
      default:
        return this.drawShell(
          <HomePage
            drafts={await listDrafts(this.vault)}
            reach={this.reach}
            search={this.search}
            hasPack={(await listForms()).length > 0}
            moments={this.moments}
          />,
          isNew,
        )
    }
  }

  private async showDraft(id: string, part: string): Promise<void> {
    const { vault } = this
    const draft = vault && (await findDraft(vault, id))
    const packed = draft && (await findForm(draft.record.serviceId))
    if (!draft || !packed || !vault) return this.drawShell(<Gone />)
    if (draft.record.state !== 'draft') {
      location.replace(`#/kiriman/${id}`)
      return
    }
    if (!(await this.takeDraft(id, false))) return this.drawShell(<OtherTab draftId={id} />)
    const { forms, frame, zone } = this.settings
    const { moments, t } = this
    const areas = new AreaBook(await readAreas())
    this.filling = new Filling({ forms, vault, areas, frame, zone, moments, t }, draft, packed)
    const form = this.filling.form()
    if (part === 'periksa') return this.showCheck(this.filling)
    const pageId = part || form.journey.next?.id
    if (!pageId) {
      location.replace(`#/draf/${id}/periksa`)
      return
    }
    this.drawShell(<div data-halaman />)
    const box = this.settings.root.querySelector<HTMLElement>('[data-halaman]')
    if (box && this.filling.show(box, pageId)) this.focusHead()
    else location.replace(`#/draf/${id}`)
  }

  private showCheck(filling: Filling): void {
    const form = filling.form()
    const { t } = this
    const { id } = filling.draft.record
    this.drawShell(
      <>
        <CheckHead />
        <div data-jawaban />
        <CheckFoot draft={filling.current} form={filling.packedForm} isComplete={form.journey.complete} />
      </>,
    )
    const box = this.settings.root.querySelector('[data-jawaban]')
    if (!box) return
    box.innerHTML = form.answersHtml((pageId) => `#/draf/${id}/${pageId}`, {
      change: t('change'),
      incomplete: t('check-incomplete'),
    })
  }

  /** One tab at a time fills in a draft. */
  private async takeDraft(id: string, isForced: boolean): Promise<boolean> {
    this.leaveDraft()
    return new Promise((resolve) => {
      const held = (lock: Lock | null) => {
        if (!lock) {
          resolve(false)
          return undefined
        }
        resolve(true)
        return new Promise<void>((release) => {
          this.releaseDraft = release
        })
      }
      const options = isForced ? { steal: true } : { ifAvailable: true }
      navigator.locks.request(`balai-lapangan-draf-${id}`, options, held).catch(async () => {
        // Another tab took it over. What was typed here is in the store already.
        this.filling = undefined
        this.drawShell(<OtherTab draftId={id} />)
      })
    })
  }

  private leaveDraft(): void {
    this.releaseDraft?.()
    this.releaseDraft = undefined
    this.filling = undefined
  }

  private async showItem(
    id: string,
    isNew: boolean,
    refused: { errors?: Record<string, string>; typed?: Record<string, string> } = {},
  ): Promise<void> {
    const draft = this.vault && (await findDraft(this.vault, id))
    if (!draft) {
      this.drawShell(<Gone />)
      return
    }
    if (draft.record.state === 'draft') {
      location.replace(`#/draf/${id}`)
      return
    }
    this.drawShell(
      <ItemPage draft={draft} moments={this.moments} marks={await this.marksOf(draft)} {...refused} />,
      isNew,
    )
  }

  private async marksOf(draft: Draft) {
    const packed = await findForm(draft.record.serviceId)
    if (!packed || !this.vault) return []
    const { forms, frame, zone } = this.settings
    const { locale } = frame
    const { vault, moments, t } = this
    const filling = new Filling(
      { forms, vault, areas: new AreaBook(undefined), frame, zone, moments, t },
      draft,
      packed,
    )
    const { journey } = filling.form()
    return filling.serverMarks().map((mark) => {
      const page = journey.pages.find((each) => each.fields.some((field) => field.id === mark.field))
      const label = page?.fields.find((field) => field.id === mark.field)?.label[locale] ?? mark.field
      return { label, text: mark.message[locale], href: `#/draf/${draft.record.id}/${page?.id ?? ''}` }
    })
  }

  private async showReceipt(id: string): Promise<void> {
    const draft = this.vault && (await findDraft(this.vault, id))
    if (!draft?.record.localNumber || !this.device || !this.vault) {
      this.drawShell(<Gone />)
      return
    }
    this.drawShell(
      <ReceiptPage
        draft={draft}
        applicant={String(draft.content.answers['pemohonName'] ?? '')}
        officer={this.vault.label}
        deviceName={this.device.name}
        origin={this.settings.origin}
        moments={this.moments}
      />,
    )
  }

  private async showFile(id: string): Promise<void> {
    const bytes = this.vault && (await readFile(this.vault, id))
    const drafts = this.vault ? await listDrafts(this.vault) : []
    const file = drafts.flatMap((draft) => draft.content.files).find((each) => each.id === id)
    if (!bytes || !file) {
      this.drawShell(<Gone />)
      return
    }
    const url = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }))
    const isPicture = file.mediaType.startsWith('image/')
    this.drawShell(
      <>
        <a class="back" href="#/" data-back>
          {this.t('back')}
        </a>
        <h1 tabindex={-1}>{file.name}</h1>
        {isPicture ? (
          <img class="field-picture" src={url} alt={file.name} />
        ) : (
          <p>
            <a href={url} download={file.name}>
              {this.t('open')} {file.name}
            </a>
          </p>
        )}
      </>,
    )
    this.settings.root.querySelector('[data-back]')?.addEventListener('click', (event) => {
      event.preventDefault()
      history.back()
    })
    // Opened only while it is looked at.
    addEventListener('hashchange', () => URL.revokeObjectURL(url), { once: true })
  }

  private async showDevice(message?: { tone: 'good' | 'soon'; text: string }): Promise<void> {
    if (!this.device || !this.vault) return
    const forms = await listForms()
    const { locale } = this.settings.frame
    this.drawShell(
      <DevicePage
        device={this.device}
        label={this.vault.label}
        forms={forms}
        areas={await readAreas()}
        outdated={forms.filter((form) => this.outdated.includes(form.slug)).map((form) => form.title[locale])}
        storage={await storageLeft()}
        message={message}
        moments={this.moments}
      />,
    )
  }

  private async drawLock(error?: string, idleMinutes?: number, chosen?: string): Promise<void> {
    const vaults = await readAll('vault')
    if (vaults.length === 0) return this.draw(<OutsidePage kind="setup" />)
    const first = chosen ?? vaults[0]?.accountId ?? ''
    this.draw(<LockPage vaults={vaults} chosen={first} error={error} idleMinutes={idleMinutes} />)
    this.settings.root.querySelector<HTMLInputElement>('input[name=pin]')?.focus()
  }

  private drawShell(view: VNode, isNew = true): void {
    const { notice } = this
    if (isNew) this.notice = undefined
    this.draw(
      <Shell reach={this.reach} notice={notice}>
        {view}
      </Shell>,
      isNew,
    )
  }

  private draw(view: VNode, isNew = true): void {
    const { root, frame } = this.settings
    root.innerHTML = renderFragment(frame, view)
    mountIslands(root)
    if (isNew) this.focusHead()
  }

  /** A new page begins at its head, for eyes and for screen readers. */
  private focusHead(): void {
    const head = this.settings.root.querySelector<HTMLElement>('h1')
    if (!head) return
    head.tabIndex = -1
    head.focus({ preventScroll: true })
    scrollTo({ top: 0 })
    document.title = `${head.textContent} - ${this.t('title')}`
  }

  private async onSubmit(event: Event): Promise<void> {
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

  private async submitPage(): Promise<void> {
    const box = this.settings.root.querySelector<HTMLElement>('[data-halaman]')
    const next = box && (await this.filling?.submit(box))
    if (next) location.hash = next
  }

  private async unlock(accountId: string, pin: string): Promise<void> {
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

  private async onClick(event: Event): Promise<void> {
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

  private async act(action: string, id: string): Promise<void> {
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
        await this.takeDraft(id, true)
        this.leaveDraft()
        return this.showDraft(id, this.place()[3] ?? '')
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

  private async renewPack(): Promise<void> {
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

  private async sendAsOther(reason: string): Promise<void> {
    const id = this.place()[2] ?? ''
    const draft = this.vault && (await findDraft(this.vault, id))
    if (!draft || !this.vault) return
    if (reason.length < 10) {
      return this.showItem(id, false, { errors: { lain: this.t('conflict-reason-short') }, typed: { lain: reason } })
    }
    await queueDraft(this.vault, { ...draft, content: { ...draft.content, otherEventReason: reason } })
    await this.route()
    await this.look(true)
  }

  private async giveUpItem(reason: string): Promise<void> {
    const id = this.place()[2] ?? ''
    const draft = this.vault && (await findDraft(this.vault, id))
    if (!draft) return
    const again = (text: string) => this.showItem(id, false, { errors: { batal: text }, typed: { batal: reason } })
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

function reachOf(wait: string | undefined, isReached: boolean): Reach {
  if (wait === 'signed-out') return 'signed-out'
  if (wait === 'other-account') return 'other-account'
  return isReached ? 'online' : 'offline'
}
