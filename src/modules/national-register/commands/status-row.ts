import type { WriteHandle } from '#kernel/db/database.ts'
import { afterAnswer, type Breaker } from '../domain.ts'
import type { Fault } from '../port/outcome.ts'
import { readStatus } from '../queries/status.ts'

/** Notes answers in their order. @returns when it is tried next; undefined: at once */
export async function noteAnswers(
  tx: WriteHandle,
  answers: readonly { readonly fault?: Fault | undefined; readonly words?: string | undefined }[],
  now: Temporal.Instant,
  jitter: number,
): Promise<Temporal.Instant | undefined> {
  await tx
    .insertInto('national_register.status')
    .values({ only_row: true, state: 'untried', since: now.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.selectFrom('national_register.status').select('state').forUpdate().execute()
  const before = await readStatus(tx, now)
  const after = answers.reduce<Breaker>((status, { fault }) => afterAnswer(status, fault, now, jitter), before)
  const last = answers.findLast(({ fault }) => fault)
  const isOk = answers.some(({ fault }) => !fault)
  await tx
    .updateTable('national_register.status')
    .set({
      state: after.state,
      since: after.since.toString(),
      faults: after.faults,
      fault: after.fault ?? null,
      detail: after.fault ? (last?.words ?? null) : null,
      next_try_at: after.nextTryAt?.toString() ?? null,
      ...(isOk ? { last_ok_at: now.toString() } : {}),
    })
    .execute()
  return after.nextTryAt
}
