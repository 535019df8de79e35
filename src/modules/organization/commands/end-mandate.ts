import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField, notFound } from '#kernel/errors.ts'
import { listMandates } from '../queries/mandates.ts'
import { getPosition } from '../queries/positions.ts'

/** Takes a mandate back. The past is not rewritten: what was signed under it keeps it. */
export const endMandate = command({
  name: 'organization.end-mandate',
  event: 'organization.mandate-ended.v1',
  access: permitted('organization.assign', { stepUp: true }),
  input: z.object({ mandateId: z.uuid(), lastDay: z.iso.date() }),
  async run(tx, { mandateId, lastDay }, context) {
    const [mandate] = await listMandates(tx, { id: mandateId })
    if (!mandate) throw notFound()
    const principal = await getPosition(tx, mandate.principal.positionId)
    context.require('organization.assign', { unitPath: principal.unit.path, territory: principal.territoryCode })
    const yesterday = dayOf(context.now, context.tenant.profile.zone).subtract({ days: 1 }).toString()
    if (lastDay < yesterday || lastDay < mandate.validFrom) {
      throw invalidField('lastDay', 'Mandat tidak dapat diakhiri mundur.', 'A mandate cannot be ended in the past.')
    }
    if (lastDay > mandate.validTo) {
      throw invalidField('lastDay', 'Mandat ini sudah berakhir lebih dahulu.', 'The mandate already ends before that.')
    }
    await tx.updateTable('organization.mandate').set({ valid_to: lastDay }).where('id', '=', mandateId).execute()
    return {
      result: { positionId: principal.id },
      event: { subject: { type: 'mandate', id: mandateId }, payload: { principalId: principal.id, lastDay } },
    }
  },
})
