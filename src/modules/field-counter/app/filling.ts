import type { OfflineForm, OfflineInput } from '#modules/services/index.ts'
import type { PageFrame } from '#ui/index.ts'
import { mountIslands } from '#ui/islands/main.ts'
import { applicantPage, familyOf, fieldOfPath, knownFrom, subjectOf } from './applicant.ts'
import type { AreaBook } from './areas.ts'
import { type Draft, type DraftContent, saveDraft } from './drafts.ts'
import type { PackedForm } from './pack.ts'
import { isFull } from './store.ts'
import type { AppText } from './texts.ts'
import { mountUpload } from './uploads.ts'
import type { OpenVault } from './vault.ts'
import type { Moments } from './words.ts'

export type OfflineForms = new (input: OfflineInput) => OfflineForm

export interface FillingParts {
  readonly forms: OfflineForms
  readonly vault: OpenVault
  readonly areas: AreaBook
  readonly frame: PageFrame
  readonly zone: string
  readonly moments: Moments
  readonly t: AppText
}

const quietMs = 400

/** A draft being filled in: what is typed is kept at once, right or wrong, and checked by the rules of the service. */
export class Filling {
  private content: DraftContent
  private timer: number | undefined
  private saving: Promise<void> = Promise.resolve()
  /** The page that stands on the screen. */
  private shown: { readonly form: HTMLFormElement; readonly pageId: string; readonly status: HTMLElement } | undefined

  constructor(
    private readonly parts: FillingParts,
    readonly draft: Draft,
    readonly packedForm: PackedForm,
  ) {
    this.content = draft.content
  }

  get current(): Draft {
    return { ...this.draft, content: this.content }
  }

  form(): OfflineForm {
    const { forms, areas, frame, zone, moments } = this.parts
    const form = {
      ...this.packedForm,
      form: { pages: [applicantPage(this.packedForm), ...this.packedForm.form.pages] },
    }
    return new forms({
      form,
      answers: this.content.answers,
      known: { ...this.packedForm.figures, ...knownFrom(this.content.answers) },
      today: moments.today(),
      seen: this.content.seen,
      files: this.content.files,
      places: Object.fromEntries(codesIn(this.content.answers).map((code) => [code, areas.nameOf(code)])),
      frame,
      zone,
    })
  }

  /** @returns false when the form has no such page now */
  show(root: HTMLElement, pageId: string, refused?: Parameters<OfflineForm['pageHtml']>[0]['errors']): boolean {
    const form = this.form()
    const page = form.page(pageId)
    if (!page) return false
    const { t, areas, frame } = this.parts
    const { id } = this.draft.record
    const values = { ...form.journey.answers, ...this.content.answers } as Record<string, unknown>
    const pickers = page.fields.flatMap((field) => {
      const isOptional = field.required === 'false'
      if (field.kind === 'area')
        return [[field.id, areas.levelsFor(field.id, String(values[field.id] ?? ''), frame.locale, isOptional)]]
      if (field.kind !== 'address') return []
      const name = `${field.id}.area`
      const code = String((values[field.id] as { area?: string } | undefined)?.area ?? '')
      return [[name, areas.levelsFor(name, code, frame.locale, isOptional)]]
    })
    const marks = this.serverMarks().filter((mark) => page.fields.some((field) => field.id === mark.field))
    root.innerHTML = form.pageHtml({
      pageId,
      typed: this.content.answers as never,
      errors: refused ?? (marks.length > 0 ? marks : undefined),
      areas: Object.fromEntries(pickers),
      labels: { next: t('next'), back: t('back') },
      hrefOf: (other) => `#/draf/${id}/${other}`,
      backHref: '#/',
    })
    this.mount(root, pageId)
    return true
  }

