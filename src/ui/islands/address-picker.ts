type Area = { code: string; name: string }

/** Fills the next list when one is chosen, in place of the "Lanjut" button. */
export default function mount(element: HTMLElement): void {
  const selects = [...element.querySelectorAll<HTMLSelectElement>('select[data-level]')]
  const next = element.querySelector<HTMLElement>('[data-address-next]')
  const status = element.querySelector<HTMLElement>('[data-address-status]')
  const url = element.dataset.url
  if (!url) return
  if (next) next.hidden = true

  const empty = (select: HTMLSelectElement, areas: Area[]) => {
    const first = new Option(areas.length > 0 ? element.dataset.choose : select.options[0]?.text, '')
    select.replaceChildren(first, ...areas.map((area) => new Option(area.name, area.code)))
  }
  selects.forEach((select, level) => {
    select.addEventListener('change', async () => {
      for (const below of selects.slice(level + 1)) empty(below, [])
      const child = selects[level + 1]
      if (!child || !select.value) return
      child.setAttribute('aria-busy', 'true')
      const asked = select.value
      try {
        const response = await fetch(`${url}?kode=${encodeURIComponent(asked)}`, {
          headers: { accept: 'application/json' },
        })
        if (!response.ok) throw new Error(String(response.status))
        const areas: Area[] = await response.json()
        if (select.value === asked) empty(child, areas)
        if (status) status.hidden = true
      } catch {
        if (next) next.hidden = false
        if (!status) return
        status.hidden = false
        status.textContent = element.dataset.failed ?? ''
      } finally {
        child.removeAttribute('aria-busy')
      }
    })
  })
}
