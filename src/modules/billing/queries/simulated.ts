import type { AnyHandle } from '#kernel/db/database.ts'

export async function findSimulatedPayment(db: AnyHandle, reference: string) {
  return db.selectFrom('billing.simulated_payment').selectAll().where('reference', '=', reference).executeTakeFirst()
}

/** The demo bank's book since a moment, oldest first. */
export async function listSimulatedPayments(db: AnyHandle, since: Temporal.Instant, limit = 5000) {
  return db
    .selectFrom('billing.simulated_payment')
    .selectAll()
    .where('made_at', '>=', new Date(since.epochMilliseconds))
    .orderBy('made_at')
    .limit(limit)
    .execute()
}

export async function listSimulatedOf(db: AnyHandle, number: string) {
  return db
    .selectFrom('billing.simulated_payment')
    .selectAll()
    .where('number', '=', number)
    .orderBy('made_at', 'desc')
    .limit(20)
    .execute()
}
