import { fieldId } from '#ui/components/field-id.ts'
import { whenStill } from '#ui/islands/hold-still.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import type { Excerpt } from '../form/excerpt.ts'
import { type Journey, type JourneyPage, settleRow } from '../form/journey.ts'
import { columnsOf, fieldsOfPages, isFileKind, isRowKind } from '../form/kinds.ts'
import { evaluateExcerpt, livePage } from '../form/live-page.ts'
import { askedFields, type PostedForm, readAnswers, rowMark } from '../form/read-answers.ts'
import { rowsOf } from '../form/rows.ts'
import { setComputed, setError, setOptional, setShown } from './live-parts.ts'

const quiet = 200

/** Decides the page while it is being filled in, by the same rules as the server when it is sent. */
export default function mount(element: HTMLElement): void {
  const form = element.closest('form')
  if (!form || !element.dataset.form) return
  new LiveForm(form, element, JSON.parse(element.dataset.form) as Excerpt).start()
}

class LiveForm {
  private readonly fields: readonly FieldDefinition[]
  /** What was typed in questions that are hidden again. */
  private memory: Record<string, unknown>
  private readonly touched = new Set<string>()
  private timer: number | undefined

  constructor(
    private readonly form: HTMLFormElement,
    private readonly status: HTMLElement,
    private readonly excerpt: Excerpt,
  ) {
    this.fields = fieldsOfPages([livePage(excerpt)])
    this.memory = { ...excerpt.answers }
  }

  start(): void {
    this.form.addEventListener('input', () => this.plan(quiet))
    this.form.addEventListener('change', (event) => {
      const box = (event.target as Element).closest<HTMLElement>('[data-field]')
      if (box?.dataset.field) this.touched.add(box.dataset.field)
      this.plan(0)
    })
    // The upload island tells nobody when a file has arrived.
    const observer = new MutationObserver(() => this.plan(0))
    for (const list of this.form.querySelectorAll('[data-upload-list]')) observer.observe(list, { childList: true })
    whenStill(this.update)
  }

  private plan(delay: number): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => whenStill(this.update), delay)
  }

  private readonly update = (): void => {
    // A question that appears may bring an answer with it, which may bring the next question.
    for (let round = 0; round < 6; round += 1) if (!this.pass()) return
  }

  /** @returns true when a question appeared or went away */
  private pass(): boolean {
    const posted = readForm(this.form)
    const typed = readAnswers(posted, askedFields(posted, this.fields))
    this.memory = { ...this.memory, ...typed, ...this.fileCounts() }
    const journey = evaluateExcerpt(this.excerpt, this.memory)
    const page = journey.pages.find((candidate) => candidate.id === this.excerpt.pageId)
    const fresh: string[] = []
    let moved = false
    for (const field of this.fields) {
      const isAsked = page?.fields.some((each) => each.id === field.id) ?? false
      const box = this.boxOf(field)
      if (!box) continue
      const now = setShown(box, isAsked)
      if (now !== box) {
        moved = true
        if (isAsked) fresh.push(labelOf(now))
      }
      if (isAsked) this.dress(field, now, journey, posted)
    }
    for (const group of this.form.querySelectorAll<HTMLElement>('[data-group]')) {
      group.hidden = !group.querySelector('div[data-field]')
    }
    if (page) this.showErrors(page, posted)
    if (fresh.length > 0) this.status.textContent = fresh.join(', ')
    return moved
  }

  private dress(field: FieldDefinition, box: HTMLElement, journey: Journey, posted: PostedForm): void {
    const scope = journey.expressions.scope(journey.surroundings)
    if (field.kind === 'computed') {
      setComputed(box, field, journey.answers[field.id])
      return
    }
    if (field.required) setOptional(box, !scope.isTrue(field.required), this.status.dataset.textOptional ?? '')
    if (!isRowKind(field.kind) || !columnsOf(field).some((column) => column.when)) return
    const keys = posted.all(rowMark(field.id))
    for (const [index, row] of rowsOf(this.memory[field.id]).entries()) {
      const line = box.querySelector(`[data-row="${CSS.escape(keys[index] ?? '')}"]`)
      const { columns } = settleRow(field, row, scope)
      for (const cell of line?.querySelectorAll<HTMLElement>('[data-cell]') ?? []) {
        setShown(
          cell,
          columns.some((column) => column.id === cell.dataset.cell),
        )
      }
    }
  }

  /** What was filled in wrongly. What is still empty is said when the page is sent, and then stays until it is given. */
  private showErrors(page: JourneyPage, posted: PostedForm): void {
    const locale = document.documentElement.lang === 'en' ? 'en' : 'id'
    for (const field of page.fields) {
      if (!this.touched.has(field.id) || isFileKind(field.kind)) continue
      const box = this.boxOf(field)
      if (!box) continue
      const keys = isRowKind(field.kind) ? posted.all(rowMark(field.id)) : []
      const errors = page.errors
        .filter((error) => error.field === field.id)
        .map((error) => ({
          id: fieldId(withKey(error.path, keys)),
          text: error.isMissing ? undefined : error.message[locale],
        }))
      setError(box, errors, this.status.dataset.textError ?? '')
    }
  }

  private boxOf(field: FieldDefinition): HTMLElement | null {
    return this.form.querySelector(`[data-field="${CSS.escape(field.id)}"]`)
  }

  private fileCounts(): Record<string, string[]> {
    const found: Record<string, string[]> = {}
    for (const field of this.fields) {
      if (!isFileKind(field.kind)) continue
      const box = this.boxOf(field)
      if (!box || box instanceof HTMLTemplateElement) continue
      found[field.id] = [...box.querySelectorAll('[data-upload-list] > li')].map((_, index) => String(index))
    }
    return found
  }
}

/** `items[0].price` of the first row on the page, whatever key that row has. */
function withKey(path: string, keys: readonly string[]): string {
  return path.replace(/\[(\d+)\]/, (whole, index: string) => `[${keys[Number(index)] ?? whole}]`)
}

function labelOf(box: HTMLElement): string {
  const label = box.querySelector('.label, .label-heading')?.cloneNode(true) as HTMLElement | undefined
  label?.querySelector('.optional')?.remove()
  return label?.textContent?.trim() ?? ''
}

function readForm(form: HTMLFormElement): PostedForm {
  const values = new Map<string, string[]>()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') values.set(name, [...(values.get(name) ?? []), value])
  }
  return {
    get: (name) => values.get(name)?.[0]?.trim() ?? '',
    all: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
    names: () => [...values.keys()],
  }
}
