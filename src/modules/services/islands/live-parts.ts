import { mountIslands } from '#ui/islands/main.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { decimalsOf, kindOf } from '../form/kinds.ts'
import { writeNumber, writeRupiah } from '../form/reading.ts'

/**
 * A question that does not apply stands in a template with all that was typed in it, so that the form does not send it.
 * @returns the element that stands there now
 */
export function setShown(element: HTMLElement, isShown: boolean): HTMLElement {
  const isTemplate = element instanceof HTMLTemplateElement
  if (isShown !== isTemplate) return element
  const next = document.createElement(isShown ? 'div' : 'template')
  for (const [key, value] of Object.entries(element.dataset)) next.dataset[key] = value
  const content = isTemplate ? element.content : element
  const target = next instanceof HTMLTemplateElement ? next.content : next
  target.append(...content.childNodes)
  element.replaceWith(next)
  // Islands live on in what was hidden and is shown again.
  if (isShown && !next.dataset.mounted) mountIslands(next)
  next.dataset.mounted = 'true'
  return next
}

/** Says behind the label that the question may be left empty, or no longer says it. */
export function setOptional(box: HTMLElement, isOptional: boolean, text: string): void {
  const label = box.querySelector('.label, .label-heading')
  const mark = label?.querySelector('.optional')
  if (!label || isOptional === Boolean(mark)) return
  if (mark) {
    mark.remove()
    return
  }
  const made = document.createElement('span')
  made.className = 'optional'
  made.textContent = ` ${text}`
  label.append(made)
}

export function setComputed(box: HTMLElement, field: FieldDefinition, value: unknown): void {
  const output = box.querySelector<HTMLElement>('[data-computed]')
  if (!output) return
  const text = value === undefined ? (output.dataset.empty ?? '') : inWords(field, value)
  if (output.textContent !== text) output.textContent = text
}

function inWords(field: FieldDefinition, value: unknown): string {
  const locale = document.documentElement.lang === 'en' ? 'en' : 'id'
  switch (kindOf(field)) {
    case 'money':
      return `Rp${writeRupiah(value as number)}`
    case 'number': {
      const unit = field.unit?.[locale]
      return `${writeNumber(value as number, decimalsOf(field), locale)}${unit ? ` ${unit}` : ''}`
    }
    case 'yes-no':
      return (value === 'yes' ? { id: 'Ya', en: 'Yes' } : { id: 'Tidak', en: 'No' })[locale]
    default:
      return String(value)
  }
}

interface ShownError {
  /** The input that it belongs to. */
  readonly id: string
  /** Left out: what stands there already still holds, and nothing new is said. */
  readonly text: string | undefined
}

/** Puts the errors of one question at their inputs, and takes away those that are mended. */
export function setError(box: HTMLElement, errors: readonly ShownError[], prefix: string): void {
  for (const old of box.querySelectorAll<HTMLElement>('p.error[id$="-error"]')) {
    if (errors.some((error) => `${error.id}-error` === old.id)) continue
    const control = document.getElementById(old.id.slice(0, -'-error'.length))
    const field = old.closest<HTMLElement>('.field')
    field?.classList.remove('field-error')
    for (const part of [field, control]) describe(part, old.id, false)
    for (const part of field?.querySelectorAll('[aria-invalid]') ?? []) part.removeAttribute('aria-invalid')
    old.remove()
  }
  for (const { id, text } of errors) if (text !== undefined) showError({ id, text }, prefix)
}

function showError(error: { id: string; text: string }, prefix: string): void {
  const control = document.getElementById(error.id)
  const field = control?.closest<HTMLElement>('.field')
  if (!control || !field) return
  const id = `${error.id}-error`
  let place = document.getElementById(id)
  if (!place) {
    place = document.createElement('p')
    place.className = 'error'
    place.id = id
    let before: Element = control
    while (before.parentElement && before.parentElement !== field) before = before.parentElement
    before.before(place)
  }
  const words = `${prefix} ${error.text}`
  if (place.textContent?.trim() !== words.trim()) {
    const hidden = document.createElement('span')
    hidden.className = 'sr-only'
    hidden.textContent = `${prefix} `
    place.replaceChildren(hidden, error.text)
  }
  field.classList.add('field-error')
  control.setAttribute('aria-invalid', 'true')
  describe(field.tagName === 'FIELDSET' ? field : control, id, true)
}

function describe(element: Element | null | undefined, id: string, isDescribed: boolean): void {
  const others = (element?.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each && each !== id)
  const all = isDescribed ? [...others, id] : others
  if (all.length > 0) element?.setAttribute('aria-describedby', all.join(' '))
  else element?.removeAttribute('aria-describedby')
}
