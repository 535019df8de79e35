import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { z } from 'zod'
import { type Access, type Actor, checkAccess, requirePermission, type Scope } from '../access/access.ts'
import type { Clock } from '../clock/clock.ts'
import type { WriteHandle } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { canonicalJson, type EventDraft, writeEvent } from '../journal/journal.ts'
import type { Tenant } from '../tenancy/tenants.ts'
import { invalidInput } from './invalid-input.ts'
import { Lines } from './lines.ts'

/** What a running command may use. */
export interface CommandContext {
  readonly tenant: Tenant
  readonly actor: Actor
  readonly now: Temporal.Instant
  readonly requestId: string | undefined
  /** Base address of this region, for links in letters and QR codes. */
  readonly origin: string
  /** Checks unit and jurisdiction once the object is known. @throws forbidden */
  require(permission: string, scope: Scope): void
  /** Adds a job in the same transaction: it exists exactly when the command's effects do. */
  enqueue(task: string, payload: Readonly<Record<string, unknown>>, options?: EnqueueOptions): Promise<void>
  /** Cached pages that carry one of these tags are dropped at commit, in every process. */
  invalidate(...tags: string[]): void
}

export interface EnqueueOptions {
  readonly key?: string | undefined
  readonly runAt?: Temporal.Instant | undefined
}

export interface Outcome<Result> {
  readonly result: Result
  /** The one event of this command; undefined when nothing changed (an exact repetition). */
  readonly event: EventDraft | undefined
}

export interface Command<Input = unknown, Result = unknown> {
  /** Module and verb in the clerk's words: `services.submit-case`. */
  readonly name: string
  /** What is announced, past tense with version: `services.case-submitted.v1`. */
  readonly event: string
  readonly access: Access
  readonly input: z.ZodType<Input>
  /** Distinguishes, within the command, work that meets at the same rows from work that does not: a verb, a register. */
  lane?(input: Input): string
  /**
   * `repeatable read` for what decides by rows that it locks, or only adds: the database then need not watch what it reads,
   * and it stands in nobody's way.
   */
  readonly isolation?: 'serializable' | 'repeatable read'
  run(tx: WriteHandle, input: Input, context: CommandContext): Promise<Outcome<Result>>
}

/** Declares a command: the only way in which anything changes. */
export function command<Input, Result>(definition: Command<Input, Result>): Command<Input, Result> {
  if (!/^[a-z-]+\.[a-z][a-z-]*$/.test(definition.name)) throw new Error(`command name ${definition.name}`)
  if (!/^[a-z-]+\.[a-z][a-z-]*\.v\d+$/.test(definition.event)) throw new Error(`event name ${definition.event}`)
  return definition
}

/** How a caller may run a command. */
export interface RunOptions {
  readonly idempotencyKey?: string | undefined
  /** Overrides the acting party; jobs act as the system, named after themselves, unless told. */
  readonly actor?: Actor | undefined
}

export interface Invocation {
  readonly tenant: Tenant
  readonly actor: Actor
  readonly clock: Clock
  readonly requestId?: string | undefined
  readonly origin?: string | undefined
  readonly idempotencyKey?: string | undefined
  readonly log?: Logger | undefined
  /** Called after commit with the tags to drop from this process's page cache. */
  readonly onCommit?: ((tags: readonly string[]) => void) | undefined
  /** Tasks that want to hear of an event name. */
  readonly subscribers?: ReadonlyMap<string, readonly string[]> | undefined
}

const attempts = 30
const longestPauseMs = 300
const retryable = new Set(['40001', '40P01'])
const lines = new Lines()

/**
 * Runs a command: input, permission, idempotency, one transaction, one event, outbox, retry on
 * serialization failure. Either everything of it is stored or nothing. What failed so, and what comes while it is tried
 * again, goes in line: many at the same counter would otherwise throw away each other's work.
 *
 * @throws AppError `invalid-input` with field paths, `forbidden`, `idempotency-conflict` (409), or what the command throws
 */
export async function runCommand<Input, Result>(
  definition: Command<Input, Result>,
  rawInput: unknown,
  invocation: Invocation,
): Promise<Result> {
  const { actor, clock } = invocation
  checkAccess(actor, definition.access, clock.now().epochMilliseconds)
  const parsed = definition.input.safeParse(rawInput)
  if (!parsed.success) throw invalidInput(parsed.error)
  const once = () => attemptOnce(definition, parsed.data, invocation)
  const line = `${invocation.tenant.id} ${definition.name} ${definition.lane?.(parsed.data) ?? ''}`
  if (!lines.isBusy(line)) {
    try {
      return await once()
    } catch (error) {
      if (!isRetryable(error)) throw error
    }
  }
  return lines.wait(line, () => untilStored(once))
}

