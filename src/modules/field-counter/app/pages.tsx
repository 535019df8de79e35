import { AreaBook } from './areas.ts'
import { type Draft, findDraft, listDrafts, readFile } from './drafts.ts'
import { Filling } from './filling.ts'
import { storageLeft } from './keep.ts'
import { findForm, listForms, readAreas } from './pack.ts'
import { Screen } from './screen.tsx'
import { readAll } from './store.ts'
import { CheckFoot, CheckHead } from './views/check.tsx'
import { ChoosePage } from './views/choose.tsx'
import { DevicePage } from './views/device.tsx'
import { HomePage } from './views/home.tsx'
import { ItemPage } from './views/item.tsx'
import { LockPage, OutsidePage } from './views/lock.tsx'
import { ReceiptPage } from './views/receipt.tsx'
import { Gone, OtherTab } from './views/shell.tsx'

/** The pages, and the draft that is being filled in. */
export class Pages extends Screen {
  protected filling: Filling | undefined
  private releaseDraft: (() => void) | undefined
  private heldDraft: string | undefined

  protected route(isNew = true): Promise<void> {
    return this.inTurn(() => this.showPlace(isNew))
  }

  protected async showPlace(isNew: boolean): Promise<void> {
    if (!this.device) return this.draw(<OutsidePage kind="setup" />)
    if (!this.vault) return this.drawLock()
    const [, kind = '', id = '', part = ''] = this.place()
    if (isNew) {
      await this.filling?.settle()
      if (kind !== 'draf' || id !== this.heldDraft) this.leaveDraft()
    }
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

  protected async showDraft(id: string, part: string): Promise<void> {
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

  protected showCheck(filling: Filling): void {
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
  protected async takeDraft(id: string, isForced: boolean): Promise<boolean> {
    if (this.heldDraft === id && !isForced) return true
    this.leaveDraft()
    return new Promise((resolve) => {
      const held = (lock: Lock | null) => {
        if (!lock) {
          resolve(false)
          return undefined
        }
        this.heldDraft = id
        resolve(true)
        return new Promise<void>((release) => {
          this.releaseDraft = release
        })
      }
      const options = isForced ? { steal: true } : { ifAvailable: true }
      navigator.locks.request(`balai-lapangan-draf-${id}`, options, held).catch(async () => {
        // Another tab took it over. What was typed here is in the store already.
        if (this.heldDraft !== id) return
        this.leaveDraft()
        await this.inTurn(() => this.drawShell(<OtherTab draftId={id} />))
      })
    })
  }

  protected leaveDraft(): void {
    this.releaseDraft?.()
    this.releaseDraft = undefined
    this.heldDraft = undefined
    this.filling = undefined
  }

  protected async showItem(
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

  protected async marksOf(draft: Draft) {
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

  protected async showReceipt(id: string): Promise<void> {
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

  protected async showFile(id: string): Promise<void> {
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

  protected async showDevice(message?: { tone: 'good' | 'soon'; text: string }): Promise<void> {
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

  protected async drawLock(error?: string, idleMinutes?: number, chosen?: string): Promise<void> {
    const vaults = await readAll('vault')
    if (vaults.length === 0) return this.draw(<OutsidePage kind="setup" />)
    const first = chosen ?? vaults[0]?.accountId ?? ''
    this.draw(<LockPage vaults={vaults} chosen={first} error={error} idleMinutes={idleMinutes} />)
    this.settings.root.querySelector<HTMLInputElement>('input[name=pin]')?.focus()
  }
}
