import { createHash } from 'node:crypto'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { newId } from '#kernel/ids.ts'
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
    const rows = await tx
      .selectFrom('documents.issued')
      .select('code')
      .where('revoked_at', 'is not', null)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
      .execute()
    const codes = rows.map(({ code }) => code.replaceAll('-', '').slice(0, 8))
    const filter = await packFilter(codes, (bytes) => Uint8Array.from(createHash('sha256').update(bytes).digest()))
    const id = newId(now.epochMilliseconds)
    const made = { ...filter, madeAt: now.toString({ fractionalSecondDigits: 3 }) }
    const { keyId, signature } = await signWithStatementKey(tx, context, filterBytes(made))
    await tx
      .insertInto('documents.revocation_filter')
      .values({
        id,
        made_at: made.madeAt,
        count: filter.count,
        bits: Buffer.from(filter.bits),
        key_id: keyId,
        signature,
      })
      .execute()
    const newest = tx.selectFrom('documents.revocation_filter').select('id').orderBy('made_at', 'desc').limit(kept)
    await tx.deleteFrom('documents.revocation_filter').where('id', 'not in', newest).execute()
    return {
      result: { count: filter.count },
      event: { subject: { type: 'revocation-filter', id }, payload: { count: filter.count } },
    }
  },
})
