import type { ModuleManifest } from './module.ts'

/** Installs what the modules provide for each other, and says who hears which event. */
export function compose(modules: readonly ModuleManifest[]): ReadonlyMap<string, readonly string[]> {
  const events = new Set(modules.flatMap((module) => module.commands.map((command) => command.event)))
  const subscribers = new Map<string, string[]>()
  for (const module of modules) {
    for (const provision of module.provides ?? []) provision.install()
    for (const [event, task] of Object.entries(module.subscriptions ?? {})) {
      if (!events.has(event)) throw new Error(`${module.name} listens for "${event}", which no command announces`)
      if (!module.jobs?.[task]) throw new Error(`${module.name} has no job "${task}" to hear "${event}"`)
      subscribers.set(event, [...(subscribers.get(event) ?? []), task])
    }
  }
  return subscribers
}
