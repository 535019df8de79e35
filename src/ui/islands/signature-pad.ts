/** Lets the person draw a signature, and gives it to the upload below as a picture. */
export default function mount(element: HTMLElement): void {
  const box = element.querySelector<HTMLElement>('[data-signature-draw]')
  const canvas = element.querySelector('canvas')
  const input = element.querySelector<HTMLInputElement>('input[type=file]')
  const status = element.querySelector<HTMLElement>('[data-signature-status]')
  const pen = canvas?.getContext('2d')
  if (!box || !canvas || !input || !pen || typeof DataTransfer === 'undefined') return
  box.hidden = false
  let isDrawn = false

  const clear = () => {
    isDrawn = false
    // White, so that it is the same on paper and in the dark display.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.strokeStyle = '#14213d'
    pen.lineWidth = 3
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
  }
  const say = (text: string | undefined) => {
    if (!status) return
    status.hidden = !text
    status.textContent = text ?? ''
  }
  const place = (event: PointerEvent): [number, number] => {
    const at = canvas.getBoundingClientRect()
    return [
      ((event.clientX - at.left) / at.width) * canvas.width,
      ((event.clientY - at.top) / at.height) * canvas.height,
    ]
  }
  clear()

  canvas.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    canvas.setPointerCapture(event.pointerId)
    const [x, y] = place(event)
    pen.beginPath()
    pen.moveTo(x, y)
    pen.lineTo(x + 0.1, y)
    pen.stroke()
    say(undefined)
  })
  canvas.addEventListener('pointermove', (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return
    isDrawn = true
    for (const part of event.getCoalescedEvents?.() ?? [event]) pen.lineTo(...place(part))
    pen.stroke()
  })
  element.querySelector('[data-signature-clear]')?.addEventListener('click', clear)
  element.querySelector('[data-signature-use]')?.addEventListener('click', () => {
    if (!isDrawn) {
      say(element.dataset.textEmpty)
      return
    }
    canvas.toBlob((blob) => {
      if (!blob) return
      const files = new DataTransfer()
      files.items.add(new File([blob], 'tanda-tangan.png', { type: 'image/png' }))
      input.files = files.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
      clear()
    }, 'image/png')
  })
}
