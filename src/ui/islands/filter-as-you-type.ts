type Suggestion = { title: string; href: string; hint?: string }

/** Turns the search box into a combobox with suggestions that are links. */
export default function mount(element: HTMLElement): void {
  const input = element.querySelector('input')
  const url = element.dataset.url
  if (!input || !url) return
  const list = document.createElement('ul')
  list.id = `${input.id}-list`
  list.className = 'suggestions'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', element.querySelector('label')?.textContent?.trim() ?? '')
  const status = document.createElement('p')
  status.className = 'sr-only'
  status.setAttribute('role', 'status')
  element.append(list, status)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  })) {
    input.setAttribute(name, value)
  }

  let timer: number | undefined
  let at = -1
  let hrefs: string[] = []

  const close = () => {
    list.hidden = true
    at = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const mark = (index: number) => {
    at = index
    for (const [i, row] of [...list.children].entries()) row.setAttribute('aria-selected', String(i === index))
    const row = list.children[index]
    if (row) input.setAttribute('aria-activedescendant', row.id)
    else input.removeAttribute('aria-activedescendant')
  }
  const show = (found: Suggestion[]) => {
    hrefs = found.map((one) => one.href)
    list.replaceChildren(
      ...found.map((one, i) => {
        const row = document.createElement('li')
        row.id = `${list.id}-${i}`
        row.setAttribute('role', 'option')
        const title = document.createElement('b')
        title.textContent = one.title
        row.append(title)
        if (one.hint) {
          const hint = document.createElement('span')
          hint.textContent = one.hint
          row.append(hint)
        }
        row.addEventListener('pointerdown', (event) => event.preventDefault())
        row.addEventListener('click', () => location.assign(one.href))
        return row
      }),
    )
    if (found.length === 0) return close()
    list.hidden = false
    mark(-1)
    input.setAttribute('aria-expanded', 'true')
    status.textContent = element.dataset.textFound?.replace('{count}', String(found.length)) ?? ''
  }
  const ask = async () => {
    const typed = input.value.trim()
    if (typed.length < 2) return close()
    try {
      const response = await fetch(`${url}?q=${encodeURIComponent(typed)}`, { headers: { accept: 'application/json' } })
      const found: Suggestion[] = response.ok ? await response.json() : []
      if (input.value.trim() === typed && document.activeElement === input) show(found.slice(0, 7))
    } catch {
      close()
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(ask, 180)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    const last = hrefs.length - 1
    const href = hrefs[at]
    if (event.key === 'ArrowDown') mark(at >= last ? 0 : at + 1)
    else if (event.key === 'ArrowUp') mark(at <= 0 ? last : at - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && href) location.assign(href)
    else return
    event.preventDefault()
  })
}
