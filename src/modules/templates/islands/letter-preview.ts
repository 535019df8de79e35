const quietMs = 600

interface Fault {
  readonly text: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** Renews the pages of a template while its author types, and says at which line something is wrong. */
export default function mount(element: HTMLElement): void {
  const form = element as HTMLFormElement
  const { url, textRunning = '', textFresh = '', textFaulty = '', textAway = '', textPage = '' } = form.dataset
  const status = form.querySelector<HTMLElement>('[data-preview-status]')
  const pages = form.querySelector<HTMLElement>('[data-preview-pages]')
  const faults = form.querySelector<HTMLElement>('[data-preview-faults]')
  const source = form.querySelector<HTMLTextAreaElement>('textarea[name="source"]')
  if (!url || !status || !pages || !faults || !source) return
  let timer: number | undefined
  let running: AbortController | undefined
  let shown = read()

  function read(): string {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    return body.toString()
  }

  const showPages = (svgs: readonly string[]) => {
    const old = [...pages.querySelectorAll('img')]
    const images = svgs.map((svg, index) => {
      const image = old[index] ?? document.createElement('img')
      const before = image.src
      image.className = 'letter-page'
      image.alt = textPage.replace('{n}', String(index + 1))
      image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
      if (before.startsWith('blob:')) URL.revokeObjectURL(before)
      return image
    })
    pages.replaceChildren(...images)
    pages.classList.remove('letter-pages-old')
    faults.replaceChildren()
    status.textContent = textFresh
  }

  const showFaults = (list: readonly Fault[]) => {
    pages.classList.add('letter-pages-old')
    status.textContent = textFaulty
    const items = document.createElement('ul')
    items.className = 'fault-list fault-list-live'
    for (const fault of list) {
      const item = document.createElement('li')
      if (fault.line === undefined) item.textContent = fault.text
      else {
        const jump = document.createElement('button')
        jump.type = 'button'
        jump.className = 'fault-jump'
        jump.textContent = `${fault.line}:${fault.column ?? 1}`
        jump.addEventListener('click', () => select(fault))
        item.append(jump, ` ${fault.text}`)
      }
      items.append(item)
    }
    faults.replaceChildren(items)
  }

  /** Marks the place in the text itself. */
  const select = ({ line = 1, column = 1, endLine, endColumn }: Fault) => {
    const starts = [0]
    for (const match of source.value.matchAll(/\n/g)) starts.push(match.index + 1)
    const at = (row: number, col: number) => Math.min(source.value.length, (starts[row - 1] ?? 0) + col - 1)
    source.focus()
    source.setSelectionRange(
      at(line, column),
      Math.max(at(line, column) + 1, at(endLine ?? line, endColumn ?? column + 1)),
    )
    source.scrollTop = (line - 4) * (source.scrollHeight / Math.max(1, starts.length))
  }

  const renew = async () => {
    const body = read()
    if (body === shown) return
    running?.abort()
    running = new AbortController()
    status.textContent = textRunning
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body,
        signal: running.signal,
      })
      if (!response.ok) throw new Error(String(response.status))
      const answer: { pages?: string[]; faults?: Fault[] } = await response.json()
      shown = body
      if (answer.pages) showPages(answer.pages)
      else showFaults(answer.faults ?? [])
    } catch (error) {
      if ((error as Error).name !== 'AbortError') status.textContent = textAway
    }
  }

  const later = () => {
    clearTimeout(timer)
    timer = window.setTimeout(renew, quietMs)
  }
  form.addEventListener('input', later)
  form.addEventListener('change', later)
}
