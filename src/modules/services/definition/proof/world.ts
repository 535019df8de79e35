import type { Value } from './values.ts'

/** What is known of everything an expression may read, by its path: "answers.area". Changed copies share the rest. */
export class World {
  private readonly values: ReadonlyMap<string, Value>
  private readonly below: World | undefined

  constructor(values: ReadonlyMap<string, Value>, below?: World) {
    this.values = values
    this.below = below
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
}

export const emptyWorld = new World(new Map())
