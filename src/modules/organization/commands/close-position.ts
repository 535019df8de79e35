import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField } from '#kernel/errors.ts'
import { getPosition, listHoldings } from '../queries/positions.ts'

export const closePosition = command({
  name: 'organization.close-position',
  event: 'organization.position-closed.v1',
  access: permitted('organization.edit', { stepUp: true }),
  input: z.object({ positionId: z.uuid(), lastDay: z.iso.date() }),
  async run(tx, { positionId, lastDay }, context) {
    const position = await getPosition(tx, positionId)
    context.require('organization.edit', { unitPath: position.unit.path, territory: position.territoryCode })
    if (lastDay < position.validFrom) {
      throw invalidField(
        'lastDay',
        'Hari terakhir tidak boleh sebelum jabatan ini ada.',
        'The last day cannot come before the position began.',
      )
    }
    const later = (await listHoldings(tx, positionId)).find((holding) => !holding.to || holding.to > lastDay)
    if (later) {
      throw invalidField(
        'lastDay',
        `${later.displayName} masih memegang jabatan ini setelah hari itu. Akhiri penugasannya dahulu.`,
        `${later.displayName} still holds this position after that day. End that assignment first.`,
      )
    }
    await tx.updateTable('organization.position').set({ valid_to: lastDay }).where('id', '=', positionId).execute()
    context.invalidate('organization')
    return {
      result: { positionId },
      event: { subject: { type: 'position', id: positionId }, payload: { lastDay } },
    }
  },
})
