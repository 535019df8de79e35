import { fieldId } from '../components/field-id.ts'
import { mountIslands } from './main.ts'

/** Adds and takes away rows on the page, in place of posting it. */
export default function mount(element: HTMLElement): void {
  const rows = element.querySelector<HTMLElement>('[data-rows]')
  const template = element.querySelector<HTMLTemplateElement>('template[data-row-template]')
  const add = element.querySelector<HTMLButtonElement>('[data-row-add]')
  const status = element.querySelector<HTMLElement>('[data-row-status]')
  const { name = '', most = '0' } = element.dataset
  if (!rows || !template || !add || !status) return
  const list = () => [...rows.querySelectorAll<HTMLElement>(':scope > [data-row]')]
  const pattern = template.content.querySelector('[data-row-title]')?.textContent ?? ''
  const titleOf = (index: number) => pattern.replace('{n}', String(index + 1))
  let last = Math.max(-1, ...list().map((row) => Number(row.dataset.row)))

  const say = (text: string | undefined, title: string) => {
    status.textContent = (text ?? '').replace('{title}', title)
  }
  const changed = () => {
    for (const [index, row] of list().entries()) {
      for (const place of row.querySelectorAll('[data-row-title]')) {
        place.textContent = (place.classList.contains('sr-only') ? ' ' : '') + titleOf(index)
      }
    }
    add.hidden = list().length >= Number(most)
    element.dispatchEvent(new Event('change', { bubbles: true }))
  }

  add.addEventListener('click', (event) => {
    event.preventDefault()
    last += 1
    const html = template.innerHTML
      .replaceAll('{row}', String(last))
      .replaceAll(`${fieldId(name)}-row-`, `${fieldId(name)}-${last}-`)
    const made = document.createElement('template')
    made.innerHTML = html
    const row = made.content.querySelector<HTMLElement>('[data-row]')
    if (!row) return
    rows.append(row)
    mountIslands(row)
    changed()
    say(element.dataset.textAdded, titleOf(list().length - 1))
    row.querySelector<HTMLElement>('input:not([type=hidden]),select,textarea')?.focus()
  })
  element.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('[data-row-remove]')
    const row = button?.closest<HTMLElement>('[data-row]')
    if (!row) return
    event.preventDefault()
    const index = list().indexOf(row)
    row.remove()
    changed()
    say(element.dataset.textRemoved, titleOf(index))
    const next = list()[index] ?? list()[index - 1]
    ;(next?.querySelector<HTMLElement>('[data-row-title]') ?? add).focus()
  })
}
