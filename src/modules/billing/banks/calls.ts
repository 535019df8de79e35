import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { AnyHandle } from '#kernel/db/database.ts'

/** As SNAP fixes it: fifteen minutes, no renewal. */
export const tokenSeconds = 900

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Gives a bank a token for its calls. Only its hash is kept. */
export const giveBankToken = command({
  name: 'billing.give-bank-token',
  event: 'billing.bank-token-given.v1',
  access: systemOnly,
  input: z.object({ bankId: z.string().max(31) }),
  async run(tx, input, context) {
    const token = randomBytes(32).toString('base64url')
    await tx
      .insertInto('billing.bank_token')
      .values({
        token_hash: hashOf(token),
        bank_id: input.bankId,
        expires_at: dateOf(context.now.add({ seconds: tokenSeconds })),
      })
      .execute()
    await tx.deleteFrom('billing.bank_token').where('expires_at', '<', dateOf(context.now)).execute()
    return { result: token, event: { subject: { type: 'bank', id: input.bankId }, payload: {} } }
  },
})

export async function findTokenBank(db: AnyHandle, token: string, now: Temporal.Instant): Promise<string | undefined> {
  const row = await db
    .selectFrom('billing.bank_token')
    .select('bank_id')
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', dateOf(now))
    .executeTakeFirst()
  return row?.bank_id
}

export interface AnsweredCall {
  readonly path: string
  readonly bodyHash: string
  readonly status: number
  readonly answer: Readonly<Record<string, unknown>>
}

export async function findCall(
  db: AnyHandle,
  bankId: string,
  day: string,
  externalId: string,
): Promise<AnsweredCall | undefined> {
  const row = await db
    .selectFrom('billing.bank_call')
    .selectAll()
    .where('bank_id', '=', bankId)
    .where('called_on', '=', day)
    .where('external_id', '=', externalId)
    .executeTakeFirst()
  return (
    row && {
      path: row.path,
      bodyHash: row.body_hash.toString('hex'),
      status: row.status,
      answer: row.answer as AnsweredCall['answer'],
    }
  )
}

/** Keeps what a bank is answered. When the same call was answered meanwhile, that answer is given: there is one. */
export const keepAnswer = command({
  name: 'billing.keep-answer',
  event: 'billing.bank-answered.v1',
  access: systemOnly,
  input: z.object({
    bankId: z.string().max(31),
    day: z.iso.date(),
    externalId: z.string().min(1).max(36),
    path: z.string().max(200),
    bodyHash: z.string().regex(/^[0-9a-f]{64}$/),
    status: z.number().int(),
    answer: z.record(z.string(), z.unknown()),
  }),
  async run(tx, input, context) {
    const row = await tx
      .insertInto('billing.bank_call')
      .values({
        bank_id: input.bankId,
        called_on: input.day,
        external_id: input.externalId,
        path: input.path,
        body_hash: Buffer.from(input.bodyHash, 'hex'),
        status: input.status,
        answer: JSON.stringify(input.answer),
        answered_at: dateOf(context.now),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('external_id')
      .executeTakeFirst()
    const kept: AnsweredCall = row ? input : ((await findCall(tx, input.bankId, input.day, input.externalId)) ?? input)
    if (!row) return { result: kept, event: undefined }
    const { bankId: id, externalId, path, status } = input
    const code = String(input.answer['responseCode'] ?? '')
    return { result: kept, event: { subject: { type: 'bank', id }, payload: { externalId, path, status, code } } }
  },
})
