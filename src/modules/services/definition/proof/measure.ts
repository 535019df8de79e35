/** What a number counts, as powers: rupiah per square metre is { rupiah: 1, m2: -1 }. A plain number counts nothing. */
export type Counted = Readonly<Record<string, number>>

export const plain: Counted = {}

/** Parts of a whole are plain numbers: 10 percent of rupiah is rupiah. */
const uncounted = new Set(['percent', 'ratio', 'score', 'text', 'table', 'date', 'yes-no'])
const sameThing: Readonly<Record<string, string>> = { 'working-day': 'day', 'calendar-day': 'day' }

/** "rupiah-per-m2-day" is rupiah over square metres and days; no measure is a plain number. */
export function countedOf(measure: string | undefined): Counted {
  if (measure === undefined) return plain
  const [above = '', below] = measure.split('-per-')
  const parts = new Map<string, number>()
  const add = (name: string, power: number) => {
    if (!uncounted.has(name)) parts.set(name, (parts.get(name) ?? 0) + power)
  }
  add(sameThing[above] ?? above, 1)
  for (const name of below?.split('-') ?? []) add(name, -1)
  return tidy(parts)
}

export function combine(left: Counted, right: Counted, sign: 1 | -1): Counted {
  const parts = new Map(Object.entries(left))
  for (const [name, power] of Object.entries(right)) parts.set(name, (parts.get(name) ?? 0) + sign * power)
  return tidy(parts)
}

export function isSame(left: Counted, right: Counted): boolean {
  return sayCounted(left) === sayCounted(right)
}

/** "rupiah m2^-1", or "plain number" */
export function sayCounted(counted: Counted): string {
  const parts = Object.entries(counted).map(([name, power]) => (power === 1 ? name : `${name}^${power}`))
  return parts.join(' ') || 'plain number'
}

function tidy(parts: ReadonlyMap<string, number>): Counted {
  return Object.fromEntries([...parts].filter(([, power]) => power !== 0).sort(([a], [b]) => (a < b ? -1 : 1)))
}