  /** What the server marked, until the answer is changed. */
  serverMarks() {
    return (this.content.reason?.fields ?? []).map((mark) => {
      const path = fieldOfPath(mark.path)
      return { field: path.split(/[.[]/, 1)[0] as string, path, message: mark.message }
    })
  }

  /** What "continue" does: keeps, and says what is wrong. @returns where to go on; undefined when it stays here */
  async submit(root: HTMLElement): Promise<string | undefined> {
    const { shown } = this
    if (!shown) return undefined
    await this.keepTyped(true)
    const form = this.form()
    const page = form.page(shown.pageId)
    if (page && page.errors.length > 0) {
      this.show(root, shown.pageId, page.errors)
      root.querySelector<HTMLElement>('[data-island~="error-summary"]')?.focus()
      return undefined
    }
    const { id } = this.draft.record
    const next = form.journey.complete ? undefined : (form.after(shown.pageId) ?? form.journey.next)
    return next ? `#/draf/${id}/${next.id}` : `#/draf/${id}/periksa`
  }

  /** What is on the screen goes to the store before anything else happens. */
  async settle(): Promise<void> {
    clearTimeout(this.timer)
    if (this.shown?.form.isConnected) await this.keepTyped(false)
    await this.saving
    this.shown = undefined
  }

  private mount(root: HTMLElement, pageId: string): void {
    const form = root.querySelector<HTMLFormElement>('#halaman')
    if (!form) return
    const { t, vault } = this.parts
    for (const upload of root.querySelectorAll<HTMLElement>('[data-island="file-upload"]')) {
      delete upload.dataset.island
      mountUpload(upload, {
        vault,
        draftId: this.draft.record.id,
        t,
        files: () => this.content.files,
        keep: async (files) => {
          this.content = { ...this.content, files }
          await this.write()
        },
      })
    }
    for (const picker of root.querySelectorAll<HTMLElement>('[data-island="address-picker"]')) this.mountPicker(picker)
    mountIslands(root)
    const status = document.createElement('p')
    status.className = 'saved'
    status.setAttribute('role', 'status')
    status.dataset.saved = ''
    form.append(status)
    this.shown = { form, pageId, status }
    form.addEventListener('input', () => this.plan())
    form.addEventListener('change', () => this.plan())
  }

  /** The lists below a chosen area come from the device. */
  private mountPicker(picker: HTMLElement): void {
    delete picker.dataset.island
    const selects = [...picker.querySelectorAll<HTMLSelectElement>('select[data-level]')]
    const button = picker.querySelector<HTMLElement>('[data-address-next]')
    if (button) button.hidden = true
    const choose = picker.dataset.choose ?? ''
    for (const [index, select] of selects.entries()) {
      select.addEventListener('change', () => {
        for (const [at, below] of selects.slice(index + 1).entries()) {
          const options = at === 0 && select.value ? this.parts.areas.childrenOf(select.value) : []
          below.replaceChildren(new Option(choose, ''), ...options.map(([code, name]) => new Option(name, code)))
        }
      })
    }
  }

  private plan(): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.keepTyped(false), quietMs)
  }

  private async keepTyped(isFinished: boolean): Promise<void> {
    const { shown } = this
    if (!shown) return
    clearTimeout(this.timer)
    const typed = this.form().read(shown.form, shown.pageId)
    const answers = { ...this.content.answers, ...typed }
    // A mark of the server is done with once its answer is another.
    const changed = Object.keys(typed).filter(
      (id) => JSON.stringify(typed[id]) !== JSON.stringify(this.content.answers[id]),
    )
    const { reason } = this.content
    this.content = {
      ...this.content,
      answers,
      subject: subjectOf({ answers }),
      family: familyOf(answers),
      seen: isFinished ? [...new Set([...this.content.seen, shown.pageId])] : this.content.seen,
      version: this.packedForm.version,
      reason: reason && {
        ...reason,
        fields: reason.fields.filter((mark) => !changed.includes(fieldOfPath(mark.path).split(/[.[]/, 1)[0] as string)),
      },
    }
    await this.write()
  }

  /** One after another, so that the last word is the last. */
  private async write(): Promise<void> {
    const { vault, t, moments } = this.parts
    const { content } = this
    this.saving = this.saving.catch(() => undefined).then(() => saveDraft(vault, this.draft.record.id, content))
    const status = this.shown?.status
    try {
      await this.saving
      if (status) status.textContent = t('kept-at', { time: moments.time(new Date().toISOString()) })
      status?.classList.remove('error')
    } catch (error) {
      if (!isFull(error)) throw error
      if (status) status.textContent = t('full')
      status?.classList.add('error')
    }
  }
}

function codesIn(answers: Readonly<Record<string, unknown>>): string[] {
  return Object.values(answers).flatMap((value) => {
    const code = typeof value === 'object' && value !== null ? (value as { area?: unknown }).area : value
    return typeof code === 'string' && /^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/.test(code) ? [code] : []
  })
}
