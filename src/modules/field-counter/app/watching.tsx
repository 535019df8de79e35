import { forgetProgram } from './keep.ts'
import { callIn, hurry, noteWaiting, sendQueued } from './outbox.ts'
import { listOutdated } from './pack.ts'
import { Pages } from './pages.tsx'
import { read, wipe } from './store.ts'
import { lockAfterMinutes } from './vault.ts'
import { OutsidePage } from './views/lock.tsx'
import type { Reach } from './views/shell.tsx'

/** How often a device that is open looks whether it can send. */
const lookEveryMs = 15_000
const channelName = 'balai-lapangan'

/** What goes on behind the pages: calling in, sending, locking, and what other tabs say. */
export class Watching extends Pages {
  protected readonly channel = new BroadcastChannel(channelName)
  private idleSince = Date.now()
  private isLooking = false

  protected watch(): void {
    addEventListener('online', () => void this.look(true))
    addEventListener('offline', () => void this.setReach('offline'))
    for (const name of ['pointerdown', 'keydown', 'input']) {
      addEventListener(name, () => this.touch(), { passive: true })
    }
    setInterval(() => void this.tick(), lookEveryMs)
    this.channel.addEventListener('message', (event) => void this.onWord(String(event.data)))
  }

  protected touch(): void {
    this.idleSince = Date.now()
  }

  protected async tick(): Promise<void> {
    if (this.vault && Date.now() - this.idleSince > lockAfterMinutes * 60_000) return this.lock(lockAfterMinutes)
    await this.look(false)
  }

  /** Another tab has something to say. */
  protected async onWord(word: string): Promise<void> {
    if (word === 'wiped') {
      this.vault = undefined
      this.device = undefined
      return this.inTurn(() => this.draw(<OutsidePage kind="wiped" />))
    }
    if (word === 'changed') await this.refresh()
  }

  protected tell(): void {
    this.channel.postMessage('changed')
    void this.refresh()
  }

  /** Lists and items are drawn anew when something happened behind them; a form is left alone. */
  protected refresh(): Promise<void> {
    return this.inTurn(async () => {
      const [, kind] = this.place()
      const { root } = this.settings
      const isTyping =
        root.contains(document.activeElement) && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '')
      const isRefused = root.querySelector('[aria-invalid=true]') !== null
      const isList = kind === '' || kind === undefined || kind === 'kiriman'
      if (this.vault && !isTyping && !isRefused && isList) await this.showPlace(false)
    })
  }

  /** Calls in and sends. @param isUrgent somebody asked for it, or the network has just come */
  protected async look(isUrgent: boolean): Promise<void> {
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

  protected async noteOutdated(): Promise<void> {
    this.outdated = await listOutdated().catch(() => this.outdated)
  }

  protected async setReach(reach: Reach, isNews = false): Promise<void> {
    if (this.reach === reach && !isNews) return
    this.reach = reach
    await this.refresh()
  }

  protected async wipeAll(): Promise<void> {
    const { device } = this
    this.vault = undefined
    this.filling = undefined
    if (device) await callIn(device, undefined, true).catch(() => undefined)
    await wipe()
    await forgetProgram()
    this.channel.postMessage('wiped')
    this.device = undefined
    await this.inTurn(() => this.draw(<OutsidePage kind="wiped" />))
  }

  protected async lock(idleMinutes?: number): Promise<void> {
    await this.filling?.settle()
    this.leaveDraft()
    this.vault = undefined
    await this.inTurn(() => this.drawLock(undefined, idleMinutes))
  }
}

function reachOf(wait: string | undefined, isReached: boolean): Reach {
  if (wait === 'signed-out') return 'signed-out'
  if (wait === 'other-account') return 'other-account'
  return isReached ? 'online' : 'offline'
}
