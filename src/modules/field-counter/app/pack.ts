import { fieldCounterPaths } from '../paths.ts'
import type { LocalText } from './drafts.ts'
import { fetchJson } from './request.ts'
import { read, readAll, write } from './store.ts'

/** A service as it lies on the device. */
export interface PackedForm {
  readonly id: string
  readonly version: number
  readonly slug: string
  readonly code: string
  readonly title: LocalText
  readonly summary: LocalText
  readonly form: { readonly pages: readonly PackedPage[] }
  readonly conditions: readonly LocalText[]
  readonly evidence: readonly (readonly LocalText[])[]
  readonly products: readonly LocalText[]
  readonly law: readonly { readonly citation: string; readonly about: LocalText }[]
  readonly asksForFamily: boolean
  /** Figures of law that the questions compare with. */
  readonly figures: Readonly<Record<string, number>>
  readonly madeAt: string
}

// biome-ignore lint/suspicious/noExplicitAny: a page of a definition; only the form of services reads it
export type PackedPage = any

export interface PackedAreas {
  readonly madeAt: string
  readonly areas: readonly (readonly [string, string])[]
  readonly names: readonly string[]
}

interface Catalogue {
  readonly madeAt: string
  readonly services: readonly { readonly id: string; readonly slug: string; readonly version: number }[]
}

/** Older than this and one is told to renew it; it may still be used, the server judges by today's. */
export const staleAfterDays = 7

/** Takes services along, or renews those that are there. @returns how many were renewed */
export async function takeAlong(slugs: readonly string[], tell: (done: number, of: number) => void): Promise<void> {
  const all = [...new Set(slugs)]
  tell(0, all.length + 1)
  const areas = await fetchJson<PackedAreas>(fieldCounterPaths.areas)
  await write('pack', { id: 'areas', madeAt: areas.madeAt, value: areas })
  tell(1, all.length + 1)
  for (const [index, slug] of all.entries()) {
    const form = await fetchJson<PackedForm>(fieldCounterPaths.form(slug))
    await write('pack', { id: `form/${form.id}`, madeAt: form.madeAt, value: form })
    tell(index + 2, all.length + 1)
  }
}

export async function listForms(): Promise<PackedForm[]> {
  return (await readAll('pack'))
    .filter((record) => record.id.startsWith('form/'))
    .map((record) => record.value as PackedForm)
}

export async function findForm(serviceId: string): Promise<PackedForm | undefined> {
  return (await read('pack', `form/${serviceId}`))?.value as PackedForm | undefined
}

export async function readAreas(): Promise<PackedAreas | undefined> {
  return (await read('pack', 'areas'))?.value as PackedAreas | undefined
}

/** Titles of what has a newer version on the server. */
export async function listOutdated(): Promise<string[]> {
  const [forms, catalogue] = await Promise.all([listForms(), fetchJson<Catalogue>(fieldCounterPaths.catalogue)])
  return forms
    .filter((form) => catalogue.services.some((now) => now.id === form.id && now.version !== form.version))
    .map((form) => form.slug)
}

/** The oldest part decides how old all of it is. */
export async function packMadeAt(): Promise<string | undefined> {
  const made = (await readAll('pack')).map((record) => record.madeAt).sort()
  return made[0]
}

export function daysSince(moment: string): number {
  return Math.floor((Date.now() - Date.parse(moment)) / 86_400_000)
}
