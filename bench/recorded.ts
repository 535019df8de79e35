import pg from 'pg'
import { newId } from '#kernel/ids.ts'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** The statements of one command as they went to the server, from `begin` to `commit`. */
export interface Recording {
  readonly statements: readonly Statement[]
  /** Those of all connections, in or out of the transaction. */
  readonly all: readonly Statement[]
  readonly startedMs: number
  readonly endedMs: number
}

/** Writes down what every connection of this process sends while `work` runs. */
export async function record(work: () => Promise<unknown>): Promise<Recording> {
  const sent: (Statement & { client: unknown })[] = []
  const startedMs = Date.now()
  await overhear(work, (client, text, values) => sent.push({ client, text, values }))
  const writer = sent.find(({ text }) => /^(begin|start transaction)/i.test(text))?.client
  const statements = sent.filter(({ client }) => client === writer)
  return { statements, all: sent, startedMs, endedMs: Date.now() }
}

/** How many transactions were given up, and tried again, while `work` ran. */
export async function countRollbacks(work: () => Promise<unknown>): Promise<number> {
  let rollbacks = 0
  await overhear(work, (_client, text) => {
    if (/^rollback/i.test(text)) rollbacks += 1
  })
  return rollbacks
}

async function overhear(
  work: () => Promise<unknown>,
  hear: (client: unknown, text: string, values: readonly unknown[]) => void,
): Promise<void> {
  const { prototype } = pg.Client as unknown as { prototype: { query: (...args: unknown[]) => unknown } }
  const original = prototype.query
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [first, second] = args
    const given =
      typeof first === 'string' ? { text: first, values: second } : (first as { text?: string; values?: unknown })
    if (given.text) hear(this, given.text, Array.isArray(given.values) ? given.values : [])
    return original.apply(this, args)
  }
  try {
    await work()
  } finally {
    prototype.query = original
  }
}

type Fill = (fresh: ReadonlyMap<string, string>) => unknown

/** A recorded submission that can be sent again and again with other ids. */
export interface Script {
  readonly steps: readonly { readonly text: string; readonly fills: readonly Fill[] }[]
  readonly made: readonly string[]
  readonly draftId: string
  readonly number: string
}

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * Finds what is new in each submission: the draft, the running number, and every id made while it ran,
 * known by the time that a UUID of version 7 carries.
 */
export function scriptOf(recording: Recording, draftId: string, number: string): Script {
  const made = new Set<string>()
  const isMade = (id: string) => {
    const at = Number.parseInt(id.slice(0, 13).replace('-', ''), 16)
    return at >= recording.startedMs && at <= recording.endedMs
  }
  for (const { values } of recording.statements) {
    for (const value of values.flat()) {
      if (typeof value === 'string')
        for (const id of value.match(ids) ?? []) if (id !== draftId && isMade(id)) made.add(id)
    }
  }
  const variable = [draftId, number, ...made]
  const steps = recording.statements.map(({ text, values }) => ({
    text,
    fills: values.map((value) => fillOf(value, variable)),
  }))
  return { steps, made: [...made], draftId, number }
}

function fillOf(value: unknown, variable: readonly string[]): Fill {
  if (Array.isArray(value)) {
    const items = value.map((item) => fillOf(item, variable))
    return (fresh) => items.map((fill) => fill(fresh))
  }
  if (typeof value !== 'string') return () => value
  const used = variable.filter((one) => value.includes(one))
  if (used.length === 0) return () => value
  return (fresh) => used.reduce((text, one) => text.replaceAll(one, fresh.get(one) as string), value)
}

/** Sends the same statements with fresh ids by the driver alone. @returns how often the server made it start again */
export async function replay(client: pg.Client, script: Script, draftId: string): Promise<number> {
  for (let retries = 0; ; retries += 1) {
    try {
      await replayOnce(client, script, draftId)
      return retries
    } catch (error) {
      await client.query('rollback')
      const { code } = error as { code?: string }
      if (code !== '40001' && code !== '40P01') throw error
    }
  }
}

async function replayOnce(client: pg.Client, script: Script, draftId: string): Promise<void> {
  const fresh = new Map(script.made.map((id): [string, string] => [id, newId()]))
  fresh.set(script.draftId, draftId)
  for (const { text, fills } of script.steps) {
    const { rows } = await client.query(
      text,
      fills.map((fill) => fill(fresh)),
    )
    if (text.includes('services.case_number')) {
      const stem = script.number.slice(0, script.number.lastIndexOf('/') + 1)
      fresh.set(script.number, `${stem}${String(rows[0]?.next).padStart(6, '0')}`)
    }
  }
}
