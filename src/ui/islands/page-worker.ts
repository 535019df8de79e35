/**
 * Keeps one page of its own and the files that it loads on the device, nothing else: every question goes to the server or
 * fails, so that an answer about somebody never lies in the store. Which page is written before this script as it is served.
 */
interface PageWorker {
  readonly kept: { readonly store: string; readonly page: string }
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

const pageWorker = self as unknown as PageWorker
const keptPage = pageWorker.kept
const serverPatienceMs = 4000
/** What the page needs besides built files. */
const plainFiles = new Set(['/region.css', '/icon.svg'])

pageWorker.addEventListener('install', (event) => event.waitUntil(pageWorker.skipWaiting()))
pageWorker.addEventListener('activate', (event) => event.waitUntil(pageWorker.clients.claim()))
pageWorker.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin) return
  if (pathname === keptPage.page || pathname === `${keptPage.page}/`)
    event.respondWith(freshFirst(event.request, keptPage.page))
  else if (pathname.startsWith('/assets/')) event.respondWith(keptFirst(event.request))
  else if (plainFiles.has(pathname)) event.respondWith(freshFirst(event.request, pathname))
})

/** Names of built files hold a hash of their content: what is kept is right. */
async function keptFirst(request: Request): Promise<Response> {
  const cache = await caches.open(keptPage.store)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await cache.put(request, fresh.clone())
  return fresh
}

/** The page is kept by its own script, which asks without cookies: what it asks for comes through here as well. */
async function freshFirst(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(keptPage.store)
  const kept = await cache.match(path, { ignoreVary: true, ignoreSearch: true })
  try {
    const fresh = await fetch(request.url, {
      credentials: request.credentials,
      ...(kept ? { signal: AbortSignal.timeout(serverPatienceMs) } : {}),
    })
    return fresh.ok || !kept ? fresh : kept
  } catch (error) {
    if (kept) return kept
    throw error
  }
}
