/**
 * Keeps the field counter on the device: its page and what built files the page loads. Only that: what it asks of the server
 * goes to the server or fails, so that an answer about somebody never lies in the store.
 */
interface CounterWorker {
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

const counterWorker = self as unknown as CounterWorker
const counterStore = 'balai-lapangan-1'
const counterPage = '/lapangan'
const counterPatienceMs = 4000
/** What the page needs besides built files. */
const plainFiles = new Set(['/region.css', '/icon.svg'])

counterWorker.addEventListener('install', (event) => event.waitUntil(counterWorker.skipWaiting()))
counterWorker.addEventListener('activate', (event) => event.waitUntil(counterWorker.clients.claim()))
counterWorker.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin) return
  if (pathname === counterPage || pathname === `${counterPage}/`) event.respondWith(openPage(event.request))
  else if (pathname.startsWith('/assets/')) event.respondWith(keptFirst(event.request))
  else if (plainFiles.has(pathname)) event.respondWith(freshFirst(event.request))
})

/** Names of built files hold a hash of their content: what is kept is right. */
async function keptFirst(request: Request): Promise<Response> {
  const cache = await caches.open(counterStore)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await cache.put(request, fresh.clone())
  return fresh
}

async function freshFirst(request: Request): Promise<Response> {
  const cache = await caches.open(counterStore)
  const kept = await cache.match(request, { ignoreVary: true, ignoreSearch: true })
  try {
    return await fetch(request, kept ? { signal: AbortSignal.timeout(counterPatienceMs) } : {})
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

/** The page is kept by its own script, without cookies. */
async function openPage(request: Request): Promise<Response> {
  const cache = await caches.open(counterStore)
  const kept = await cache.match(counterPage, { ignoreVary: true, ignoreSearch: true })
  try {
    const fresh = await fetch(request.url, {
      credentials: 'same-origin',
      ...(kept ? { signal: AbortSignal.timeout(counterPatienceMs) } : {}),
    })
    return fresh.ok || !kept ? fresh : kept
  } catch (error) {
    if (kept) return kept
    throw error
  }
}
