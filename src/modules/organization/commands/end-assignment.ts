import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField, notFound } from '#kernel/errors.ts'
import { getPosition } from '../queries/positions.ts'

/** Sets the last day of an assignment. The past is not rewritten: it cannot end before today. */
export const endAssignment = command({
  name: 'organization.end-assignment',
  event: 'organization.assignment-ended.v1',
  access: permitted('organization.assign', { stepUp: true }),
  input: z.object({ assignmentId: z.uuid(), lastDay: z.iso.date() }),
  async run(tx, { assignmentId, lastDay }, context) {
    const row = await tx
      .selectFrom('organization.assignment as a')
      .innerJoin('organization.official as o', 'o.id', 'a.official_id')
      .select(['a.position_id', 'a.official_id', 'a.valid_from', 'a.valid_to', 'o.person_id'])
      .where('a.id', '=', assignmentId)
      .executeTakeFirst()
    if (!row) throw notFound()
    const position = await getPosition(tx, row.position_id)
    context.require('organization.assign', { unitPath: position.unit.path, territory: position.territoryCode })
    const yesterday = context.now
      .toZonedDateTimeISO(context.tenant.profile.zone)
      .toPlainDate()
      .subtract({ days: 1 })
      .toString()
    if (lastDay < row.valid_from) {
      throw invalidField(
        'lastDay',
        'Hari terakhir tidak boleh sebelum penugasan dimulai.',
        'The last day cannot come before the assignment began.',
      )
    }
    if (lastDay < yesterday) {
      throw invalidField(
        'lastDay',
        'Penugasan tidak dapat diakhiri mundur. Paling awal kemarin.',
        'An assignment cannot be ended in the past. Yesterday is the earliest.',
      )
    }
    if (row.valid_to && lastDay > row.valid_to) {
      throw invalidField(
        'lastDay',
        'Penugasan ini sudah berakhir lebih dahulu.',
        'The assignment already ends before that.',
      )
    }
    await tx.updateTable('organization.assignment').set({ valid_to: lastDay }).where('id', '=', assignmentId).execute()
    context.invalidate('organization')
    return {
      result: { assignmentId, positionId: row.position_id },
      event: {
        subject: { type: 'assignment', id: assignmentId },
        payload: { positionId: row.position_id, officialId: row.official_id, personId: row.person_id, lastDay },
      },
    }
  },
})
