import { whenStill } from './hold-still.ts'
import { fileRow, sizeOk, typeOk, type UploadedFile } from './uploaded-file.ts'

/** Sends each file as soon as it is chosen, photographed or dropped, with its progress. */
export default function mount(element: HTMLElement): void {
  const input = element.querySelector<HTMLInputElement>('input[type=file]')
  const zone = element.querySelector<HTMLElement>('[data-upload-new]')
  const list = element.querySelector<HTMLElement>('[data-upload-list]')
  const status = element.querySelector<HTMLElement>('[data-upload-status]')
  const submit = element.querySelector<HTMLElement>('[data-upload-submit]')
  const template = element.querySelector<HTMLTemplateElement>('template[data-upload-row]')
  const url = element.dataset.uploadUrl
  if (!input || !zone || !list || !status || !template) return
  const text = (key: string, values: Record<string, string> = {}) =>
    (element.dataset[key] ?? '').replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
  const multiple = element.dataset.multiple !== undefined

  const say = (message: string, failed = false) => {
    status.classList.toggle('error', failed)
    status.textContent = message
  }
  /** The first reason for which the file would be turned away, found before it travels. */
  const reject = (file: File): string | undefined => {
    if (!sizeOk(file, element.dataset.maxBytes)) return text('textTooLarge', { name: file.name })
    if (!typeOk(file, element.dataset.accept)) return text('textWrongType', { name: file.name })
    return undefined
  }

  if (!url) {
    input.addEventListener('change', () => {
      const wrong = [...(input.files ?? [])].map(reject).find(Boolean)
      say(wrong ?? '', Boolean(wrong))
      if (wrong) input.value = ''
    })
    return
  }

  if (submit) submit.hidden = true
  zone.classList.add('upload-drop')
  const hint = document.createElement('span')
  hint.className = 'hint'
  hint.textContent = text('textDrop')
  zone.append(hint)
  addCamera()

  const send = (file: File) =>
    new Promise<void>((done) => {
      const bar = document.createElement('progress')
      bar.max = 100
      bar.setAttribute('aria-label', file.name)
      zone.before(bar)
      const body = new FormData()
      const csrf = input.form?.querySelector<HTMLInputElement>('input[name=_csrf]')?.value
      if (csrf) body.append('_csrf', csrf)
      body.append('field', element.dataset.field ?? input.name)
      body.append('file', file)
      const request = new XMLHttpRequest()
      request.open('POST', url)
      request.setRequestHeader('x-autosave', '1')
      request.setRequestHeader('accept', 'application/json')
      request.responseType = 'json'
      let shown = -1
      request.upload.addEventListener('progress', (event) => {
        const percent = Math.round((event.loaded / event.total) * 100)
        bar.value = percent
        // The words change in quarters: a screen reader reads every change.
        if (Math.floor(percent / 25) === shown) return
        shown = Math.floor(percent / 25)
        say(text('textProgress', { name: file.name, percent: String(percent) }))
      })
      const end = () => {
        bar.remove()
        if (request.status >= 200 && request.status < 300 && request.response?.id) {
          const uploaded: UploadedFile = request.response
          list.append(fileRow(template, uploaded, element.dataset.field ?? input.name))
          if (!multiple) zone.hidden = true
          say(text('textDone', { name: file.name }))
        } else {
          say(request.response?.detail ?? text('textFailed', { name: file.name }), true)
        }
        done()
      }
      request.addEventListener('loadend', () => whenStill(end))
      request.send(body)
    })

  const sendAll = async (files: readonly File[]) => {
    for (const file of multiple ? files : files.slice(0, 1)) {
      const wrong = reject(file)
      if (wrong) say(wrong, true)
      else await send(file)
    }
  }

  input.addEventListener('change', async () => {
    const files = [...(input.files ?? [])]
    // Emptied at once, so that the form does not send the same file again.
    input.value = ''
    await sendAll(files)
  })
  zone.addEventListener('dragover', (event) => {
    event.preventDefault()
    zone.classList.add('is-over')
  })
  zone.addEventListener('dragleave', () => zone.classList.remove('is-over'))
  zone.addEventListener('drop', (event) => {
    event.preventDefault()
    zone.classList.remove('is-over')
    void sendAll([...(event.dataTransfer?.files ?? [])])
  })

  function addCamera(): void {
    const label = element.dataset.textCamera
    if (!label || !matchMedia('(pointer: coarse)').matches) return
    const camera = document.createElement('input')
    camera.type = 'file'
    camera.accept = 'image/*'
    camera.setAttribute('capture', 'environment')
    camera.hidden = true
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn btn-secondary'
    button.textContent = label
    button.addEventListener('click', () => camera.click())
    camera.addEventListener('change', () => void sendAll([...(camera.files ?? [])]))
    zone?.append(button, camera)
  }
}
