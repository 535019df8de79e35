import { formatBytes } from '#ui/components/file-size.ts'
import { fileRow, sizeOk, typeOk } from '#ui/islands/uploaded-file.ts'
import { type DraftFile, keepFile, newId } from './drafts.ts'
import { digestOf } from './request.ts'
import { isFull, removeFile } from './store.ts'
import type { AppText } from './texts.ts'
import type { OpenVault } from './vault.ts'

/** As the office keeps photos: A4 at 220 dpi. */
const longestEdge = 2600

export interface UploadPlace {
  readonly vault: OpenVault
  readonly draftId: string
  readonly t: AppText
  files(): readonly DraftFile[]
  /** Keeps the list of the draft's files. */
  keep(files: readonly DraftFile[]): Promise<void>
}

/** Takes the place of sending: what is chosen or photographed is made smaller, sealed and kept. */
export function mountUpload(element: HTMLElement, place: UploadPlace): void {
  const input = element.querySelector<HTMLInputElement>('input[type=file]')
  const zone = element.querySelector<HTMLElement>('[data-upload-new]')
  const list = element.querySelector<HTMLElement>('[data-upload-list]')
  const status = element.querySelector<HTMLElement>('[data-upload-status]')
  const template = element.querySelector<HTMLTemplateElement>('template[data-upload-row]')
  const submit = element.querySelector<HTMLElement>('[data-upload-submit]')
  if (!input || !zone || !list || !status || !template) return
  const field = element.dataset.field ?? input.name
  const isMultiple = element.dataset.multiple !== undefined
  const { t } = place
  if (submit) submit.hidden = true
  const say = (message: string, isWrong = false) => {
    status.classList.toggle('error', isWrong)
    status.textContent = message
  }
  const limit = formatBytes(Number(element.dataset.maxBytes ?? 0))
  const own = () => place.files().filter((file) => file.field === field)

  const take = async (given: File) => {
    if (!typeOk(given, element.dataset.accept)) return say(t('file-type', { name: given.name }), true)
    const most = isMultiple ? 5 : 1
    if (own().length >= most) return say(t('file-many', { most }), true)
    let file: File
    try {
      file = given.type.startsWith('image/') ? await smaller(given) : given
    } catch {
      return say(t('file-broken', { name: given.name }), true)
    }
    if (!sizeOk(file, element.dataset.maxBytes)) return say(t('file-large', { name: given.name, limit }), true)
    const bytes = await file.arrayBuffer()
    const id = newId()
    try {
      await keepFile(place.vault, place.draftId, id, bytes)
      const kept: DraftFile = {
        id,
        field,
        name: file.name.slice(-100),
        mediaType: file.type,
        size: bytes.byteLength,
        digest: await digestOf(bytes),
      }
      await place.keep([...place.files(), kept])
      list.append(fileRow(template, { id, name: kept.name, size: kept.size }, field))
      if (!isMultiple) zone.hidden = true
      say(t('file-saved', { name: kept.name }))
    } catch (error) {
      await removeFile(id).catch(() => undefined)
      if (!isFull(error)) throw error
      say(t('file-full'), true)
    }
  }

  const takeAll = async (chosen: readonly File[]) => {
    for (const file of isMultiple ? chosen : chosen.slice(0, 1)) await take(file)
  }
  input.addEventListener('change', async (event) => {
    event.stopPropagation()
    const chosen = [...(input.files ?? [])]
    input.value = ''
    await takeAll(chosen)
  })
  element.addEventListener('click', async (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name=remove-file]')
    if (!button) return
    event.preventDefault()
    const id = button.value.slice(field.length + 1)
    await place.keep(place.files().filter((file) => file.id !== id))
    await removeFile(id)
    button.closest('li')?.remove()
    zone.hidden = false
    say('')
    input.focus()
  })
  addCamera()

  function addCamera(): void {
    if (!element.dataset.textCamera || !matchMedia('(pointer: coarse)').matches) return
    const camera = document.createElement('input')
    camera.type = 'file'
    camera.accept = 'image/*'
    camera.setAttribute('capture', 'environment')
    camera.hidden = true
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn btn-secondary'
    button.textContent = t('file-camera')
    button.addEventListener('click', () => camera.click())
    camera.addEventListener('change', () => void takeAll([...(camera.files ?? [])]))
    zone?.append(button, camera)
  }
}

/** Drawn anew: smaller, upright, and without where and with what it was taken. */
async function smaller(file: File): Promise<File> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, longestEdge / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.width * scale))
  canvas.height = Math.max(1, Math.round(image.height * scale))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
  if (!blob) throw new Error('no picture')
  return new File([blob], `${file.name.replace(/\.[a-z0-9]+$/i, '')}.jpg`, { type: 'image/jpeg' })
}
