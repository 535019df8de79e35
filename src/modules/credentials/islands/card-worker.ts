/** Keeps the wallet's own page and files on the device, nothing else: every question goes to the server or fails. */
interface CardWorker {
  addEventListener(
    name: 'install' | 'activate',
    listener: (event: { waitUntil(done: Promise<unknown>): void }) => void,
  ): void
  addEventListener(
    name: 'fetch',
    listener: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

const cardWorker = self as unknown as CardWorker
const cardStore = 'balai-kartu-1'
const cardPage = '/kartu-digital'
const cardPatienceMs = 4000
const cardPlainFiles = new Set(['/region.css', '/icon.svg'])

cardWorker.addEventListener('install', (event) => event.waitUntil(cardWorker.skipWaiting()))
cardWorker.addEventListener('activate', (event) => event.waitUntil(cardWorker.clients.claim()))
cardWorker.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin) return
  if (pathname === cardPage) event.respondWith(freshCard(event.request, cardPage))
  else if (pathname.startsWith('/assets/')) event.respondWith(keptCard(event.request))
  else if (cardPlainFiles.has(pathname)) event.respondWith(freshCard(event.request, pathname))
})

/** Names of built files hold a hash of their content: what is kept is right. */
async function keptCard(request: Request): Promise<Response> {
  const cache = await caches.open(cardStore)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await cache.put(request, fresh.clone())
  return fresh
}

async function freshCard(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(cardStore)
  const kept = await cache.match(path, { ignoreVary: true, ignoreSearch: true })
  try {
    const fresh = await fetch(request.url, {
      credentials: 'same-origin',
      ...(kept ? { signal: AbortSignal.timeout(cardPatienceMs) } : {}),
    })
    return fresh.ok || !kept ? fresh : kept
  } catch (error) {
    if (kept) return kept
    throw error
  }
}
