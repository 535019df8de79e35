import { credentialPaths } from '../paths.ts'

const store = 'balai-kartu-1'

/** Puts the page and its files away, so that the cards open without a network. Without cookies: it shows nobody's name. */
export async function keepProgram(files: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  try {
    await navigator.serviceWorker.register(credentialPaths.walletWorker, { scope: credentialPaths.wallet })
    await navigator.serviceWorker.ready
    const cache = await caches.open(store)
    const wanted = [credentialPaths.wallet, '/region.css', '/icon.svg', ...files]
    const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname))
    const missing = wanted.filter((path) => !path.startsWith('/assets/') || !kept.has(path))
    await cache.addAll(missing.map((path) => new Request(path, { credentials: 'omit', cache: 'no-cache' })))
    const old = [...kept].filter((path) => path.startsWith('/assets/') && !wanted.includes(path))
    await Promise.all(old.map((path) => cache.delete(path)))
  } catch {
    // Without a place to keep it the page still works while there is a network.
  }
}
