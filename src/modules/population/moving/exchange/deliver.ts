import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { type Command, command } from '#kernel/command/command.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { exchangePaths } from '../../paths.ts'
import { findActivePeer } from '../queries/peers.ts'
import { lockTransfer, noteTransfer } from '../transfers.ts'
import { openStatement, sealStatement } from './envelope.ts'
import { ownStatement } from './own-statement.ts'
import { takeStatement } from './take-statement.ts'

/** Sends a message to the address of another region. @returns its answer @throws whatever the network does */
export type Post = (url: string, message: string) => Promise<string>

export interface Delivery {
  readonly tenant: Tenant
  readonly db: AnyHandle
  readonly post: Post
  run<I, R>(definition: Command<I, R>, input: unknown): Promise<R>
}

const perSweep = 100

/** Transfers about which the other side has not confirmed our latest word, and whose time to try has come. */
export async function listDueTransfers(db: AnyHandle, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('population.transfer as t')
    .innerJoin('population.peer as p', 'p.region_code', 't.peer_code')
    .select('t.id')
    .where('t.next_attempt_at', '<=', new Date(now.epochMilliseconds))
    .where('p.state', '=', 'active')
    .orderBy('t.next_attempt_at')
    .limit(perSweep)
    .execute()
  return rows.map((row) => row.id)
}

/** Says our word on a transfer and takes in the answer. A peer that does not answer is tried again, ever more seldom. */
export async function deliverTransfer({ tenant, db, post, run }: Delivery, transferId: string): Promise<void> {
  const { peer, statement } = await ownStatement(tenant, db, transferId)
  const message = await sealStatement(tenant, peer, statement)
  let failure: string | undefined
  try {
    const answer = await post(new URL(exchangePaths.messages, peer.baseUrl).toString(), message)
    const heard = await openStatement(tenant, statement.iss, answer, async (code) =>
      code === peer.regionCode ? (await findActivePeer(db, code))?.keys : undefined,
    )
    await run(takeStatement, heard)
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error)
  }
  await run(noteAttempt, { transferId, seq: statement.seq, ...(failure ? { failure: failure.slice(0, 200) } : {}) })
}

const longestPause = 60

/** What came of an attempt: the next one is due later each time, at most hourly. */
export const noteAttempt = command({
  name: 'population.note-transfer-attempt',
  event: 'population.transfer-attempted.v1',
  access: systemOnly,
  input: z.object({ transferId: z.uuid(), seq: z.number().int(), failure: z.string().optional() }),
  async run(tx, { transferId, seq, failure }, context) {
    const row = await lockTransfer(tx, transferId)
    // Something newer was said meanwhile, or the other side has heard this: nothing to wait for.
    if (row.seq !== seq || row.confirmed_seq >= row.seq) return { result: null, event: undefined }
    const minutes = Math.min(longestPause, 2 ** Math.min(row.attempts, 10))
    const first = row.attempts === 0
    await tx
      .updateTable('population.transfer')
      .set({
        attempts: row.attempts + 1,
        next_attempt_at: context.now.add({ minutes }).toString(),
        ...(row.state === 'drafted' ? { state: 'sent' as const } : {}),
      })
      .where('id', '=', transferId)
      .execute()
    if (failure && first) await noteTransfer(tx, context, transferId, 'not-reached', failure)
    return { result: null, event: undefined }
  },
})

/** Opens what arrived, takes it in, and gives the answer: our own word on the same transfer, sealed. */
export async function answerMessage(delivery: Omit<Delivery, 'post'>, message: string): Promise<string> {
  const { tenant, db, run } = delivery
  const own = (await findOwnRegion(db))?.code ?? ''
  const statement = await openStatement(tenant, own, message, async (code) => (await findActivePeer(db, code))?.keys)
  await run(takeStatement, statement)
  const answer = await ownStatement(tenant, tenant.pools.write, statement.transfer)
  return sealStatement(tenant, answer.peer, answer.statement)
}
