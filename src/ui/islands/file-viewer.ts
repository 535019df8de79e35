const steps = { in: 1.5, out: 1 / 1.5 } as const
const nearest = 8

/** Shows documents beside the page without leaving it, so that nothing typed is lost; pictures enlarge and turn. */
export default function mount(split: HTMLElement): void {
  const pane = () => split.querySelector<HTMLElement>(':scope > .file-pane')
  let opener: HTMLElement | undefined

  function open(id: string): boolean {
    const template = split.querySelector<HTMLTemplateElement>(`template[data-file-template="${CSS.escape(id)}"]`)
    const next = template?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined
    if (!template || !next) return false
    const now = pane()
    if (now) now.replaceWith(next)
    else split.querySelector('.file-parts')?.after(next)
    bringToLife(next)
    history.replaceState(history.state, '', template.dataset.href ?? '')
    next.focus({ preventScroll: true })
    next.scrollIntoView({ block: 'nearest' })
    return true
  }
  function close(): void {
    pane()?.remove()
    history.replaceState(history.state, '', split.dataset.close ?? '')
    opener?.focus()
  }

  split.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    const link = (event.target as Element).closest<HTMLElement>('[data-file-open],[data-file-close]')
    if (!link) return
    if (link.dataset.fileClose !== undefined) {
      event.preventDefault()
      return close()
    }
    if (!pane()?.contains(link)) opener = link
    if (open(link.dataset.fileOpen ?? '')) event.preventDefault()
  })
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if ((event.target as Element).closest('input:not([type=checkbox],[type=radio]),textarea,select,dialog[open]'))
      return
    const now = pane()
    if (event.key === 'Escape' && now) close()
    else if (event.key === '[' || event.key === ']') turnPage(event.key === ']' ? 1 : -1)
    else return
    event.preventDefault()
  })
  function turnPage(by: 1 | -1): void {
    const link = pane()?.querySelector<HTMLElement>(`[data-file-step="${by}"]`)
    const first = split.querySelector<HTMLElement>('template[data-file-template]')
    open(link?.dataset.fileOpen ?? (pane() ? '' : (first?.dataset.fileTemplate ?? '')))
  }
  const shown = pane()
  if (shown) bringToLife(shown)
}

function bringToLife(pane: HTMLElement): void {
  const view = pane.querySelector<HTMLElement>('[data-file-view]')
  const sheet = view?.querySelector<HTMLElement>('.file-sheet')
  const image = sheet?.querySelector('img')
  const tools = pane.querySelector<HTMLElement>('[data-file-tools]')
  if (!view || !sheet || !image || !tools) return
  tools.hidden = false
  let zoom = 1
  let quarter = 0

  /** The picture keeps the middle of what is seen in the middle. */
  function draw(): void {
    if (!view || !sheet || !image?.naturalWidth) return
    const ratio = image.naturalHeight / image.naturalWidth
    const [x, y] = [
      (view.scrollLeft + view.clientWidth / 2) / Math.max(1, sheet.clientWidth),
      (view.scrollTop + view.clientHeight / 2) / Math.max(1, sheet.clientHeight),
    ]
    const width = view.clientWidth * zoom
    const isTurned = quarter % 2 === 1
    const height = isTurned ? width / ratio : width * ratio
    sheet.classList.add('is-drawn')
    Object.assign(sheet.style, { width: `${width}px`, height: `${height}px` })
    Object.assign(image.style, {
      width: `${isTurned ? height : width}px`,
      transform: `translate(-50%, -50%) rotate(${quarter * 90}deg)`,
    })
    view.scrollTo(x * width - view.clientWidth / 2, y * height - view.clientHeight / 2)
  }
  function change(does: string): void {
    if (does === 'turn') quarter = (quarter + 1) % 4
    else if (does === 'fit') zoom = 1
    else zoom = Math.min(nearest, Math.max(1, zoom * steps[does as 'in' | 'out']))
    draw()
  }
  for (const button of tools.querySelectorAll<HTMLElement>('[data-file-tool]')) {
    button.addEventListener('click', () => change(button.dataset.fileTool ?? ''))
  }
  const keys: Record<string, string> = { '+': 'in', '=': 'in', '-': 'out', r: 'turn', R: 'turn', '0': 'fit' }
  view.addEventListener('keydown', (event) => {
    const does = keys[event.key]
    if (!does || event.ctrlKey || event.metaKey || event.altKey) return
    change(does)
    event.preventDefault()
  })
  view.addEventListener('dblclick', () => change(zoom > 1 ? 'fit' : 'in'))
  dragToScroll(view)
  new ResizeObserver(draw).observe(view)
  if (image.complete) draw()
  else image.addEventListener('load', draw)
}

/** A mouse drags the sheet as a finger does. */
function dragToScroll(view: HTMLElement): void {
  view.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return
    const from = { x: event.clientX + view.scrollLeft, y: event.clientY + view.scrollTop }
    const move = (now: PointerEvent) => view.scrollTo(from.x - now.clientX, from.y - now.clientY)
    view.setPointerCapture(event.pointerId)
    view.addEventListener('pointermove', move)
    const end = () => view.removeEventListener('pointermove', move)
    view.addEventListener('pointerup', end, { once: true })
    view.addEventListener('pointercancel', end, { once: true })
  })
  view.querySelector('img')?.addEventListener('dragstart', (event) => event.preventDefault())
}
