import decodeQR from 'qr/decode.js'
import { checkOffline, type OfflineVerdict } from '../statement/check-offline.ts'
import type { OfflineData } from '../statement/revocation-list.ts'

const store = 'balai-luring-1'
/** Longest side of a picture that is searched: more costs a small phone seconds. */
const longestSide = 1600

/** Checks a QR by camera, picture or typed address, without asking anyone. */
export default function mount(root: HTMLElement): void {
  const find = <Kind extends HTMLElement>(name: string) => root.querySelector<Kind>(`[data-${name}]`) as Kind
  const { worker = '', data: dataUrl = '' } = root.dataset
  const video = find<HTMLVideoElement>('video')
  const camera = find<HTMLButtonElement>('camera')
  const picture = find<HTMLInputElement>('picture')
  const form = find<HTMLFormElement>('typed')
  const state = find('state')
  const result = find('result')
  root.hidden = false

  let data: OfflineData | undefined
  let stream: MediaStream | undefined

  const word = (name: string) =>
    root.querySelector<HTMLTemplateElement>(`template[data-word="${name}"]`)?.content.textContent ?? name
  const say = (name: string, values: Readonly<Record<string, string>> = {}) => {
    state.textContent = fill(word(name), values)
  }

  async function load(): Promise<void> {
    try {
      const response = await fetch(dataUrl)
      if (!response.ok) throw new Error(String(response.status))
      data = (await response.json()) as OfflineData
    } catch {
      say('no-data')
    }
  }

  /** Says that it is ready only when all of it lies on the phone. */
  async function keep(): Promise<void> {
    const isKept = await putAway().catch(() => false)
    if (!data) return
    if (isKept) say('ready', { day: dayWords(data.revoked.madeAt.slice(0, 10), root.lang) })
    else say('cannot-keep')
  }

  /** Puts everything away that this page has loaded, so that it opens without a network the next time. */
  async function putAway(): Promise<boolean> {
    if (!('serviceWorker' in navigator) || !('caches' in window)) return false
    await navigator.serviceWorker.register(worker, { scope: location.pathname })
    await navigator.serviceWorker.ready
    const cache = await caches.open(store)
    const loaded = performance.getEntriesByType('resource').map((entry) => entry.name)
    const own = loaded.filter((url) => url.startsWith(`${location.origin}/assets/`))
    const addresses = [...new Set([location.pathname, ...own, ...(data ? [dataUrl] : [])])]
    try {
      // Without cookies: what is kept shows nobody's name.
      await cache.addAll(addresses.map((url) => new Request(url, { credentials: 'omit' })))
      return true
    } catch {
      // Without a network what was put away before is enough.
      const kept = await Promise.all(addresses.map((url) => cache.match(url, { ignoreVary: true })))
      return kept.every((answer) => answer !== undefined)
    }
  }

  async function check(text: string): Promise<void> {
    if (!data) return say('no-data')
    show(await checkOffline(text, data, Date.now()))
  }

  function show(verdict: OfflineVerdict): void {
    const block = root.querySelector<HTMLTemplateElement>(`template[data-verdict="${verdict.kind}"]`)
    if (!block) return
    const shown = block.content.cloneNode(true) as DocumentFragment
    const values: Record<string, string> = verdict.kind === 'other-region' ? { host: verdict.host } : {}
    if ('statement' in verdict) {
      const { statement } = verdict
      Object.assign(values, {
        ...statement,
        issued: dayWords(statement.issuedOn, root.lang),
        last: statement.validTo ? dayWords(statement.validTo, root.lang) : '—',
      })
    }
    for (const element of shown.querySelectorAll<HTMLElement>('[data-fill]')) {
      element.textContent = fill(element.textContent ?? '', values)
    }
    result.replaceChildren(shown)
    const heading = result.querySelector('h2')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus()
  }

  function stop(): void {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = undefined
    video.hidden = true
    camera.textContent = camera.dataset.start ?? ''
  }

  async function look(): Promise<void> {
    if (stream) return stop()
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 } },
      })
    } catch {
      return say('no-camera')
    }
    video.srcObject = stream
    video.hidden = false
    camera.textContent = camera.dataset.stop ?? ''
    await video.play()
    while (stream) {
      const text = read(video, video.videoWidth, video.videoHeight)
      if (text) {
        stop()
        return check(text)
      }
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  }

  camera.addEventListener('click', () => void look())
  picture.addEventListener('change', async () => {
    const [file] = picture.files ?? []
    if (!file) return
    try {
      const image = await createImageBitmap(file)
      const text = read(image, image.width, image.height)
      if (text) await check(text)
      else say('no-qr')
    } catch {
      say('no-picture')
    }
    picture.value = ''
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void check(new FormData(form).get('alamat')?.toString() ?? '')
  })
  void load().then(keep)
}

function read(source: CanvasImageSource, width: number, height: number): string | undefined {
  if (!width || !height) return undefined
  const scale = Math.min(1, longestSide / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height), { timeLimit: 400 })
  } catch {
    return undefined
  }
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** `2026-11-23` as people write it. */
function dayWords(day: string, lang: string): string {
  return new Intl.DateTimeFormat(lang || 'id', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
