/** Keys of the desk. None is heard while the person types or while a dialog is open. */
export default function mount(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return
    const key = event.key.toLowerCase()
    if (press(key)) event.preventDefault()
  })
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || Boolean(target.closest('input:not([type=checkbox],[type=radio]),textarea,select'))
}

function press(key: string): boolean {
  if (key === 'j') return step(1)
  if (key === 'l') return step(-1)
  if (key === '/') return focus('[data-desk-search]')
  if (key === '?') return openKeys()
  if (key === 'm') return focus('[data-mark]')
  if (key === 'x') return choose()
  if (!/^[a-z0-9]$/.test(key)) return false
  const button = document.querySelector<HTMLElement>(`[data-key="${key}"]:not(:disabled,[aria-disabled="true"])`)
  button?.click()
  // K goes back in the queue, unless a step of the file on the page has it.
  return Boolean(button) || (key === 'k' && step(-1))
}

function focus(selector: string): boolean {
  const found = [...document.querySelectorAll<HTMLElement>(selector)]
  const next = found[found.indexOf(document.activeElement as HTMLElement) + 1] ?? found[0]
  next?.focus()
  if (next instanceof HTMLInputElement && next.type !== 'checkbox') next.select()
  return Boolean(next)
}

/** The next or previous file of the queue; where the queue itself is the page, the next or previous row. */
function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('[data-desk-rows] tbody th a')]
  if (rows.length > 0) {
    const at = rows.findIndex((link) => link.closest('tr')?.contains(document.activeElement))
    const next = at < 0 ? rows[by === 1 ? 0 : rows.length - 1] : rows[at + by]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
    return true
  }
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-desk-queue] ol a')]
  const current = links.findIndex((link) => link.hasAttribute('aria-current'))
  const target = current < 0 ? links[0] : links[current + by]
  target?.click()
  return Boolean(target)
}

/** Ticks the row in which the focus is, for a step that is taken for many. */
function choose(): boolean {
  const row = document.activeElement?.closest('[data-desk-rows] tr')
  const box = row?.querySelector<HTMLInputElement>('input[type=checkbox]')
  box?.click()
  return Boolean(box)
}

function openKeys(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('dialog#all-keys')
  dialog?.showModal()
  return Boolean(dialog)
}