/** Tries again until nobody else was at the same rows; those in line behind wait as long. */
async function untilStored<Result>(once: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once()
    } catch (error) {
      if (!isRetryable(error)) throw error
      // So many people at the same rows that trying again at once does not help: the form comes back to be sent again.
      if (attempt >= attempts) throw new AppError('unavailable', { cause: error })
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(longestPauseMs, 2 ** attempt)))
    }
  }
}

const isRetryable = (error: unknown) => retryable.has((error as { code?: string }).code ?? '')

async function attemptOnce<Input, Result>(
  definition: Command<Input, Result>,
  input: Input,
  invocation: Invocation,
): Promise<Result> {
  const { tenant, actor, clock, requestId, idempotencyKey } = invocation
  const now = clock.now()
  const tags: string[] = []
  const result = await tenant.pools.write
    .transaction()
    .setIsolationLevel(definition.isolation ?? 'serializable')
    .execute(async (tx) => {
      const earlier = idempotencyKey ? await claimKey(tx, definition.name, input, actor, idempotencyKey) : undefined
      if (earlier) return earlier.answer as Result
      const context: CommandContext = {
        tenant,
        actor,
        now,
        requestId,
        origin: invocation.origin ?? 'http://localhost:3000',
        require: (permission, scope) => requirePermission(actor, permission, scope),
        enqueue: (task, payload, options) => enqueueJob(tx, task, payload, options),
        invalidate: (...more) => {
          tags.push(...more)
        },
      }
      const outcome = await definition.run(tx, input, context)
      if (outcome.event) {
        const event = { ...outcome.event, name: definition.event, command: definition.name, at: now, actor, requestId }
        const eventId = await writeEvent(tx, event)
        for (const task of invocation.subscribers?.get(definition.event) ?? []) {
          await enqueueJob(tx, task, { eventId, at: now.toString(), name: definition.event, ...outcome.event })
        }
      }
      if (idempotencyKey) await storeAnswer(tx, definition.name, actor, idempotencyKey, outcome.result)
      if (tags.length)
        await sql`select pg_notify('balai_invalidate', ${JSON.stringify([...new Set(tags)])})`.execute(tx)
      return outcome.result
    })
  if (tags.length) invocation.onCommit?.(tags)
  return result
}

async function enqueueJob(
  tx: WriteHandle,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  options: EnqueueOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, payload := ${JSON.stringify(payload)}::json,
    run_at := ${options.runAt?.toString() ?? null}::timestamptz, job_key := ${options.key ?? null})`.execute(tx)
}

/** Takes the key, or returns the answer that was given under it before. */
async function claimKey(
  tx: WriteHandle,
  name: string,
  input: unknown,
  actor: Actor,
  key: string,
): Promise<{ answer: unknown } | undefined> {
  const hash = createHash('sha256').update(canonicalJson(input)).digest()
  const who = actor.accountId ?? actor.kind
  const taken = await sql`insert into kernel.idempotency (key, command, actor, input_hash)
    values (${key}, ${name}, ${who}, ${hash}) on conflict do nothing returning key`.execute(tx)
  if (taken.rows.length) return undefined
  const { rows } = await sql<{ input_hash: Buffer; answer: unknown }>`
    select input_hash, answer from kernel.idempotency
    where key = ${key} and command = ${name} and actor = ${who}`.execute(tx)
  const known = rows[0]
  // Invisible to this snapshot: a concurrent transaction took the key, so start over and see its answer.
  if (!known) throw Object.assign(new Error('key taken concurrently'), { code: '40001' })
  if (!known.input_hash.equals(hash)) throw new AppError('idempotency-conflict')
  return { answer: known.answer }
}

async function storeAnswer(tx: WriteHandle, name: string, actor: Actor, key: string, answer: unknown): Promise<void> {
  await sql`update kernel.idempotency set answer = ${JSON.stringify(answer ?? null)}
    where key = ${key} and command = ${name} and actor = ${actor.accountId ?? actor.kind}`.execute(tx)
}
