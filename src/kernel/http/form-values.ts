/** One file of a multipart form, read into memory within the route's limit. */
export interface UploadedPart {
  readonly field: string
  /** As the sender named it; never trusted, never used as a path. */
  readonly name: string
  readonly bytes: Buffer
  /** True when the file went past the limit; `bytes` is then empty. */
  readonly tooLarge: boolean
}

/** The values of a posted form; a name may occur several times. */
export class FormValues {
  private readonly values: ReadonlyMap<string, readonly string[]>

  constructor(entries: Iterable<readonly [string, string]> = []) {
    const values = new Map<string, string[]>()
    for (const [name, value] of entries) {
      // Line ends as every browser should send them; NUL cannot be stored and is never typed.
      const clean = value.replaceAll('\0', '').replaceAll('\r\n', '\n')
      const known = values.get(name)
      if (known) known.push(clean)
      else values.set(name, [clean])
    }
    this.values = values
  }

  /** First value, trimmed; "" when absent. */
  get(name: string): string {
    return this.values.get(name)?.[0]?.trim() ?? ''
  }

  all(name: string): readonly string[] {
    return this.values.get(name) ?? []
  }

  has(name: string): boolean {
    return this.values.has(name)
  }

  names(): string[] {
    return [...this.values.keys()]
  }

  entries(): [string, string][] {
    return [...this.values].flatMap(([name, list]) => list.map((value): [string, string] => [name, value]))
  }

  /** Trimmed first values of the given names, as input for a command. */
  pick<K extends string>(...names: readonly K[]): Record<K, string> {
    return Object.fromEntries(names.map((name) => [name, this.get(name)])) as Record<K, string>
  }
}
