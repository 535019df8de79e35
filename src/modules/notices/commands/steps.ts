import type { WriteHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import { type NoticeState, noticeMachine } from '../machine.ts'

/** The notice's row, locked. @throws not-found */
export async function lockNotice(tx: WriteHandle, id: string) {
  const row = await tx.selectFrom('notices.notice').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Takes a step and writes it down. @throws wrong-state */
export async function takeStep(
  tx: WriteHandle,
  notice: { readonly id: string; readonly state: NoticeState },
  step: { readonly verb: string; readonly by: string; readonly now: Temporal.Instant; readonly reason?: string },
): Promise<NoticeState> {
  const to = noticeMachine.step(notice.state, step.verb).to as NoticeState
  await tx
    .updateTable('notices.notice')
    .set({ state: to, state_at: step.now.toString() })
    .where('id', '=', notice.id)
    .execute()
  await writeStep(tx, notice.id, { ...step, state: to })
  return to
}

export async function writeStep(
  tx: WriteHandle,
  noticeId: string,
  step: {
    readonly verb: string
    readonly state: NoticeState
    readonly by: string
    readonly now: Temporal.Instant
    readonly reason?: string | undefined
  },
): Promise<void> {
  const last = await tx
    .selectFrom('notices.step')
    .select(({ fn }) => fn.max('ordinal').as('ordinal'))
    .where('notice_id', '=', noticeId)
    .executeTakeFirst()
  await tx
    .insertInto('notices.step')
    .values({
      notice_id: noticeId,
      ordinal: Number(last?.ordinal ?? 0) + 1,
      at: step.now.toString(),
      verb: step.verb,
      state: step.state,
      by_label: step.by,
      reason: step.reason ?? null,
    })
    .execute()
}
