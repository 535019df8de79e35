import { fieldCounterPaths } from '../paths.ts'

const store = 'balai-lapangan-1'

/**
 * Puts the program itself away, so that it opens without a network: its page and every built file. Without cookies, so that
 * what is kept shows nobody's name. Files of an older build go.
 */
export async function keepProgram(files: readonly string[]): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return false
  try {
    await navigator.serviceWorker.register(fieldCounterPaths.worker, { scope: fieldCounterPaths.app })
    await navigator.serviceWorker.ready
    const cache = await caches.open(store)
    const wanted = [fieldCounterPaths.app, '/region.css', '/icon.svg', ...files]
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

export async function forgetProgram(): Promise<void> {
  await caches.delete(store).catch(() => false)
  const registrations = (await navigator.serviceWorker?.getRegistrations?.().catch(() => [])) ?? []
  const own = registrations.filter(({ scope }) => new URL(scope).pathname === fieldCounterPaths.app)
  await Promise.all(own.map((registration) => registration.unregister()))
}

export async function storageLeft(): Promise<{ free: number; all: number } | undefined> {
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined)
  if (!estimate?.quota) return undefined
  return { free: Math.max(0, estimate.quota - (estimate.usage ?? 0)), all: estimate.quota }
}
