import { keepPage } from '#ui/islands/keep-page.ts'
import { fieldCounterPaths, keptCounter } from '../paths.ts'

/** @returns false where the browser has no place for it */
export function keepProgram(files: readonly string[]): Promise<boolean> {
  return keepPage(keptCounter, files)
}

export async function forgetProgram(): Promise<void> {
  await caches.delete(keptCounter.store).catch(() => false)
  const registrations = (await navigator.serviceWorker?.getRegistrations?.().catch(() => [])) ?? []
  const own = registrations.filter(({ scope }) => new URL(scope).pathname === fieldCounterPaths.app)
  await Promise.all(own.map((registration) => registration.unregister()))
}

export async function storageLeft(): Promise<{ free: number; all: number } | undefined> {
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined)
  if (!estimate?.quota) return undefined
  return { free: Math.max(0, estimate.quota - (estimate.usage ?? 0)), all: estimate.quota }
}
