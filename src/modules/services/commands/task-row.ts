import type { Selectable } from 'kysely'
import type { Actor, Grant } from '#kernel/access/access.ts'
import { isPermitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { findOfficialOfPerson, resolveGrants } from '#modules/organization/index.ts'
import type { TaskTable } from '../tables.ts'

export type TaskRow = Selectable<TaskTable>

/** An open piece of work, locked for change. @throws conflict when somebody has finished it meanwhile */
export async function lockOpenTask(tx: WriteHandle, taskId: string): Promise<TaskRow> {
  const row = await tx.selectFrom('services.task').selectAll().where('id', '=', taskId).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  if (row.closed_at) throw new AppError('conflict')
  return row
}

export function placeOf(task: Pick<TaskRow, 'unit_path' | 'territory_code'>) {
  return { unitPath: task.unit_path, territory: task.territory_code }
}

/** Who takes work in hand: a person in one of the posts that may do it. */
export interface Taker {
  readonly personId: string
  readonly positionId: string
  readonly name: string
}

/** The post in which a person may do a piece of work today; undefined when he has none. */
export async function findTaker(
  db: AnyHandle,
  context: Pick<CommandContext, 'now' | 'tenant'>,
  personId: string,
  task: Pick<TaskRow, 'desk' | 'unit_path' | 'territory_code'>,
): Promise<Taker | undefined> {
  const today = dayOf(context.now, context.tenant.profile.zone).toString()
  const held = await resolveGrants(db, personId, today)
  const post = held.find(({ grants }) => isPermitted(withGrants(grants), task.desk, placeOf(task)))
  if (!post) return undefined
  const official = await findOfficialOfPerson(db, personId)
  return { personId, positionId: post.position.id, name: official?.displayName ?? '' }
}

function withGrants(grants: readonly Grant[]): Actor {
  return { kind: 'staff', name: '', grants }
}

/** Gives work to somebody, or to nobody. */
export async function setClaim(
  tx: WriteHandle,
  context: CommandContext,
  taskIds: readonly string[],
  taker: Taker | undefined,
): Promise<void> {
  if (taskIds.length === 0) return
  await tx
    .updateTable('services.task')
    .set({
      claimed_position_id: taker?.positionId ?? null,
      claimed_person_id: taker?.personId ?? null,
      claimed_name: taker?.name ?? null,
      claimed_at: taker ? context.now.toString() : null,
    })
    .where('id', 'in', [...taskIds])
    .execute()
}
