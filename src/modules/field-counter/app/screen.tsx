import type { VNode } from 'preact'
import { type PageFrame, renderFragment } from '#ui/index.ts'
import { whenStill } from '#ui/islands/hold-still.ts'
import { mountIslands } from '#ui/islands/main.ts'
import { redraw } from '#ui/islands/redraw.ts'
import type { OfflineForms } from './filling.ts'
import type { DeviceRecord } from './store.ts'
import { type AppText, appTexts } from './texts.ts'
import type { OpenVault } from './vault.ts'
import { type Reach, Shell } from './views/shell.tsx'
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

/** What stands on the screen, and what every part of the program knows. */
export class Screen {
  protected readonly t: AppText
  protected readonly moments: Moments
  protected device: DeviceRecord | undefined
  protected vault: OpenVault | undefined
  protected reach: Reach = navigator.onLine ? 'online' : 'offline'
  protected search = ''
  protected outdated: readonly string[] = []
  private drawn = 0
  private turn: Promise<void> = Promise.resolve()

  constructor(protected readonly settings: CounterSettings) {
    this.t = appTexts(settings.frame.locale)
    this.moments = new Moments(settings.frame.locale, settings.zone)
  }

  protected place(): string[] {
    return location.hash.split('/').map(decodeURIComponent)
  }

  protected drawShell(view: VNode, isNew = true): void {
    this.draw(<Shell reach={this.reach}>{view}</Shell>, isNew)
  }

  protected draw(view: VNode, isNew = true): void {
    const { root, frame } = this.settings
    const html = renderFragment(frame, view)
    this.drawn += 1
    const { drawn } = this
    if (!isNew) {
      whenStill(() => {
        if (drawn === this.drawn) redraw(root, html)
      })
      return
    }
    root.innerHTML = html
    mountIslands(root)
    this.focusHead()
  }

  /** One page after another: what was asked for first and took longer never stands over what was asked for last. */
  protected inTurn(show: () => Promise<void> | void): Promise<void> {
    this.turn = this.turn.catch(() => undefined).then(show)
    return this.turn
  }

  /** A new page begins at its head, for eyes and for screen readers. */
  protected focusHead(): void {
    const head = this.settings.root.querySelector<HTMLElement>('h1')
    if (!head) return
    head.tabIndex = -1
    head.focus({ preventScroll: true })
    scrollTo({ top: 0 })
    document.title = `${head.textContent} - ${this.t('title')}`
  }
}
