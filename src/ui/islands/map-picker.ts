const nearest = 12

/** Makes the drawn region a map to tap, to move over with the keys, and to find oneself on. */
export default function mount(element: HTMLElement): void {
  const svg = element.querySelector('svg')
  const pin = element.querySelector<SVGGElement>('[data-map-pin]')
  const [lat, lon] = [...element.querySelectorAll<HTMLInputElement>('.map-degrees input')]
  const status = element.querySelector<HTMLElement>('[data-map-status]')
  if (!svg || !pin || !lat || !lon || !status) return
  const sheet = {
    west: Number(element.dataset.west),
    north: Number(element.dataset.north),
    perLongitude: Number(element.dataset.perLongitude),
    perLatitude: Number(element.dataset.perLatitude),
  }
  const whole = svg.viewBox.baseVal
  const full = { width: whole.width, height: whole.height }
  let view = { x: 0, y: 0, zoom: 1 }
  for (const part of element.querySelectorAll<HTMLElement>('[data-map-only]')) part.hidden = false
  svg.setAttribute('role', 'application')
  svg.setAttribute('aria-describedby', svg.dataset.mapHelp ?? '')
  svg.tabIndex = 0

  const degrees = (value: number) => {
    const text = value.toFixed(5)
    return document.documentElement.lang === 'id' ? text.replace('.', ',') : text
  }
  const read = (input: HTMLInputElement) => {
    const value = Number(input.value.trim().replace(',', '.'))
    return input.value.trim() === '' || !Number.isFinite(value) ? undefined : value
  }
  /** The point now, in units of the sheet. */
  const point = () => {
    const [north, east] = [read(lat), read(lon)]
    if (north === undefined || east === undefined) return undefined
    return { x: (east - sheet.west) * sheet.perLongitude, y: (sheet.north - north) * sheet.perLatitude }
  }
  const areaAt = (x: number, y: number) => {
    const at = svg.createSVGPoint()
    at.x = x
    at.y = y
    return [...svg.querySelectorAll<SVGPathElement>('.map-area')].find((area) => area.isPointInFill(at))
  }

  function draw(): void {
    const [width, height] = [full.width / view.zoom, full.height / view.zoom]
    view.x = Math.min(Math.max(view.x, 0), full.width - width)
    view.y = Math.min(Math.max(view.y, 0), full.height - height)
    svg?.setAttribute('viewBox', `${view.x} ${view.y} ${width} ${height}`)
    const at = point()
    pin?.classList.toggle('is-away', !at)
    if (at) pin?.setAttribute('transform', `translate(${at.x} ${at.y}) scale(${1 / view.zoom})`)
  }
  function choose(x: number, y: number): void {
    const [left, top] = [Math.min(Math.max(x, 0), full.width), Math.min(Math.max(y, 0), full.height)]
    if (!lat || !lon || !status) return
    lat.value = degrees(sheet.north - top / sheet.perLatitude)
    lon.value = degrees(sheet.west + left / sheet.perLongitude)
    const area = areaAt(left, top)?.dataset.name ?? element.dataset.textOutside ?? ''
    status.textContent = (element.dataset.textChosen ?? '')
      .replace('{area}', area)
      .replace('{lat}', lat.value)
      .replace('{lon}', lon.value)
    draw()
    lat.dispatchEvent(new Event('change', { bubbles: true }))
  }
  function zoom(by: number, around = point() ?? { x: full.width / 2, y: full.height / 2 }): void {
    const next = Math.min(Math.max(view.zoom * by, 1), nearest)
    const share = 0.5 / next
    view = { zoom: next, x: around.x - full.width * share, y: around.y - full.height * share }
    draw()
  }

  const onSheet = (event: PointerEvent) => {
    const matrix = svg.getScreenCTM()
    return matrix && new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
  }
  let start: { x: number; y: number; view: typeof view; moved: boolean } | undefined
  svg.addEventListener('pointerdown', (event) => {
    start = { x: event.clientX, y: event.clientY, view, moved: false }
    svg.setPointerCapture(event.pointerId)
  })
  svg.addEventListener('pointermove', (event) => {
    if (!start) return
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y]
    if (!start.moved && Math.hypot(dx, dy) < 8) return
    start.moved = true
    if (view.zoom === 1) return
    const unit = full.width / view.zoom / svg.clientWidth
    view = { ...view, x: start.view.x - dx * unit, y: start.view.y - dy * unit }
    draw()
  })
  svg.addEventListener('pointerup', (event) => {
    const at = start && !start.moved ? onSheet(event) : undefined
    start = undefined
    if (at) choose(at.x, at.y)
  })
  svg.addEventListener('pointercancel', () => {
    start = undefined
  })

  const steps: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  }
  svg.addEventListener('keydown', (event) => {
    const step = steps[event.key]
    if (event.key === '+' || event.key === '=') zoom(2)
    else if (event.key === '-') zoom(0.5)
    else if (step) {
      const now = point()
      const isOnSheet = now && now.x >= 0 && now.y >= 0 && now.x <= full.width && now.y <= full.height
      const at = isOnSheet ? now : { x: full.width / 2, y: full.height / 2 }
      const size = full.width / view.zoom / (event.shiftKey ? 20 : 100)
      choose(at.x + step[0] * size, at.y + step[1] * size)
    } else return
    event.preventDefault()
  })
  for (const button of element.querySelectorAll<HTMLElement>('[data-map-zoom]')) {
    button.addEventListener('click', () => zoom(Number(button.dataset.mapZoom)))
  }
  for (const input of [lat, lon]) input.addEventListener('input', draw)

  const position = element.querySelector<HTMLButtonElement>('[data-map-position]')
  if (position && !navigator.geolocation) position.hidden = true
  position?.addEventListener('click', () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const x = (coords.longitude - sheet.west) * sheet.perLongitude
        const y = (sheet.north - coords.latitude) * sheet.perLatitude
        choose(x, y)
        // Off the sheet the figures are still right, only the pin stands at its edge.
        lat.value = degrees(coords.latitude)
        lon.value = degrees(coords.longitude)
        zoom(4)
      },
      () => {
        status.textContent = element.dataset.textFailed ?? ''
      },
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  })
}
