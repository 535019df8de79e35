/**
 * Keeps the offline check on the phone: its page, what the page loads, keys and revocation list. From the network while there is
 * one, so that the list is fresh; from the store when there is none.
 */
interface Worker {
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

const worker = self as unknown as Worker
const store = 'balai-luring-1'
const patienceMs = 4000

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method === 'GET' && new URL(url).origin === location.origin) event.respondWith(answer(event.request))
})

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(store)
  const kept = await cache.match(request, { ignoreVary: true })
  // Names of built files hold a hash of their content: what is kept is right.
  if (kept && new URL(request.url).pathname.startsWith('/assets/')) return kept
  try {
    const fresh = await fetch(request, kept ? { signal: AbortSignal.timeout(patienceMs) } : {})
    // The page itself is kept by its own script, without anybody's name on it.
    if (fresh.ok && request.mode !== 'navigate') await cache.put(request, fresh.clone())
    return fresh
  } catch (error) {
    if (kept) return kept
    throw error
  }
}
