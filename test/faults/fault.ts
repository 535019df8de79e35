import type { ModuleEntry } from '../../src/modules/map.ts'

/** A small tree that breaks one rule, and how the rule must say so. */
export interface Fault {
  readonly rule: string
  readonly what: string
  readonly files: Readonly<Record<string, string>>
  readonly map: readonly ModuleEntry[]
  /** Beginning of the only message: file, line and rule. */
  readonly caught: string
}

export const entry = (name: string, layer: ModuleEntry['layer'], ...dependsOn: string[]): ModuleEntry => ({
  name,
  layer,
  dependsOn,
  purpose: name,
})

/** A map file as text, so that faults of the map have a line. */
export const mapText = (map: readonly ModuleEntry[]): string =>
  map.map((item) => `{ name: '${item.name}' },`).join('\n')

/** Two modules: shops in layer 3 needs streets in layer 1. */
export const twoModules: readonly ModuleEntry[] = [entry('streets', 1), entry('shops', 3, 'streets')]
