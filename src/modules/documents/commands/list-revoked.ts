import { createHash } from 'node:crypto'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { countRevoked } from '../queries/offline-data.ts'
import { packFilter } from '../statement/revocation-filter.ts'
import { filterBytes } from '../statement/revocation-list.ts'
import { signWithStatementKey } from '../statement/statement-key.ts'

const kept = 5

/**
 * Makes the list of revoked codes anew: of documents that were revoked or replaced and would still hold otherwise.
 * One that is past its last day says so itself.
 */
export const listRevoked = command({
  name: 'documents.list-revoked',
  event: 'documents.revoked-listed.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, context) {
    const { tenant, now } = context
    const today = dayOf(now, tenant.profile.zone).toString()
    const before = await tx
      .selectFrom('documents.revocation_filter')
      .select('number')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    const number = (before?.number ?? 0) + 1
    const revoked = await countRevoked(tx)
    const rows = await tx
      .selectFrom('documents.issued')
      .select('code')
      .where('revoked_at', 'is not', null)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
      .execute()
    const codes = rows.map(({ code }) => code.replaceAll('-', '').slice(0, 8))
    const filter = await packFilter(codes, (bytes) => Uint8Array.from(createHash('sha256').update(bytes).digest()))
    const made = { ...filter, madeAt: now.toString({ fractionalSecondDigits: 3 }) }
    const { keyId, signature } = await signWithStatementKey(tx, context, filterBytes(made))
    await tx
      .insertInto('documents.revocation_filter')
      .values({
        number,
        revoked_total: revoked,
        made_at: made.madeAt,
        count: filter.count,
        bits: Buffer.from(filter.bits),
        key_id: keyId,
        signature,
      })
      .execute()
    await tx
      .deleteFrom('documents.revocation_filter')
      .where('number', '<=', number - kept)
      .execute()
    return {
      result: { count: filter.count },
      event: { subject: { type: 'revocation-filter', id: String(number) }, payload: { count: filter.count } },
    }
  },
})
