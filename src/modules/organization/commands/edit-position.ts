import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { getPosition } from '../queries/positions.ts'
import { attachRoles } from './role-rows.ts'

/** Title, rank and roles of a post. What it permits changes at once for whoever holds it. */
export const editPosition = command({
  name: 'organization.edit-position',
  event: 'organization.position-edited.v1',
  access: permitted('organization.edit', { stepUp: true }),
  input: z.object({
    positionId: z.uuid(),
    title: z.string().trim().min(3).max(200),
    rank: z.coerce.number().int().min(1).max(999),
    roles: z.array(z.string()).max(40),
  }),
  async run(tx, input, context) {
    const position = await getPosition(tx, input.positionId)
    context.require('organization.edit', { unitPath: position.unit.path, territory: position.territoryCode })
    await tx
      .updateTable('organization.position')
      .set({ title: input.title, rank: input.rank })
      .where('id', '=', position.id)
      .execute()
    await attachRoles(tx, position.id, input.roles)
    context.invalidate('organization')
    return {
      result: { positionId: position.id },
      event: {
        subject: { type: 'position', id: position.id },
        payload: { title: input.title, rank: input.rank, roles: input.roles },
      },
    }
  },
})
