import type { Value } from './values.ts'

/** What is known of everything an expression may read, by its path: "answers.area". Changed copies share the rest. */
export class World {
  private readonly values: ReadonlyMap<string, Value>
  private readonly below: World | undefined
  /** True when something is known of a whole condition, not only of what it reads. */
  readonly hasDecided: boolean

  constructor(values: ReadonlyMap<string, Value>, below?: World, hasDecided = below?.hasDecided ?? false) {
    this.values = values
    this.below = below
    this.hasDecided = hasDecided
  }

  get(path: string): Value | undefined {
    return this.values.get(path) ?? this.below?.get(path)
  }

  with(path: string, value: Value): World {
    return new World(new Map([[path, value]]), this)
  }

  withAll(values: ReadonlyMap<string, Value>): World {
    return new World(values, this)
  }

  /** The same, knowing that a condition came out so: one that says nothing about single values. */
  decided(condition: string, value: Value): World {
    return new World(new Map([[`? ${condition}`, value]]), this, true)
  }

  decision(condition: string): Value | undefined {
    return this.get(`? ${condition}`)
  }
}
