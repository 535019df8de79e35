/** A page that opens without a network: where it is kept, what it is, and the worker that answers for it. */
export interface KeptPage {
  readonly store: string
  readonly page: string
  readonly worker: string
}

/**
 * Puts a page and the built files that it loads away, so that it opens without a network. Without cookies, so that what is
 * kept shows nobody's name. Files of an older build go.
 * @returns false where the browser has no place to keep it; the page then works while there is a network
 */
export async function keepPage({ store, page, worker }: KeptPage, files: readonly string[]): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return false
  try {
    await navigator.serviceWorker.register(worker, { scope: page })
    await navigator.serviceWorker.ready
    const cache = await caches.open(store)
    const wanted = [page, '/region.css', '/icon.svg', ...files]
    const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname))
    // Built files never change under their name; the rest is taken anew.
    const missing = wanted.filter((path) => !path.startsWith('/assets/') || !kept.has(path))
    await cache.addAll(missing.map((path) => new Request(path, { credentials: 'omit', cache: 'no-cache' })))
    const old = [...kept].filter((path) => path.startsWith('/assets/') && !wanted.includes(path))
    await Promise.all(old.map((path) => cache.delete(path)))
    return true
  } catch {
    return false
  }
}
