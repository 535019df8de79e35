/**
 * A named place where a lower module lets higher modules add behaviour ("call down, announce up"):
 * the lower module declares the point and its type, the higher one's manifest provides values.
 */
export interface ExtensionPoint<T> {
  readonly name: string
  find(key: string): T | undefined
  /** @throws Error naming the key; definitions are checked against this at boot */
  get(key: string): T
  keys(): string[]
}

export interface Provision {
  readonly point: string
  readonly key: string
  install(): void
}

const values = new WeakMap<ExtensionPoint<unknown>, Map<string, unknown>>()

export function extensionPoint<T>(name: string): ExtensionPoint<T> {
  const map = new Map<string, T>()
  const point: ExtensionPoint<T> = {
    name,
    find: (key) => map.get(key),
    get(key) {
      const value = map.get(key)
      if (value === undefined) throw new Error(`nothing provides "${key}" for ${name}`)
      return value
    },
    keys: () => [...map.keys()],
  }
  values.set(point as ExtensionPoint<unknown>, map as Map<string, unknown>)
  return point
}

/** Used in a manifest's `provides` list; installed when the program is composed. */
export function provide<T>(point: ExtensionPoint<T>, key: string, value: T): Provision {
  return {
    point: point.name,
    key,
    install() {
      const map = values.get(point as ExtensionPoint<unknown>) as Map<string, unknown>
      if (map.has(key) && map.get(key) !== value) throw new Error(`"${key}" is provided twice for ${point.name}`)
      map.set(key, value)
    },
  }
}
